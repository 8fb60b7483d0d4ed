import { defineBookletCheck } from '../../engine/check.ts'
import { CODE_LENGTHS, coreName } from '../../engine/ledger/item-paths.ts'
import { codesOf, editDistance, generalRows, isNameOfYear, itemPaths } from '../support/booklet-items.ts'

const NEAR = 2
/** Two short names differ by two characters and mean two things. */
const SHORTEST = 5

export const itemNames = defineBookletCheck({
  id: 'FN-042',
  title: '文字中的科目名称与决算表、科目手册一致',
  titleEn: 'The text calls items by their names',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '带“（类）（款）（项）”的名称 = 决算表同级科目的名称；没有表时应是当年《政府收支分类科目》的名称（只差一两个字的为疑点，其他年度的名称作提示）',
  remedy: '按决算表和当年科目手册改正名称',
  remedyEn: 'Use the name of the table and of the year.',
  run({ narrative, accounts }, report) {
    if (!narrative) return
    const rows = generalRows(accounts)
    const seen = new Set<string>()
    for (const { items, printed, at } of itemPaths(narrative))
      for (const item of items) {
        const key = `${item.level}${item.name}`
        if (seen.has(key)) continue
        seen.add(key)
        const own = rows.filter(({ code }) => code.length === CODE_LENGTHS[item.level])
        if (own.some(({ name }) => coreName(name) === item.name)) continue
        const near =
          item.name.length < SHORTEST || codesOf(item, []).length > 0
            ? undefined
            : own.find(({ name }) => editDistance(coreName(name), item.name, NEAR) <= NEAR)
        const isOld = own.length === 0 && codesOf(item, []).length > 0 && isNameOfYear(item, narrative.year) === false
        if (!near && !isOld) continue
        report({
          section: 'narrative',
          position: at,
          severity: near ? 'warning' : 'info',
          verdict: 'outside',
          printed,
          expected: near ? coreName(near.name) : `${narrative.year}年度的科目名称`,
          message: near
            ? `文字写作“${item.name}（${item.level}）”，决算表中是“${coreName(near.name)}”`
            : `“${item.name}（${item.level}）”是其他年度的科目名称`,
          messageEn: near ? 'The name differs from that of the table.' : 'The name is that of another year.',
        })
      }
  },
})
