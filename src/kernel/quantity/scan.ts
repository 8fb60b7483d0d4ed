/** One pass over a compacted text: finds every amount, range and date, and what stands in the way of reading it. */
import { Decimal } from '../decimal.ts'
import { unitLengthAt } from '../units.ts'
import { type DateToken, dateTokenAt } from './date-token.ts'
import {
  codeEnd,
  documentNumberEnd,
  isArticleAt,
  isItemNumber,
  isLatinAt,
  isNameBehind,
  isSetPhraseAt,
  ordinalEnd,
  quotationEnd,
} from './names.ts'
import { asciiNumberAt, chineseNumberAt, digitsEnd, isDigitAt, numeralEnd } from './number-at.ts'
import { perLengthAt, type Suffix, suffixAt } from './suffix.ts'

export interface AmountToken {
  readonly kind: 'amount'
  readonly start: number
  readonly end: number
  readonly value: Decimal
  /** High end of a range. */
  readonly high: Decimal | undefined
  readonly suffix: Suffix
}

export type Token = AmountToken | DateToken

export interface Scan {
  readonly tokens: Token[]
  /** A number whose spelling is broken; the first reason found. */
  fault: string | undefined
  /** A number was seen whose meaning is open (21 behind no known unit inside a sentence). */
  isUnclear: boolean
}

const HALF = Decimal.of(5, 1)
const RANGE_SIGNS = '-~至到—'

interface Literal {
  readonly value: Decimal
  readonly end: number
}

const literalAt = (text: string, at: number): Literal | undefined => {
  if (!isDigitAt(text, at)) return chineseNumberAt(text, at)
  const number = asciiNumberAt(text, at)
  return number.kind === 'number' ? number : undefined
}

const sameUnit = (first: Suffix, second: Suffix): boolean =>
  (first.unit === '' || first.unit === second.unit) &&
  (first.isPercent === second.isPercent || (!first.isPercent && first.unit === ''))

/** `-5篇`, `%-100%`, `万-5万元`: the high end of a range that starts with `low`. */
const rangeAt = (text: string, start: number, low: Literal, first: Suffix): AmountToken | undefined => {
  let sign = first.operator === undefined ? first.end : -1
  if (sign < 0 || !RANGE_SIGNS.includes(text[sign] ?? '|')) return undefined
  while (RANGE_SIGNS.includes(text[sign + 1] ?? '|') && sign < first.end + 2) sign++
  const high = literalAt(text, sign + 1)
  if (!high) return undefined
  const suffix = suffixAt(text, high.end)
  if (!sameUnit(first, suffix)) return undefined
  const lowPower = first.power === 0 && first.unit === '' ? suffix.power : first.power
  const value = lowPower === suffix.power ? low.value : low.value.shift(lowPower - suffix.power)
  if (value.compare(high.value) > 0) return undefined
  return { kind: 'amount', start, end: suffix.end, value, high: high.value, suffix }
}

const amount = (start: number, value: Decimal, suffix: Suffix): AmountToken => ({
  kind: 'amount',
  start,
  end: suffix.end,
  value: suffix.isHalfMore ? value.add(HALF) : value,
  high: undefined,
  suffix,
})

const CJK_WORD = /^[\u4E00-\u9FFF]{1,3}$/

/** A unit that the dictionary lacks, where nothing else can stand: `5桶装` is all of the text behind its number. */
const unknownUnit = (text: string, end: number, isLeading: boolean): string => {
  const rest = text.slice(end, end + 4)
  return isLeading && end + rest.length === text.length && CJK_WORD.test(rest) ? rest : ''
}

const isWordCharacter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

const isMeasured = (suffix: Suffix): boolean => suffix.isPercent || suffix.unit !== '' || suffix.power > 0

/** Does a minus sign before `at` belong to the number (start, operator, bracket), rather than to a range or a code? */
const isNegativeAt = (text: string, at: number): boolean => {
  if (text[at - 1] !== '-') return false
  const before = text[at - 2]
  return before === undefined || '≥≤><=≈(:,，为率幅长速'.includes(before)
}

