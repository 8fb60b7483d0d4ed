import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { fraction, whole } from '../../engine/fraction.ts'
import { working } from '../../engine/proof.ts'
import { scoreStep } from '../../engine/score-step.ts'
import { exactly, judgeScore } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { printedInterval } from '../../kernel/interval.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'

/** A coefficient is printed as a share (0.85), a percentage (85 %) or in hundredths (85). */
const shareOf = (value: Decimal, isPercent: boolean): Decimal =>
  isPercent || value.compare(Decimal.one) > 0 ? value.shift(-2) : value

export const coefficientTimesWeight = defineFormCheck({
  id: 'SE-085',
  title: '得分等于得分系数乘权重',
  titleEn: 'The score equals coefficient times weight',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice-chongqing-2021#coefficient'],
  rule: '得分 = 得分系数 × 权重',
  remedy: '核对得分系数，重算得分',
  remedyEn: 'Check the coefficient and recompute the score.',
  run({ form, rules }, report) {
    if (!form.record.indicatorHeaders.coefficient) return
    for (const indicator of form.indicators) {
      const cell = indicator.row.more.coefficient
      const score = indicator.score.number
      const weight = indicator.weight.number
      const read = cell && readPrintedNumber(cell.printed)
      if (!cell || !score || !weight?.isPositive() || read?.kind !== 'number') continue
      const share = shareOf(read.value, read.isPercent)
      const exact = weight.multiply(share)
      if (exact.equals(score)) continue
      const around = printedInterval(share)
      const expectation = share.isInteger()
        ? exactly(whole(exact))
        : {
            exact: whole(exact),
            low: fraction(weight.multiply(around.low), Decimal.one),
            high: whole(weight.multiply(around.high)),
          }
      const judgement = judgeScore(score, expectation, scoreStep(form), rules.scoreDecimals.value)
      if (judgement.verdict !== 'outside') continue
      const expected = exact.normalize().toString()
      const field = indicatorField(indicator.index, 'coefficient')
      report({
        field: indicator.score.field,
        also: [field, indicator.weight.field],
        verdict: 'outside',
        printed: indicator.score.cell.printed,
        expected,
        message: `${indicatorName(indicator)}系数${cell.printed} × 权重${indicator.weight.cell.printed} = ${expected}，得分印为${indicator.score.cell.printed}`,
        messageEn: `${indicatorNameEn(indicator)}: ${cell.printed} × ${indicator.weight.cell.printed} = ${expected}; ${indicator.score.cell.printed} is printed.`,
        proof: working(
          form,
          {
            formula: '得分 = 得分系数 × 权重',
            filledIn: `${cell.printed} × ${indicator.weight.cell.printed}`,
            result: expected,
            interval: judgement.interval,
            verdict: 'outside',
          },
          [
            ['得分系数', field],
            ['权重', indicator.weight.field],
            ['得分', indicator.score.field],
          ],
        ),
      })
    }
  },
})
