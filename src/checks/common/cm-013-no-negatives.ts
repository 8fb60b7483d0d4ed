import { FUND_COLUMNS } from '../../domain/self-evaluation.ts'
import { defineFormCheck } from '../../engine/check.ts'
import type { FormView, NumberField } from '../../engine/form-view.ts'
import { working } from '../../engine/proof.ts'
import { numberTraits } from '../support/number-traits.ts'

/** Scores below zero are SE-046 and SE-023. */
const negatives = (form: FormView): readonly NumberField[] => {
  const found: NumberField[] = []
  for (const row of form.funds.rows)
    for (const column of FUND_COLUMNS) {
      const field = row.columns[column]
      if (field?.number?.isNegative() && column !== 'score') found.push(field)
    }
  for (const { weight } of form.indicators) if (weight.number?.isNegative()) found.push(weight)
  if (form.totalScore?.number?.isNegative()) found.push(form.totalScore)
  return found
}

export const noNegatives = defineFormCheck({
  id: 'CM-013',
  title: '预算数、执行数、分值不为负',
  titleEn: 'Budgets, spending and weights are not negative',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#non-negative'],
  rule: '年初预算数、全年预算数、执行数、执行率、分值、总分 ≥ 0',
  remedy: '核对数据；冲减形成的负数在说明中写明',
  remedyEn: 'Check the number; explain a reversal in words.',
  run({ form }, report) {
    if (!numberTraits(form).hasNegative) return
    for (const field of negatives(form))
      report({
        field: field.field,
        verdict: 'outside',
        printed: field.cell.printed,
        expected: '≥ 0',
        message: `${field.cell.printed}为负数`,
        messageEn: `${field.cell.printed} is negative.`,
        proof: working(
          form,
          { formula: 'x ≥ 0', filledIn: `${field.cell.printed} ≥ 0`, result: '不成立', verdict: 'outside' },
          [['数值', field.field]],
        ),
      })
  },
})
