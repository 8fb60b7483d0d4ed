/** EV-014: where a sheet has a column for reasons, a lost point has one. */
import { onSheet, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { leafName } from '../support/sheets.ts'

export const lostPointsExplained = defineAssessmentCheck({
  id: 'EV-014',
  title: '扣分的指标写明原因',
  titleEn: 'Lost points have a reason',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#form-complete'],
  rule: '评分表设有评价意见或扣分原因栏时，得分低于分值的指标应写明原因',
  remedy: '写明扣分的原因和依据',
  remedyEn: 'Give the reason for the lost points.',
  run({ sheets }, report) {
    for (const sheet of sheets) {
      // A column that nobody filled is a column of the template.
      if (!sheet.rows.some(({ row }) => row.comment.printed !== '')) continue
      for (const view of sheet.rows) {
        const { row, index, weight, score } = view
        if (!weight || !score || score.compare(weight) >= 0 || !/^(?:|无|[—–\-/]+)$/.test(row.comment.printed)) continue
        report({
          ...onSheet(sheet, 'comment', row.score, index),
          severity: surely('warning', row.score, row.weight),
          verdict: 'outside',
          printed: row.comment.printed,
          expected: '扣分原因',
          message: `“${leafName(view)}”扣${weight.subtract(score).normalize()}分，没有写原因`,
          messageEn: `${weight.subtract(score).normalize()} points are lost without a reason.`,
        })
      }
    }
  },
})
