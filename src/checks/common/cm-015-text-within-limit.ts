/** CM-015: some places limit the length of a text field; the limits stand in the pack. */
import { cellAt } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { textOf } from '../support/form-facts.ts'

const tooLong = (field: string, length: number, limit: number, source: string) =>
  ({
    field,
    sources: [source],
    verdict: 'outside',
    printed: `${length}字`,
    expected: `不超过${limit}字`,
    message: `文字${length}字，超过该表规定的${limit}字。`,
    messageEn: `The text has ${length} characters; the form allows ${limit}.`,
  }) as const

export const textWithinLimit = defineFormCheck({
  id: 'CM-015',
  title: '文字不超过规定字数',
  titleEn: 'A text keeps within the length that the form allows',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#text-length'],
  rule: '字数 ≤ 规则包规定的字数（未规定的不检查）',
  remedy: '压缩文字，或将详细说明另附。',
  remedyEn: 'Shorten the text or attach the details.',
  run({ form, rules }, report) {
    const limits = rules.textLimits
    if (!limits) return
    for (const [field, limit] of Object.entries(limits.value)) {
      const length = textOf(cellAt(form.record, field)).text.length
      if (length > limit) report(tooLong(field, length, limit, limits.source))
    }
  },
})
