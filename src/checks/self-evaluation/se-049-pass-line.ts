import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { reachesRatio, scored, timesTarget } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'

/** Only where the pack itself has a pass line; as an alternative practice it merely widens what SE-041 admits. */
export const passLine = defineFormCheck({
  id: 'SE-049',
  title: '未过及格线的指标不得分',
  titleEn: 'Below the pass line an indicator earns nothing',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2021-101#pass-line'],
  rule: '完成值 ÷ 指标值 < 及格线：得分 = 0',
  remedy: '得分改为0，并说明未完成原因',
  remedyEn: 'Score 0 and state the cause.',
  run({ form, rules }, report) {
    const line = rules.forward.value.passLine
    if (!line) return
    for (const indicator of form.indicators) {
      const points = scored(indicator)
      const comparison = points && indicator.comparison
      if (!points?.score.isPositive() || comparison?.direction !== 'forward' || comparison.actualOperator !== undefined)
        continue
      if (!comparison.target.value.isPositive() || comparison.outcome !== 'missed') continue
      if (reachesRatio(comparison.actual, comparison.target, line)) continue
      const printed = indicator.score.cell.printed
      const { index, row } = indicator
      const share = timesTarget(comparison.actual, comparison.target)
      report({
        field: indicator.score.field,
        also: [indicatorField(index, 'target'), indicatorField(index, 'actual')],
        sources: [rules.forward.source],
        verdict: 'outside',
        printed,
        expected: '0',
        message: `${indicatorName(indicator)}只完成${row.target.printed}的${share}倍，未过及格线${line}，应得0分，印为${printed}`,
        messageEn: `${indicatorNameEn(indicator)} reached ${share} of its target, below the pass line ${line}: 0 points, ${printed} printed.`,
        proof: working(
          form,
          {
            formula: '完成值 ÷ 指标值 ≥ 及格线',
            filledIn: `${row.actual.printed} ÷ ${row.target.printed} = ${share} < ${line}`,
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
