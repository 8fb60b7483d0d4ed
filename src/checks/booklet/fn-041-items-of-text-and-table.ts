import { defineBookletCheck } from '../../engine/check.ts'
import { coreName } from '../../engine/ledger/item-paths.ts'
import { codesOf, editDistance, generalRows, isSpent, itemPaths } from '../support/booklet-items.ts'

/** A text that names fewer items does not list them. */
const FEWEST_NAMED = 2
const NEAR = 2
const AMOUNT = /(?<!\d)(\d[\d,]{0,30}(?:\.\d+)?)(?:万|亿)?元/u

export const itemsOfTextAndTable = defineBookletCheck({
  id: 'FN-041',
  title: '文字逐项说明的项级科目与决算表一一对应',
  titleEn: 'The items that the text explains are those of the table',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '文字中带“（项）”的科目应在一般公共预算财政拨款支出决算表中有行；文字逐项说明时，表中不为0的项都应说明',
  remedy: '对照决算表补上或删去该项',
  remedyEn: 'Add the item to the text, or take it out.',
  run({ narrative, accounts }, report) {
    const rows = generalRows(accounts)
    if (!narrative || rows.length === 0) return
    const leaves = rows.filter(({ code }) => code.length === 7)
    const named = new Set<string>()
    let listed = 0
    for (const path of itemPaths(narrative)) {
      const item = path.items.find(({ level }) => level === '项')
      if (!item) continue
      listed += 1
      named.add(item.name)
      const isThere = leaves.some(({ name }) => coreName(name) === item.name)
      const isNear = leaves.some(({ name }) => editDistance(coreName(name), item.name, NEAR) <= NEAR)
      const amount = AMOUNT.exec(path.rest)?.[1]
      if (isThere || isNear || leaves.length === 0 || codesOf(item, []).length === 0) continue
      if (amount === undefined || !/[1-9]/u.test(amount)) continue
      report({
        section: 'narrative',
        position: path.at,
        verdict: 'outside',
        printed: path.printed,
        expected: '决算表中有该项',
        message: `文字说明了“${item.name}（项）”${amount}，一般公共预算财政拨款支出决算表中没有这一项`,
        messageEn: 'The text explains an item that the table does not have.',
      })
    }
    if (listed < FEWEST_NAMED) return
    for (const row of leaves) {
      const name = coreName(row.name)
      const cell = row.cells.get('total')
      if (!cell || !isSpent(row) || cell.cell.unsure) continue
      if ([...named].some((one) => editDistance(one, name, NEAR) <= NEAR)) continue
      report({
        table: cell.table.key,
        row: row.row,
        position: cell.cell.at,
        verdict: 'outside',
        printed: cell.cell.printed,
        expected: '文字中说明该项',
        message: `${cell.table.name}的“${name}（项）”${cell.cell.printed}，逐项说明的文字中没有它`,
        messageEn: 'The text explains the other items of the table and leaves this one out.',
      })
    }
  },
})
