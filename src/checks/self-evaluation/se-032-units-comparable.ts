/** SE-032: 10次 against 33个 compares nothing. Only units that contradict each other on every reading are reported. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import { factsOf } from '../support/form-facts.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { unitsContradict } from '../support/units.ts'

interface Measured {
  readonly unit: string
  readonly isPercent: boolean
}

const measured = (quantity: Quantity): Measured | undefined =>
  (quantity.kind === 'number' || quantity.kind === 'range') && quantity.after.length <= 2 ? quantity : undefined

export const unitsComparable = defineFormCheck({
  id: 'SE-032',
  title: '完成值与指标值单位相同',
  titleEn: 'Actual and target have comparable units',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#comparable'],
  rule: '完成值单位 = 指标值单位（可换算的除外）',
  remedy: '按指标值的单位填写完成值。',
  remedyEn: 'Report the actual in the unit of the target.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      if (!(row.target.bits & row.actual.bits & 1)) continue
      const target = measured(row.view.target)
      const actual = measured(row.view.actual)
      if (!target || !actual || target.unit === '' || actual.unit === '') continue
      if (target.isPercent || actual.isPercent || !unitsContradict(target.unit, actual.unit)) continue
      report({
        field: indicatorField(row.index, 'actual'),
        also: [indicatorField(row.index, 'target')],
        verdict: 'outside',
        printed: `${row.target.text} / ${row.actual.text}`,
        expected: `以“${target.unit}”计的完成值`,
        message: `${rowName(row)}指标值以“${target.unit}”计，完成值以“${actual.unit}”计，不可比。`,
        messageEn: `${rowNameEn(row)}: the target is in ${target.unit}, the actual in ${actual.unit}; they cannot be compared.`,
      })
    }
  },
})
