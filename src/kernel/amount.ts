/**
 * Money with its unit in the type: an amount in 元 and one in 万元 cannot be added unless one is converted by name.
 * Everything is exact; converting shifts the decimal point and never rounds.
 */
import { Decimal } from './decimal.ts'
import type { Interval } from './interval.ts'
import type { PrintedNumber } from './printed-number.ts'

export type MoneyUnit = '分' | '元' | '万元' | '亿元'

/** Power of ten of each unit in 元. */
const POWER: Readonly<Record<MoneyUnit, number>> = { 分: -2, 元: 0, 万元: 4, 亿元: 8 }

export class Amount<U extends MoneyUnit> {
  readonly value: Decimal
  readonly unit: U

  private constructor(value: Decimal, unit: U) {
    this.value = value
    this.unit = unit
  }

  static of<U extends MoneyUnit>(value: Decimal, unit: U): Amount<U> {
    return new Amount(value, unit)
  }

  static fromFen(fen: bigint): Amount<'分'> {
    return new Amount(Decimal.of(fen), '分')
  }

  /** The same money in another unit. */
  to<V extends MoneyUnit>(unit: V): Amount<V> {
    return new Amount(this.value.shift(POWER[this.unit] - POWER[unit]), unit)
  }

  add(other: Amount<NoInfer<U>>): Amount<U> {
    return new Amount(this.value.add(other.value), this.unit)
  }

  subtract(other: Amount<NoInfer<U>>): Amount<U> {
    return new Amount(this.value.subtract(other.value), this.unit)
  }

  compare(other: Amount<NoInfer<U>>): -1 | 0 | 1 {
    return this.value.compare(other.value)
  }

  equals(other: Amount<NoInfer<U>>): boolean {
    return this.value.equals(other.value)
  }

  /** Whole 分; `undefined` when the value has a part below one 分 (0.00001 万元 is 10 分, 0.0000001 万元 is none). */
  fen(): bigint | undefined {
    const fen = this.value.shift(POWER[this.unit] + 2)
    return fen.isInteger() ? BigInt(fen.round(0).units) : undefined
  }

  toString(): string {
    return `${this.value}${this.unit}`
  }
}

/** How the unit of a cell and the unit of its header go together. */
export type UnitNote =
  /** Only one of them names the unit. */
  | 'plain'
  /** Both name it, and agree: `3.5万` under 万元. */
  | 'said-twice'
  /** Both name one, and differ: `35000元` under 万元. The cell wins; a check should say so. */
  | 'conflict'

/** An amount of money as printed, brought to 元. */
export interface PrintedAmount {
  readonly yuan: Amount<'元'>
  /** Last printed unit in 元: 100 for 12.91万元. The value stands for yuan ± lastUnit/2. */
  readonly lastUnit: Decimal
  readonly note: UnitNote
}

const SUFFIX_UNITS: Readonly<Record<string, number>> = {
  元: 0,
  千元: 3,
  万: 4,
  万元: 4,
  百万元: 6,
  千万元: 7,
  百万: 6,
  千万: 7,
  亿: 8,
  亿元: 8,
  千: 3,
  分: -2,
}

const noteOf = (suffix: string, cellPower: number, headerUnit: MoneyUnit | undefined): UnitNote => {
  if (suffix === '' || headerUnit === undefined) return 'plain'
  // 3.5万 under 元 is 35,000 元: the magnitude belongs to the number, the unit to the header
  if (!suffix.endsWith('元') && headerUnit === '元') return 'plain'
  return cellPower === POWER[headerUnit] ? 'said-twice' : 'conflict'
}

/**
 * The money of a number cell under a header's unit. `undefined` when the cell holds no number, a percentage, or a
 * number for which neither cell nor header names a unit.
 */
export const amountFrom = (printed: PrintedNumber, headerUnit: MoneyUnit | undefined): PrintedAmount | undefined => {
  if (printed.kind !== 'number' || printed.isPercent || printed.suffix === '分') return undefined
  const power = printed.suffix === '' ? headerUnit && POWER[headerUnit] : SUFFIX_UNITS[printed.suffix]
  if (power === undefined) return undefined
  const yuan = Amount.of(printed.value.shift(power), '元')
  return { yuan, lastUnit: printed.value.lastUnit().shift(power), note: noteOf(printed.suffix, power, headerUnit) }
}

const HALF = Decimal.of(5, 1)

/** All values in 元 that round to what was printed. */
export const amountInterval = (amount: PrintedAmount): Interval => {
  const half = amount.lastUnit.multiply(HALF)
  return { low: amount.yuan.value.subtract(half), high: amount.yuan.value.add(half) }
}
