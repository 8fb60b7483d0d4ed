/** CM-014: a period ends after it begins. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { dayNumber, isoDay } from '../../kernel/date.ts'
import { factsOf } from '../support/form-facts.ts'
import { quote, rowName, rowNameEn } from '../support/messages.ts'
import { HAS } from '../support/scan.ts'

const DAY = '(?<!\\d)((?:19|20)\\d{2})(?:年|[./-])?(\\d{1,2})(?:月|[./-])?(?:(\\d{1,2})日?)?'
const PERIOD = new RegExp(`${DAY}[-—–~～至到]{1,2}${DAY.replace('(?<!\\d)', '')}(?!\\d)`, 'u')

/** First day of what was printed; a month without a day begins on its first. */
const dayOf = (year: string, month: string, day: string | undefined): number | undefined => {
  const iso = isoDay(Number(year), Number(month), day === undefined ? 1 : Number(day))
  return iso === undefined ? undefined : dayNumber(iso)
}

const runsBackwards = (text: string): string | undefined => {
  const match = PERIOD.exec(text)
  if (!match) return undefined
  const [whole, y1 = '', m1 = '', d1, y2 = '', m2 = '', d2] = match
  const [start, end] = [dayOf(y1, m1, d1), dayOf(y2, m2, d2)]
  if (start === undefined || end === undefined) return undefined
  // A month at the end reaches to its last day, so only a whole month earlier is certain.
  return d2 === undefined
    ? Number(y2 + m2.padStart(2, '0')) < Number(y1 + m1.padStart(2, '0'))
      ? whole
      : undefined
    : end < start
      ? whole
      : undefined
}

const COLUMNS = ['target', 'actual'] as const

export const datesInOrder = defineFormCheck({
  id: 'CM-014',
  title: '起止时间先后一致',
  titleEn: 'A period ends after it begins',
  kind: 'P',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#date-order'],
  rule: '起始日期 ≤ 截止日期',
  remedy: '核对起止日期，改正写反或写错的一个。',
  remedyEn: 'Correct the date that was swapped or mistyped.',
  run({ form }, report) {
    const facts = factsOf(form)
    if (!(facts.bits & HAS.fourDigits)) return
    for (const row of facts.live)
      for (const column of COLUMNS) {
        if (!(row[column].bits & HAS.fourDigits) || row[column].text.length < 13) continue
        const period = runsBackwards(row[column].text)
        if (period === undefined) continue
        report({
          field: indicatorField(row.index, column),
          verdict: 'outside',
          printed: period,
          expected: '起始不晚于截止',
          message: `${rowName(row)}的期间${quote(period)}截止早于起始。`,
          messageEn: `The period ${period} of ${rowNameEn(row)} ends before it begins.`,
        })
      }
  },
})
