import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { scored } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'
import { qualitativeBand } from '../../engine/scoring.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { admissible, type QualitativeBand } from '../../law/self-evaluation-rules.ts'

/** Only the regulation's own wording states a level; 良好 or 基本完成 does not say which band the scorer meant. */
const LEVELS: readonly (readonly [RegExp, QualitativeBand['level'], string])[] = [
  [/^(?:基本)?未(?:达成|实现|达到)预期(?:指标|目标)/, 'not', '未达成'],
  [/^(?:部分达成|部分实现|部分达到)预期?(?:指标|目标)?/, 'partly', '部分达成'],
  [/^(?:全部|已)?(?:达成|实现|达到)预期(?:指标|目标)/, 'met', '达成'],
]

/** 部分达成 */
const SHORTEST = 4

const isWithin = (score: Decimal, band: ReturnType<typeof qualitativeBand>): boolean =>
  band !== undefined &&
  score.compare(band.low) >= 0 &&
  (band.isHighIncluded ? score.compare(band.high) <= 0 : score.compare(band.high) < 0)

export const qualitativeScoreInBand = defineFormCheck({
  id: 'SE-044',
  title: '定性指标的得分在所述档次内',
  titleEn: 'A qualitative score lies in the band of its stated level',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#qualitative-bands'],
  rule: '达成预期指标、部分达成、未达成三档，得分落在规则包规定的区间（下限含，上限除最高档外不含）',
  remedy: '改正得分，或改正所述的完成档次',
  remedyEn: 'Correct the score or the stated level.',
  run({ form, rules }, report) {
    for (const indicator of form.indicators) {
      const text = indicator.row.actual.printed
      if (text.length < SHORTEST || !(text.includes('预期') || text.includes('部分'))) continue
      const points = scored(indicator)
      const found = points && LEVELS.find(([pattern]) => pattern.test(text))
      const band = found && qualitativeBand(rules.qualitativeBands.value, found[1], points.weight)
      if (!points || !found || !band) continue
      const { score, weight } = points
      if (admissible(rules.qualitativeBands).some((bands) => isWithin(score, qualitativeBand(bands, found[1], weight))))
        continue
      const expected = `${band.low.normalize()} ≤ 得分 ${band.isHighIncluded ? '≤' : '<'} ${band.high.normalize()}`
      report({
        field: indicator.score.field,
        also: [indicatorField(indicator.index, 'actual'), indicator.weight.field],
        sources: [rules.qualitativeBands.source],
        verdict: 'outside',
        printed: indicator.score.cell.printed,
        expected,
        message: `${indicatorName(indicator)}写明“${found[2]}”，得分${indicator.score.cell.printed}不在该档（${expected}）`,
        messageEn: `${indicatorNameEn(indicator)} states a level whose band does not hold its score ${indicator.score.cell.printed}.`,
        proof: working(
          form,
          {
            formula: '分值 × 档次下限 ≤ 得分 ≤ 分值 × 档次上限',
            filledIn: expected.replace('得分', `${score}`),
            result: '不成立',
            verdict: 'outside',
            interval: band,
          },
          [
            ['完成值', indicatorField(indicator.index, 'actual')],
            ['分值', indicator.weight.field],
            ['得分', indicator.score.field],
          ],
        ),
      })
    }
  },
})
