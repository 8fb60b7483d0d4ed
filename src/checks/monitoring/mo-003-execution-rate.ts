/** MO-003: the rate of the months counted. */
import { surely } from '../../engine/assessment.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { budgetsOf, onMonitoring, viewMonitoring } from '../support/monitored.ts'
import { rateFinding } from '../support/monitored-rate.ts'

export const monitoredRate = defineMonitoringCheck({
  id: 'MO-003',
  title: '执行率等于执行数除以预算数',
  titleEn: 'The execution rate equals executed over budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2019-136#form-columns', 'definition#form-arithmetic'],
  rule: '1—7月执行率 = 1—7月执行数 ÷ 预算数（年初或调整后）；按印刷数的舍入区间判定',
  remedy: '按执行数和预算数重算执行率，或改正其中的金额。',
  remedyEn: 'Recompute the rate, or correct the amounts behind it.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const funds of view.funds) {
      const { rate, executed: amount } = funds.amounts
      const found = rateFinding(rate, amount, budgetsOf(funds))
      if (!rate || !amount || !found) continue
      report({
        ...onMonitoring(view, rate.field, rate.cell, [amount.field, found.budget.field]),
        severity: surely(found.severity, rate.cell, amount.cell, found.budget.cell),
        verdict: found.judged.verdict,
        printed: rate.cell.printed,
        expected: found.expected,
        message: `${funds.name}的执行率印为${rate.cell.printed}，${found.working}`,
        messageEn: `The rate is printed ${rate.cell.printed}; ${found.working}.`,
        proof: found.proof,
      })
    }
  },
})
