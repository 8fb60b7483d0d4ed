/**
 * The scoring formulas of self-evaluation, exact (rules.md A1, A2, A7). Every function returns a fraction of points;
 * rounding is the caller's business and happens only for showing. Inputs are points, base-unit values and ratios as
 * exact decimals or fractions; nothing here reads a form.
 */
import { Decimal, maximum, minimum } from '../kernel/decimal.ts'
import type {
  EqualScoring,
  ExecutionScoring,
  ForwardScoring,
  GradeBand,
  QualitativeBand,
  ReverseScoring,
} from '../law/self-evaluation-rules.ts'
import { compareTo, type Fraction, fraction, maxFraction, minFraction, times, whole } from './fraction.ts'

const ZERO = whole(Decimal.zero)

interface Band {
  readonly from: Decimal
  readonly share: Decimal
}

/** Share of the highest band whose inclusive lower end is reached; zero below all bands. */
const bandShare = (ratio: Fraction, bands: readonly Band[]): Decimal => {
  let best: Band | undefined
  for (const band of bands)
    if (compareTo(ratio, band.from) >= 0 && (!best || band.from.compare(best.from) > 0)) best = band
  return best?.share ?? Decimal.zero
}

/** Share of budget used. `undefined` when the budget is zero or negative: not applicable (SE-019). */
export const executionRatio = (executed: Decimal, budget: Decimal): Fraction | undefined =>
  budget.isPositive() ? fraction(executed, budget) : undefined

/**
 * Points of the fund block for the rate `ratio` (1 = all used). Proportional: W·min(r, 1), not below 0.
 * Bands: the full weight needs r = 1 and no overspending; a band's lower end belongs to it.
 */
export const executionScore = (method: ExecutionScoring, ratio: Fraction, weight: Decimal): Fraction => {
  if (method.method === 'bands') return whole(weight.multiply(bandShare(ratio, method.bands)))
  return times(maxFraction(ZERO, minFraction(ratio, whole(Decimal.one))), weight)
}

/**
 * Forward indicator (larger is better), target A, actual B, weight W: W·min(B/A, 1), not below 0; below the pass line
 * of the pack 0. A = 0: met by any B ≥ 0 (SE-047), so that nothing is divided by zero.
 */
export const forwardScore = (method: ForwardScoring, target: Decimal, actual: Decimal, weight: Decimal): Fraction => {
  if (!target.isPositive()) return actual.compare(target) >= 0 ? whole(weight) : ZERO
  if (actual.compare(target) >= 0) return whole(weight)
  if (!actual.isPositive()) return ZERO
  const reached = fraction(actual, target)
  return method.passLine && compareTo(reached, method.passLine) < 0 ? ZERO : times(reached, weight)
}

/** One end of what `reverseScore` admits; `either` is left to the caller, who takes both. */
export const reverseScoreBy = (
  formula: 'inverse' | 'linear',
  target: Decimal,
  actual: Decimal,
  weight: Decimal,
): Fraction => {
  if (actual.compare(target) <= 0) return whole(weight)
  if (!target.isPositive()) return ZERO
  if (formula === 'inverse') return fraction(weight.multiply(target), actual)
  const rest = target.add(target).subtract(actual)
  return rest.isPositive() ? fraction(weight.multiply(rest), target) : ZERO
}

/**
 * Reverse indicator (smaller is better): B ≤ A → W; above, `inverse` W·A/B or `linear` W·max(0, 1 − (B−A)/A).
 * A pack that does not fix the formula gives both ends. A = 0 and B > 0: 0 points under either.
 */
export const reverseScore = (
  method: ReverseScoring,
  target: Decimal,
  actual: Decimal,
  weight: Decimal,
): { readonly low: Fraction; readonly high: Fraction } => {
  if (method !== 'either') {
    const score = reverseScoreBy(method, target, actual, weight)
    return { low: score, high: score }
  }
  const inverse = reverseScoreBy('inverse', target, actual, weight)
  const linear = reverseScoreBy('linear', target, actual, weight)
  return { low: minFraction(inverse, linear), high: maxFraction(inverse, linear) }
}

/** Equal indicator (= A). `all-or-nothing`, `proportional` to the smaller over the larger, `at-least-full` B ≥ A → W. */
export const equalScore = (
  method: EqualScoring,
  target: Decimal,
  actual: Decimal,
  weight: Decimal,
): { readonly low: Fraction; readonly high: Fraction } => {
  const full = whole(weight)
  if (actual.equals(target)) return { low: full, high: full }
  const isAbove = actual.compare(target) > 0
  const larger = maximum(actual, target)
  const smaller = minimum(actual, target)
  const inProportion = larger.isPositive() && !smaller.isNegative() ? fraction(weight.multiply(smaller), larger) : ZERO
  switch (method) {
    case 'all-or-nothing':
      return { low: ZERO, high: ZERO }
    case 'proportional':
      return { low: inProportion, high: inProportion }
    case 'at-least-full':
      return isAbove ? { low: full, high: full } : { low: inProportion, high: inProportion }
    case 'either':
      return { low: ZERO, high: isAbove ? full : inProportion }
  }
}

/** The band of points for a stated level: low inclusive; the top band includes its upper end as well. */
export const qualitativeBand = (
  bands: readonly QualitativeBand[],
  level: QualitativeBand['level'],
  weight: Decimal,
): { readonly low: Decimal; readonly high: Decimal; readonly isHighIncluded: boolean } | undefined => {
  const band = bands.find((b) => b.level === level)
  if (!band) return undefined
  const isTop = bands.every((other) => other.high.compare(band.high) <= 0)
  return { low: weight.multiply(band.low), high: weight.multiply(band.high), isHighIncluded: isTop }
}

/** Satisfaction by bands of the share reached (0.9 = 90 %), scaled to W. */
export const satisfactionScore = (bands: readonly Band[], reached: Decimal, weight: Decimal): Decimal =>
  weight.multiply(bandShare(whole(reached), bands))

/**
 * Cap of the total by execution rate: the lowest cap among the ranges `r < below`; `undefined` when none applies.
 * The manual leaves the ends open; they are read half-open. `isOnEnd`: r lies exactly on one, and `closedCap` is what
 * the other reading would give there.
 */
export const capTotal = (
  caps: readonly { readonly below: Decimal; readonly cap: Decimal }[],
  ratio: Fraction,
): { readonly cap: Decimal | undefined; readonly isOnEnd: boolean; readonly closedCap: Decimal | undefined } => {
  let cap: Decimal | undefined
  let closedCap: Decimal | undefined
  let isOnEnd = false
  for (const range of caps) {
    const side = compareTo(ratio, range.below)
    if (side === 0) isOnEnd = true
    if (side < 0) cap = cap ? minimum(cap, range.cap) : range.cap
    if (side <= 0) closedCap = closedCap ? minimum(closedCap, range.cap) : range.cap
  }
  return { cap, isOnEnd, closedCap }
}

/** Grade of the exact total before any rounding: half-open bands from below (89.995 is 良). */
export const gradeOf = (bands: readonly GradeBand[], total: Decimal): GradeBand['grade'] | undefined => {
  let best: GradeBand | undefined
  for (const band of bands)
    if (total.compare(band.from) >= 0 && (!best || band.from.compare(best.from) > 0)) best = band
  return best?.grade
}
