import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { isCappedRatio } from '../support/capped-ratio.ts'

/** ≥100 % of a ratio that cannot exceed 100 % means =100 %: information. More than 100 % cannot be reached at all. */
export const cappedTarget = defineFormCheck({
  id: 'SE-033',
  title: '有上限的比率，指标值不超过100%',
  titleEn: 'The target of a capped ratio does not exceed 100 %',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#ratio-range'],
  rule: '合格率、覆盖率、满意度等：指标值 ≤ 100%，且不写“≥100%”',
  remedy: '指标值改为100%或可以达到的比率',
  remedyEn: 'Set the target to 100 % or to a reachable ratio.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const { target, row, index } = indicator
      if (target.kind !== 'number' || !target.isPercent || !isCappedRatio(row)) continue
      const side = target.value.compare(Decimal.hundred)
      const isOpenEnded = side === 0 && (target.operator === '≥' || target.operator === '>')
      if (side < 0 || (side === 0 && !isOpenEnded) || target.operator === '≤' || target.operator === '<') continue
      const field = indicatorField(index, 'target')
      report({
        field,
        severity: isOpenEnded && target.operator === '≥' ? 'info' : 'warning',
        verdict: 'outside',
        printed: row.target.printed,
        expected: '100%',
        message: `${indicatorName(indicator)}是不会超过100%的比率，指标值却写${row.target.printed}`,
        messageEn: `${indicatorNameEn(indicator)} is a ratio that cannot exceed 100 %; its target reads ${row.target.printed}.`,
        proof: working(
          form,
          { formula: '指标值 ≤ 100%', filledIn: `${row.target.printed} ≤ 100%`, result: '不成立', verdict: 'outside' },
          [['指标值', field]],
        ),
      })
    }
  },
})
