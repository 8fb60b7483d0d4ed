import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { scored } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { whole } from '../../engine/fraction.ts'
import { working } from '../../engine/proof.ts'
import { scoreStep } from '../../engine/score-step.ts'
import { satisfactionScore } from '../../engine/scoring.ts'
import { exactly, judgeScore } from '../../engine/verdict.ts'
import { groupOf } from '../support/groups.ts'

/** Applies only where the pack scores satisfaction by bands; elsewhere SE-041 does it in proportion. */
export const satisfactionByBands = defineFormCheck({
  id: 'SE-045',
  title: '满意度得分与所在档次相符',
  titleEn: 'A satisfaction score follows from its band',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2021-101#satisfaction-bands'],
  rule: '满意度得分 = 分值 × 实际满意度所在档次的比例',
  remedy: '按实际满意度所在档次改正得分',
  remedyEn: 'Score by the band of the measured satisfaction.',
  run({ form, rules }, report) {
    const bands = rules.satisfactionBands?.value ?? []
    if (bands.length === 0) return
    for (const indicator of form.indicators) {
      const points = scored(indicator)
      const { row, actual } = indicator
      if (!points || groupOf(row.level1.printed, row.level2.printed) !== 'satisfaction') continue
      if (actual.kind !== 'number' || !actual.isPercent || actual.operator !== undefined) continue
      const exact = whole(satisfactionScore(bands, actual.value.shift(-2), points.weight))
      const judgement = judgeScore(points.score, exactly(exact), scoreStep(form), rules.scoreDecimals.value)
      if (judgement.verdict !== 'outside') continue
      const expected = exact.top.normalize().toString()
      report({
        field: indicator.score.field,
        also: [indicatorField(indicator.index, 'actual'), indicator.weight.field],
        sources: [rules.satisfactionBands!.source],
        verdict: 'outside',
        printed: indicator.score.cell.printed,
        expected,
        message: `${indicatorName(indicator)}实际${row.actual.printed}，所在档次应得${expected}，印为${indicator.score.cell.printed}`,
        messageEn: `${indicatorNameEn(indicator)}: ${row.actual.printed} earns ${expected} by its band; ${indicator.score.cell.printed} is printed.`,
        proof: working(
          form,
          {
            formula: '得分 = 分值 × 档次比例',
            filledIn: `${points.weight} × 档次比例（${row.actual.printed}）`,
            result: expected,
            verdict: 'outside',
          },
          [
            ['实际完成值', indicatorField(indicator.index, 'actual')],
            ['分值', indicator.weight.field],
            ['得分', indicator.score.field],
          ],
        ),
      })
    }
  },
})
