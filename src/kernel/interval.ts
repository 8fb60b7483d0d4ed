/**
 * Intervals of printed numbers. A number printed with last unit u stands for every value in [x − u/2, x + u/2]
 * (rules.md E0: τ1). Quotients are kept as fractions, so that no bound is ever rounded.
 */
import { Decimal, maximum, minimum } from './decimal.ts'

/** Closed interval with exact ends, `low ≤ high`. */
export interface Interval {
  readonly low: Decimal
  readonly high: Decimal
}

const HALF = Decimal.of(5, 1)

export const point = (value: Decimal): Interval => ({ low: value, high: value })

/** [x − u/2, x + u/2] with u the last printed unit of `value`. */
export const printedInterval = (value: Decimal): Interval => {
  const half = value.lastUnit().multiply(HALF)
  return { low: value.subtract(half), high: value.add(half) }
}

export const addIntervals = (a: Interval, b: Interval): Interval => ({
  low: a.low.add(b.low),
  high: a.high.add(b.high),
})

export const scaleInterval = (a: Interval, factor: Decimal): Interval =>
  factor.isNegative()
    ? { low: a.high.multiply(factor), high: a.low.multiply(factor) }
    : { low: a.low.multiply(factor), high: a.high.multiply(factor) }

export const multiplyIntervals = (a: Interval, b: Interval): Interval => {
  const corners = [a.low.multiply(b.low), a.low.multiply(b.high), a.high.multiply(b.low), a.high.multiply(b.high)]
  return { low: corners.reduce(minimum), high: corners.reduce(maximum) }
}

/** No value of a printed amount, weight or score lies below zero just because it was rounded. */
export const clampInterval = (a: Interval, low: Decimal, high?: Decimal): Interval => ({
  low: high ? minimum(maximum(a.low, low), high) : maximum(a.low, low),
  high: high ? minimum(maximum(a.high, low), high) : maximum(a.high, low),
})

export const meets = (a: Interval, b: Interval): boolean => a.low.compare(b.high) <= 0 && b.low.compare(a.high) <= 0

export const contains = (a: Interval, value: Decimal): boolean =>
  a.low.compare(value) <= 0 && value.compare(a.high) <= 0

/** A ratio of two intervals, both ends as exact fractions; denominators are positive. */
export interface RatioInterval {
  readonly lowTop: Decimal
  readonly lowBottom: Decimal
  readonly highTop: Decimal
  readonly highBottom: Decimal
}

/**
 * x / y for x ≥ 0 and y > 0. `undefined` when y may be zero or negative: then nothing can be said of the ratio.
 */
export const ratioInterval = (x: Interval, y: Interval): RatioInterval | undefined => {
  if (!y.low.isPositive()) return undefined
  const lowTop = x.low.isNegative() ? Decimal.zero : x.low
  return { lowTop, lowBottom: y.high, highTop: x.high, highBottom: y.low }
}

/** Does factor·(x/y) meet [a.low, a.high]? Exact, by cross-multiplication. */
export const ratioMeets = (ratio: RatioInterval, factor: Decimal, a: Interval): boolean =>
  factor.multiply(ratio.lowTop).compare(a.high.multiply(ratio.lowBottom)) <= 0 &&
  a.low.multiply(ratio.highBottom).compare(factor.multiply(ratio.highTop)) <= 0

/** The ends as decimals for showing, rounded outwards by at most one unit of `scale`. Never for deciding. */
export const showRatio = (ratio: RatioInterval, factor: Decimal, scale: number): Interval => ({
  low: factor.multiply(ratio.lowTop).divide(ratio.lowBottom, scale, 'down'),
  high: factor.multiply(ratio.highTop).divide(ratio.highBottom, scale),
})
