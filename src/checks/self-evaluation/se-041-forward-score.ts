import { defineFormCheck, type FormContext } from '../../engine/check.ts'
import type { IndicatorView } from '../../engine/form-view.ts'
import { groupOf } from '../support/groups.ts'
import { scoreFindings } from '../support/indicator-score-draft.ts'

/** Satisfaction scored by bands and counts below a pass line have checks of their own (SE-045, SE-049). */
const isSatisfactionByBands = ({ rules }: FormContext): ((indicator: IndicatorView) => boolean) => {
  if ((rules.satisfactionBands?.value.length ?? 0) === 0) return () => false
  return ({ row }) => groupOf(row.level1.printed, row.level2.printed) === 'satisfaction'
}

/** rules.md 0.1 row 10b, 0.2 rows 2, 9, 10: 16 of 20 reached, all points kept, no reason given. */
export const forwardScoreFollows = defineFormCheck({
  id: 'SE-041',
  title: '正向指标的得分与完成程度相符',
  titleEn: 'A forward indicator is scored by how far its target was reached',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#quantitative-scoring'],
  rule: '完成值 ≥ 指标值得满分；未达到的，得分 = 分值 × 完成值 ÷ 指标值',
  remedy: '按完成程度重算得分，或写明偏差原因并说明计分依据',
  remedyEn: 'Score in proportion, or state the cause and how the points were set.',
  run(context, report) {
    scoreFindings(context, report, 'forward', [context.rules.forward.source], isSatisfactionByBands(context))
  },
})
