/** CM-003: 同比增长15， says neither per cent nor what; a number behind such a word needs its sign or unit. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { factsOf, type Text, textOf } from '../support/form-facts.ts'
import { HAS } from '../support/scan.ts'

const NO_UNIT =
  /(?:同比|环比)?(?:增长|下降|占比|执行率|完成率|覆盖率|合格率|达标率|满意率|满意度|优良率|及时率|准确率)(?:约|为|达到|达|至|是|了)?\d+(?:\.\d+)?(?=[，。；、,;）)]|$)/u
const NEEDED = HAS.digit | HAS.change

const draft = (field: string, value: Text): FindingDraft | undefined => {
  const match = (value.bits & NEEDED) === NEEDED ? NO_UNIT.exec(value.text) : null
  return match
    ? {
        field,
        verdict: 'outside',
        printed: match[0],
        expected: `${match[0]}%`,
        message: `“${match[0]}”的数字后没有百分号或单位，读不出是多少。`,
        messageEn: `The number in “${match[0]}” has neither a percent sign nor a unit.`,
      }
    : undefined
}

export const rateHasPercentSign = defineFormCheck({
  id: 'CM-003',
  title: '增长、占比、率后的数字带百分号或单位',
  titleEn: 'A number behind growth, share or rate has its percent sign or unit',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-all',
  basis: 'definition',
  cites: ['definition#printed-number'],
  rule: '“增长”“下降”“占比”“…率”“满意度”后的数字跟百分号或单位',
  remedy: '在数字后补百分号或单位。',
  remedyEn: 'Add the percent sign or the unit behind the number.',
  run({ form }, report) {
    const facts = factsOf(form)
    for (const key of ['conclusion', 'problems', 'remarks'] as const) {
      const found = form.record.more[key] && draft(`more.${key}`, textOf(form.record.more[key]))
      if (found) report(found)
    }
    if ((facts.bits & NEEDED) !== NEEDED) return
    for (const [field, value] of [
      ['goalExpected', facts.goalExpected],
      ['goalActual', facts.goalActual],
    ] as const) {
      const found = draft(field, value)
      if (found) report(found)
    }
    for (const row of facts.live) {
      if ((row.deviation.bits & NEEDED) !== NEEDED) continue
      const found = draft(indicatorField(row.index, 'deviation'), row.deviation)
      if (found) report(found)
    }
  },
})
