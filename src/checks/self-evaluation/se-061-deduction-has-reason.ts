/** SE-061: whoever takes points off says why. One finding per indicator, because each wants its own reason. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, saysNone, textOf } from '../support/form-facts.ts'
import { rowName, rowNameEn } from '../support/messages.ts'

export const deductionHasReason = defineFormCheck({
  id: 'SE-061',
  title: '扣分的指标写明原因和措施',
  titleEn: 'An indicator that lost points gives a reason',
  kind: 'T',
  severity: 'warning',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#form-fields', 'caiyu-2020-10#low-execution-reason'],
  rule: '得分 < 分值时，偏差原因分析及改进措施不空',
  remedy: '填写扣分原因和改进措施；没有原因的，核对得分。',
  remedyEn: 'Give the reason and the measure, or correct the score.',
  run({ form }, report) {
    const { live } = factsOf(form)
    const { indicatorHeaders: headers, more } = form.record
    // A form without such a column answers in its text fields, or lacks the column (SE-003).
    const hasColumn = headers.deviation !== undefined || live.some(({ deviation }) => deviation.text !== '')
    if (!hasColumn && Object.keys(headers).length > 0) return
    for (const row of live) {
      if (!row.isCut || !saysNone(row.deviation.text)) continue
      const extra = row.view.row.more
      if (!saysNone(textOf(extra.measures).text) || !saysNone(textOf(extra.deduction).text.replace(/[\d.]/g, '')))
        continue
      if (more.problems && textOf(more.problems).text.includes(row.name.text) && row.name.text !== '') continue
      const { score, weight } = row.view
      const lost = weight.number!.subtract(score.number!).normalize()
      report({
        field: indicatorField(row.index, 'deviation'),
        also: [indicatorField(row.index, 'score')],
        verdict: 'outside',
        printed: row.deviation.text,
        expected: '扣分原因和改进措施',
        message: `${rowName(row)}分值${weight.cell.printed}、得分${score.cell.printed}，扣${lost}分，没有写原因。`,
        messageEn: `${rowNameEn(row)} lost ${lost} of ${weight.cell.printed} points without a reason.`,
      })
    }
  },
})
