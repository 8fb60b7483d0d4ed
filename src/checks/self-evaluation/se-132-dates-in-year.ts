/** SE-132: dates of a yearly form lie in its year. Only dates that say when something is done count, not years in names. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { type DatedYears, datedYears } from '../support/dated-years.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { yearOf } from '../support/form-year.ts'
import { quote, rowName, rowNameEn } from '../support/messages.ts'
import { HAS } from '../support/scan.ts'

/** 2019年度, a year that the text is about; 2019年招收的学生 is a year of something else. */
const YEARLY = /(?<!\d)((?:19|20)\d{2})年度/gu

type Column = 'target' | 'actual'
const COLUMNS: readonly Column[] = ['target', 'actual']

const judge = (
  { first, last, isWhole }: DatedYears,
  year: number,
  column: Column,
  isPrinted: boolean,
  group: RowFacts['group'],
): FindingDraft['severity'] | undefined => {
  if (first === year && last === year) return undefined
  // Benefits last beyond the year, and a contract may run over its end; a deadline may not.
  if (group !== 'time') return 'info'
  if (last > year) return first > year ? 'warning' : 'info'
  // A deadline that lies before the year began cannot be the year's deadline.
  if (last < year) return isWhole && isPrinted && column === 'target' ? 'error' : 'warning'
  return 'info'
}

const draft = (
  row: RowFacts,
  column: Column,
  years: DatedYears,
  year: number,
  severity: FindingDraft['severity'],
): FindingDraft => {
  const where =
    years.last > year
      ? `${years.last}年，在${year}年度之后`
      : years.last < year
        ? `${years.last}年，在${year}年度之前`
        : `${years.first}年，早于${year}年度`
  return {
    field: indicatorField(row.index, column),
    ...(severity ? { severity } : {}),
    verdict: 'outside',
    printed: row[column].text,
    expected: `${year}年度内`,
    message: `${rowName(row)}${column === 'target' ? '指标值' : '完成值'}${quote(row[column].text)}${years.last === year ? '始于' : '在'}${where}。`,
    messageEn: `${rowNameEn(row)}: the ${column} lies in ${years.last === year ? years.first : years.last}, outside the form’s year ${year}.`,
  }
}

export const datesInYear = defineFormCheck({
  id: 'SE-132',
  title: '指标中的日期在自评年度内',
  titleEn: 'Dates of indicators lie in the form’s year',
  kind: 'P',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#budget-year'],
  rule: '指标值、完成值中的完成日期和期间属于自评年度',
  remedy: '核对日期；跨年度的工作只评价本年度应完成的部分。',
  remedyEn: 'Check the date; a form evaluates what was due in its year.',
  run({ form, rules }, report) {
    const year = yearOf(form, rules)
    if (year === 0) return
    const { goalExpected, goalActual } = factsOf(form)
    for (const [field, value] of [
      ['goalExpected', goalExpected],
      ['goalActual', goalActual],
    ] as const) {
      if (!(value.bits & HAS.fourDigits) || !value.text.includes('年度')) continue
      const years = Array.from(value.text.matchAll(YEARLY), (match) => Number(match[1]))
      if (years.length === 0 || years.includes(year) || value.text.includes(`${year}年`)) continue
      report({
        field,
        severity: 'info',
        verdict: 'undecided',
        printed: `${years[0]}年度`,
        expected: `${year}年度`,
        message: `${field === 'goalExpected' ? '预期目标' : '实际完成情况'}只提到${years[0]}年度，本表是${year}年度。`,
        messageEn: `The text speaks of ${years[0]} only; the form is of ${year}.`,
      })
    }
    for (const row of factsOf(form).live)
      for (const column of COLUMNS) {
        if (!(row[column].bits & HAS.fourDigits)) continue
        const years = datedYears(row[column], row.group === 'time')
        const severity = years && judge(years, year, column, form.year > 0, row.group)
        if (!years || !severity) continue
        report(draft(row, column, years, year, severity))
        break
      }
  },
})
