import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { isCappedRatio } from '../support/capped-ratio.ts'

export const cappedActual = defineFormCheck({
  id: 'SE-038',
  title: '有上限的比率，完成值在0和100%之间',
  titleEn: 'The actual value of a capped ratio lies between 0 and 100 %',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#ratio-range'],
  rule: '合格率、覆盖率、满意度等：0 ≤ 完成值 ≤ 100%',
  remedy: '核对分子和分母，改正完成值',
  remedyEn: 'Check numerator and denominator and correct the value.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const { actual, row, index } = indicator
      if (actual.kind !== 'number' || !actual.isPercent) continue
      if (!actual.value.isNegative() && actual.value.compare(Decimal.hundred) <= 0) continue
      if (!isCappedRatio(row)) continue
      const field = indicatorField(index, 'actual')
      report({
        field,
        verdict: 'outside',
        printed: row.actual.printed,
        expected: '0—100%',
        message: `${indicatorName(indicator)}完成值${row.actual.printed}不在0和100%之间`,
        messageEn: `${indicatorNameEn(indicator)}: ${row.actual.printed} is not within 0 and 100 %.`,
        proof: working(
          form,
          {
            formula: '0 ≤ 完成值 ≤ 100%',
            filledIn: `0 ≤ ${row.actual.printed} ≤ 100%`,
            result: '不成立',
            verdict: 'outside',
          },
          [['完成值', field]],
        ),
      })
    }
  },
})
