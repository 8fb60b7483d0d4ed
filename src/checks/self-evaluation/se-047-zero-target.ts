import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { scored } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'

/** Nothing is divided by a target of zero: a limit of 0 (no accident) is kept or it is not. */
export const zeroTarget = defineFormCheck({
  id: 'SE-047',
  title: '指标值为0时按是否达到计分',
  titleEn: 'With a target of zero points are all or nothing',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#zero-target'],
  rule: '反向指标值为0：完成值为0得满分，否则得0分；不做除法',
  remedy: '完成值超过0的，得分改为0，并说明原因',
  remedyEn: 'Score 0 when the limit of zero was exceeded, and state the cause.',
  run({ form, rules }, report) {
    for (const indicator of form.indicators) {
      const points = scored(indicator)
      const comparison = points && indicator.comparison
      if (!points || comparison?.direction !== 'reverse' || !comparison.target.value.isZero()) continue
      const isKept = comparison.actual.value.isZero()
      const { score } = points
      if (isKept || !score.isPositive()) continue
      const printed = indicator.score.cell.printed
      const { row, index } = indicator
      report({
        field: indicator.score.field,
        also: [indicatorField(index, 'target'), indicatorField(index, 'actual')],
        sources: [rules.reverse.source],
        verdict: 'outside',
        printed,
        expected: '0',
        message: `${indicatorName(indicator)}指标值为0、完成值${row.actual.printed}，应得0分，印为${printed}`,
        messageEn: `${indicatorNameEn(indicator)}: target 0, actual ${row.actual.printed}; 0 points expected, ${printed} printed.`,
        proof: working(
          form,
          {
            formula: '指标值为0：完成值为0得满分，否则得0分',
            filledIn: `${row.actual.printed} > 0`,
            result: '0',
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
