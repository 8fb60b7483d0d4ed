/** Traffic lights of monitoring, as systems in use compute them: progress against what the months passed would give. */

import { compareTo, type Fraction, fraction } from '../../engine/fraction.ts'
import { baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { measureOf } from '../../kernel/units.ts'
import type { MonitoringLights, SelfEvaluationRules } from '../../law/self-evaluation-rules.ts'
import { budgetsOf, type MonitoredRow, type MonitoringView } from './monitored.ts'

export type Light = 'red' | 'yellow' | 'green' | 'blue'

export const LIGHT_NAMES: Readonly<Record<Light, string>> = { red: '红灯', yellow: '黄灯', green: '绿灯', blue: '蓝灯' }

/** What adds up over the months. A rate or a satisfaction does not. */
export const COUNTED_MEASURES: ReadonlySet<string> = new Set([
  'people',
  'people-times',
  'count',
  'times',
  'length',
  'area',
  'volume',
  'weight',
  'lesson',
  'money',
])

const YEAR = Decimal.of(12)

const stepOf = (share: Fraction, { red, yellow, blue }: MonitoringLights, hasBlue: boolean): Light => {
  if (compareTo(share, red) < 0) return 'red'
  if (compareTo(share, yellow) < 0) return 'yellow'
  return hasBlue && compareTo(share, blue) > 0 ? 'blue' : 'green'
}

export interface RowLight {
  readonly row: MonitoredRow
  readonly kind: 'forward' | 'reverse'
  readonly light: Light
  /** Progress as a share of what the months passed would give; only of forward indicators. */
  readonly share: Fraction | undefined
}

/** `undefined`: no number, no direction, or a value that does not add up over the months. */
export const rowLight = (row: MonitoredRow, months: number, rules: SelfEvaluationRules): RowLight | undefined => {
  const { untilNow } = row
  const lights = rules.monitoringLights?.value
  if (!untilNow || !lights || months === 0 || untilNow.actualOperator !== undefined || untilNow.isApproximate)
    return undefined
  if (untilNow.direction === 'reverse')
    return { row, kind: 'reverse', light: untilNow.outcome === 'missed' ? 'red' : 'green', share: undefined }
  const target = baseValue(untilNow.target)
  if (untilNow.isPercent || !target.isPositive() || !COUNTED_MEASURES.has(measureOf(untilNow.unit) ?? ''))
    return undefined
  const share = fraction(baseValue(untilNow.actual).multiply(YEAR), target.multiply(Decimal.of(months)))
  return { row, kind: 'forward', light: stepOf(share, lights, true), share }
}

export interface MoneyLight {
  readonly light: Light
  /** Executed ÷ budget. */
  readonly rate: Fraction
  readonly share: Fraction
}

/** The light of the total's execution; `undefined` without amounts or months. */
export const moneyLight = (view: MonitoringView, rules: SelfEvaluationRules): MoneyLight | undefined => {
  const { months } = view.monitoring
  const lights = rules.monitoringLights?.value
  const executed = view.total?.amounts.executed?.amount
  const budget = view.total && budgetsOf(view.total)[0]?.amount
  if (!lights || !executed || !budget || months === 0 || !baseValue(budget).isPositive()) return undefined
  const rate = fraction(baseValue(executed), baseValue(budget))
  const share = { top: rate.top.multiply(YEAR), bottom: rate.bottom.multiply(Decimal.of(months)) }
  return { light: stepOf(share, lights, false), rate, share }
}

const WORST: readonly Light[] = ['red', 'yellow', 'green', 'blue']

/** The goal's light is the worst of its indicators'. */
export const worstLight = (lights: readonly Light[]): Light | undefined => WORST.find((light) => lights.includes(light))
