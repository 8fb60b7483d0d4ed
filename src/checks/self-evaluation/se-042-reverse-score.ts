import { defineFormCheck } from '../../engine/check.ts'
import { scoreFindings } from '../support/indicator-score-draft.ts'

/** Two formulas are in use (A/B and 1 − (B−A)/A); where the pack leaves them open, any score between both holds. */
export const reverseScoreFollows = defineFormCheck({
  id: 'SE-042',
  title: '反向指标的得分与完成程度相符',
  titleEn: 'A reverse indicator is scored by how far its limit was exceeded',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#quantitative-scoring'],
  rule: '完成值 ≤ 指标值得满分；超过的，得分 = 分值 × 指标值 ÷ 完成值，或 分值 × max(0, 1 − (完成值 − 指标值) ÷ 指标值)',
  remedy: '按规则包的反向公式重算得分，或写明偏差原因并说明计分依据',
  remedyEn: 'Score by the pack’s reverse formula, or state the cause and how the points were set.',
  run(context, report) {
    scoreFindings(context, report, 'reverse', [context.rules.reverse.source])
  },
})
