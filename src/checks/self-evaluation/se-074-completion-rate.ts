import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'
import { judgeRatio } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'

/** Applies to forms with a column 完成率. A rate capped at 100 % for an over-fulfilled target is accepted. */
export const completionRate = defineFormCheck({
  id: 'SE-074',
  title: '完成率等于完成值除以指标值',
  titleEn: 'The completion rate equals actual over target',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '完成率 = 完成值 ÷ 指标值',
  remedy: '按完成值和指标值重算完成率',
  remedyEn: 'Recompute the rate.',
  run({ form }, report) {
    if (!form.record.indicatorHeaders.rate) return
    for (const indicator of form.indicators) {
      const cell = indicator.row.more.rate
      const comparison = cell && indicator.comparison
      if (!cell || comparison?.direction !== 'forward' || comparison.actualOperator !== undefined) continue
      if (!comparison.target.value.isPositive()) continue
      const read = readPrintedNumber(cell.printed)
      if (read.kind !== 'number') continue
      if (comparison.outcome === 'met' && read.value.equals(read.isPercent ? Decimal.hundred : Decimal.one)) continue
      const factors = read.isPercent ? [Decimal.hundred] : [Decimal.one, Decimal.hundred]
      const judged = factors.map((factor) => judgeRatio(read.value, comparison.actual, comparison.target, factor))
      if (judged.some(({ verdict }) => verdict !== 'outside')) continue
      const best = judged[0]!
      const { row, index } = indicator
      const expected = `${best.expected}${read.isPercent ? '%' : ''}`
      const field = indicatorField(index, 'rate')
      report({
        field,
        also: [indicatorField(index, 'target'), indicatorField(index, 'actual')],
        verdict: 'outside',
        printed: cell.printed,
        expected,
        message: `${indicatorName(indicator)}的完成率印为${cell.printed}，${row.actual.printed} ÷ ${row.target.printed} = ${expected}`,
        messageEn: `${indicatorNameEn(indicator)}: the rate is printed ${cell.printed}; actual over target gives ${expected}.`,
        proof: working(
          form,
          {
            formula: '完成率 = 完成值 ÷ 指标值',
            filledIn: `${row.actual.printed} ÷ ${row.target.printed} = ${expected}`,
            result: expected,
            interval: best.interval,
            verdict: 'outside',
          },
          [
            ['指标值', indicatorField(index, 'target')],
            ['完成值', indicatorField(index, 'actual')],
            ['完成率', field],
          ],
        ),
      })
    }
  },
})
