import { classRows } from '../../engine/account-equations/classes.ts'
import { type FinalTables, finalTables, rowCell } from '../../engine/account-equations/final.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { certainlyMore, type Excess, excessDraft } from '../support/accounts-compare.ts'

type Pair = Omit<Excess, 'severity'>

const pairs = ({ income, spending, fiscalIncome, fiscalSpending }: FinalTables): readonly Pair[] => {
  const own: Pair[] = [
    {
      left: [rowCell(fiscalSpending, 'spendingTotal', 'total')],
      right: [rowCell(spending, 'spendingTotal', 'amount')],
      formula: '财政拨款支出 ≤ 本年支出合计',
    },
    {
      left: [rowCell(fiscalIncome, 'opening', 'amount')],
      right: [rowCell(income, 'opening', 'amount')],
      formula: '年初财政拨款结转 ≤ 年初结转和结余',
    },
    {
      left: [rowCell(fiscalSpending, 'closing', 'total')],
      right: [rowCell(spending, 'closing', 'amount')],
      formula: '年末财政拨款结转 ≤ 年末结转和结余',
    },
  ]
  if (!spending || !fiscalSpending) return own
  const all = classRows(spending, 'amount')
  for (const [code, row] of classRows(fiscalSpending, 'total') ?? [])
    own.push({
      left: [row.cells.get('total')],
      right: [all?.get(code)?.cells.get('amount')],
      formula: `${row.name}：财政拨款支出 ≤ 支出`,
    })
  return own
}

export const fiscalWithinAll = defineAccountsCheck({
  id: 'FA-169',
  title: '财政拨款各数不大于全部资金的同名数',
  titleEn: 'Fiscal amounts are not more than all amounts',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '公开04表每类支出、支出合计、年初、年末 ≤ 公开01表同名数',
  remedy: '两张表取自同一本账，核对后改正',
  remedyEn: 'Compare both tables with the ledger.',
  run({ accounts }, report) {
    for (const pair of pairs(finalTables(accounts)))
      if (pair.left[0] && pair.right[0] && certainlyMore(pair.left, pair.right))
        report(excessDraft({ ...pair, severity: 'error' }))
  },
})
