/** SE-020: a cell in 元 under a heading in 万元 (or the other way round) is off by ten thousand. */
import { defineFormCheck } from '../../engine/check.ts'
import type { NumberField } from '../../engine/form-view.ts'
import { numberTraits } from '../support/number-traits.ts'

const POWER: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 }
const MONEY_COLUMNS = ['initialBudget', 'fullYearBudget', 'executed'] as const

/** The cell prints a unit of its own with another magnitude. `3.5万` under 元 counts, `3.5` never does. */
const contradicts = (number: NumberField, power: number): boolean =>
  number.read.kind === 'number' &&
  /[元万亿]/u.test(number.read.suffix) &&
  number.read.power !== power &&
  !number.read.value.isZero()

export const oneMoneyUnit = defineFormCheck({
  id: 'SE-020',
  title: '资金栏各格与注明的单位一致',
  titleEn: 'All amounts of the fund block use the unit that it states',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#one-unit'],
  rule: '单元格自带的单位 = 资金栏注明的单位',
  remedy: '统一换算成资金栏注明的单位。',
  remedyEn: 'Convert the amount to the unit stated for the block.',
  run({ form }, report) {
    const { unit } = form.record.funds
    const power = POWER[unit]
    if (power === undefined || !numberTraits(form).hasFundSuffix) return
    for (const { columns } of form.funds.rows)
      for (const column of MONEY_COLUMNS) {
        const number = columns[column]
        if (!number || !contradicts(number, power)) continue
        report({
          field: number.field,
          verdict: 'outside',
          printed: number.cell.printed,
          expected: `以${unit}为单位`,
          message: `资金栏单位是${unit}，这一格却写“${number.cell.printed}”。`,
          messageEn: `The block is in ${unit}, but this cell prints “${number.cell.printed}”.`,
        })
      }
  },
})
