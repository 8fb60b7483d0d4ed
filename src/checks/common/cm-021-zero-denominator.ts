import { defineFormCheck } from '../../engine/check.ts'
import { fundRowName } from '../../engine/drafts.ts'
import { spendingOf } from '../../engine/execution.ts'
import { working } from '../../engine/proof.ts'

/** rules.md 0.1 row 17. A row where nothing was budgeted and nothing spent may print 0 or leave the rate blank. */
export const rateNeedsDenominator = defineFormCheck({
  id: 'CM-021',
  title: '分母为0时不写百分比',
  titleEn: 'A ratio over zero has no percentage',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#ratio-denominator'],
  rule: '全年预算数 = 0 而执行数 ≠ 0：不得写执行率',
  remedy: '核对预算数；确无预算的，执行率写“不适用”并说明',
  remedyEn: 'Check the budget; where there is none, write “not applicable”.',
  run({ form, rules }, report) {
    for (const row of form.funds.rows) {
      const { rate } = row.columns
      if (rate?.number === undefined) continue
      const spending = spendingOf(form, row, rules)
      if (!spending?.budget.value.isZero() || spending.executed.value.isZero()) continue
      const printed = rate.cell.printed
      report({
        field: rate.field,
        also: [spending.budgetField.field, spending.executedField.field],
        verdict: 'not-applicable',
        printed,
        expected: '不适用',
        message: `${fundRowName(row)}的预算数为0、执行数为${spending.executedField.cell.printed}，执行率印为${printed}`,
        messageEn: `The budget is 0 and ${spending.executedField.cell.printed} was spent, yet a rate of ${printed} is printed.`,
        proof: working(
          form,
          {
            formula: '执行率 = 执行数 ÷ 预算数',
            filledIn: `${spending.executedField.cell.printed} ÷ 0`,
            result: '不适用',
            verdict: 'not-applicable',
          },
          [
            ['执行数', spending.executedField.field],
            ['预算数', spending.budgetField.field],
          ],
        ),
      })
    }
  },
})
