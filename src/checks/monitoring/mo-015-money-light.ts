/** MO-015: the light of the money. */
import { defineMonitoringCheck } from '../../engine/check.ts'
import { showFraction } from '../../engine/fraction.ts'
import { proof } from '../../engine/proof.ts'
import { budgetsOf, onMonitoring, viewMonitoring } from '../support/monitored.ts'
import { LIGHT_NAMES, moneyLight } from '../support/monitored-lights.ts'
import { moneyInput } from '../support/plan-money.ts'

export const moneyLightShown = defineMonitoringCheck({
  id: 'MO-015',
  title: '资金执行进度的灯号',
  titleEn: 'The light of the money',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#monitoring-lights'],
  rule: 'v = 执行率 ÷ (月数 ÷ 12)：低于60%红灯，60%（含）—80%黄灯，其余绿灯',
  remedy: '查明支出进度慢的原因，加快执行或调整预算。',
  remedyEn: 'Find out why spending is slow; speed it up or adjust the budget.',
  run({ monitoring, rules }, report) {
    const view = viewMonitoring(monitoring)
    const found = moneyLight(view, rules)
    const executed = view.total?.amounts.executed
    const budget = view.total && budgetsOf(view.total)[0]
    if (!found || !executed || !budget || found.light === 'green') return
    const value = showFraction(found.share)
    const { months } = monitoring
    report({
      ...onMonitoring(view, executed.field, executed.cell, [budget.field]),
      sources: [rules.monitoringLights!.source],
      verdict: 'outside',
      printed: executed.cell.printed,
      expected: LIGHT_NAMES.green,
      message: `资金执行${LIGHT_NAMES[found.light]}：${executed.cell.printed} ÷ ${budget.cell.printed} ÷ (${months}/12) = ${value}`,
      messageEn: `The money has a ${found.light} light: ${executed.cell.printed} ÷ ${budget.cell.printed} ÷ (${months}/12) = ${value}.`,
      proof: () =>
        proof({
          formula: 'v = 执行数 ÷ 预算数 ÷ (月数 ÷ 12)',
          filledIn: `${executed.cell.printed} ÷ ${budget.cell.printed} ÷ (${months} ÷ 12)`,
          result: value,
          verdict: 'outside',
          inputs: [executed, budget].map(moneyInput),
        }),
    })
  },
})
