/**
 * SE-137: one result scored in two projects. Two indicators of one name, one target and one actual of three figures or more
 * (554人次) are one result; round or small numbers meet by chance.
 */
import { indicatorField } from '../../domain/field-address.ts'
import { defineDocumentCheck } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { textCount, wordSet } from '../../law/wordlists.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { quote } from '../support/messages.ts'
import { hasDigit, namesRate } from '../support/values.ts'

const COMMON = wordSet('commonNames')
const DIGITS = textCount('duplicateDigits')
const SHORTEST_NAME = 6

interface Seen {
  readonly form: FormView
  readonly row: RowFacts
}

/** 543 has three figures, 500 has one. */
const figures = (row: RowFacts): number => {
  const { actual } = row.view
  return actual.kind === 'number' && !actual.isPercent
    ? actual.value
        .normalize()
        .toString()
        .replace(/[.-]/g, '')
        .replace(/^0+|0+$/g, '').length
    : 0
}

const keyOf = (row: RowFacts): string | undefined => {
  const { group, name, target, actual } = row
  if (group === 'cost' || group === 'satisfaction' || group === 'time' || !hasDigit(actual)) return undefined
  if (name.text.length < SHORTEST_NAME || COMMON.has(name.text) || namesRate(name.text)) return undefined
  return figures(row) >= DIGITS ? `${name.text}|${target.text}|${actual.text}` : undefined
}

export const resultCountedOnce = defineDocumentCheck({
  id: 'SE-137',
  title: '同一成果不在两个项目重复计分',
  titleEn: 'One result is scored in one project only',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#duplicate-indicator'],
  rule: '两张表中名称、指标值、完成值都相同的成果只出现一次',
  remedy: '确认成果属于哪个项目，其余项目删去或分拆数量。',
  remedyEn: 'Decide which project the result belongs to; split or delete the others.',
  *run({ forms }) {
    if (forms.length < 2) return
    const seen = new Map<string, Seen>()
    const told = new Set<string>()
    for (const form of forms)
      for (const row of factsOf(form).live) {
        const key = keyOf(row)
        if (key === undefined) continue
        const first = seen.get(key)
        if (!first) {
          seen.set(key, { form, row })
          continue
        }
        const pair = `${first.form.index}-${form.index}-${key}`
        if (first.form === form || told.has(pair)) continue
        told.add(pair)
        const scores = `${first.row.view.score.cell.printed}/${first.row.view.weight.cell.printed}，${row.view.score.cell.printed}/${row.view.weight.cell.printed}`
        yield {
          form: form.index,
          field: indicatorField(row.index, 'actual'),
          verdict: 'undecided',
          printed: `${row.name.text} ${row.actual.text}`,
          expected: '只在一个项目计分',
          message: `${quote(row.name.text)}${row.actual.text}在自评表${first.form.index}已计分，本表又计一次（得分/分值：${scores}）。`,
          messageEn: `The result “${row.actual.text}” is scored in form ${first.form.index} and again here.`,
        }
      }
  },
})
