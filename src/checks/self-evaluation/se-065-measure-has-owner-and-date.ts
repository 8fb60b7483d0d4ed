/** SE-065: a measure that names neither who nor when is a wish. Only where the form asks for measures on their own. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, saysNone, textOf } from '../support/form-facts.ts'
import { quote } from '../support/messages.ts'

const WHEN = /\d{1,2}月|\d{4}年|季度|年底|月底|年内|下一?年|次年|上半年|下半年|期限|截止|之前|以前|前完成|每[年月季周]/u
const WHO = /处|科|室|局|办|中心|部门|单位|小组|专人|负责|牵头|由.{1,12}(?:落实|组织|开展|完成|督促|跟踪)/u

export const measureHasOwnerAndDate = defineFormCheck({
  id: 'SE-065',
  title: '改进措施写明由谁、何时完成',
  titleEn: 'A measure says who and by when',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#measure-who-when'],
  rule: '改进措施中有责任方和时间',
  remedy: '补写责任处室和完成时间。',
  remedyEn: 'Add who is responsible and by when.',
  run({ form }, report) {
    const fields: [string, string][] = []
    if (form.record.more.measures) fields.push(['more.measures', textOf(form.record.more.measures).text])
    if (form.record.indicatorHeaders.measures)
      for (const { index, view } of factsOf(form).live)
        fields.push([`indicators[${index}].more.measures`, textOf(view.row.more.measures).text])
    for (const [field, text] of fields) {
      if (saysNone(text)) continue
      const lacks = [WHO.test(text) ? '' : '由谁落实', WHEN.test(text) ? '' : '何时完成'].filter((what) => what !== '')
      if (lacks.length === 0) continue
      report({
        field,
        verdict: 'undecided',
        printed: text,
        expected: lacks.join('、'),
        message: `改进措施${quote(text)}没有写明${lacks.join('、')}。`,
        messageEn: `The measure does not say ${WHO.test(text) ? 'by when' : WHEN.test(text) ? 'who' : 'who or by when'}.`,
      })
    }
  },
})
