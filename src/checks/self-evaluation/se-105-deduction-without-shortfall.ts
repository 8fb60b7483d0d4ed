import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { hasReason, scored } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'

/** Without any cause it is SE-061; here a cause is given that contradicts an actual value equal to its target. */
export const deductionHasShortfall = defineFormCheck({
  id: 'SE-105',
  title: '扣了分的指标完成值应有差距',
  titleEn: 'Where points are taken off, the actual value falls short',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#deduction-consistent'],
  rule: '完成值与指标值印得一样：得分 = 分值；扣了分的，完成值应写出差距',
  remedy: '如实填写完成值，或不扣分',
  remedyEn: 'State the real result, or take nothing off.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const points = scored(indicator)
      const { row, index } = indicator
      if (!points || points.score.compare(points.weight) >= 0) continue
      if (row.actual.printed === '' || row.actual.printed !== row.target.printed || !hasReason(indicator)) continue
      report({
        field: indicator.score.field,
        also: [indicatorField(index, 'actual'), indicatorField(index, 'deviation')],
        verdict: 'outside',
        printed: indicator.score.cell.printed,
        expected: indicator.weight.cell.printed,
        message: `${indicatorName(indicator)}完成值与指标值相同（${row.actual.printed}），却扣了${points.weight.subtract(points.score).normalize()}分`,
        messageEn: `${indicatorNameEn(indicator)}: the actual value equals the target, yet points were taken off.`,
        proof: working(
          form,
          {
            formula: '完成值 = 指标值：得分 = 分值',
            filledIn: `${indicator.score.cell.printed} = ${indicator.weight.cell.printed}`,
            result: indicator.weight.cell.printed,
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
