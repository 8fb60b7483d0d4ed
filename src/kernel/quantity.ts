/**
 * What a target or an actual value says, once its Chinese wording is understood: `≥50次`, `不少于23.71亿元`,
 * `12月底前完成`, `3－5篇`, `良好`. The parser is in `parse-quantity.ts`; units are compared by `comparableUnits` in `units.ts`.
 */
import type { DatePeriod, DateSpan } from './date.ts'
import type { Decimal } from './decimal.ts'
import type { Interval } from './interval.ts'

export type Operator = '≥' | '≤' | '>' | '<' | '=' | '≈'

/** A measured or demanded amount: `value × 10^power unit`, in `percent` when a percent sign was printed. */
export interface NumberQuantity {
  readonly kind: 'number'
  /** `undefined`: no operator was printed. */
  readonly operator: Operator | undefined
  /** As printed: `23.71` of `23.71亿元`. */
  readonly value: Decimal
  /** 0, 2 (百), 3 (千), 4 (万), 6 (百万), 7 (千万), 8 (亿): the Chinese magnitude printed behind the number. */
  readonly power: number
  /** Unit of count or measure as printed, without magnitude: `次`, `元`, `平方米`, `人次`; empty when none was printed. */
  readonly unit: string
  readonly isPercent: boolean
  /** `/月`, `/年`, `每个工作日` …; empty when none. */
  readonly per: string
  /** Text before and after the number that is neither operator nor unit. Empty when all was understood. */
  readonly before: string
  readonly after: string
}

/** `3－5篇`, `80%-90%`: both ends share unit and power unless printed otherwise (then they are converted to the high end's power). */
export interface RangeQuantity {
  readonly kind: 'range'
  readonly low: Decimal
  readonly high: Decimal
  readonly power: number
  readonly unit: string
  readonly isPercent: boolean
  readonly per: string
  readonly before: string
  readonly after: string
}

/** A day, month, quarter, half-year, year or period by which or in which something is to be done. */
export interface DateQuantity {
  readonly kind: 'date'
  /** `by`: 底前、之前、截止; `in`: 某年某月、…期间; `from`: 起. */
  readonly relation: 'by' | 'in' | 'from'
  /** What was printed; 底/末 of a month is its last third, 年底 is December. */
  readonly span: DateSpan
  /** The span in real days; `undefined` exactly when `isYearImplied`: then `resolveDate(quantity, formYear)`. */
  readonly period: DatePeriod | undefined
  /** True when the year was not printed (12月底前完成). */
  readonly isYearImplied: boolean
  readonly before: string
  readonly after: string
}

/** Several quantities in one cell: `8个省市、20人次`. */
export interface SeveralQuantity {
  readonly kind: 'several'
  readonly parts: readonly (NumberQuantity | RangeQuantity | DateQuantity)[]
}

/** Words only: 良好, 得到提升, 全部. */
export interface WordingQuantity {
  readonly kind: 'wording'
  readonly text: string
}

/** 无, 不涉及, /, —: printed, and it says "nothing here". */
export interface NoneQuantity {
  readonly kind: 'none'
}

export interface BlankQuantity {
  readonly kind: 'blank'
}

/** Holds digits that could not be understood; `reason` in Chinese says why. */
export interface UnreadableQuantity {
  readonly kind: 'unreadable'
  readonly text: string
  readonly reason: string
}

export type Quantity =
  | NumberQuantity
  | RangeQuantity
  | DateQuantity
  | SeveralQuantity
  | WordingQuantity
  | NoneQuantity
  | BlankQuantity
  | UnreadableQuantity

/** The value without its magnitude: 23.71亿元 is 2,371,000,000 (元). Percent stays percent: 95% is 95. */
export const toBase = (quantity: NumberQuantity): Decimal => quantity.value.shift(quantity.power)

/** Both ends of a range without their magnitude. */
export const rangeToBase = (quantity: RangeQuantity): Interval => ({
  low: quantity.low.shift(quantity.power),
  high: quantity.high.shift(quantity.power),
})
