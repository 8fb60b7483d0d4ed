/** MO-007: the rate that is expected of the year. */
import { surely } from '../../engine/assessment.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { budgetsOf, onMonitoring, viewMonitoring } from '../support/monitored.ts'
import { rateFinding } from '../support/monitored-rate.ts'

export const forecastRate = defineMonitoringCheck({
  id: 'MO-007',
  title: '预计执行率等于全年预计执行数除以预算数',
  titleEn: 'The forecast rate equals the forecast over the budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2019-136#form-columns', 'definition#form-arithmetic'],
  rule: '（预计）执行率 = 全年预计执行数 ÷ 预算数（年初或调整后）',
  remedy: '按全年预计执行数重算执行率，或改正其中的金额。',
  remedyEn: 'Recompute the rate, or correct the amounts behind it.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const funds of view.funds) {
      const { forecastRate: rate, forecast: amount } = funds.amounts
      const found = rateFinding(rate, amount, budgetsOf(funds))
      if (!rate || !amount || !found) continue
      report({
        ...onMonitoring(view, rate.field, rate.cell, [amount.field, found.budget.field]),
        severity: surely(found.severity, rate.cell, amount.cell, found.budget.cell),
        verdict: found.judged.verdict,
        printed: rate.cell.printed,
        expected: found.expected,
        message: `${funds.name}的预计执行率印为${rate.cell.printed}，${found.working}`,
        messageEn: `The rate is printed ${rate.cell.printed}; ${found.working}.`,
        proof: found.proof,
      })
    }
  },
})
