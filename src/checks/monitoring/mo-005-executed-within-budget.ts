/** MO-005: what was spent is not negative and no more than there was to spend. */
import { surely } from '../../engine/assessment.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'
import { onMonitoring, viewMonitoring } from '../support/monitored.ts'

/** Beside the initial budget alone more may have been spent: the budget may have been raised since. */
export const executedWithinBudget = defineMonitoringCheck({
  id: 'MO-005',
  title: '执行数不为负，不大于可用预算数',
  titleEn: 'The executed amount lies between 0 and the budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#executed-within-budget', 'definition#non-negative'],
  rule: '0 ≤ 执行数 ≤ 全年（调整后）预算数；只有年初预算数时超出的提示核实',
  remedy: '核对执行数和预算数；预算追加的写明调整后预算数。',
  remedyEn: 'Check both amounts; state the adjusted budget where it was raised.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const { name, amounts } of view.funds) {
      const { executed, adjustedBudget, initialBudget } = amounts
      if (!executed?.amount) continue
      const adjusted = adjustedBudget?.amount ? adjustedBudget : undefined
      const budget = adjusted ?? initialBudget
      const isNegative = executed.amount.value.isNegative()
      if (!isNegative && !(budget?.amount && certainlyExceeds(executed.amount, budget.amount))) continue
      report({
        ...onMonitoring(view, executed.field, executed.cell, budget ? [budget.field] : []),
        severity: isNegative || adjusted ? surely('error', executed.cell, budget?.cell) : 'info',
        verdict: isNegative || adjusted ? 'outside' : 'undecided',
        printed: executed.cell.printed,
        expected: isNegative ? '≥ 0' : `≤ ${budget!.cell.printed}`,
        message: isNegative
          ? `${name}的执行数${executed.cell.printed}为负。`
          : `${name}的执行数${executed.cell.printed}大于${adjusted ? '全年预算数' : '年初预算数'}${budget!.cell.printed}。`,
        messageEn: isNegative
          ? `The executed amount ${executed.cell.printed} is negative.`
          : `The executed amount ${executed.cell.printed} exceeds the ${adjusted ? 'adjusted' : 'initial'} budget ${budget!.cell.printed}.`,
      })
    }
  },
})
