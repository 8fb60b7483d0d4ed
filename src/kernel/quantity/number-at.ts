/** The bare number at a place of a compacted text: ASCII digits with grouping and point, or a Chinese numeral. */
import { isChineseNumeral, parseChineseNumber } from '../chinese-number.ts'
import { Decimal } from '../decimal.ts'

export type NumberAt =
  | { readonly kind: 'number'; readonly value: Decimal; readonly end: number }
  | { readonly kind: 'faulty'; readonly reason: string; readonly end: number }

export const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

export const digitsEnd = (text: string, at: number): number => {
  let end = at
  while (isDigitAt(text, end)) end++
  return end
}

/** End of all that could belong to a number whose spelling is broken: 1.2.3, 1,23,456, 1O0. */
const brokenEnd = (text: string, at: number): number => {
  let end = at
  while (isDigitAt(text, end) || (end < text.length && '.,OoIl'.includes(text[end]!) && end > at)) end++
  while (end > at && '.,'.includes(text[end - 1]!)) end--
  return end
}

const faulty = (text: string, at: number, reason: string): NumberAt => ({
  kind: 'faulty',
  reason,
  end: brokenEnd(text, at),
})

/** End of the grouped whole part 1,863,180, or -1 when the commas stand at wrong places. */
const groupedEnd = (text: string, at: number, first: number): number => {
  if (text[first] !== ',' || !isDigitAt(text, first + 1)) return first
  if (first - at > 3) return -1
  let end = first
  while (text[end] === ',' && isDigitAt(text, end + 1)) {
    const next = digitsEnd(text, end + 1)
    if (next - end !== 4) return -1
    end = next
  }
  return end
}

const looksLikeLetterInNumber = (text: string, at: number): boolean => {
  const char = text[at]
  if (char === 'O' || char === 'o') return !/[A-Za-z]/.test(text[at + 1] ?? '') || /[OoIl]/.test(text[at + 1]!)
  return (char === 'l' || char === 'I') && isDigitAt(text, at + 1)
}

/** The digits from `at` to `end`, whose whole part (with commas) ends at `whole`. Short ones never become a string. */
const decimalOf = (text: string, at: number, whole: number, end: number): Decimal => {
  if (end - at > 15) return Decimal.from(text.slice(at, end).replaceAll(',', ''))
  let units = 0
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) units = units * 10 + (code - 48)
  }
  return Decimal.of(units, end > whole ? end - whole - 1 : 0)
}

/** Reads digits at `at`, which must hold one. */
export const asciiNumberAt = (text: string, at: number): NumberAt => {
  const first = digitsEnd(text, at)
  if (looksLikeLetterInNumber(text, first)) return faulty(text, at, '数字中混有字母（如把0写成O、把1写成l）')
  const whole = groupedEnd(text, at, first)
  if (whole < 0) return faulty(text, at, '千分位逗号的位置不对')
  const end = text[whole] === '.' && isDigitAt(text, whole + 1) ? digitsEnd(text, whole + 1) : whole
  if (end > whole && text[end] === '.' && isDigitAt(text, end + 1)) return faulty(text, at, '一个数里有两个小数点')
  return { kind: 'number', value: decimalOf(text, at, whole, end), end }
}

/** The longest Chinese numeral at `at`, as characters only; its end. */
export const numeralEnd = (text: string, at: number): number => {
  let end = at
  while (end < text.length && end - at < 24 && isChineseNumeral(text[end]!)) end++
  return end
}

/** Reads a Chinese numeral; without 万 or 亿 at its end, which are magnitudes behind the number (十二万元). */
export const chineseNumberAt = (text: string, at: number): { value: Decimal; end: number } | undefined => {
  let end = numeralEnd(text, at)
  while (end > at && '万亿萬億'.includes(text[end - 1]!)) end--
  const value = end === at ? undefined : parseChineseNumber(text.slice(at, end))
  return value && { value, end }
}
