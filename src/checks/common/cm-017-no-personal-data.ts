/** CM-017: identity numbers (with a valid check character), mobile and bank card numbers do not belong into a published form. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { factsOf, type Text, textOf } from '../support/form-facts.ts'
import { bankCardIn, identityNumberIn, mobileNumberIn } from '../support/personal-data.ts'
import { HAS } from '../support/scan.ts'

/** First and last digits only: a report must not publish the number once more. */
const masked = (number: string): string => `${number.slice(0, 3)}****${number.slice(-2)}`

const draft = (field: string, value: Text): FindingDraft | undefined => {
  if (!(value.bits & HAS.longRun)) return undefined
  const [kind, kindEn, number] = identityNumberIn(value.text)
    ? ['身份证号', 'identity number', identityNumberIn(value.text)!]
    : bankCardIn(value.text)
      ? ['银行卡号', 'bank card number', bankCardIn(value.text)!]
      : ['手机号码', 'mobile number', mobileNumberIn(value.text)]
  if (number === undefined) return undefined
  const isMobile = kindEn === 'mobile number'
  return {
    field,
    severity: isMobile ? (field === 'phone' || field === 'leader' ? 'info' : 'warning') : 'error',
    verdict: 'outside',
    printed: masked(number),
    expected: isMobile ? '单位办公电话' : '不出现个人信息',
    message: `这里有${kind}（${masked(number)}），表格公开前应删去或改为办公电话。`,
    messageEn: `A ${kindEn} (${masked(number)}) stands here; remove it before the form is published.`,
  }
}

export const noPersonalData = defineFormCheck({
  id: 'CM-017',
  title: '公开的表中没有身份证号、手机号、银行卡号',
  titleEn: 'No identity, mobile or bank card numbers in a form to be published',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-all',
  basis: 'proposal',
  cites: ['proposal#personal-data'],
  rule: '无校验位正确的身份证号、无手机号、无注明账号的银行卡号',
  remedy: '删去个人信息；联系电话用单位办公电话。',
  remedyEn: 'Remove personal data; give the office’s telephone number.',
  run({ form }, report) {
    const facts = factsOf(form)
    const { head, more } = form.record
    for (const key of ['leader', 'phone'] as const) {
      const found = draft(key, textOf(head[key]))
      if (found) report(found)
    }
    for (const key of ['conclusion', 'problems', 'measures', 'remarks', 'filledBy', 'unitHead'] as const) {
      const found = more[key] && draft(`more.${key}`, textOf(more[key]))
      if (found) report(found)
    }
    if (!(facts.bits & HAS.longRun)) return
    for (const [field, value] of [
      ['goalExpected', facts.goalExpected],
      ['goalActual', facts.goalActual],
    ] as const) {
      const found = draft(field, value)
      if (found) report(found)
    }
    for (const row of facts.rows)
      for (const [column, value] of [
        ['level3', row.name],
        ['actual', row.actual],
        ['deviation', row.deviation],
      ] as const) {
        const found = value.bits & HAS.longRun ? draft(indicatorField(row.index, column), value) : undefined
        if (found) report(found)
      }
  },
})
