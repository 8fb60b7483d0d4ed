import { defineFormCheck } from '../../engine/check.ts'
import { fundRowName } from '../../engine/drafts.ts'
import { spendingOf } from '../../engine/execution.ts'
import { cellInput, proof } from '../../engine/proof.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'

/** More than rounding above the budget: money was spent that was not there, or one of the two cells is wrong. */
export const executedWithinBudget = defineFormCheck({
  id: 'SE-017',
  title: '执行数不超过全年预算数',
  titleEn: 'Spending does not exceed the full-year budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#executed-within-budget'],
  rule: '资金总额和各来源：全年执行数 ≤ 全年预算数',
  remedy: '核对执行数和调整后的全年预算数',
  remedyEn: 'Check the executed amount and the adjusted budget.',
  run({ form, rules }, report) {
    for (const row of form.funds.rows) {
      const spending = spendingOf(form, row, rules)
      if (!spending || !certainlyExceeds(spending.executed, spending.budget)) continue
      const { budgetField, executedField } = spending
      const printed = executedField.cell.printed
      const name = fundRowName(row)
      report({
        field: executedField.field,
        also: [budgetField.field],
        verdict: 'outside',
        printed,
        expected: `≤ ${budgetField.cell.printed}`,
        message: `${name}的执行数${printed}大于全年预算数${budgetField.cell.printed}`,
        messageEn: `The executed amount ${printed} exceeds the budget ${budgetField.cell.printed}.`,
        proof: () =>
          proof({
            formula: '全年执行数 ≤ 全年预算数',
            filledIn: `${printed} ≤ ${budgetField.cell.printed}`,
            result: '不成立',
            verdict: 'outside',
            inputs: [
              cellInput(form, `${name}·执行数`, executedField.field),
              cellInput(form, `${name}·全年预算数`, budgetField.field),
            ],
          }),
      })
    }
  },
})
