/**
 * CM-022: who answers for the form. A form that prints the fields and leaves them blank names nobody. The telephone alone
 * may have been taken out for publication, so that is for information.
 */
import { defineFormCheck } from '../../engine/check.ts'
import { textOf } from '../support/form-facts.ts'

const EMPTY_DATE = /^[年月日\s]*$/u
const FIELDS = [
  ['leader', '项目负责人', 'person in charge'],
  ['phone', '联系电话', 'telephone'],
  ['more.filledBy', '填报人', 'filler'],
  ['more.unitHead', '单位负责人', 'head of unit'],
  ['more.filledOn', '填报日期', 'date'],
] as const

export const contactsFilled = defineFormCheck({
  id: 'CM-022',
  title: '负责人、电话、填报人、日期已填',
  titleEn: 'Person in charge, telephone, filler and date are given',
  kind: 'P',
  severity: 'warning',
  missing: 'blank-is-error',
  basis: 'practice',
  cites: ['practice#unit-head', 'definition#form-fields'],
  rule: '表上印有的负责人、联系电话、填报人、单位负责人、日期栏不空',
  remedy: '补填空着的各栏。',
  remedyEn: 'Fill in the blank fields.',
  run({ form }, report) {
    const { head, more } = form.record
    const cells = [head.leader, head.phone, more.filledBy, more.unitHead, more.filledOn]
    const blank = FIELDS.filter((_, i) => cells[i] !== undefined && EMPTY_DATE.test(textOf(cells[i]).text))
    const first = blank[0]
    if (!first) return
    const isPhoneOnly = blank.every(([field]) => field === 'phone')
    report({
      field: first[0],
      also: blank.slice(1).map(([field]) => field),
      severity: isPhoneOnly ? 'info' : 'warning',
      verdict: 'outside',
      printed: '',
      expected: blank.map(([, name]) => name).join('、'),
      message: `${blank.map(([, name]) => name).join('、')}没有填写。`,
      messageEn: `Blank: ${blank.map(([, , name]) => name).join(', ')}.`,
    })
  },
})
