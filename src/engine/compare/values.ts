/** Two printed values: are they the same, and by how much do they differ? Exact decimals throughout. */
import type { ValueChange } from '../../domain/document-comparison.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { textKey } from '../../kernel/normalize.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'

/** What a value is measured in when it prints no unit of its own. */
export interface Measured {
  readonly printed: string
  readonly power: number | undefined
  readonly unit: string
  /** A blank amount of a published table says that there was nothing. */
  readonly isBlankZero: boolean
}

interface Figure {
  readonly value: Decimal
  readonly power: number
  readonly isPercent: boolean
  readonly unit: string
}

const figureOf = ({ printed, power = 0, unit, isBlankZero }: Measured): Figure | undefined => {
  const number = readPrintedNumber(printed)
  if (number.kind === 'number')
    return number.suffix === ''
      ? { value: number.value, power, isPercent: number.isPercent, unit: number.isPercent ? '%' : unit }
      : { value: number.value, power: number.power, isPercent: false, unit: number.suffix }
  if (number.kind === 'unreadable' || !isBlankZero) return undefined
  return { value: Decimal.zero, power, isPercent: false, unit }
}

const base = ({ value, power }: Figure): Decimal => value.shift(power)

/** Another spelling of the same text or of the same number is no change; another unit is one. */
export const isSameValue = (before: Measured, after: Measured): boolean => {
  if (textKey(before.printed) === textKey(after.printed) && before.unit === after.unit) return true
  const [a, b] = [figureOf(before), figureOf(after)]
  if (!a || !b || a.isPercent !== b.isPercent) return false
  return base(a).equals(base(b)) && (before.printed === '') === (after.printed === '')
}

const RATE_SCALE = 2

/** In the unit of the new value; for percentages in points. */
export const differenceOf = (before: Measured, after: Measured): Pick<ValueChange, 'difference' | 'rate' | 'unit'> => {
  const none = { difference: undefined, rate: undefined, unit: '' }
  const [a, b] = [figureOf(before), figureOf(after)]
  if (!a || !b || a.isPercent !== b.isPercent) return none
  const difference = base(b).subtract(base(a))
  if (difference.isZero()) return none
  // With as many decimals as were printed; of two units only what is needed.
  const exact = difference.shift(-b.power)
  const shown = a.power === b.power ? exact.round(Math.max(a.value.scale, b.value.scale)) : exact.normalize()
  const rate =
    a.isPercent || a.value.isZero()
      ? undefined
      : `${difference.multiply(Decimal.hundred).divide(base(a).abs(), RATE_SCALE).toString()}%`
  return { difference: shown.toString(), rate, unit: b.unit }
}
