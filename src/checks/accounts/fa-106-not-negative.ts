/** FA-106 (with CM-013): amounts below zero, and a grand total of nothing. */
import { finalTables, rowCell } from '../../engine/account-equations/final.ts'
import type { AccountCell, AccountsView } from '../../engine/accounts.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atCell, cellName, inputOf, withDoubt, withDoubtEn } from '../support/accounts.ts'

const negatives = ({ tables }: AccountsView): readonly AccountCell[] =>
  tables.flatMap(({ entries }) =>
    entries.flatMap(({ cells }) => [...cells.values()].filter(({ own }) => own?.value.isNegative())),
  )

/** Lists of hundreds of negative numbers are another kind of table. */
const MOST = 20

export const notNegative = defineAccountsCheck({
  id: 'FA-106',
  title: '决算、预算表的金额不为负，总计大于0',
  titleEn: 'Amounts are not negative, and the grand total is more than nothing',
  kind: 'A',
  severity: 'warning',
  missing: 'blank-is-zero',
  basis: 'definition',
  cites: ['definition#non-negative'],
  rule: '收入、支出、结转和结余 ≥ 0；收入支出总计 > 0',
  remedy: '核对数据；冲减形成的负数在说明中写明',
  remedyEn: 'Check the number; explain a reversal in words.',
  run({ accounts }, report) {
    for (const cell of negatives(accounts).slice(0, MOST))
      report({
        ...atCell(cell),
        verdict: 'outside',
        printed: cell.cell.printed,
        expected: '≥ 0',
        message: withDoubt([cell], `${cellName(cell)}为负数${cell.cell.printed}`),
        messageEn: withDoubtEn([cell], `${cell.table.key}: ${cell.cell.printed} is negative.`),
        proof: () =>
          proof({
            formula: 'x ≥ 0',
            filledIn: `${cell.cell.printed} ≥ 0`,
            result: '不成立',
            verdict: 'outside',
            inputs: [inputOf(cell)],
          }),
      })
    const { income, incomeByCode } = finalTables(accounts)
    const total = rowCell(income, 'total', 'amount')
    if (!total || income?.record.isBlank || total.state !== 'number' || !total.own?.value.isZero() || !incomeByCode)
      return
    report({
      ...atCell(total),
      verdict: 'outside',
      printed: total.cell.printed,
      expected: '> 0',
      message: withDoubt([total], `${cellName(total)}为0`),
      messageEn: withDoubtEn([total], 'The grand total is 0.'),
      proof: () =>
        proof({
          formula: '总计 > 0',
          filledIn: `${total.cell.printed} > 0`,
          result: '不成立',
          verdict: 'outside',
          inputs: [inputOf(total)],
        }),
    })
  },
})
