/**
 * Nearly all targets and actual values are an operator at most, one number and its unit: ≥1200人次, 92.4万元, 98%. They are
 * read here in one pass; whatever else stands in a text is left to the scanner, which reads these in the same way.
 */
import { Decimal } from '../decimal.ts'
import type { NumberQuantity, Operator } from '../quantity.ts'
import { remembering } from '../remember.ts'
import { suffixAt } from './suffix.ts'

interface PlainSuffix {
  readonly power: number
  readonly unit: string
}

/** By code unit: taking the sign out as a text of its own costs more than reading the number. */
const operatorOf = (code: number): Operator | undefined => {
  if (code === 0x2265) return '≥'
  if (code === 0x2264) return '≤'
  if (code === 0x3e) return '>'
  if (code === 0x3c) return '<'
  return code === 0x3d ? '=' : undefined
}
const LONGEST_SUFFIX = 5
/** More digits may be a date (20200131), or no exact machine integer. */
const MOST_DIGITS = 7
/** With one of these the number may be a date, a day or a year; Latin letters and signs have rules of their own. */
const PLAIN = /^[^\u0000-\u4DFF\uA000-\uFFFF年月季日号]+$/u

/** Magnitude and unit that are all of the text; `null` when something else, or something more, stands there. */
const plainSuffix = remembering((text): PlainSuffix | null => {
  if (!PLAIN.test(text)) return null
  const { power, unit, per, isMore, isHalfMore, operator, end } = suffixAt(text, 0)
  const isPlain = end === text.length && per === '' && !isMore && !isHalfMore && operator === undefined
  return isPlain && (unit !== '' || power > 0) ? { power, unit } : null
})

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const PERCENT = 0x25
const POINT = 0x2e

const digitsEnd = (text: string, at: number): number => {
  let end = at
  while (isDigit(text.charCodeAt(end))) end += 1
  return end
}

/** The point is left out: 92.4 is 924 with one decimal. */
const unitsOf = (text: string, from: number, to: number): number => {
  let units = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code !== POINT) units = units * 10 + (code - 48)
  }
  return units
}

/** 2020.12 may be a month. */
const mayBeYear = (text: string, from: number, to: number): boolean => {
  const century = unitsOf(text, Math.max(from, to - 4), to - 2)
  return to - from >= 4 && (century === 19 || century === 20)
}

const NO_SUFFIX: PlainSuffix = { power: 0, unit: '' }

/** `undefined`: not of this simple form. The text need not be compacted: no character of this form changes by that. */
export const simpleQuantity = (text: string): NumberQuantity | undefined => {
  const operator = operatorOf(text.charCodeAt(0))
  const from = operator === undefined ? 0 : 1
  const whole = digitsEnd(text, from)
  if (whole === from || whole - from > MOST_DIGITS) return undefined
  const end = text.charCodeAt(whole) === POINT ? digitsEnd(text, whole + 1) : whole
  const decimals = end === whole ? 0 : end - whole - 1
  if (end > whole && (decimals === 0 || decimals > MOST_DIGITS || mayBeYear(text, from, whole))) return undefined
  const isPercent = end === text.length - 1 && text.charCodeAt(end) === PERCENT
  const isBare = isPercent || end === text.length
  if (!isBare && text.length - end > LONGEST_SUFFIX) return undefined
  const suffix = isBare ? NO_SUFFIX : plainSuffix(text.slice(end))
  if (suffix === null) return undefined
  const value = Decimal.of(unitsOf(text, from, end), decimals)
  const { power, unit } = suffix
  return { kind: 'number', operator, value, power, unit, isPercent, per: '', before: '', after: '' }
}
