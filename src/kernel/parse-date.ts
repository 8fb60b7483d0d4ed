/**
 * Dates as Chinese forms print them: 2020年9月, 12月底, 2019/10/1, 20200101-20200131, 7月23-26日, 第三季度, 上半年, 年底.
 * Reads at a given place of a text that was compacted before (no white space inside, half-width digits).
 */
import { chineseDigit, isChineseNumeral, parseChineseNumber } from './chinese-number.ts'
import { type DatePeriod, type DateSpan, daysInMonth, resolveSpan } from './date.ts'
import { compactText } from './quantity/compact-text.ts'
import type { DateQuantity } from './quantity.ts'

/** A date found in a text: what it spans and where it ends. `grain` is the finest part printed. */
export interface ReadDate {
  readonly span: DateSpan
  readonly end: number
  readonly grain: 'day' | 'month' | 'quarter' | 'half' | 'year'
  /** Only 年底, 全年, 年内 and the like: words that stand in many sentences without meaning a date. */
  readonly isWordOnly: boolean
}

interface Counted {
  readonly value: number
  readonly end: number
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** ASCII digits or a Chinese numeral of at most `most` characters. */
const counted = (text: string, at: number, most: number): Counted | undefined => {
  let end = at
  if (isDigit(text, at)) {
    while (end < text.length && isDigit(text, end)) end++
    return end - at <= most ? { value: Number(text.slice(at, end)), end } : undefined
  }
  while (end < text.length && end - at < 4 && isChineseNumeral(text[end]!)) end++
  if (end === at) return undefined
  const value = parseChineseNumber(text.slice(at, end))
  return value?.isInteger() ? { value: Number(value.toString()), end } : undefined
}

const isYear = (value: number): boolean => value >= 1949 && value <= 2099

const isRangeSign = (char: string | undefined): boolean => char !== undefined && '-~至到—'.includes(char)

/** One date without its range partner; months and days inclusive. */
interface Piece {
  readonly year: number | undefined
  readonly from: readonly [month: number, day: number]
  readonly to: readonly [month: number, day: number]
  /** Set by a range of years only: 2018-2020年. */
  readonly toYear?: number
  readonly end: number
  readonly grain: ReadDate['grain']
  readonly isWordOnly: boolean
}

type Part = Pick<Piece, 'from' | 'to' | 'end' | 'grain'>

const part = (from: Part['from'], to: Part['to'], end: number, grain: Part['grain']): Part => ({ from, to, end, grain })

const QUARTER = /(?:第)?([一二三四1-4])季度?(?:[底末初](?=前|之前|以前|完成|$))?/y
const HALF = /(上|下)半年(?:底|末)?/y

const QUARTERS = /(?:第)?([一二三四1-4])[-~至到、—](?:第)?([一二三四1-4])季度/y

const quarterAt = (text: string, at: number): Part | undefined => {
  QUARTERS.lastIndex = at
  const several = QUARTERS.exec(text)
  if (several) {
    const [first, last] = [several[1]!, several[2]!].map((digit) => chineseDigit(digit) ?? Number(digit))
    return first! < last! ? part([first! * 3 - 2, 1], [last! * 3, 31], QUARTERS.lastIndex, 'quarter') : undefined
  }
  QUARTER.lastIndex = at
  const match = QUARTER.exec(text)
  if (match && (match[0].includes('度') || match[0].startsWith('第'))) {
    const digit = match[1]!
    const quarter = chineseDigit(digit) ?? Number(digit)
    return part([quarter * 3 - 2, 1], [quarter * 3, 31], at + match[0].length, 'quarter')
  }
  HALF.lastIndex = at
  const half = HALF.exec(text)
  if (!half) return undefined
  return half[1] === '上'
    ? part([1, 1], [6, 31], HALF.lastIndex, 'half')
    : part([7, 1], [12, 31], HALF.lastIndex, 'half')
}

/** 上旬, 月底, 末 … behind a month; the third of the month it names. */
const thirdOfMonth = (text: string, at: number): { from: number; to: number; end: number } | undefined => {
  const start = text[at] === '月' ? at + 1 : at // 12月月底
  if (text.startsWith('上旬', start)) return { from: 1, to: 10, end: start + 2 }
  if (text.startsWith('中旬', start)) return { from: 11, to: 20, end: start + 2 }
  if (text.startsWith('下旬', start)) return { from: 21, to: 31, end: start + 2 }
  if (text[start] === '初') return { from: 1, to: 10, end: start + 1 }
  if (text[start] === '底' || text[start] === '末') return { from: 21, to: 31, end: start + 1 }
  return undefined
}

/** The day behind a month, alone or as 23-26日, 14、15日. */
const daysAt = (text: string, at: number): { from: number; to: number; end: number } | undefined => {
  const first = counted(text, at, 2)
  if (!first || first.value < 1 || first.value > 31) return undefined
  const next = text[first.end]
  if (next === '日' || next === '号') return { from: first.value, to: first.value, end: first.end + 1 }
  if (!isRangeSign(next) && next !== '、' && next !== ',') return undefined
  const second = counted(text, first.end + 1, 2)
  if (!second || second.value <= first.value || second.value > 31) return undefined
  const sign = text[second.end]
  return sign === '日' || sign === '号' ? { from: first.value, to: second.value, end: second.end + 1 } : undefined
}

/** Without a year, 29 February may be real: 2000 was a leap year. */
const isRealDay = (year: number | undefined, month: number, day: number): boolean =>
  day <= daysInMonth(year ?? 2000, month)

const isMonth = (value: number): boolean => value >= 1 && value <= 12

/** 9月, 九月份, 3-5月, 12月31日, 12月月底, 3月上旬. */
const monthAt = (text: string, at: number, year: number | undefined): Part | undefined => {
  const first = counted(text, at, 2)
  if (!first || !isMonth(first.value)) return undefined
  let last = first
  if (isRangeSign(text[first.end]) || text[first.end] === '、') {
    const second = counted(text, first.end + 1, 2)
    if (!second || !isMonth(second.value) || second.value <= first.value) return undefined
    last = second
  }
  if (text[last.end] !== '月') return undefined
  const end = text[last.end + 1] === '份' && text[last.end + 2] !== '额' ? last.end + 2 : last.end + 1
  if (last !== first) return part([first.value, 1], [last.value, 31], end, 'month')
  const third = thirdOfMonth(text, end)
  if (third) return part([first.value, third.from], [first.value, third.to], third.end, 'day')
  const days = daysAt(text, end)
  if (!days) return part([first.value, 1], [first.value, 31], end, 'month')
  if (!isRealDay(year, first.value, days.to)) return undefined
  return part([first.value, days.from], [first.value, days.to], days.end, 'day')
}

const END_OF_WORD = new Set([
  '',
  '前',
  '之',
  '以',
  '完',
  '、',
  '，',
  ',',
  '。',
  ';',
  '；',
  ')',
  '-',
  '至',
  '到',
  '~',
  '—',
])

/** 底, 末, 初, 内, 全年 behind 2020年, or the same behind a bare 年. */
const partOfYear = (text: string, at: number): Part | undefined => {
  const char = text[at]
  if (char === '底' || char === '末') return part([12, 1], [12, 31], at + 1, 'month')
  if (char === '初' && text[at + 1] !== '步') return part([1, 1], [1, 31], at + 1, 'month')
  if (char === '内' && END_OF_WORD.has(text[at + 1] ?? '')) return part([1, 1], [12, 31], at + 1, 'year')
  if (text.startsWith('全年', at)) return part([1, 1], [12, 31], at + (text[at + 2] === '度' ? 3 : 2), 'year')
  return undefined
}

/** 2020年, 二〇二〇年, 20年12月 (two digits only with a month behind), with `toYear` for 2018-2020年. */
const yearAt = (text: string, at: number): { year: number; toYear?: number; end: number } | undefined => {
  const first = counted(text, at, 4)
  if (!first) return undefined
  if (text[first.end] === '年') {
    if (isYear(first.value)) return { year: first.value, end: first.end + 1 }
    const isShort = first.end - at === 2 && isDigit(text, at) && first.value >= 10 && first.value <= 40
    return isShort && monthAt(text, first.end + 1, undefined)
      ? { year: 2000 + first.value, end: first.end + 1 }
      : undefined
  }
  if (!isYear(first.value) || first.end - at !== 4 || !isRangeSign(text[first.end])) return undefined
  const second = counted(text, first.end + 1, 4)
  if (!second || !isYear(second.value) || second.value <= first.value || second.end - first.end !== 5) return undefined
  const next = text[second.end]
  const isMarked = next === '年' || text.startsWith('学年', second.end)
  if (!isMarked && next !== undefined && !END_OF_WORD.has(next)) return undefined
  return { year: first.value, toYear: second.value, end: second.end + (next === '年' ? 1 : isMarked ? 2 : 0) }
}

const SEPARATED = /((?:19|20)\d\d)([./-])(\d{1,2})(?:\2(\d{1,2}))?(?![\d%.])(?: ?\d{1,2}:\d\d(?::\d\d)?)?/y
const EIGHT_DIGITS = /((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/y
/** Behind 2020.12 these say that it was an amount, not December. */
const AMOUNT_FOLLOWS = '万亿千百元个次%人户'

/** 2019/10/1, 2020-12-31, 2020.12, 20200131. */
const numericAt = (text: string, at: number): Piece | undefined => {
  SEPARATED.lastIndex = at
  const match = SEPARATED.exec(text)
  if (match) {
    const [year, month] = [Number(match[1]), Number(match[3])]
    const end = SEPARATED.lastIndex
    if (!isMonth(month) || (match[4] === undefined && AMOUNT_FOLLOWS.includes(text[end] ?? '|'))) return undefined
    if (match[4] === undefined) {
      // 2020-2 may be a remainder of anything; 2020.2, 2020/2 and 2020-02 are months
      if (match[2] === '-' && match[3]!.length === 1) return undefined
      return { year, from: [month, 1], to: [month, 31], end, grain: 'month', isWordOnly: false }
    }
    const day = Number(match[4])
    if (day < 1 || !isRealDay(year, month, day)) return undefined
    return { year, from: [month, day], to: [month, day], end, grain: 'day', isWordOnly: false }
  }
  EIGHT_DIGITS.lastIndex = at
  const eight = EIGHT_DIGITS.exec(text)
  if (!eight) return undefined
  const [year, month, day] = [Number(eight[1]), Number(eight[2]), Number(eight[3])]
  if (!isMonth(month) || day < 1 || !isRealDay(year, month, day)) return undefined
  const end = EIGHT_DIGITS.lastIndex
  // eight digits alone are a date only beside another one or as the whole text: 20200131元 is money
  if (end < text.length && !END_OF_WORD.has(text[end]!)) return undefined
  return { year, from: [month, day], to: [month, day], end, grain: 'day', isWordOnly: false }
}

const THIS_YEAR = /[今当本]年度?|次年|翌年|年/y

/** Date parts without a printed year: 12月底, 第三季度, 上半年, 年底, 全年, 当年12月. */
const yearlessAt = (text: string, at: number): Piece | undefined => {
  const bare = monthAt(text, at, undefined) ?? quarterAt(text, at)
  if (bare) return { ...bare, year: undefined, isWordOnly: bare.grain === 'half' }
  const whole = text.startsWith('全年', at) ? partOfYear(text, at) : undefined
  if (whole) return { ...whole, year: undefined, isWordOnly: true }
  THIS_YEAR.lastIndex = at
  const word = THIS_YEAR.exec(text)?.[0]
  if (word === undefined) return undefined
  // the year after some year: known only as the end of a range (10月至次年3月)
  if ((word === '次年' || word === '翌年') && !isRangeSign(text[at - 1])) return undefined
  const behind = at + word.length
  const rest = partOfYear(text, behind) ?? (word === '年' ? undefined : monthAt(text, behind, undefined))
  return rest ? { ...rest, year: undefined, isWordOnly: rest.grain === 'year' || word === '年' } : undefined
}

const pieceAt = (text: string, at: number): Piece | undefined => {
  const isFourDigits = isDigit(text, at) && isDigit(text, at + 3)
  const numeric = isFourDigits ? numericAt(text, at) : undefined
  if (numeric) return numeric
  const year = yearAt(text, at)
  if (!year) return yearlessAt(text, at)
  if (year.toYear !== undefined) {
    const last = partOfYear(text, year.end)
    const end = last?.end ?? (text[year.end] === '度' ? year.end + 1 : year.end)
    return { year: year.year, toYear: year.toYear, from: [1, 1], to: [12, 31], end, grain: 'year', isWordOnly: false }
  }
  const isSaidTwice = text[year.end] === '年' && '底末初内'.includes(text[year.end + 1] ?? '|') // 2020年年底
  const from = isSaidTwice ? year.end + 1 : year.end
  const rest = monthAt(text, from, year.year) ?? quarterAt(text, from) ?? partOfYear(text, from)
  if (rest) return { ...rest, year: year.year, isWordOnly: false }
  // 2020年2月30日 is no day, and not the year 2020 either
  if (counted(text, year.end, 2) && /^[\d一二三四五六七八九十]+月\d+[日号]/.test(text.slice(year.end, year.end + 8)))
    return undefined
  const end = text[year.end] === '度' ? year.end + 1 : year.end
  return { year: year.year, from: [1, 1], to: [12, 31], end, grain: 'year', isWordOnly: false }
}

const spanOf = (piece: Piece): DateSpan => ({
  fromYear: piece.year,
  fromMonth: piece.from[0],
  fromDay: piece.from[1],
  toYear: piece.toYear ?? piece.year,
  toMonth: piece.to[0],
  toDay: piece.to[1],
})

/** The second date of a range, which may leave out what the first one said: 10月1日-7日, 2019年10月-12月. */
const secondPiece = (text: string, at: number, first: Piece): Piece | undefined => {
  const next = pieceAt(text, at)
  if (next) return next.isWordOnly ? undefined : next
  const days = first.grain === 'day' ? daysAt(text, at) : undefined
  if (!days || !isRealDay(first.year, first.to[0], days.to)) return undefined
  return { ...first, from: [first.to[0], days.from], to: [first.to[0], days.to], end: days.end }
}

const isBefore = (a: Piece['from'], b: Piece['from']): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

/**
 * The date or period printed at `at`, `undefined` when none starts there. Reads ranges (2019.10-2020.12); one that
 * runs backwards inside one year is read as its first date only.
 */
export const readDateAt = (text: string, at: number): ReadDate | undefined => {
  const first = pieceAt(text, at)
  if (!first) return undefined
  const alone = { span: spanOf(first), end: first.end, grain: first.grain, isWordOnly: first.isWordOnly }
  if (!isRangeSign(text[first.end]) || first.toYear !== undefined) return alone
  const isNextYear = text.startsWith('次年', first.end + 1)
  const second = secondPiece(text, first.end + 1, first)
  if (!second) return alone
  const toYear = second.year ?? (isNextYear && first.year !== undefined ? first.year + 1 : first.year)
  const fromYear = first.year ?? second.year
  const runsBack = fromYear === toYear ? isBefore(second.to, first.from) : fromYear! > toYear!
  if (runsBack && !isNextYear) return alone
  const span = { ...spanOf(first), fromYear, toYear, toMonth: second.to[0], toDay: second.to[1] }
  return { span, end: second.end, grain: second.grain, isWordOnly: false }
}

/**
 * The first date or period in a text, in real days. Without a printed year `impliedYear` is taken; without either
 * the answer is `undefined`. Never throws.
 */
export const parseDatePeriod = (text: string, impliedYear?: number): DatePeriod | undefined => {
  const compact = compactText(text)
  for (let at = 0; at < compact.length && at < 2000; at++) {
    if (at > 0 && isDigit(compact, at) && isDigit(compact, at - 1)) continue
    const date = readDateAt(compact, at)
    if (!date) continue
    const year = date.span.fromYear ?? date.span.toYear ?? impliedYear
    return year === undefined ? undefined : resolveSpan(date.span, year)
  }
  return undefined
}

/** A date quantity in real days; `year` (the form's) fills in where none was printed. */
export const resolveDate = (quantity: DateQuantity, year: number): DatePeriod =>
  quantity.period ?? resolveSpan(quantity.span, year)
