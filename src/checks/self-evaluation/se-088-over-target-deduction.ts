import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { reachesRatio, scored, timesTarget } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'
import { Decimal, maximum } from '../../kernel/decimal.ts'

export const overTargetDeducted = defineFormCheck({
  id: 'SE-088',
  title: '超额偏离的指标按规定扣分',
  titleEn: 'An indicator far above target loses the prescribed points',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice-platform-cap-2022#over-target-deduction'],
  rule: '完成值 ÷ 指标值 ≥ 规则包的幅度：得分 ≤ max(0, 分值 − 规定扣分)',
  remedy: '该指标扣除规定的分数',
  remedyEn: 'Take off the prescribed points.',
  run({ form, rules }, report) {
    const deduction = rules.overTargetDeduction
    if (!deduction) return
    const { ratio, points } = deduction.value
    for (const indicator of form.indicators) {
      const own = scored(indicator)
      const comparison = own && indicator.comparison
      if (!own || comparison?.direction !== 'forward' || !reachesRatio(comparison.actual, comparison.targetTop, ratio))
        continue
      const most = maximum(Decimal.zero, own.weight.subtract(points))
      if (own.score.compare(most) <= 0) continue
      const times = timesTarget(comparison.actual, comparison.targetTop)
      const { row, index } = indicator
      const expected = most.normalize().toString()
      report({
        field: indicator.score.field,
        also: [indicatorField(index, 'target'), indicatorField(index, 'actual')],
        sources: [deduction.source],
        verdict: 'outside',
        printed: indicator.score.cell.printed,
        expected,
        message: `${indicatorName(indicator)}完成值${row.actual.printed}是指标值的${times}倍，应扣${points}分，得分至多${expected}，印为${indicator.score.cell.printed}`,
        messageEn: `${indicatorNameEn(indicator)} is ${times} times its target: ${points} points off, at most ${expected}.`,
        proof: working(
          form,
          {
            formula: '完成值 ÷ 指标值 ≥ 幅度：得分 = 分值 − 扣分',
            filledIn: `${row.actual.printed} ÷ ${row.target.printed} = ${times} ≥ ${ratio}；${own.weight} − ${points} = ${expected}`,
            result: expected,
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
