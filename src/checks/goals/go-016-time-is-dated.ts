/** GO-016: timeliness has a date, a period or a share; 及时 has none. What is due after the project's end is not part of it. */
import { defineGoalCheck, type FindingDraft } from '../../engine/check.ts'
import { resolveDate } from '../../kernel/parse-date.ts'
import { wordSet } from '../../law/wordlists.ts'
import { type DeclarationView, type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { hasNumber } from '../support/values.ts'

const VAGUE = wordSet('vagueTimes')
const END = /(?<![。.！!；;])[。.！!；;]+$/u

/** A year that is not printed is the form's for the year's goals; for the period's it may be any. */
const dueAfter = ({ declaration, end }: DeclarationView, { facts, declared }: DeclaredRow): string | undefined => {
  const { target } = facts.view
  if (end === undefined || target.kind !== 'date') return undefined
  if (target.isYearImplied && (declared.term !== 'annual' || declaration.year === 0)) return undefined
  const due = resolveDate(target, declaration.year).end
  return due > end ? due : undefined
}

export const timeIsDated = defineGoalCheck({
  id: 'GO-016',
  title: '时效指标写明时间，且不晚于项目结束',
  titleEn: 'Timeliness is dated, and not later than the project’s end',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#measurable-target', 'definition#date-order'],
  rule: '时效指标的指标值是日期、期间或比率，不是“及时”“按时”；日期不晚于项目结束日',
  remedy: '写明完成的日期或期限。',
  remedyEn: 'State the date or the period.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    const draft = (row: DeclaredRow, expected: string, zh: string, en: string): FindingDraft => ({
      ...onRows(view, [row], 'target'),
      verdict: 'outside',
      printed: row.declared.target.printed,
      expected,
      message: `${rowName(row.facts)}的指标值“${row.facts.target.text}”${zh}。`,
      messageEn: `${rowNameEn(row.facts)}: the target ${row.facts.target.text} ${en}.`,
    })
    for (const { live } of view.sets)
      for (const row of live) {
        if (row.facts.group !== 'time') continue
        const { target, name } = row.facts
        const after = dueAfter(view, row)
        if (after)
          report(
            draft(row, `${view.end}及以前`, `晚于项目结束日${view.end}`, `is after the project’s end, ${view.end}`),
          )
        else if (VAGUE.has(target.text.replace(END, '')) && !hasNumber(name))
          report(draft(row, '日期或期限', '没有写明时间', 'names no date'))
      }
  },
})
