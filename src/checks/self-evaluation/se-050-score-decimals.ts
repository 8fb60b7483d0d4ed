import { defineFormCheck } from '../../engine/check.ts'
import type { NumberField } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { numberTraits } from '../support/number-traits.ts'

export const scoreDecimals = defineFormCheck({
  id: 'SE-050',
  title: '得分的小数位数不超过规定',
  titleEn: 'Scores have no more decimals than prescribed',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#score-decimals'],
  rule: '得分最多保留规则包规定的小数位数（通常两位）',
  remedy: '得分按四舍五入保留两位小数，全表一致',
  remedyEn: 'Round scores to the prescribed decimals, alike in the whole form.',
  run({ form, rules }, report) {
    const limit = rules.scoreDecimals.value
    if (numberTraits(form).scoreDecimals <= limit) return
    const tooFine = (field: NumberField | undefined): field is NumberField =>
      field?.number !== undefined && field.number.scale > limit && field.number.normalize().scale > limit
    const all = [form.funds.total?.columns.score, ...form.indicators.map(({ score }) => score), form.totalScore]
    for (const field of all) {
      if (!tooFine(field)) continue
      const expected = field.number!.round(limit).toString()
      report({
        field: field.field,
        sources: [rules.scoreDecimals.source],
        verdict: 'outside',
        printed: field.cell.printed,
        expected,
        message: `得分${field.cell.printed}多于${limit}位小数，宜写${expected}`,
        messageEn: `The score ${field.cell.printed} has more than ${limit} decimals.`,
        proof: () =>
          proof({
            formula: `得分保留${limit}位小数`,
            filledIn: `${field.cell.printed} → ${expected}`,
            result: expected,
            verdict: 'outside',
            inputs: [],
          }),
      })
    }
  },
})
