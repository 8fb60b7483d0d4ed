/** SE-091: little money used, or a poor total: the form says why, somewhere. */
import { defineFormCheck } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { explainsExecution } from '../support/explanations.ts'
import { factsOf } from '../support/form-facts.ts'
import { totalFunds } from '../support/fund-amounts.ts'

export const lowExecutionExplained = defineFormCheck({
  id: 'SE-091',
  title: '执行率低或得分低的写明原因',
  titleEn: 'A low execution rate or total score is explained',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#low-execution-reason'],
  rule: '执行率低于规则包的界线，或总分低于“良”，表内有原因说明',
  remedy: '写明未执行或低分的原因、剩余资金去向和改进措施。',
  remedyEn: 'Say why, what happens with the money left, and what is done about it.',
  run({ form, rules }, report) {
    const funds = totalFunds(form, rules)
    const { value: limit, source } = rules.lowExecutionRate
    const facts = factsOf(form)
    if (funds && funds.executed.compare(funds.budget.multiply(limit)) < 0 && !funds.executed.isNegative()) {
      if (explainsExecution(facts)) return
      const rate = `${Decimal.hundred.multiply(funds.executed).divide(funds.budget, 2)}%`
      report({
        field: form.funds.total?.columns.rate ? 'funds.total.rate' : 'funds.total.executed',
        sources: [source],
        verdict: 'outside',
        printed: form.funds.total?.columns.rate?.cell.printed || rate,
        expected: '原因和改进措施',
        message: `执行率只有${rate}（${funds.executedField.cell.printed}/${funds.budgetField.cell.printed}），全表没有说明原因。`,
        messageEn: `Only ${rate} of the budget was used, and nothing in the form says why.`,
      })
      return
    }
    const good = rules.grades.value.find(({ grade }) => grade === '良')?.from
    const total = form.totalScore?.number
    if (!good || !total || total.compare(good) >= 0 || explainsExecution(facts)) return
    report({
      field: 'totalScore',
      sources: [rules.grades.source],
      verdict: 'outside',
      printed: form.totalScore!.cell.printed,
      expected: '原因和改进措施',
      message: `总分${form.totalScore!.cell.printed}低于${good.normalize()}分，全表没有说明原因。`,
      messageEn: `The total of ${form.totalScore!.cell.printed} is below ${good.normalize()}, and nothing in the form says why.`,
    })
  },
})
