import { defineFormCheck } from '../../engine/check.ts'
import { spendingOf } from '../../engine/execution.ts'
import { cellInput, proof } from '../../engine/proof.ts'

/** 0 ÷ 0 is no rate; a place re-bases the weights or writes 不适用, it does not give points. */
export const zeroBudget = defineFormCheck({
  id: 'SE-019',
  title: '预算数为0时不计执行率和得分',
  titleEn: 'Without a budget there is no execution rate and no score',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#ratio-denominator'],
  rule: '全年预算数 = 0 且执行数 = 0：执行率不适用，其分值不得计分',
  remedy: '执行率栏写“不适用”，分值按当地规定分摊到其他指标',
  remedyEn: 'Write “not applicable” and redistribute the weight as the place prescribes.',
  run({ form, rules }, report) {
    const total = form.funds.total
    const spending = spendingOf(form, total, rules)
    if (!total || !spending?.budget.value.isZero() || !spending.executed.value.isZero()) return
    const { rate, score } = total.columns
    for (const field of [rate, score]) {
      if (!field?.number?.isPositive()) continue
      report({
        field: field.field,
        also: [spending.budgetField.field, spending.executedField.field],
        verdict: 'not-applicable',
        printed: field.cell.printed,
        expected: '不适用',
        message: `预算数和执行数都是0，${field === rate ? '执行率' : '得分'}印为${field.cell.printed}`,
        messageEn: `Budget and spending are both 0, yet ${field.cell.printed} is printed as ${field === rate ? 'rate' : 'score'}.`,
        proof: () =>
          proof({
            formula: '执行率 = 全年执行数 ÷ 全年预算数',
            filledIn: '0 ÷ 0',
            result: '不适用',
            verdict: 'not-applicable',
            inputs: [
              cellInput(form, '全年预算数', spending.budgetField.field),
              cellInput(form, '全年执行数', spending.executedField.field),
            ],
          }),
      })
    }
  },
})
