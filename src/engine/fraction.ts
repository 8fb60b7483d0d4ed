/** Exact quotients. A score such as 10 × 37.24 ÷ 43.20 has no finite decimal; it is rounded only to be shown. */
import { Decimal, type RoundingMode } from '../kernel/decimal.ts'

/** `top ÷ bottom`, `bottom > 0`. */
export interface Fraction {
  readonly top: Decimal
  readonly bottom: Decimal
}

export const whole = (value: Decimal): Fraction => ({ top: value, bottom: Decimal.one })

/** Throws RangeError when `bottom` is zero: whoever divides must have asked before (CM-021). */
export const fraction = (top: Decimal, bottom: Decimal): Fraction => {
  if (bottom.isZero()) throw new RangeError('division by zero')
  return bottom.isNegative() ? { top: top.negate(), bottom: bottom.negate() } : { top, bottom }
}

export const times = (value: Fraction, factor: Decimal): Fraction => ({
  top: value.top.multiply(factor),
  bottom: value.bottom,
})

export const compareFractions = (a: Fraction, b: Fraction): -1 | 0 | 1 =>
  a.top.multiply(b.bottom).compare(b.top.multiply(a.bottom))

export const compareTo = (a: Fraction, value: Decimal): -1 | 0 | 1 => a.top.compare(value.multiply(a.bottom))

export const minFraction = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) <= 0 ? a : b)
export const maxFraction = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) >= 0 ? a : b)

export const roundFraction = (value: Fraction, scale: number, mode: RoundingMode = 'half-up'): Decimal =>
  value.top.divide(value.bottom, scale, mode)

/** With at most four decimals and no trailing zeros, for showing only. */
export const showFraction = (value: Fraction, scale = 4): string => roundFraction(value, scale).normalize().toString()

const HALF = Decimal.of(5, 1)
const POWERS: readonly number[] = Array.from({ length: 16 }, (_, i) => 10 ** i)

/**
 * The same on machine integers, without making a Decimal: (10 p ∓ 5) × bottom against 10 × top on one scale. `undefined`
 * when something does not fit a safe integer.
 */
const roundsToQuick = (top: Decimal, bottom: Decimal, printed: Decimal): boolean | undefined => {
  if (typeof top.units !== 'number' || typeof bottom.units !== 'number' || typeof printed.units !== 'number')
    return undefined
  // printed ∓ ½ has one decimal more; times bottom it has this many decimals more than top.
  const more = printed.scale + 1 + bottom.scale - top.scale
  const scale = POWERS[Math.abs(more)]
  if (scale === undefined) return undefined
  const factor = bottom.units * (more < 0 ? scale : 1)
  const low = (printed.units * 10 - 5) * factor
  const high = (printed.units * 10 + 5) * factor
  const value = top.units * (more < 0 ? 1 : scale)
  if (!(Math.abs(low) <= SAFE && Math.abs(high) <= SAFE && Math.abs(value) <= SAFE)) return undefined
  return low <= value && value < high
}
const SAFE = Number.MAX_SAFE_INTEGER

/**
 * Does the quotient, rounded half up to the decimals of `printed`, give `printed`? By multiplication: the common case of
 * a right number costs no division. `value` and `printed` are not negative.
 */
export const roundsTo = ({ top, bottom }: Fraction, printed: Decimal): boolean => {
  const quick = roundsToQuick(top, bottom, printed)
  if (quick !== undefined) return quick
  const half = printed.lastUnit().multiply(HALF)
  return (
    printed.subtract(half).multiply(bottom).compare(top) <= 0 && top.compare(printed.add(half).multiply(bottom)) < 0
  )
}
