import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { compareTo, roundFraction } from '../../engine/fraction.ts'
import { expectedScore } from '../../engine/indicator-score.ts'
import { working } from '../../engine/proof.ts'
import { Decimal, maximum } from '../../kernel/decimal.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'

/** Guangxi prints a column 扣分: what it takes off is taken from the computed score, or from the weight. */
export const deductionApplied = defineFormCheck({
  id: 'SE-083',
  title: '得分等于计算得分减扣分',
  titleEn: 'The score equals the computed score less the deduction',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice-guangxi#deduction'],
  rule: '得分 = max(0, 计算得分 − 扣分)；没有计算得分的，计算得分 = 分值',
  remedy: '核对扣分和得分',
  remedyEn: 'Check deduction and score.',
  run({ form, rules }, report) {
    if (!form.record.indicatorHeaders.deduction) return
    for (const indicator of form.indicators) {
      const cell = indicator.row.more.deduction
      const score = indicator.score.number
      const weight = indicator.weight.number
      const read = cell && readPrintedNumber(cell.printed)
      if (!cell || !score || !weight?.isPositive() || read?.kind !== 'number') continue
      const deduction = read.value.abs()
      const computed = indicator.comparison ? expectedScore(indicator.comparison, weight, rules) : undefined
      const fromWeight = maximum(Decimal.zero, weight.subtract(deduction))
      const fromComputed = computed
        ? maximum(Decimal.zero, roundFraction(computed, rules.scoreDecimals.value).subtract(deduction))
        : fromWeight
      if (score.equals(fromWeight) || score.equals(fromComputed)) continue
      const expected = (computed && compareTo(computed, weight) < 0 ? fromComputed : fromWeight).normalize().toString()
      const field = indicatorField(indicator.index, 'deduction')
      report({
        field: indicator.score.field,
        also: [field, indicator.weight.field],
        verdict: 'outside',
        printed: indicator.score.cell.printed,
        expected,
        message: `${indicatorName(indicator)}分值${indicator.weight.cell.printed}、扣${cell.printed}分，得分应为${expected}，印为${indicator.score.cell.printed}`,
        messageEn: `${indicatorNameEn(indicator)}: ${indicator.weight.cell.printed} less ${cell.printed} gives ${expected}; ${indicator.score.cell.printed} is printed.`,
        proof: working(
          form,
          {
            formula: '得分 = max(0, 计算得分 − 扣分)',
            filledIn: `${indicator.weight.cell.printed} − ${cell.printed}`,
            result: expected,
            verdict: 'outside',
          },
          [
            ['分值', indicator.weight.field],
            ['扣分', field],
            ['得分', indicator.score.field],
          ],
        ),
      })
    }
  },
})
