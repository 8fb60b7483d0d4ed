/** A date at a place of a compacted text, with the word behind it that says before, from or within. */
import { type ReadDate, readDateAt } from '../parse-date.ts'
import type { DateQuantity } from '../quantity.ts'

export interface DateToken {
  readonly kind: 'date'
  readonly start: number
  readonly end: number
  readonly date: ReadDate
  /** 前, 之前, 起, 期间 right behind the date; it is part of the token. */
  readonly relation: DateQuantity['relation'] | undefined
}

export interface FoundDate {
  readonly token: DateToken
  /** 次年3月, 去年12月: some other year than the form's, and nobody says which. */
  readonly isOtherYear: boolean
}

const RELATIONS: readonly (readonly [RegExp, DateQuantity['relation']])[] = [
  [/(?:之前|以前|前夕|前(?![期来往沿列端后台瞻景]|提(?![交供出报前醒]))|止)/y, 'by'],
  [/(?:起(?![草到来])|开始|之后|以后|后(?![勤续期]))/y, 'from'],
  [/(?:期间|之间|以内|之内|内(?![部容地]))/y, 'in'],
]

const relationAt = (text: string, at: number): { relation: DateQuantity['relation']; length: number } | undefined => {
  if (!'之以前止起开后期内'.includes(text[at] ?? '|')) return undefined
  for (const [pattern, relation] of RELATIONS) {
    pattern.lastIndex = at
    if (pattern.test(text)) return { relation, length: pattern.lastIndex - at }
  }
  return undefined
}

/** Looks like a day and was not read as one: 2月30日, 2021年2月29日, 13月1日. */
const NO_SUCH_DAY = /^(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]/
const YEAR_POINT_MONTH = /^\d{4}\.\d{1,2}(?![.\d])/
const OTHER_YEAR = /[次翌明后上去前下][年季]$/

/** ≥2020.12 compares with a number; without the sign it is December 2020. */
const isCompared = (text: string, at: number): boolean =>
  at > 0 && '≥≤><=≈'.includes(text[at - 1]!) && YEAR_POINT_MONTH.test(text.slice(at, at + 8))

export const dateTokenAt = (text: string, at: number): FoundDate | 'no-such-day' | undefined => {
  if (isCompared(text, at)) return undefined
  const date = readDateAt(text, at)
  if (!date) return NO_SUCH_DAY.test(text.slice(at, at + 12)) ? 'no-such-day' : undefined
  const behind = relationAt(text, date.end)
  const end = date.end + (behind?.length ?? 0)
  const isOtherYear = date.span.fromYear === undefined && at > 1 && OTHER_YEAR.test(text.slice(at - 2, at))
  return { token: { kind: 'date', start: at, end, date, relation: behind?.relation }, isOtherYear }
}
