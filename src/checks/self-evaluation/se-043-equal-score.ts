import { defineFormCheck } from '../../engine/check.ts'
import { scoreFindings } from '../support/indicator-score-draft.ts'

/** Only targets that print = (in the cell or in the direction column) are read as equal. */
export const equalScoreFollows = defineFormCheck({
  id: 'SE-043',
  title: '等于型指标的得分与完成值相符',
  titleEn: 'An equal-type indicator is scored by whether it hit its target',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#equal-scoring'],
  rule: '完成值 = 指标值得满分；不等的，按规则包（不得分、按比例，或超过即满分）',
  remedy: '核对完成值，按规则包的公式重算得分',
  remedyEn: 'Check the actual value and score by the pack’s formula.',
  run(context, report) {
    scoreFindings(context, report, 'equal', [context.rules.equal.source])
  },
})
