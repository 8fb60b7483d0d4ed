import { indicatorField } from '../../domain/field-address.ts'
import type { Severity } from '../../domain/finding.ts'
import { defineFormCheck, type FormContext } from '../../engine/check.ts'
import { type Comparison, hasReason, reachesRatio, timesTarget } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import type { IndicatorView } from '../../engine/form-view.ts'
import { working } from '../../engine/proof.ts'
import { TARGET_TOO_LOW } from '../../engine/proposals.ts'
import { maximum } from '../../kernel/decimal.ts'
import { admissible } from '../../law/self-evaluation-rules.ts'

/** A satisfaction of 98 % for ≥80 % is no plan gone wrong: percentages are asked only far above their target. */
const overPlan = ({ rules }: FormContext, comparison: Comparison, indicator: IndicatorView): Severity | undefined => {
  if (comparison.direction === 'reverse') return undefined
  if (comparison.actualOperator === '≤' || comparison.actualOperator === '<') return undefined
  const { actual, targetTop } = comparison
  if (reachesRatio(actual, targetTop, rules.targetTooLowRatio?.value ?? TARGET_TOO_LOW)) return 'warning'
  if (comparison.isPercent || hasReason(indicator)) return undefined
  const limit = admissible(rules.overTargetRatio).reduce(maximum)
  return reachesRatio(actual, targetTop, limit) ? 'warning' : undefined
}

/** The national text gives no number; 1.2 or 1.3 is local practice, 1.5 our proposal for a target set too low. */
export const overTargetExplained = defineFormCheck({
  id: 'SE-062',
  title: '完成值大幅超过指标值的要说明原因',
  titleEn: 'An actual value far above target is explained',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#over-target'],
  rule: '完成值 ÷ 指标值 ≥ 规则包的幅度：须有原因；≥ 1.5：指标值可能偏低，有原因也提示',
  remedy: '说明超额完成的原因；指标值定得偏低的，按偏离程度调减得分',
  remedyEn: 'Explain; where the target was too low, reduce the points by the deviation.',
  run(context, report) {
    const { form, rules } = context
    for (const indicator of form.indicators) {
      const comparison = indicator.weight.number?.isPositive() ? indicator.comparison : undefined
      const severity = comparison && overPlan(context, comparison, indicator)
      if (!comparison || !severity) continue
      const { row, index } = indicator
      const times = timesTarget(comparison.actual, comparison.targetTop)
      report({
        field: indicatorField(index, 'actual'),
        also: [indicatorField(index, 'target')],
        severity,
        sources: [rules.overTargetRatio.source],
        verdict: 'outside',
        printed: row.actual.printed,
        expected: hasReason(indicator) ? '合理的指标值' : '偏差原因说明',
        message: `${indicatorName(indicator)}完成值${row.actual.printed}是指标值${row.target.printed}的${times}倍${hasReason(indicator) ? '，指标值可能偏低' : '，没有说明原因'}`,
        messageEn: `${indicatorNameEn(indicator)}: ${row.actual.printed} is ${times} times the target ${row.target.printed}${hasReason(indicator) ? '' : ', without a reason'}.`,
        proof: working(
          form,
          {
            formula: '完成值 ÷ 指标值',
            filledIn: `${row.actual.printed} ÷ ${row.target.printed}`,
            result: `${times}`,
            verdict: 'outside',
          },
          [
            ['指标值', indicatorField(index, 'target')],
            ['完成值', indicatorField(index, 'actual')],
            ['偏差原因', indicatorField(index, 'deviation')],
          ],
        ),
      })
    }
  },
})
