import { type DigitStyle, digitByDigit, spelledOut } from './chinese-digits.ts'
import { type DecimalText, plainText } from './decimal-text.ts'
import type { Section, Token } from './parse.ts'

const DAY_MS = 86_400_000
/** 9999-12-31, the last day that spreadsheets know. */
const LAST_DAY = 2_958_465
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const WEEKDAYS = '日一二三四五六'

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  /** Since midnight, rounded to what the format shows. */
  readonly ms: number
  /** Since day 0, for elapsed time. */
  readonly totalMs: number
  readonly isTwelveHour: boolean
}

/** Text of a serial number of days in a date format; what spreadsheets cannot show as a date they fill with #. */
export function dateText(value: DecimalText, section: Section, is1904: boolean): string {
  const moment = momentOf(Number(plainText(value)), section, is1904)
  if (moment === undefined) return '#######'
  return section.tokens.map((token) => tokenText(token, moment, section.digits)).join('')
}

function momentOf(serial: number, section: Section, is1904: boolean): Moment | undefined {
  const fraction = section.tokens.find((token) => token.kind === 'date' && token.part === 'f')
  const unit = fraction?.kind === 'date' ? 10 ** (3 - fraction.length) : 1000
  const totalMs = Math.round((serial * DAY_MS) / unit) * unit
  const days = Math.floor(totalMs / DAY_MS)
  if (days < 0 || days > LAST_DAY) return undefined
  const isTwelveHour = section.tokens.some((token) => token.kind === 'half-day')
  const time = { ms: totalMs - days * DAY_MS, totalMs, isTwelveHour }
  // The 1900 system has a 29 February 1900, which never was; day 0 is shown as 0 January.
  if (!is1904 && days === 60) return { year: 1900, month: 2, day: 29, weekday: 3, ...time }
  if (!is1904 && days === 0) return { year: 1900, month: 1, day: 0, weekday: 6, ...time }
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(epoch + days * DAY_MS)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (days + (is1904 ? 5 : 6)) % 7,
    ...time,
  }
}

function tokenText(token: Token, moment: Moment, digits: DigitStyle | undefined): string {
  switch (token.kind) {
    case 'literal':
      return token.text
    case 'half-day':
      return token.names[moment.ms < DAY_MS / 2 ? 0 : 1]
    case 'elapsed':
      return elapsedText(token.part, token.length, moment.totalMs)
    case 'date':
      return withDigits(partText(token.part, token.length, moment), token.part, digits)
    default:
      return ''
  }
}

function elapsedText(part: 'h' | 'm' | 's', length: number, totalMs: number): string {
  const unit = part === 'h' ? 3_600_000 : part === 'm' ? 60_000 : 1000
  return String(Math.floor(totalMs / unit)).padStart(length, '0')
}

function partText(part: Extract<Token, { kind: 'date' }>['part'], length: number, moment: Moment): string {
  const pad = (value: number): string => String(value).padStart(Math.min(length, 2), '0')
  switch (part) {
    case 'y':
      return length > 2 ? String(moment.year) : String(moment.year % 100).padStart(2, '0')
    case 'm':
      return length > 2 ? monthName(moment.month, length) : pad(moment.month)
    case 'd':
      return length > 2 ? dayName(moment.weekday, length) : pad(moment.day)
    case 'a':
      return (length === 4 ? '星期' : '周') + WEEKDAYS[moment.weekday]!
    case 'h': {
      const hour = Math.floor(moment.ms / 3_600_000)
      return pad(moment.isTwelveHour ? hour % 12 || 12 : hour)
    }
    case 'n':
      return pad(Math.floor(moment.ms / 60_000) % 60)
    case 's':
      return pad(Math.floor(moment.ms / 1000) % 60)
    case 'f':
      return `.${String(moment.ms % 1000)
        .padStart(3, '0')
        .slice(0, length)}`
  }
}

function monthName(month: number, length: number): string {
  const name = MONTHS[month - 1]!
  return length === 3 ? name.slice(0, 3) : length === 5 ? name[0]! : name
}

function dayName(weekday: number, length: number): string {
  return length === 3 ? DAYS[weekday]!.slice(0, 3) : DAYS[weekday]!
}

/** Years go digit by digit (二〇二〇), days and months as numbers, 十二 and not 一十二. */
function withDigits(text: string, part: string, digits: DigitStyle | undefined): string {
  if (digits === undefined || !/^\d+$/.test(text)) return text
  return part === 'y' ? digitByDigit(text, digits) : spelledOut(String(Number(text)), digits).replace(/^一十/, '十')
}
