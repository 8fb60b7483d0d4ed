/**
 * Verdicts over printed numbers (rules.md E0). A printed number stands for an interval of half its last unit to both
 * sides; an equation fails only when no values inside the intervals fulfil it. Exact decimals throughout.
 */
import type { Verdict } from '../domain/finding.ts'
import { Decimal } from '../kernel/decimal.ts'
import { type Interval, meets, printedInterval, ratioInterval, ratioMeets, showRatio } from '../kernel/interval.ts'
import { compareFractions, compareTo, type Fraction, roundFraction, roundsTo } from './fraction.ts'

/** A printed value `value × 10^power` of a base unit: 3.5 万元 is { value: 3.5, power: 4 } of 元. */
export interface Amount {
  readonly value: Decimal
  readonly power: number
}

export interface Judgement {
  readonly verdict: Verdict
  /** What should have been printed, with the decimals of the printed value where that can be said. */
  readonly expected: Decimal
  /** What the printed inputs allow. */
  readonly interval: Interval
}

export const baseValue = (amount: Amount): Decimal =>
  amount.power === 0 ? amount.value : amount.value.shift(amount.power)

/** Orders two amounts by what they are worth; of one unit, as nearly all are, by their numbers alone. */
export const compareAmounts = (a: Amount, b: Amount): -1 | 0 | 1 =>
  a.power === b.power ? a.value.compare(b.value) : baseValue(a).compare(baseValue(b))

/** The interval of a printed amount in its base unit: half of the last printed unit to both sides. */
export const amountInterval = (amount: Amount): Interval => {
  const { low, high } = printedInterval(amount.value)
  return amount.power === 0 ? { low, high } : { low: low.shift(amount.power), high: high.shift(amount.power) }
}

/** τ0: equal or outside. */
export const judgeEqual = (printed: Decimal, expected: Decimal): Judgement => ({
  verdict: printed.equals(expected) ? 'equal' : 'outside',
  expected,
  interval: { low: expected, high: expected },
})

/**
 * τ1, τt: `total = Σ parts`, each printed. Ends of the interval are the least and the largest sum that the parts
 * allow, widened by half a unit of the total.
 * Cut pattern: total and parts all cut, so that 0 ≤ total − Σ parts < n units.
 */
export const judgeSum = (total: Amount, parts: readonly Amount[]): Judgement => {
  let sum = Decimal.zero
  let slack = amountInterval({ value: Decimal.zero.round(total.value.scale), power: total.power }).high
  let unit = total.value.lastUnit().shift(total.power)
  for (const part of parts) {
    sum = sum.add(baseValue(part))
    const last = part.value.lastUnit().shift(part.power)
    slack = slack.add(last.multiply(HALF))
    if (last.compare(unit) > 0) unit = last
  }
  const interval = { low: sum.subtract(slack), high: sum.add(slack) }
  const expected = sum.shift(-total.power).round(total.value.scale)
  const gap = baseValue(total).subtract(sum)
  if (gap.isZero()) return { verdict: 'equal', expected, interval }
  if (gap.abs().compare(slack) <= 0) return { verdict: 'rounding-only', expected, interval }
  const isCut = !gap.isNegative() && gap.compare(unit.multiply(Decimal.of(parts.length))) < 0
  return { verdict: isCut ? 'cut-pattern' : 'outside', expected, interval }
}

const HALF = Decimal.of(5, 1)

/** Is a ≤ b certain to fail, whatever the printed numbers stand for? */
export const certainlyExceeds = (a: Amount, b: Amount): boolean =>
  compareAmounts(a, b) > 0 && amountInterval(a).low.compare(amountInterval(b).high) > 0

/** Could two printed amounts be one and the same? (τx when their units differ.) */
export const maySame = (a: Amount, b: Amount): boolean => meets(amountInterval(a), amountInterval(b))

/**
 * τp: a printed quotient `factor · x ÷ y`, with `factor` 100 for a percentage and 1 for a ratio such as 0.64.
 * `y` must not be zero (CM-021); for `y` so small that its interval touches zero the verdict is `undecided`.
 */
export const judgeRatio = (printed: Decimal, x: Amount, y: Amount, factor: Decimal): Judgement => {
  const top = factor.multiply(baseValue(x))
  const bottom = baseValue(y)
  if (!printed.isNegative() && bottom.isPositive() && !top.isNegative() && roundsTo({ top, bottom }, printed))
    return { verdict: 'equal', expected: printed, interval: { low: printed, high: printed } }
  const expected = top.divide(bottom, printed.scale)
  const ratio = ratioInterval(amountInterval(x), amountInterval(y))
  if (!ratio) {
    const verdict = expected.equals(printed) ? 'equal' : 'undecided'
    return { verdict, expected, interval: { low: expected, high: expected } }
  }
  const interval = showRatio(ratio, factor, printed.scale + 2)
  if (expected.equals(printed)) return { verdict: 'equal', expected, interval }
  if (ratioMeets(ratio, factor, printedInterval(printed))) return { verdict: 'rounding-only', expected, interval }
  const isCut = top.divide(bottom, printed.scale, 'down').equals(printed)
  return { verdict: isCut ? 'cut-pattern' : 'outside', expected, interval }
}

/** τp for percentages: `printedPercent` is the number in front of the sign. */
export const judgeRatioPercent = (printedPercent: Decimal, x: Amount, y: Amount): Judgement =>
  judgeRatio(printedPercent, x, y, Decimal.hundred)

export interface ScoreExpectation {
  /** The score that the rule gives for the printed inputs. */
  readonly exact: Fraction
  /** Least and largest score that the rounding of the inputs allows; both `exact` when the inputs are counts. */
  readonly low: Fraction
  readonly high: Fraction
}

export const exactly = (exact: Fraction): ScoreExpectation => ({ exact, low: exact, high: exact })

/**
 * τs: a printed score against the rule's score.
 * `formDecimals` is the finest step the form uses for its scores (0: whole points), `ruleDecimals` the decimals that the
 * pack asks for. Rounding to the form's own step is `rounding-only`; cutting counts as a pattern only at the pack's
 * decimals, because a point cut from 9.91 to 9 is no rounding of anything.
 */
export const judgeScore = (
  printed: Decimal,
  expectation: ScoreExpectation,
  formDecimals: number,
  ruleDecimals: number,
): Judgement => {
  const { exact, low, high } = expectation
  if (compareTo(exact, printed) === 0)
    return { verdict: 'equal', expected: printed, interval: { low: printed, high: printed } }
  const step = Math.max(formDecimals, printed.scale)
  const fine = Math.max(ruleDecimals, step)
  const expected = roundFraction(exact, ruleDecimals)
  const interval = { low: roundFraction(low, fine + 2, 'down'), high: roundFraction(high, fine + 2) }
  if (expected.equals(printed) || roundFraction(exact, fine).equals(printed))
    return { verdict: 'equal', expected, interval }
  const coarse = Math.min(formDecimals, fine)
  if (
    roundFraction(low, coarse).compare(printed) <= 0 &&
    printed.compare(roundFraction(high, coarse)) <= 0 &&
    compareFractions(low, high) <= 0
  )
    return { verdict: 'rounding-only', expected, interval }
  const isCut = roundFraction(exact, ruleDecimals, 'down').equals(printed)
  return { verdict: isCut ? 'cut-pattern' : 'outside', expected, interval }
}
