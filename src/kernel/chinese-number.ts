/** Numerals written in Chinese characters: 一百二十三, 两千零五, 二〇二〇, 廿三, 壹贰叁, 三点五, 半. */
import { Decimal } from './decimal.ts'

const DIGITS = new Map<string, number>()
for (const [digits, value] of [
  ['〇零○', 0],
  ['一壹幺', 1],
  ['二贰两貳兩', 2],
  ['三叁參', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆陸', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
] as const)
  for (const digit of digits) DIGITS.set(digit, value)

const PLACES = new Map<string, number>(Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }))
const MYRIADS = new Map<string, number>(Object.entries({ 万: 10 ** 4, 萬: 10 ** 4, 亿: 10 ** 8, 億: 10 ** 8 }))
const TENS = new Map<string, number>(Object.entries({ 廿: 20, 卅: 30 }))

const NUMERALS = new Set([...DIGITS.keys(), ...PLACES.keys(), ...MYRIADS.keys(), ...TENS.keys()])

/** Longest numeral read: 九千九百九十九万… needs 16; more is not a number that anybody writes. */
const LONGEST = 24

/** Value of one Chinese digit, `undefined` for every other character. */
export const chineseDigit = (char: string): number | undefined => DIGITS.get(char)

/** Is this a digit or place character of a Chinese numeral (not 半, not 点)? */
export const isChineseNumeral = (char: string): boolean => NUMERALS.has(char)

const isPositional = (text: string): boolean => {
  for (const char of text) if (!DIGITS.has(char)) return false
  return true
}

/** One section below 10,000; `undefined` when its characters do not stand in falling order of places. */
const section = (text: string): number | undefined => {
  let total = 0
  let digit: number | undefined
  let lastPlace = 10_000
  for (const char of text) {
    const value = DIGITS.get(char)
    const place = PLACES.get(char)
    const tens = TENS.get(char)
    if (value === 0) {
      if (digit !== undefined) return undefined
    } else if (value !== undefined) {
      if (digit !== undefined) return undefined
      digit = value
    } else if (tens !== undefined) {
      if (digit !== undefined || lastPlace <= 10) return undefined
      total += tens
      lastPlace = 10
    } else if (place !== undefined) {
      // 十 may stand without its 一, and only at the start: 十二, never 百十二
      if (place >= lastPlace || (digit === undefined && (place !== 10 || total > 0))) return undefined
      total += (digit ?? 1) * place
      digit = undefined
      lastPlace = place
    } else return undefined
  }
  return total + (digit ?? 0)
}

/** Digits before 亿, then before 万, then the rest; each part once and in this order. */
const composite = (text: string): number | undefined => {
  let total = 0
  let start = 0
  let last = Number.POSITIVE_INFINITY
  for (let i = 0; i < text.length; i++) {
    const myriad = MYRIADS.get(text[i]!)
    if (myriad === undefined) continue
    const part = section(text.slice(start, i))
    if (i === start || part === undefined || part === 0 || myriad >= last) return undefined
    total += part * myriad
    last = myriad
    start = i + 1
  }
  const rest = section(text.slice(start))
  return rest === undefined ? undefined : total + rest
}

/**
 * Reads a whole numeral exactly; `undefined` when the characters do not form one (百十, 一二万, 三五 is 35 digit by
 * digit). 半 alone is 0.5; 三点一四 and 二〇二〇 are read digit by digit.
 */
export const parseChineseNumber = (text: string): Decimal | undefined => {
  if (text === '' || text.length > LONGEST) return undefined
  if (text === '半') return Decimal.of(5, 1)
  const point = text.indexOf('点')
  if (point > 0) {
    const whole = parseChineseNumber(text.slice(0, point))
    const fraction = text.slice(point + 1)
    if (!whole || fraction === '' || !isPositional(fraction)) return undefined
    return Decimal.parse(`${whole}.${[...fraction].map((c) => DIGITS.get(c)).join('')}`)
  }
  if (text.length > 1 && isPositional(text)) return Decimal.parse([...text].map((c) => DIGITS.get(c)).join(''))
  const value = composite(text)
  return value === undefined ? undefined : Decimal.of(value)
}
