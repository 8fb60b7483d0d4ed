import { finalTables, rowCell, totalCell } from '../../engine/account-equations/final.ts'
import type { AccountCell } from '../../engine/accounts.ts'
import { defineAccountsCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { atCell, inputOf, proven, shown, withDoubt, withDoubtEn } from '../support/accounts.ts'
import { certainlyMore } from '../support/accounts-compare.ts'

const isPositive = (cell: AccountCell | undefined): boolean => cell?.own?.value.isPositive() ?? false

export const operating = defineAccountsCheck({
  id: 'FA-146',
  title: '有经营支出就有经营收入或结余',
  titleEn: 'Operating spending needs operating income or a balance',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '公开03表经营支出 > 0 ⇒ 公开01表经营收入 > 0，或年初非财政结转、使用结余 > 0',
  remedy: '核对经营收支是否列错栏目',
  remedyEn: 'Check whether the amount stands in the right column.',
  run({ accounts }, report) {
    const { income, fiscalIncome, spendingByCode } = finalTables(accounts)
    const spent = totalCell(spendingByCode, 'operating')
    const earned = rowCell(income, 'operating', 'amount')
    const [opening, fiscal] = [rowCell(income, 'opening', 'amount'), rowCell(fiscalIncome, 'opening', 'amount')]
    if (!spent || !earned || !opening || !fiscal || !isPositive(spent) || earned.own === undefined) return
    if (
      isPositive(earned) ||
      isPositive(rowCell(income, 'usedBalance', 'amount')) ||
      certainlyMore([opening], [fiscal])
    )
      return
    const cells = [spent, earned, opening, fiscal]
    report({
      ...atCell(spent),
      severity: proven('warning', cells),
      verdict: 'outside',
      printed: spent.cell.printed,
      expected: '有经营收入或结余',
      message: withDoubt(cells, `经营支出${shown(spent)}，经营收入为${shown(earned)}，年初也没有非财政结转`),
      messageEn: withDoubtEn(
        cells,
        `Operating spending ${shown(spent)} has no operating income and no balance behind it.`,
      ),
      proof: () =>
        proof({
          formula: '经营支出 > 0 ⇒ 经营收入 > 0 或结余 > 0',
          filledIn: `${shown(spent)} > 0；经营收入${shown(earned)}；年初${shown(opening)} − ${shown(fiscal)}`,
          result: '不成立',
          verdict: 'outside',
          inputs: cells.map(inputOf),
        }),
    })
  },
})
