/**
 * Exact decimals. A value is `units × 10^-scale`. Numbers whose units fit a safe integer are computed on machine
 * integers (exact as well, and some ten times faster than bigint); everything else falls over to bigint.
 * There is no rounding except where a caller asks for it by name.
 */

const SAFE = Number.MAX_SAFE_INTEGER
const POWERS: readonly number[] = Array.from({ length: 16 }, (_, i) => 10 ** i)

type Units = number | bigint

const shrink = (n: bigint): Units => (n <= SAFE && n >= -SAFE ? Number(n) : n)
const big = (n: Units): bigint => (typeof n === 'bigint' ? n : BigInt(n))

const scaleUp = (units: Units, by: number): Units => {
  if (by === 0) return units
  if (typeof units === 'number' && by < 16) {
    const scaled = units * POWERS[by]!
    if (scaled <= SAFE && scaled >= -SAFE) return scaled
  }
  return shrink(big(units) * 10n ** BigInt(by))
}

const addUnits = (a: Units, b: Units): Units => {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (sum <= SAFE && sum >= -SAFE) return sum
  }
  return shrink(big(a) + big(b))
}

const multiplyUnits = (a: Units, b: Units): Units => {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (product <= SAFE && product >= -SAFE) return product
  }
  return shrink(big(a) * big(b))
}

const compareUnits = (a: Units, b: Units): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** `half-up` rounds a tie away from zero (四舍五入), `down` cuts digits off (截位). */
export type RoundingMode = 'half-up' | 'down'

export class Decimal {
  readonly units: Units
  /** Number of decimals carried, ≥ 0. It is part of what was printed: `3.50` has scale 2. */
  readonly scale: number

  private constructor(units: Units, scale: number) {
    this.units = units === 0 ? 0 : units // no negative zero
    this.scale = scale
  }

  static readonly zero = new Decimal(0, 0)
  static readonly one = new Decimal(1, 0)
  static readonly hundred = new Decimal(100, 0)

  /** `units × 10^-scale`; `units` must be an integer. */
  static of(units: number | bigint, scale = 0): Decimal {
    if (typeof units === 'number' && !Number.isSafeInteger(units)) throw new RangeError(`not a safe integer: ${units}`)
    if (!Number.isInteger(scale) || scale < 0) throw new RangeError(`not a scale: ${scale}`)
    return new Decimal(typeof units === 'bigint' ? shrink(units) : units, scale)
  }

