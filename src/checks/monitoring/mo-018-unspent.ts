/** MO-018: much of the budget will be left at the end of the year. */

import { defineMonitoringCheck } from '../../engine/check.ts'
import { compareTo, fraction, showFraction, times } from '../../engine/fraction.ts'
import { baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { budgetsOf, onMonitoring, viewMonitoring } from '../support/monitored.ts'

export const unspentSmall = defineMonitoringCheck({
  id: 'MO-018',
  title: '预计全年未支出的比例不大',
  titleEn: 'Little of the budget is expected to remain',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#monitoring-unspent'],
  rule: '1 − 全年预计执行数 ÷ 预算数 ≤ 规则包的比例（20%）',
  remedy: '核实预计执行数，确有结余的按程序调减预算。',
  remedyEn: 'Check the forecast; give back what will not be spent.',
  run({ monitoring, rules }, report) {
    const limit = rules.unspentShare
    const view = viewMonitoring(monitoring)
    const forecast = view.total?.amounts.forecast
    const budget = view.total && budgetsOf(view.total)[0]
    if (!limit || !forecast?.amount || !budget?.amount || !baseValue(budget.amount).isPositive()) return
    const bottom = baseValue(budget.amount)
    const unspent = fraction(bottom.subtract(baseValue(forecast.amount)), bottom)
    if (compareTo(unspent, limit.value) <= 0) return
    const percent = showFraction(times(unspent, Decimal.hundred), 2)
    report({
      ...onMonitoring(view, forecast.field, forecast.cell, [budget.field]),
      sources: [limit.source],
      verdict: 'outside',
      printed: forecast.cell.printed,
      expected: `未支出 ≤ ${limit.value.shift(2).normalize()}%`,
      message: `预算${budget.cell.printed}，全年预计执行${forecast.cell.printed}，将有${percent}%支不出去。`,
      messageEn: `${percent} % of the budget ${budget.cell.printed} is expected to remain.`,
    })
  },
})
