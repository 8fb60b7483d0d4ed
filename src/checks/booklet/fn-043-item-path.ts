import { defineBookletCheck } from '../../engine/check.ts'
import { codesOf, generalRows, itemPaths } from '../support/booklet-items.ts'

export const itemPath = defineBookletCheck({
  id: 'FN-043',
  title: '文字中的类、款、项是科目表中的上下级',
  titleEn: 'Class, group and item of the text belong together',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '“甲（类）乙（款）丙（项）”中，乙应是甲的款，丙应是乙的项；名称不在决算表和科目手册中的不判定',
  remedy: '按决算表改正科目的上级',
  remedyEn: 'Correct the group that the item belongs to.',
  run({ narrative, accounts }, report) {
    if (!narrative) return
    const rows = generalRows(accounts)
    for (const { items, printed, at } of itemPaths(narrative))
      for (const [i, inner] of items.entries()) {
        const outer = items[i - 1]
        if (!outer || outer.level === inner.level) continue
        const [above, below] = [codesOf(outer, rows), codesOf(inner, rows)]
        if (above.length === 0 || below.length === 0) continue
        if (below.some((code) => above.some((prefix) => code.startsWith(prefix)))) continue
        report({
          section: 'narrative',
          position: at,
          verdict: 'outside',
          printed,
          expected: `${inner.name}的上级（${below.map((code) => code.slice(0, above[0]!.length)).join('、')}）`,
          message: `“${inner.name}（${inner.level}）”不属于“${outer.name}（${outer.level}）”`,
          messageEn: 'The item does not belong to the group that the text names above it.',
        })
      }
  },
})
