/**
 * A number cell as printed: amount, weight, rate, score. Unlike a target it should hold a number and nothing else;
 * what else it holds (万 said twice, a percent sign, a unit) is kept, because a check may object to it.
 */
import { Decimal } from './decimal.ts'
import { toHalfWidth } from './normalize.ts'

export type PrintedNumber =
  | {
      readonly kind: 'number'
      /** As printed, decimals kept: `3.5` of `3.5万`. */
      readonly value: Decimal
      readonly isPercent: boolean
      /** Magnitude or unit printed in the cell itself: `万`, `万元`, `元`, `分`; empty when none. */
      readonly suffix: string
      /** Magnitude as a power of ten: 4 for 万, 8 for 亿, 0 otherwise. */
      readonly power: number
    }
  | { readonly kind: 'blank' }
  /** —, -, /, 无: printed on purpose to say "no number here". */
  | { readonly kind: 'dash' }
  | { readonly kind: 'unreadable'; readonly text: string; readonly reason: string }

const DASH = /^(?:[—–―─\-/\\]+|无|不适用|N\/A)$/i
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(%)?(百万|千万|万|亿|千)?(元|分)?$/
const POWER: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 }

/** White space out, full-width digits and signs to ASCII. Does not touch Chinese characters, ①, ² or ㎡. */
export const toAsciiDigits = (text: string): string => toHalfWidth(text).replace(/[\s\u200B-\u200D\uFEFF]+/g, '')

/** Longest run of digits that is an exact machine integer whatever the digits are. */
const EXACT_DIGITS = 15

const numberOf = (value: Decimal, isPercent: boolean): PrintedNumber => ({
  kind: 'number',
  value,
  isPercent,
  suffix: '',
  power: 0,
})

/** Points, weights and whole percentages: every form is full of them, so they are made once. */
const SMALL = 1000
const small = (isPercent: boolean): readonly PrintedNumber[] =>
  Array.from({ length: SMALL }, (_, units) => numberOf(Decimal.of(units), isPercent))
const SMALL_NUMBERS = small(false)
const SMALL_PERCENTAGES = small(true)

/**
 * `digits` or `digits.digits`, with a percent sign or without, read without a regular expression; most cells are nothing
 * else. `undefined` for anything else.
 */
export const plainNumber = (printed: string): PrintedNumber | undefined => {
  const last = printed.charCodeAt(printed.length - 1)
  const isPercent = last === 0x25 || last === 0xff05 // % and ％
  const length = isPercent ? printed.length - 1 : printed.length
  if (length === 0 || length > EXACT_DIGITS) return undefined
  let units = 0
  let pointAt = -1
  for (let i = 0; i < length; i++) {
    const code = printed.charCodeAt(i)
    if (code >= 48 && code <= 57) units = units * 10 + (code - 48)
    else if (code === 46 && pointAt < 0 && i > 0 && i < length - 1) pointAt = i
    else return undefined
  }
  if (pointAt < 0 && units < SMALL) return (isPercent ? SMALL_PERCENTAGES : SMALL_NUMBERS)[units]
  return numberOf(Decimal.of(units, pointAt < 0 ? 0 : length - pointAt - 1), isPercent)
}

/** Two numbers beside each other; gluing them would invent a third. A line break inside a narrow cell is another matter. */
const TWO_NUMBERS = /[\d%][^\S\n]+\d/
/** 12 345.60 and 1 863 180: a space may group thousands. */
const SPACED_GROUPS = /^[+-]?\d{1,3}(?:[ \u00A0]\d{3})+(?:\.\d+)?$/

const unified = (printed: string): string =>
  toAsciiDigits(printed)
    .replaceAll('−', '-')
    .replaceAll('﹣', '-')
    .replaceAll('﹪', '%')
    .replaceAll('﹐', ',')
    .replaceAll('﹒', '.')

/** Longer is no number; the patterns for what is wrong with a number take time by the square of its length. */
const LONGEST = 200

/** Reads one number cell. Never throws; what is not a number says why in `reason` (Chinese). */
export const readPrintedNumber = (printed: string): PrintedNumber => {
  if (printed.length > LONGEST) return { kind: 'unreadable', text: printed, reason: '太长，不是一个数' }
  const plain = plainNumber(printed)
  if (plain) return plain
  const text = unified(printed)
  if (text === '') return { kind: 'blank' }
  if (DASH.test(text)) return { kind: 'dash' }
  const match = NUMBER.exec(text)
  if (!match || (match[2] === undefined && match[3] === undefined))
    return { kind: 'unreadable', text, reason: unreadable(text) }
  const trimmed = printed.trim()
  if (TWO_NUMBERS.test(trimmed) && !SPACED_GROUPS.test(trimmed))
    return { kind: 'unreadable', text: trimmed, reason: '数字中间有空格，可能是两个数' }
  const [, sign = '', whole = '', fraction = '', percentSign, magnitude = '', unit = ''] = match
  const value = Decimal.from(`${sign}${whole.replaceAll(',', '') || '0'}${fraction}`)
  return {
    kind: 'number',
    value,
    isPercent: percentSign !== undefined,
    suffix: magnitude + unit,
    power: POWER[magnitude]!,
  }
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/\d[oOlI]|[oOlI]\d/, '数字中混有字母（如把0写成O、把1写成l）'],
  [/^#(?:REF|DIV\/0|VALUE|NAME|N\/A|NUM|NULL)/i, '公式出错，单元格里不是数'],
  [/\d.*\..*\./, '一个数里有两个小数点'],
  [/\.$|\d\.\D/, '小数点后面没有数字'],
  [/^\(\d[\d,.]*\)$/, '括号里的数，无法确定是负数还是注释'],
  [/\d.*,|,.*\d/, '千分位逗号的位置不对'],
  [/\d[+-]|[+-]{2}/, '数字中间有正负号'],
  [/[≥≤><=≈~]/, '数字前有比较符号'],
  [/\d/, '数字与文字混写，无法确定数值'],
]

const unreadable = (text: string): string => REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? '不是数字'
