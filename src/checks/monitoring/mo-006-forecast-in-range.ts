/** MO-006: what will have been spent by the end of the year is no less than now, and no more than the budget. */
import { surely } from '../../engine/assessment.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'
import { onMonitoring, viewMonitoring } from '../support/monitored.ts'

export const forecastInRange = defineMonitoringCheck({
  id: 'MO-006',
  title: '全年预计执行数不小于已执行数，不大于调整后预算数',
  titleEn: 'The forecast lies between what was spent and the adjusted budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#executed-within-budget', 'caiyu-2019-136#form-columns'],
  rule: '执行数 ≤ 全年预计执行数 ≤ 调整后预算数；只有年初预算数时超出的提示核实',
  remedy: '核对全年预计执行数；预算追加的写明调整后预算数。',
  remedyEn: 'Check the forecast; state the adjusted budget where it was raised.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const { name, amounts } of view.funds) {
      const { executed, forecast, adjustedBudget, initialBudget } = amounts
      if (!forecast?.amount) continue
      const place = (also: string) => onMonitoring(view, forecast.field, forecast.cell, [also])
      const printed = forecast.cell.printed
      if (executed?.amount && certainlyExceeds(executed.amount, forecast.amount))
        report({
          ...place(executed.field),
          severity: surely('error', forecast.cell, executed.cell),
          verdict: 'outside',
          printed,
          expected: `≥ ${executed.cell.printed}`,
          message: `${name}全年预计执行${printed}，少于已经执行的${executed.cell.printed}。`,
          messageEn: `The forecast ${printed} is less than the ${executed.cell.printed} already spent.`,
        })
      const adjusted = adjustedBudget?.amount ? adjustedBudget : undefined
      const budget = adjusted ?? initialBudget
      if (!budget?.amount || !certainlyExceeds(forecast.amount, budget.amount)) continue
      report({
        ...place(budget.field),
        severity: adjusted ? surely('error', forecast.cell, budget.cell) : 'info',
        verdict: adjusted ? 'outside' : 'undecided',
        printed,
        expected: `≤ ${budget.cell.printed}`,
        message: `${name}全年预计执行${printed}，大于${adjusted ? '全年预算数' : '年初预算数'}${budget.cell.printed}。`,
        messageEn: `The forecast ${printed} exceeds the ${adjusted ? 'adjusted' : 'initial'} budget ${budget.cell.printed}.`,
      })
    }
  },
})
