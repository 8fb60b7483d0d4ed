import { defineFormCheck } from '../../engine/check.ts'
import { cellInput, proof } from '../../engine/proof.ts'

/** Overspending earns nothing: the score of the fund block stays within 0 and its weight. */
export const executionScoreCapped = defineFormCheck({
  id: 'SE-023',
  title: '资金得分在0和分值之间',
  titleEn: 'The execution score lies between 0 and its weight',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#score-range'],
  rule: '0 ≤ 资金得分 ≤ 分值；执行率超过100%也不加分',
  remedy: '改正得分；执行数大于预算数的先核对金额',
  remedyEn: 'Correct the score; where spending exceeds the budget check the amounts first.',
  run({ form }, report) {
    const { score, weight } = form.funds.total?.columns ?? {}
    if (!score?.number || !weight?.number) return
    if (!score.number.isNegative() && score.number.compare(weight.number) <= 0) return
    report({
      field: score.field,
      also: [weight.field],
      verdict: 'outside',
      printed: score.cell.printed,
      expected: `0—${weight.cell.printed}`,
      message: `资金得分${score.cell.printed}不在0和分值${weight.cell.printed}之间`,
      messageEn: `The execution score ${score.cell.printed} is not within 0 and ${weight.cell.printed}.`,
      proof: () =>
        proof({
          formula: '0 ≤ 得分 ≤ 分值',
          filledIn: `0 ≤ ${score.cell.printed} ≤ ${weight.cell.printed}`,
          result: '不成立',
          verdict: 'outside',
          inputs: [cellInput(form, '得分', score.field), cellInput(form, '分值', weight.field)],
        }),
    })
  },
})
