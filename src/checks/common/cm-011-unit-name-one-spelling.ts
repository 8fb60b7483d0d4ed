/**
 * CM-011: one unit, one spelling. A name that is another name of the document with one character more or less (北京市教育局,
 * 北京教育局) is one of the two misspelt. Names that differ in a character (第一小学, 第二小学) are two units.
 */
import { defineDocumentCheck } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { textKey } from '../../kernel/normalize.ts'
import { quote } from '../support/messages.ts'

const SHORTEST = 6
/** A character that tells two units apart also when it is merely added: 江北区, 新一中学. */
const TELLING = /[一二三四五六七八九十甲乙丙丁东西南北中上下新老大小总分第支省区县镇乡村队部处科\d]/u

interface Seen {
  readonly name: string
  readonly form: number
  readonly field: 'department' | 'implementingUnit'
  count: number
}

const FIELDS = ['department', 'implementingUnit'] as const

/** Printed alike is spelt alike: the key of a name is made once, however many forms print it. */
const collect = (forms: readonly FormView[]): Map<string, Seen> => {
  const names = new Map<string, Seen>()
  const asPrinted = new Map<string, Seen | undefined>()
  for (const { record, index } of forms)
    for (const field of FIELDS) {
      const printed = record.head[field]?.printed ?? ''
      if (printed === '') continue
      let seen = asPrinted.get(printed)
      if (seen === undefined && !asPrinted.has(printed)) {
        const name = textKey(printed)
        seen = name.length < SHORTEST ? undefined : (names.get(name) ?? { name, form: index, field, count: 0 })
        if (seen) names.set(name, seen)
        asPrinted.set(printed, seen)
      }
      if (seen) seen.count += 1
    }
  return names
}

export const unitNameOneSpelling = defineDocumentCheck({
  id: 'CM-011',
  title: '单位名称前后一致',
  titleEn: 'A unit’s name has one spelling in the document',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '同一文件内同一单位的全称只有一种写法（去掉空格和全半角差别后比较）',
  remedy: '统一单位全称的写法。',
  remedyEn: 'Use one spelling of the unit’s full name.',
  run({ forms }, report) {
    const names = collect(forms)
    if (names.size < 2) return
    for (const longer of names.values())
      for (let i = 0; i < longer.name.length; i++) {
        if (TELLING.test(longer.name[i]!)) continue
        const other = names.get(longer.name.slice(0, i) + longer.name.slice(i + 1))
        if (!other) continue
        const [rare, usual] = longer.count < other.count ? [longer, other] : [other, longer]
        report({
          form: rare.form,
          field: rare.field,
          verdict: 'outside',
          printed: rare.name,
          expected: usual.name,
          message: `单位名称${quote(rare.name)}与同一文件中的${quote(usual.name)}只差一个字（“${longer.name[i]}”），疑为同一单位的两种写法。`,
          messageEn: `The unit’s name differs by one character (${longer.name[i]}) from another name in this document.`,
        })
        break
      }
  },
})
