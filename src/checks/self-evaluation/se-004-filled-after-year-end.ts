/** SE-004: the self-evaluation reports the whole year, so it is filled after 31 December. */
import { defineFormCheck } from '../../engine/check.ts'
import { textOf } from '../support/form-facts.ts'
import { yearOf } from '../support/form-year.ts'

const DAY = /((?:19|20)\d{2})(?:年|[./-])(\d{1,2})(?:(?:月|[./-])(\d{1,2}))?/u

export const filledAfterYearEnd = defineFormCheck({
  id: 'SE-004',
  title: '自评在年度终了后填报',
  titleEn: 'The form is filled after the end of the year',
  kind: 'P',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#date-order'],
  rule: '填报日期晚于自评年度的12月31日',
  remedy: '核对填报日期；年度未完的数据应在年后更新。',
  remedyEn: 'Check the date; figures of an unfinished year must be updated after its end.',
  run({ form, rules }, report) {
    const printed = textOf(form.record.more.filledOn).text
    const match = DAY.exec(printed)
    const due = yearOf(form, rules)
    if (!match || due === 0) return
    const year = Number(match[1])
    if (year > due) return
    // Many offices close the books in December; only an earlier month makes the figures incomplete for certain.
    const isDecember = year === due && Number(match[2]) === 12
    report({
      field: 'more.filledOn',
      severity: isDecember ? 'info' : 'warning',
      verdict: 'outside',
      printed,
      expected: `晚于${due}年12月31日`,
      message: `填报日期${printed}在${due}年度结束之前。`,
      messageEn: `The form was filled on ${printed}, before the year ${due} ended.`,
    })
  },
})
