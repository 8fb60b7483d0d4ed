/**
 * SE-138: the number of a form and of the text around the forms (report, department table) for one thing. The text is read
 * once; names and noun phrases are found by the hash of their first characters, so the cost is linear in forms and text.
 */
import { defineDocumentCheck } from '../../engine/check.ts'
import { claimsOf, contradictionsIn, mayClaim } from '../support/claims.ts'
import { factsOf } from '../support/form-facts.ts'
import { quote } from '../support/messages.ts'
import { outsideText } from '../support/outside-text.ts'
import { Pairs } from '../support/pairs.ts'

export const sameQuantityElsewhere = defineDocumentCheck({
  id: 'SE-138',
  title: '自评表与文件其他部分的同一数量一致',
  titleEn: 'Form and surrounding text give one number for one thing',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '同名指标的指标值、同一名词前的数量，在自评表和正文、部门整体表中相同',
  remedy: '核对后统一；口径不同的写明口径。',
  remedyEn: 'Make them agree, or say why they are counted differently.',
  run({ source, forms }, report) {
    const text = outsideText(source, forms)
    if (text === '') return
    const pairs = Pairs.of(text)
    const claims = forms.filter((form) => mayClaim(form, pairs)).flatMap((form) => claimsOf(factsOf(form)))
    for (const { claim, found } of contradictionsIn(text, claims))
      report({
        form: claim.form,
        field: claim.field,
        verdict: 'undecided',
        printed: claim.printed,
        expected: found,
        message: `${quote(claim.name)}本表为“${claim.printed}”，文件其他部分为“${found}”。`,
        messageEn: `${claim.printed} here, ${found} elsewhere in the document, for one thing.`,
      })
  },
})
