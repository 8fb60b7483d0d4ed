import { defineFormCheck } from '../../engine/check.ts'
import { isFull } from '../../engine/comparison.ts'
import { exactRate, spendingOf } from '../../engine/execution.ts'
import { compareTo, showFraction, times } from '../../engine/fraction.ts'
import { working } from '../../engine/proof.ts'
import { CONTRADICTING_EXECUTION, SATURATED_EXECUTION } from '../../engine/proposals.ts'
import { gradeOf } from '../../engine/scoring.ts'
import { Decimal } from '../../kernel/decimal.ts'

/** Most of the money lay idle and everything was done all the same: one of the two is not so. */
export const scoreFitsExecution = defineFormCheck({
  id: 'SE-066',
  title: '执行率很低而得分很高',
  titleEn: 'A high score does not go with very low spending',
  kind: 'S',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#contradiction'],
  rule: '总分达到“优”而执行率低于60%，或全部指标满分而执行率低于80%',
  remedy: '核实完成情况；预算编得过大的，说明节约或调整的原因',
  remedyEn: 'Verify the results; where the budget was too large, explain.',
  run({ form, rules }, report) {
    const total = form.totalScore
    const spending = spendingOf(form, form.funds.total, rules)
    const rate = spending && exactRate(spending)
    if (!spending || !rate || compareTo(rate, SATURATED_EXECUTION) >= 0) return
    const scoredRows = form.indicators.filter(({ weight }) => weight.number?.isPositive())
    const isSaturated = scoredRows.length > 0 && scoredRows.every(isFull)
    const isExcellent = total?.number !== undefined && gradeOf(rules.grades.value, total.number) === '优'
    if (!isSaturated && !(isExcellent && compareTo(rate, CONTRADICTING_EXECUTION) < 0)) return
    const percent = `${showFraction(times(rate, Decimal.hundred), 2)}%`
    const what = isSaturated ? '全部指标得满分' : `总分${total?.cell.printed}`
    report({
      field: total?.field ?? 'totalScore',
      also: [spending.executedField.field, spending.budgetField.field],
      verdict: 'outside',
      printed: total?.cell.printed ?? '',
      expected: '核实完成情况',
      message: `执行率只有${percent}，${what}`,
      messageEn: `Only ${percent} of the budget was spent, yet ${isSaturated ? 'every indicator has full points' : `the total is ${total?.cell.printed}`}.`,
      proof: working(
        form,
        {
          formula: '执行率与得分相称',
          filledIn: `${spending.executedField.cell.printed} ÷ ${spending.budgetField.cell.printed} = ${percent}；${what}`,
          result: '相互矛盾',
          verdict: 'outside',
        },
        [
          ['全年执行数', spending.executedField.field],
          ['全年预算数', spending.budgetField.field],
          ['总分', 'totalScore'],
        ],
      ),
    })
  },
})
