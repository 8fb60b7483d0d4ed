/** SE-129: 3.5万 under 万元 may mean 3.5万元 or 3.5万万元; the reader must guess. */
import { defineFormCheck } from '../../engine/check.ts'
import type { NumberField } from '../../engine/form-view.ts'
import { numberTraits } from '../support/number-traits.ts'

const POWER: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 }
const COLUMNS = ['fullYearBudget', 'initialBudget', 'executed'] as const

export const unitSaidOnce = defineFormCheck({
  id: 'SE-129',
  title: '金额单位只注明一次',
  titleEn: 'The unit of money is said once',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#one-unit'],
  rule: '资金栏标题已注明单位的，单元格只填数字',
  remedy: '删去单元格中的“万”“万元”。',
  remedyEn: 'Delete the unit from the cells.',
  run({ form }, report) {
    const power = POWER[form.record.funds.unit]
    if (power === undefined || !numberTraits(form).hasFundSuffix) return
    const repeated: NumberField[] = []
    for (const { columns } of form.funds.rows)
      for (const column of COLUMNS) {
        const number = columns[column]
        if (number?.read.kind === 'number' && /[元万亿]/u.test(number.read.suffix) && number.read.power === power)
          repeated.push(number)
      }
    const first = repeated[0]
    if (!first) return
    report({
      field: first.field,
      also: repeated.slice(1).map(({ field }) => field),
      verdict: 'outside',
      printed: first.cell.printed,
      expected: first.number!.toString(),
      message: `资金栏已注明单位${form.record.funds.unit}，单元格又写“${first.cell.printed}”，单位重复（共${repeated.length}处）。`,
      messageEn: `The block is in ${form.record.funds.unit} and ${repeated.length} cell(s) repeat the unit (“${first.cell.printed}”).`,
    })
  },
})
