import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { isFull, scored } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'

const DEDUCTED = /扣(?:减|除)?\s*\d*(?:\.\d+)?\s*分|扣分|未得满分|不得分|得0分/
const NOT_DEDUCTED = /不(?:予|再|应|需|用|作|做)?扣|未(?:予)?扣|无(?:需|须)?扣|免(?:予)?扣|没有扣|零扣分/

/** The cause says that points were taken off; the score says that none were. */
export const deductionTaken = defineFormCheck({
  id: 'SE-104',
  title: '写明扣分的指标不得满分',
  titleEn: 'Where the cause says points were taken off, they are',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#full-score-means-met'],
  rule: '偏差原因写明扣分：得分 < 分值',
  remedy: '按所写原因扣分，或改正原因',
  remedyEn: 'Take the points off, or correct the cause.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const { row, score, index } = indicator
      const text = row.deviation.printed
      if (text === '' || !text.includes('分') || !DEDUCTED.test(text) || NOT_DEDUCTED.test(text)) continue
      if (!scored(indicator) || !isFull(indicator)) continue
      const field = indicatorField(index, 'deviation')
      report({
        field: score.field,
        also: [field, indicator.weight.field],
        verdict: 'outside',
        printed: score.cell.printed,
        expected: `< ${indicator.weight.cell.printed}`,
        message: `${indicatorName(indicator)}的偏差原因写明扣分，却得满分${score.cell.printed}`,
        messageEn: `${indicatorNameEn(indicator)}: the cause speaks of a deduction, yet the score is the full ${score.cell.printed}.`,
        proof: working(
          form,
          {
            formula: '写明扣分：得分 < 分值',
            filledIn: `${score.cell.printed} < ${indicator.weight.cell.printed}`,
            result: '不成立',
            verdict: 'outside',
          },
          [
            ['得分', score.field],
            ['分值', indicator.weight.field],
            ['偏差原因', field],
          ],
        ),
      })
    }
  },
})
