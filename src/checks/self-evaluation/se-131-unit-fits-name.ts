/** SE-131: 保障人数 counts people, 人次 counts attendances; the same people twice make a difference. */
import { defineFormCheck } from '../../engine/check.ts'
import { anyOf } from '../../law/wordlists.ts'
import { factsOf } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'
import { withoutBracket } from '../support/values.ts'

const HEADCOUNT = new RegExp(`(?:${anyOf('headcountEndings')})$`, 'u')
const ATTENDANCES = /人次$/u

export const unitFitsName = defineFormCheck({
  id: 'SE-131',
  title: '计量单位与指标名称相符',
  titleEn: 'The unit fits the indicator’s name',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#comparable', 'definition#column-meaning'],
  rule: '名为“…人数”的指标以“人”计，不以“人次”计',
  remedy: '统一口径：人数用“人”，参加次数之和用“人次”。',
  remedyEn: 'Count people in 人 and attendances in 人次.',
  *run({ form }) {
    for (const row of factsOf(form).live) {
      if (
        !(row.target.bits & 1) ||
        !ATTENDANCES.test(row.target.text) ||
        !HEADCOUNT.test(withoutBracket(row.name.text))
      )
        continue
      yield {
        ...placeOf([row], 'target'),
        verdict: 'outside',
        printed: row.target.text,
        expected: row.target.text.replace(ATTENDANCES, '人'),
        message: `${rowName(row)}是人数，指标值却以“人次”计。`,
        messageEn: `${rowNameEn(row)} counts people, but its unit is 人次 (attendances).`,
      }
    }
  },
})
