/** Years in which a target or an actual says that something is done. 完成2019年档案整理 is about files, not about a date. */
import type { Text } from './form-facts.ts'
import { HAS } from './scan.ts'
import { isDateOnly } from './values.ts'

export interface DatedYears {
  readonly first: number
  readonly last: number
  /** The text is a date and nothing else. */
  readonly isWhole: boolean
}

const YEAR = '(?<![\\d.])((?:19|20)\\d{2})'
const COMPACT = /(?<!\d)((?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)/gu
const ANY_YEAR = new RegExp(`${YEAR}(?=年|[./-]\\d{1,2}(?!\\d)|[-—–~～至](?:19|20)\\d{2})`, 'gu')
/** A period by months: 2019年10月-2020年9月, 2019.10-2020.12. */
const PERIOD = new RegExp(
  `${YEAR}(?:年|[./])\\d{1,2}月?[-—–~～至到]{1,2}(?:((?:19|20)\\d{2})(?:年|[./]))?\\d{1,2}`,
  'u',
)
/** A deadline: year, month or day, and a word that says "by then". */
const DEADLINE = new RegExp(
  `${YEAR}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:[上中下]旬)?(?:底|末|初)?(?:之前|以前|前|底|末|完成|交付|竣工|开学|验收|提交|到位|投入使用)`,
  'gu',
)

const spread = (years: readonly number[], isWhole: boolean): DatedYears | undefined => {
  if (years.length === 0) return undefined
  let [first, last] = [years[0]!, years[0]!]
  for (const year of years) {
    if (year < first) first = year
    if (year > last) last = year
  }
  return { first, last, isWhole }
}

/** A loop over exec, because matchAll makes a new expression each time, which costs more than the search. */
const matches = (pattern: RegExp, text: string, years: number[] = []): number[] => {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) years.push(Number(match[1]))
  return years
}

export const datedYears = (value: Text, isTimeliness: boolean): DatedYears | undefined => {
  if (!(value.bits & HAS.fourDigits) || !(value.bits & HAS.date)) return undefined
  const { text } = value
  if (isDateOnly(value)) return spread(matches(ANY_YEAR, text, matches(COMPACT, text)), true)
  const period = PERIOD.exec(text)
  if (period) return spread([Number(period[1]), Number(period[2] ?? period[1])], false)
  return isTimeliness ? spread(matches(DEADLINE, text), false) : undefined
}
