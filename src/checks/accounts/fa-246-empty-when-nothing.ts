/** FA-246: a table of a fund is empty when the fiscal total has nothing for that fund, and only then. */
import { type FinalTables, finalTables, rowCell } from '../../engine/account-equations/final.ts'
import type { AccountCell, AccountTableView } from '../../engine/accounts.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atCell, atTable, cellName, inputOf, proven, shown, withDoubt, withDoubtEn } from '../support/accounts.ts'

const isMoney = (cell: AccountCell | undefined): cell is AccountCell =>
  cell?.own !== undefined && !cell.own.value.isZero()

const hasMoney = ({ entries }: AccountTableView): boolean =>
  entries.some(({ cells }) => [...cells.values()].some(isMoney))

const FUNDS = [
  ['fund', 'openingFund', '政府性基金预算'],
  ['capital', 'openingCapital', '国有资本经营预算'],
] as const

/** What the fiscal total prints of one budget, as far as its own table has columns for it. */
const fiscalCells = (
  { fiscalIncome, fiscalSpending }: FinalTables,
  table: AccountTableView,
  [fund, opening]: (typeof FUNDS)[number],
): readonly (AccountCell | undefined)[] => {
  const hasIncome = table.record.columns.some(({ role }) => role === 'income')
  const spent = rowCell(fiscalSpending, 'spendingTotal', fund)
  return hasIncome ? [rowCell(fiscalIncome, fund, 'amount'), rowCell(fiscalIncome, opening, 'amount'), spent] : [spent]
}

export const emptyWhenNothing = defineAccountsCheck({
  id: 'FA-246',
  title: '财政拨款总表有基金（国资）收支，基金（国资）表就不空',
  titleEn: 'A fund table is empty only when the fiscal total has nothing for it',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact', 'caiyu-2016-143#empty-tables'],
  rule: '公开04表政府性基金（国有资本经营）预算有金额 ⇔ 公开08（09）表有数据',
  remedy: '核对两张表，补列明细或改正总表',
  remedyEn: 'Compare both tables; add the rows or correct the total.',
  run({ accounts }, report) {
    const tables = finalTables(accounts)
    for (const one of FUNDS) {
      const [fund, , name] = one
      const table = tables[fund]
      if (!table || !tables.fiscalIncome || !tables.fiscalSpending) continue
      const cells = fiscalCells(tables, table, one)
      const money = cells.filter(isMoney)
      const isFilled = hasMoney(table)
      if (isFilled === money.length > 0 || cells.some((cell) => !cell?.own)) continue
      const own = cells.filter((cell) => cell !== undefined)
      const place = isFilled ? atTable(table) : atCell(money[0]!)
      const printed = isFilled ? '（空）' : shown(money[0]!)
      const message = isFilled
        ? `${table.name}有数据，财政拨款总表的${name}没有金额`
        : `${cellName(money[0]!)}印为${printed}，${table.name}没有数据`
      report({
        ...place,
        severity: proven('error', own),
        verdict: 'outside',
        printed,
        expected: isFilled ? `${name}的金额` : '0，或列出明细',
        message: withDoubt(own, message),
        messageEn: withDoubtEn(own, `${table.key} and the fiscal total do not agree on whether there is anything.`),
        proof: () =>
          proof({
            formula: `总表${name}有金额 ⇔ 本表有数据`,
            filledIn: message,
            result: '不成立',
            verdict: 'outside',
            inputs: money.map(inputOf),
          }),
      })
    }
  },
})
