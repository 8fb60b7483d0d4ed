import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'

export const scoreInRange = defineFormCheck({
  id: 'SE-046',
  title: '指标得分在0和分值之间',
  titleEn: 'An indicator’s score lies between 0 and its weight',
  kind: 'A',
  severity: 'fatal',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#score-range'],
  rule: '0 ≤ 得分 ≤ 分值',
  remedy: '改正得分或分值',
  remedyEn: 'Correct the score or the weight.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const { score, weight } = indicator
      if (!score.number || !weight.number) continue
      if (!score.number.isNegative() && score.number.compare(weight.number) <= 0) continue
      const printed = score.cell.printed
      report({
        field: score.field,
        also: [weight.field],
        verdict: 'outside',
        printed,
        expected: `0—${weight.cell.printed}`,
        message: `${indicatorName(indicator)}得分${printed}不在0和分值${weight.cell.printed}之间`,
        messageEn: `${indicatorNameEn(indicator)}: the score ${printed} is not within 0 and ${weight.cell.printed}.`,
        proof: working(
          form,
          {
            formula: '0 ≤ 得分 ≤ 分值',
            filledIn: `0 ≤ ${printed} ≤ ${weight.cell.printed}`,
            result: '不成立',
            verdict: 'outside',
          },
          [
            ['得分', score.field],
            ['分值', weight.field],
          ],
        ),
      })
    }
  },
})
