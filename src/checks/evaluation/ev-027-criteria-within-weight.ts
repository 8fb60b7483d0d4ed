/** EV-027: no point of the criteria is worth more than the indicator it belongs to. */
import { onSheet, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { leafName } from '../support/sheets.ts'

/** （8分）, and not （扣1分）. */
const POINTS = /[（(](\d{1,3}(?:\.\d+)?)分[）)]/g

export const criteriaWithinWeight = defineAssessmentCheck({
  id: 'EV-027',
  title: '评分标准中的分值不超过指标分值',
  titleEn: 'Points in the criteria stay within the weight of the indicator',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#score-range'],
  rule: '评分标准括号中的每个分值 ≤ 该指标的分值',
  remedy: '核对评分标准与指标分值，改正其中一个',
  remedyEn: 'Check criteria and weight, correct one of them.',
  run({ sheets }, report) {
    for (const sheet of sheets)
      for (const view of sheet.rows) {
        const { row, index, weight } = view
        const criteria = row.criteria?.printed.replace(/\s+/g, '') ?? ''
        const above =
          weight && [...criteria.matchAll(POINTS)].find(([, points]) => Decimal.from(points!).compare(weight) > 0)
        if (!above) continue
        report({
          ...onSheet(sheet, 'criteria', row.criteria, index),
          severity: surely('error', row.criteria, row.weight),
          verdict: 'outside',
          printed: above[0],
          expected: `≤ ${row.weight.printed}分`,
          message: `“${leafName(view)}”分值${row.weight.printed}，评分标准中却有“${above[0]}”`,
          messageEn: `The criteria give ${above[1]} points to an indicator worth ${row.weight.printed}.`,
        })
      }
  },
})