const isYearNumber = (value: Decimal): boolean =>
  value.scale === 0 && value.compare(Decimal.of(1949)) > 0 && value.compare(Decimal.of(2100)) < 0

const isNumberWithoutMeaning = (text: string, end: number, value: Decimal): boolean => {
  if (isNameBehind(text, end)) return true
  return isWordCharacter(text, end) && isYearNumber(value) // a year in a title: 2020工作报告
}

/** 19年指标 means 2019, as 2019年 does; 3年, 10年以上, 20年内 are lengths of time. */
const isYearOfName = (text: string, value: Decimal, suffix: Suffix): boolean => {
  if (suffix.unit !== '年' || suffix.operator !== undefined) return false
  const isShort = value.compare(Decimal.of(15)) >= 0 && value.compare(Decimal.of(40)) < 0
  return isYearNumber(value) || (isShort && isWordCharacter(text, suffix.end))
}

/** 三分之二, 3分之2: a share, which no target compares with. */
const skipFraction = (end: number, scan: Scan): number => {
  scan.isUnclear = true
  return end + 3
}

/** Reads the number at `at` and returns where to go on. */
const scanDigits = (text: string, at: number, scan: Scan): number => {
  const digits = digitsEnd(text, at)
  if (isItemNumber(text, at, digits)) return digits
  const number = asciiNumberAt(text, at)
  if (number.kind === 'faulty') {
    scan.fault ??= number.reason
    return number.end
  }
  const document = documentNumberEnd(text, at, digits)
  if (document > 0) return document
  if (text.startsWith('分之', number.end)) return skipFraction(number.end, scan)
  if (isLatinAt(text, number.end) && unitLengthAt(text, number.end) === 0) return codeEnd(text, at)
  const suffix = suffixAt(text, number.end)
  const range = rangeAt(text, at, number, suffix)
  if (range) {
    if (!isMeasured(range.suffix) && isWordCharacter(text, range.end)) scan.isUnclear = true
    else scan.tokens.push(range)
    return range.end
  }
  const sign = text[suffix.end]
  const isJoined = sign === '/' ? !isMeasured(suffix) : sign !== undefined && ':-×*÷+'.includes(sign)
  if (isJoined && isDigitAt(text, suffix.end + 1)) {
    scan.isUnclear = true // a ratio, a fraction, a time of day, a telephone number or a sum worked out: not one number
    return digitsEnd(text, suffix.end + 1)
  }
  return pushNumber(text, at, number, suffix, scan)
}

const pushNumber = (text: string, at: number, number: Literal, suffix: Suffix, scan: Scan): number => {
  const isNegative = isNegativeAt(text, at)
  const value = isNegative ? number.value.negate() : number.value
  const start = isNegative ? at - 1 : at
  if (isMeasured(suffix)) {
    if (!isYearOfName(text, value, suffix)) scan.tokens.push(amount(start, value, suffix))
    return suffix.end
  }
  const isLeading = start === 0 || '≥≤><=≈'.includes(text[start - 1]!)
  if (isNumberWithoutMeaning(text, suffix.end, value)) return number.end
  const unit = unknownUnit(text, suffix.end, isLeading)
  if (unit !== '') {
    const end = suffix.end + unit.length
    scan.tokens.push(amount(start, value, { ...suffix, unit, end }))
    return end
  }
  if (suffix.operator === undefined && isWordCharacter(text, suffix.end)) scan.isUnclear = true
  else scan.tokens.push(amount(start, value, suffix))
  return suffix.end
}

const NUMERAL_START = '一二两三四五六七八九十廿半百'
/** Alone they are words and names (陆路, 叁): two of them make a number. */
const FINANCIAL_START = '壹贰叁肆伍陆柒捌玖拾'
const HALF_OF = /^半(?:年|个?月|天|日|个?小时|个?学期)(?!来)/

/** 百分之九十五 with its suffix, `undefined` when it is not written that way. */
const percentInWords = (text: string, at: number): AmountToken | undefined => {
  const isAscii = isDigitAt(text, at + 3)
  const value = isAscii ? literalAt(text, at + 3) : chineseNumberAt(text, at + 3)
  if (!value) return text.startsWith('百分之百', at) ? percentToken(text, at, Decimal.hundred, at + 4) : undefined
  return percentToken(text, at, value.value, value.end)
}

