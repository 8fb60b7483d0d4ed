/** CM-002: 增加（减少）, 上升/下降: a template offers both, a filled form keeps one. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { wordPairs } from '../../law/wordlists.ts'
import { factsOf, type Text, textOf } from '../support/form-facts.ts'
import { reportMatches } from '../support/narrative-text.ts'
import { HAS } from '../support/scan.ts'

const either = ([a, b]: readonly [string, string]): string =>
  `${a}(?:[（(]${b}[）)]|[/／]${b})|${b}(?:[（(]${a}[）)]|[/／]${a})`
const BOTH = new RegExp(`(?:${wordPairs('alternatives').map(either).join('|')})(?!率|额|情况|幅度|比例|数)`, 'u')
const CANDIDATE = HAS.bracket | HAS.slash

const draft = (field: string, value: Text): FindingDraft | undefined => {
  const match = value.bits & CANDIDATE ? BOTH.exec(value.text) : null
  return match
    ? {
        field,
        verdict: 'outside',
        printed: match[0],
        expected: '保留其中一个',
        message: `“${match[0]}”两种说法都留着，应按实际保留一种。`,
        messageEn: `Both alternatives of the template (${match[0]}) are left standing.`,
      }
    : undefined
}

export const oneAlternativeKept = defineFormCheck({
  id: 'CM-002',
  title: '模板的两种说法只保留一种',
  titleEn: 'Only one of the template’s alternatives is kept',
  kind: 'T',
  severity: 'error',
  missing: 'skip-if-all',
  basis: 'practice',
  cites: ['practice#instruction-text'],
  rule: '文字中不同时出现“增加（减少）”“上升/下降”一类的两种说法',
  remedy: '按实际情况删去不适用的一种说法。',
  remedyEn: 'Delete the alternative that does not apply.',
  runNarrative(context, report) {
    return reportMatches(context, BOTH, report, ([found]) => ({
      expected: '保留其中一个',
      message: `“${found}”两种说法都留着，应按实际保留一种。`,
      messageEn: `Both alternatives of the template (${found}) are left standing.`,
    }))
  },
  run({ form }, report) {
    const facts = factsOf(form)
    for (const key of ['conclusion', 'problems', 'measures', 'remarks'] as const) {
      const found = form.record.more[key] && draft(`more.${key}`, textOf(form.record.more[key]))
      if (found) report(found)
    }
    if (!(facts.bits & CANDIDATE)) return
    for (const [field, value] of [
      ['goalExpected', facts.goalExpected],
      ['goalActual', facts.goalActual],
    ] as const) {
      const found = draft(field, value)
      if (found) report(found)
    }
    for (const row of facts.live)
      for (const [column, value] of [
        ['actual', row.actual],
        ['deviation', row.deviation],
      ] as const) {
        const found = draft(indicatorField(row.index, column), value)
        if (found) report(found)
      }
  },
})
