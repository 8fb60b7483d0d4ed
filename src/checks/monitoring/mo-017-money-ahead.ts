/** MO-017: money is spent faster than the goals are reached. */

import { defineMonitoringCheck } from '../../engine/check.ts'
import {
  compareFractions,
  type Fraction,
  fraction,
  minFraction,
  showFraction,
  times,
  whole,
} from '../../engine/fraction.ts'
import { baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { type MonitoringView, onMonitoring, viewMonitoring } from '../support/monitored.ts'
import { moneyLight } from '../support/monitored-lights.ts'

/** Progress of the goals, weighted by points; `undefined` unless every indicator with points can be compared. */
const goalProgress = ({ rows }: MonitoringView): Fraction | undefined => {
  let weights = Decimal.zero
  let sum: Fraction = whole(Decimal.zero)
  for (const { facts, untilNow } of rows) {
    const weight = facts.view.weight.number
    if (!weight?.isPositive()) continue
    const target = untilNow && baseValue(untilNow.target)
    if (untilNow?.direction !== 'forward' || !target?.isPositive()) return undefined
    const share = minFraction(fraction(baseValue(untilNow.actual), target), whole(Decimal.one))
    sum = {
      top: sum.top.multiply(share.bottom).add(share.top.multiply(weight).multiply(sum.bottom)),
      bottom: sum.bottom.multiply(share.bottom),
    }
    weights = weights.add(weight)
  }
  return weights.isPositive() ? { top: sum.top, bottom: sum.bottom.multiply(weights) } : undefined
}

/** Goals are not reached evenly over the months, so this is a hint. */
export const moneyAhead = defineMonitoringCheck({
  id: 'MO-017',
  title: '资金进度不明显超前于目标进度',
  titleEn: 'The money is not far ahead of the goals',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#monitoring-money-ahead'],
  rule: '(目标进度 − 资金进度) ÷ 目标进度 ≥ −5%；目标进度按分值加权，各指标都能比较时才计算',
  remedy: '核实提前支付的原因，督促实施。',
  remedyEn: 'Find out why money was paid ahead of the work.',
  run({ monitoring, rules }, report) {
    const share = rules.moneyAheadShare
    const view = viewMonitoring(monitoring)
    const money = moneyLight(view, rules)
    const goals = goalProgress(view)
    const executed = view.total?.amounts.executed
    if (!share || !money || !goals || !executed || !goals.top.isPositive()) return
    const limit = times(goals, Decimal.one.add(share.value))
    if (compareFractions(money.rate, limit) <= 0) return
    const percent = (value: Fraction): string => `${showFraction(times(value, Decimal.hundred), 2)}%`
    report({
      ...onMonitoring(view, executed.field, executed.cell),
      sources: [share.source],
      verdict: 'outside',
      printed: percent(money.rate),
      expected: `≤ ${percent(limit)}`,
      message: `资金执行${percent(money.rate)}，按分值加权的目标进度只有${percent(goals)}。`,
      messageEn: `${percent(money.rate)} of the money is spent, ${percent(goals)} of the goals reached.`,
    })
  },
})