const percentToken = (text: string, start: number, value: Decimal, end: number): AmountToken => {
  const suffix = suffixAt(text, end)
  return amount(start, value, { ...suffix, isPercent: true, unit: '', power: 0 })
}

/** Chinese numerals count only in front of a measure word; 一定, 一些, 六安 do not. */
const scanNumeral = (text: string, at: number, scan: Scan): number => {
  if (isSetPhraseAt(text, at)) return at + 2
  if (text.startsWith('百分之', at)) {
    const percent = percentInWords(text, at)
    if (percent) scan.tokens.push(percent)
    return percent?.end ?? at + 3
  }
  if (text[at] === '半' && (!HALF_OF.test(text.slice(at, at + 5)) || '上下每前后一大小'.includes(text[at - 1] ?? '|')))
    return at + 1
  if (at > 0 && '数几上好成'.includes(text[at - 1]!) && '十百'.includes(text[at]!)) return at + 1 // 数十次, 上百人
  const number = text[at] === '半' ? { value: HALF, end: at + 1 } : chineseNumberAt(text, at)
  if (!number) return at + 1
  if (text.startsWith('分之', number.end)) return skipFraction(number.end, scan)
  if (
    text[number.end] === '成' &&
    !'员功果立效为本长年分'.includes(text[number.end + 1] ?? '|') &&
    number.value.compare(Decimal.of(10)) < 0
  ) {
    scan.tokens.push(percentToken(text, at, number.value.shift(1), number.end + 1))
    return number.end + 1
  }
  const suffix = suffixAt(text, number.end)
  const range = rangeAt(text, at, number, suffix)
  if (range && isMeasured(range.suffix)) {
    scan.tokens.push(range)
    return range.end
  }
  if (suffix.unit === '' || isArticleAt(text, at, lastEnd(scan))) return number.end
  scan.tokens.push(amount(at, number.value, suffix))
  return suffix.end
}

const lastEnd = (scan: Scan): number => scan.tokens.at(-1)?.end ?? 0

const DATE_WORDS = '年全今当本次上下第'

const pushDate = (text: string, at: number, scan: Scan): number => {
  const found = dateTokenAt(text, at)
  if (found === undefined) return at
  if (found === 'no-such-day') scan.fault ??= '没有这一天'
  else if (found.isOtherYear) scan.isUnclear = true
  else scan.tokens.push(found.token)
  return typeof found === 'string' ? at : found.token.end
}

/** Where the next character that may mean something stands: the end of what starts at `at`, or `at + 1`. */
const step = (text: string, at: number, hasDates: boolean, scan: Scan): number => {
  const char = text[at]!
  const isDigit = isDigitAt(text, at)
  if (isDigit && at > 0 && isLatinAt(text, at - 1)) return codeEnd(text, at)
  const isNumeral =
    !isDigit && (NUMERAL_START.includes(char) || (FINANCIAL_START.includes(char) && numeralEnd(text, at) > at + 1))
  if (hasDates && (isDigit || isNumeral || DATE_WORDS.includes(char))) {
    const end = pushDate(text, at, scan)
    if (end > at) return end
  }
  if (isDigit) return scanDigits(text, at, scan)
  if (isNumeral) return scanNumeral(text, at, scan)
  if (char === '第') return ordinalEnd(text, at)
  return Math.max(at + 1, quotationEnd(text, at), at + perLengthAt(text, at))
}

const HAS_DATE = /[年月季]|(?:19|20)\d\d[./-]\d|(?:19|20)\d{6}/

/** Scans a compacted text. Time grows with its length only. */
export const scanText = (text: string): Scan => {
  const scan: Scan = { tokens: [], fault: undefined, isUnclear: false }
  const hasDates = HAS_DATE.test(text)
  if (text === '双周' || text === '双月') {
    // said alone, "fortnightly" is the interval itself
    scan.tokens.push(amount(0, Decimal.of(2), { ...suffixAt(text, 1), end: 2 }))
    return scan
  }
  for (let at = 0; at < text.length; ) at = step(text, at, hasDates, scan)
  return scan
}
