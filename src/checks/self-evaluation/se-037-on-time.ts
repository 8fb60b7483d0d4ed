import { indicatorField } from '../../domain/field-address.ts'
import type { Severity } from '../../domain/finding.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { hasReason, isFull } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import type { FormView, IndicatorView } from '../../engine/form-view.ts'
import { working } from '../../engine/proof.ts'
import { type DatePeriod, daysBetween } from '../../kernel/date.ts'
import { resolveDate } from '../../kernel/parse-date.ts'
import type { Quantity } from '../../kernel/quantity.ts'

/** The period a date cell means; a year that is not printed is the form's. */
const periodOf = (quantity: Quantity, form: FormView): DatePeriod | undefined => {
  if (quantity.kind !== 'date' || quantity.relation === 'from') return undefined
  if (quantity.isYearImplied && form.year === 0) return undefined
  return resolveDate(quantity, form.year)
}

/** Days from the last day allowed to the first day the result can have stood; not late: 0 or less. */
const delayOf = (indicator: IndicatorView, form: FormView): number | undefined => {
  const due = periodOf(indicator.target, form)
  const done = due && periodOf(indicator.actual, form)
  if (!due || !done) return undefined
  // 12月底前完成 as an actual value says "by then", not when.
  if (indicator.actual.kind === 'date' && indicator.actual.relation === 'by' && done.end <= due.end) return 0
  return daysBetween(due.end, done.start)
}

/** A late result that was marked down is as it should be. */
export const dateIndicatorOnTime = defineFormCheck({
  id: 'SE-037',
  title: '时效指标按期完成，逾期的相应扣分',
  titleEn: 'A date is met, or points are taken off',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#date-order'],
  rule: '实际完成时间 ≤ 要求时间；逾期的不得满分',
  remedy: '核对完成时间；确属逾期的，说明原因并扣分',
  remedyEn: 'Check the date; if it was late, state why and take points off.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      if (
        indicator.target.kind !== 'date' ||
        indicator.actual.kind !== 'date' ||
        !indicator.weight.number?.isPositive()
      )
        continue
      const delay = delayOf(indicator, form)
      if (delay === undefined || delay <= 0 || !isFull(indicator)) continue
      const { row, index } = indicator
      const severity: Severity = hasReason(indicator) ? 'warning' : 'error'
      report({
        field: indicatorField(index, 'actual'),
        also: [indicatorField(index, 'target'), indicator.score.field],
        severity,
        verdict: 'outside',
        printed: row.actual.printed,
        expected: row.target.printed,
        message: `${indicatorName(indicator)}要求${row.target.printed}，实际${row.actual.printed}，至少晚${delay}天，仍得满分${row.score.printed}`,
        messageEn: `${indicatorNameEn(indicator)} was due ${row.target.printed}, done ${row.actual.printed}: ${delay} days late or more, at full points.`,
        proof: working(
          form,
          {
            formula: '实际完成时间 ≤ 要求时间',
            filledIn: `${row.actual.printed} ≤ ${row.target.printed}`,
            result: `晚${delay}天`,
            verdict: 'outside',
          },
          [
            ['指标值', indicatorField(index, 'target')],
            ['完成值', indicatorField(index, 'actual')],
            ['得分', indicator.score.field],
          ],
        ),
      })
    }
  },
})
