/** CM-001: XX, （100字以内）, 请填写…, 示例: what a template prints must not stand in a filled form. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { narrativeWords } from '../../law/narrative.ts'
import { patternOf } from '../../law/wordlists.ts'
import { factsOf, type Text, textOf } from '../support/form-facts.ts'
import { quote } from '../support/messages.ts'
import { reportMatches } from '../support/narrative-text.ts'
import { HAS } from '../support/scan.ts'

const PLACEHOLDER = patternOf('placeholderPatterns')
const MARKS = /^[XxＸ×✕]+$/u
/** What templates of booklets print: it is looked for in prose, where brackets are of either width. */
const INSTRUCTION = new RegExp(
  narrativeWords()
    .instructionPatterns.map(({ source }) =>
      source.replaceAll('\\(', '[(（]').replaceAll('\\)', '[)）]').replaceAll('[^()]', '[^()（）]'),
    )
    .join('|'),
  'u',
)
const CANDIDATE = HAS.mark | HAS.instruction

const draft = (field: string, value: Text): FindingDraft | undefined => {
  if (!(value.bits & CANDIDATE)) return undefined
  const match = PLACEHOLDER.exec(value.text)
  return match
    ? {
        field,
        // 张×× in a text may be a person whose name was hidden on purpose.
        ...(MARKS.test(match[0]) && match[0].length < value.text.length ? { severity: 'warning' as const } : {}),
        verdict: 'outside',
        printed: value.text,
        expected: '填写实际内容',
        message: `留有模板占位或填写说明${quote(match[0])}，应改为实际内容。`,
        messageEn: `A placeholder or an instruction of the template (${match[0]}) is left in the form.`,
      }
    : undefined
}

const HEAD = ['projectName', 'department', 'implementingUnit'] as const
const COLUMNS = [
  ['level3', 'name'],
  ['target', 'target'],
  ['actual', 'actual'],
  ['deviation', 'deviation'],
] as const
const MORE = ['conclusion', 'problems', 'measures', 'remarks'] as const

export const noPlaceholderLeft = defineFormCheck({
  id: 'CM-001',
  title: '表内没有模板占位和填写说明',
  titleEn: 'No placeholder or instruction of the template is left',
  kind: 'T',
  severity: 'error',
  missing: 'skip-if-all',
  basis: 'practice',
  cites: ['practice#instruction-text', 'caiyu-2020-10#form-complete'],
  rule: '单元格内不出现 XX、××、“…字以内”“请填写…”“示例”等模板文字',
  remedy: '用实际内容替换占位文字，删去填写说明。',
  remedyEn: 'Replace the placeholder by the real content and delete the instruction.',
  runNarrative(context, report) {
    return reportMatches(context, INSTRUCTION, report, ([found]) => ({
      // 张×× may be a person whose name was hidden, and a bracket may be meant.
      severity: 'warning',
      expected: '填写实际内容',
      message: `文字中留有模板的占位或填写说明${quote(found)}，应删去或改为实际内容。`,
      messageEn: `A placeholder or an instruction of the template (${found}) is left in the text.`,
    }))
  },
  run({ form }, report) {
    const facts = factsOf(form)
    const { head, more } = form.record
    for (const key of HEAD) {
      const found = draft(key, textOf(head[key]))
      if (found) report(found)
    }
    for (const key of MORE) {
      const found = more[key] && draft(`more.${key}`, textOf(more[key]))
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
    for (const row of facts.rows)
      for (const [column, key] of COLUMNS) {
        const value = row[key]
        const found = value.bits & CANDIDATE ? draft(indicatorField(row.index, column), value) : undefined
        if (found) report(found)
      }
  },
})
