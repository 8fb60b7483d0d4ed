/** MO-019: the budget of the year is what was approved and what was added or taken away since. */
import { surely } from '../../engine/assessment.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { onMonitoring, viewMonitoring } from '../support/monitored.ts'
import { sumFinding } from '../support/plan-money.ts'

export const adjustedBudget = defineMonitoringCheck({
  id: 'MO-019',
  title: '调整后预算数等于年初预算数加调整数',
  titleEn: 'The adjusted budget is the initial one plus its adjustments',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2015-88#unchanged', 'definition#form-arithmetic'],
  rule: '全年（调整后）预算数 = 年初预算数 + 调整数',
  remedy: '核对调整文件，改正不符的一处。',
  remedyEn: 'Compare with the papers of the adjustment, and correct what is wrong.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const { name, amounts } of view.funds) {
      const { adjustedBudget: adjusted, initialBudget, adjustment } = amounts
      if (!adjusted || !initialBudget?.amount || !adjustment?.amount) continue
      const found = sumFinding(adjusted, [initialBudget, adjustment], true)
      if (!found) continue
      const expected = found.judged.expected.toString()
      report({
        ...onMonitoring(view, adjusted.field, adjusted.cell, [initialBudget.field, adjustment.field]),
        severity: surely(found.severity, adjusted.cell, initialBudget.cell, adjustment.cell),
        verdict: found.judged.verdict,
        printed: adjusted.cell.printed,
        expected,
        message: `${name}调整后预算印为${adjusted.cell.printed}：${initialBudget.cell.printed} + ${adjustment.cell.printed} = ${expected}`,
        messageEn: `The adjusted budget is printed ${adjusted.cell.printed}: ${initialBudget.cell.printed} + ${adjustment.cell.printed} = ${expected}.`,
        proof: found.proof,
      })
    }
  },
})
