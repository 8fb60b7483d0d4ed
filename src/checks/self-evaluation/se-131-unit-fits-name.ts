/** SE-131: 保障人数 counts people, 人次 counts attendances; 天数 is no 个, 面积 no 人. The name says what the unit must measure. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'
import { unitMisfit } from '../support/unit-fit.ts'

export const unitFitsName = defineFormCheck({
  id: 'SE-131',
  title: '计量单位与指标名称相符',
  titleEn: 'The unit fits the indicator’s name',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#comparable', 'definition#column-meaning'],
  rule: '名称以“人数”“天数”“面积”等结尾的指标，单位是人、天、平方米一类',
  remedy: '按名称改单位，或按单位改名称；人数用“人”，参加次数之和用“人次”。',
  remedyEn: 'Let unit and name agree; count people in 人 and attendances in 人次.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      const asked = unitMisfit(row)
      if (asked === undefined || row.view.target.kind !== 'number') continue
      const { unit } = row.view.target
      report({
        verdict: 'outside',
        printed: row.target.text,
        expected: `与“${asked}”相符的单位`,
        message: `${rowName(row)}要求填${asked}，指标值却以“${unit}”计。`,
        messageEn: `${rowNameEn(row)}: the name asks for ${asked}, the unit is ${unit}.`,
        ...placeOf([row], 'target'),
      })
    }
  },
})