  /** Plain decimal notation: optional sign, ASCII digits, at most one point. Anything else is `undefined`. */
  static parse(text: string): Decimal | undefined {
    if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return undefined
    const point = text.indexOf('.')
    const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1)
    const scale = point < 0 ? 0 : text.length - point - 1
    if (digits.length <= 15) return new Decimal(Number(digits), scale)
    return new Decimal(shrink(BigInt(digits.startsWith('+') ? digits.slice(1) : digits)), scale)
  }

  /** Like `parse`, for literals in code and for data that was checked before. */
  static from(text: string): Decimal {
    const value = Decimal.parse(text)
    if (!value) throw new RangeError(`not a decimal: ${text}`)
    return value
  }

  add(other: Decimal): Decimal {
    if (this.scale === other.scale) return new Decimal(addUnits(this.units, other.units), this.scale)
    const scale = Math.max(this.scale, other.scale)
    return new Decimal(
      addUnits(scaleUp(this.units, scale - this.scale), scaleUp(other.units, scale - other.scale)),
      scale,
    )
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate())
  }

  multiply(other: Decimal): Decimal {
    return new Decimal(multiplyUnits(this.units, other.units), this.scale + other.scale)
  }

  negate(): Decimal {
    return new Decimal(typeof this.units === 'bigint' ? -this.units : -this.units, this.scale)
  }

  abs(): Decimal {
    return this.units < 0 ? this.negate() : this
  }

  /** Multiplies by `10^power` (power may be negative). Exact. */
  shift(power: number): Decimal {
    if (power <= 0) return new Decimal(this.units, this.scale - power)
    const drop = Math.min(power, this.scale)
    return new Decimal(scaleUp(this.units, power - drop), this.scale - drop)
  }

  compare(other: Decimal): -1 | 0 | 1 {
    if (this.scale === other.scale) return compareUnits(this.units, other.units)
    const scale = Math.max(this.scale, other.scale)
    return compareUnits(scaleUp(this.units, scale - this.scale), scaleUp(other.units, scale - other.scale))
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0
  }

  isZero(): boolean {
    return this.units === 0
  }

  isNegative(): boolean {
    return this.units < 0
  }

  isPositive(): boolean {
    return this.units > 0
  }

  isInteger(): boolean {
    return this.round(0, 'down').equals(this)
  }

  /** Rounds to `scale` decimals. Widening is exact and keeps the value. */
  round(scale: number, mode: RoundingMode = 'half-up'): Decimal {
    if (scale === this.scale) return this
    if (scale > this.scale) return new Decimal(scaleUp(this.units, scale - this.scale), scale)
    const bottom = POWERS[this.scale - scale]
    if (typeof this.units === 'number' && bottom !== undefined)
      return Decimal.of(roundedUnits(this.units, bottom, mode), scale)
    return roundedQuotient(big(this.units), 10n ** BigInt(this.scale - scale), scale, mode)
  }

  /**
   * `this / other`, rounded to `scale` decimals.
   * Throws RangeError when `other` is zero: whoever divides must have asked before (CM-021).
   */
  divide(other: Decimal, scale: number, mode: RoundingMode = 'half-up'): Decimal {
    if (other.isZero()) throw new RangeError('division by zero')
    const shift = scale + other.scale - this.scale
    const quick = quickQuotient(this.units, other.units, shift, mode)
    if (quick !== undefined) return Decimal.of(quick, scale)
    const top = shift >= 0 ? big(this.units) * 10n ** BigInt(shift) : big(this.units)
    const bottom = shift >= 0 ? big(other.units) : big(other.units) * 10n ** BigInt(-shift)
    return bottom < 0n ? roundedQuotient(-top, -bottom, scale, mode) : roundedQuotient(top, bottom, scale, mode)
  }

  /** The smallest step of this number as printed: 0.01 for two decimals. */
  lastUnit(): Decimal {
    return new Decimal(1, this.scale)
  }

  /** Without trailing zeros behind the point. */
  normalize(): Decimal {
    let { units, scale } = this
    while (scale > 0 && (typeof units === 'bigint' ? units % 10n === 0n : units % 10 === 0)) {
      units = typeof units === 'bigint' ? shrink(units / 10n) : units / 10
      scale -= 1
    }
    return new Decimal(units, scale)
  }

  toString(): string {
    const negative = this.units < 0
    const digits = String(negative ? -this.units : this.units).padStart(this.scale + 1, '0')
    const text = this.scale === 0 ? digits : `${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`
    return negative ? `-${text}` : text
  }

  /** With thousands separators: 1,863,180.50. */
  toGrouped(): string {
    const [whole, fraction] = this.toString().split('.')
    const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',')
    return fraction === undefined ? grouped : `${grouped}.${fraction}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/**
 * The same on machine integers. The remainder of two safe integers is exact, and so is a quotient without remainder.
 * `bottom` must be positive.
 */
const roundedUnits = (top: number, bottom: number, mode: RoundingMode): number => {
  const rest = top % bottom
  const quotient = (top - rest) / bottom
  if (mode === 'down' || Math.abs(rest) * 2 < bottom) return quotient
  return top < 0 ? quotient - 1 : quotient + 1
}

/** top × 10^shift ÷ bottom, rounded; `undefined` when something on the way is no safe integer. */
const quickQuotient = (top: Units, bottom: Units, shift: number, mode: RoundingMode): number | undefined => {
  const factor = POWERS[Math.abs(shift)]
  if (typeof top !== 'number' || typeof bottom !== 'number' || factor === undefined) return undefined
  const sign = bottom < 0 ? -1 : 1
  const dividend = sign * (shift > 0 ? top * factor : top)
  const divisor = sign * (shift < 0 ? bottom * factor : bottom)
  if (Math.abs(dividend) > SAFE || divisor > SAFE) return undefined
  return roundedUnits(dividend, divisor, mode)
}

const roundedQuotient = (top: bigint, bottom: bigint, scale: number, mode: RoundingMode): Decimal => {
  const quotient = top / bottom
  const rest = top % bottom
  if (mode === 'down' || rest === 0n) return Decimal.of(quotient, scale)
  const isUp = (rest < 0n ? -rest : rest) * 2n >= bottom
  return Decimal.of(isUp ? quotient + (top < 0n ? -1n : 1n) : quotient, scale)
}

/** Exact sum; zero for an empty list. */
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = Decimal.zero
  for (const value of values) total = total.add(value)
  return total
}

export const minimum = (a: Decimal, b: Decimal): Decimal => (a.compare(b) <= 0 ? a : b)
export const maximum = (a: Decimal, b: Decimal): Decimal => (a.compare(b) >= 0 ? a : b)
