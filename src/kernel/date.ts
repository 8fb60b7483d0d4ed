/** Calendar days and periods without a clock or a time zone. */

/** ISO day, `2020-02-25`. */
export type IsoDay = string

/** First and last day of what was printed: `2020年9月` is 2020-09-01 … 2020-09-30. Both inclusive. */
export interface DatePeriod {
  readonly start: IsoDay
  readonly end: IsoDay
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** `undefined` when there is no such day. */
export const isoDay = (year: number, month: number, day: number): IsoDay | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && year >= 1000 && year <= 9999
    ? `${pad(year, 4)}-${pad(month)}-${pad(day)}`
    : undefined

export const monthPeriod = (year: number, month: number): DatePeriod => ({
  start: `${pad(year, 4)}-${pad(month)}-01`,
  end: `${pad(year, 4)}-${pad(month)}-${pad(daysInMonth(year, month))}`,
})

export const yearPeriod = (year: number): DatePeriod => ({
  start: `${pad(year, 4)}-01-01`,
  end: `${pad(year, 4)}-12-31`,
})

/** Days from the epoch of the civil calendar, for differences in days. */
export const dayNumber = (day: IsoDay): number =>
  Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / 86_400_000

export const daysBetween = (from: IsoDay, to: IsoDay): number => dayNumber(to) - dayNumber(from)

/**
 * First and last day as printed, where the year may be missing (`12月底前`). A missing year stays missing until
 * somebody who knows the form's year calls `resolveSpan`: a guessed year would turn a silent gap into a wrong finding.
 */
export interface DateSpan {
  readonly fromYear: number | undefined
  readonly fromMonth: number
  readonly fromDay: number
  readonly toYear: number | undefined
  readonly toMonth: number
  /** 31 for "end of the month": cut to the month's length when the year is known. */
  readonly toDay: number
}

const clippedDay = (year: number, month: number, day: number): IsoDay =>
  `${pad(year, 4)}-${pad(month)}-${pad(Math.min(day, daysInMonth(year, month)))}`

/** The span in real days; `year` fills in for years not printed. A span that would run backwards (10月至次年3月) ends in the next year. */
export const resolveSpan = (span: DateSpan, year: number): DatePeriod => {
  const fromYear = span.fromYear ?? span.toYear ?? year
  const runsBack = span.toMonth < span.fromMonth || (span.toMonth === span.fromMonth && span.toDay < span.fromDay)
  const toYear = span.toYear ?? (runsBack ? fromYear + 1 : fromYear)
  return {
    start: clippedDay(fromYear, span.fromMonth, span.fromDay),
    end: clippedDay(toYear, span.toMonth, span.toDay),
  }
}
