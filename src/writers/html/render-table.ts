/** Draws the tables of a form with the findings marked in their cells. */
import type { FieldAddress } from '../../domain/field-address.ts'
import { SEVERITIES, type Severity } from '../../domain/finding.ts'
import type { NumberedFinding } from '../report-model.ts'
import { reportTexts } from '../report-voice.ts'
import { type Language, SEVERITY_WORDS } from '../words.ts'
import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import { escapeLines } from './escape.ts'

/** Findings by the field they stand at; a field that a finding also mentions is only outlined. */
export interface Marks {
  readonly at: ReadonlyMap<FieldAddress, readonly NumberedFinding[]>
  readonly also: ReadonlyMap<FieldAddress, readonly NumberedFinding[]>
}

const put = (map: Map<FieldAddress, NumberedFinding[]>, field: FieldAddress, entry: NumberedFinding): void => {
  const list = map.get(field)
  if (list) list.push(entry)
  else map.set(field, [entry])
}

export const marksOf = (findings: readonly NumberedFinding[]): Marks => {
  const at = new Map<FieldAddress, NumberedFinding[]>()
  const also = new Map<FieldAddress, NumberedFinding[]>()
  for (const entry of findings) {
    if (entry.finding.at.field !== undefined) put(at, entry.finding.at.field, entry)
    for (const field of entry.finding.at.also ?? []) put(also, field, entry)
  }
  return { at, also }
}

const unique = (entries: readonly NumberedFinding[]): NumberedFinding[] => [...new Set(entries)]

const worst = (entries: readonly NumberedFinding[]): Severity =>
  entries.reduce<Severity>(
    (w, { finding }) => (SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf(w) ? finding.severity : w),
    'info',
  )

/** Badges in one cell before the rest is only counted. */
const BADGES_SHOWN = 6

const badge = ({ number, finding }: NumberedFinding, language: Language): string => {
  const { [language]: severity, sign } = SEVERITY_WORDS[finding.severity]
  const name = reportTexts(language).badge(number, severity, finding.code)
  return `<a class="b ${finding.severity}" data-n="${number}" href="#f${number}" aria-label="${name}" title="${name}">${sign}${number}</a>`
}

const badges = (entries: readonly NumberedFinding[], language: Language): string => {
  if (entries.length === 0) return ''
  const rest =
    entries.length > BADGES_SHOWN ? `<span class="more">${reportTexts(language).moreBadges(entries.length)}</span>` : ''
  return `<span class="bs">${entries
    .slice(0, BADGES_SHOWN)
    .map((entry) => badge(entry, language))
    .join('')}${rest}</span>`
}

/** A number may be right-aligned and must not wrap; text must. */
const isNumeric = (text: string): boolean => /^[-+]?[\d,.]+[%％]?$/.test(text.trim())

const renderCell = (cell: DrawnCell, marks: Marks, seen: Set<number>, language: Language): string => {
  const own = unique(cell.fields.flatMap((field) => marks.at.get(field) ?? []))
  const also = unique(cell.fields.flatMap((field) => marks.also.get(field) ?? [])).filter(
    (entry) => !own.includes(entry),
  )
  const classes = [
    cell.isLabel ? 'l' : isNumeric(cell.text) ? 'n' : '',
    own.length > 0 ? `m ${worst(own)}` : also.length > 0 ? `a ${worst(also)}` : '',
  ].filter(Boolean)
  const ids = own.filter(({ number }) => !seen.has(number))
  for (const { number } of ids) seen.add(number)
  const anchors = ids.map(({ number }) => `<i id="c${number}"></i>`).join('')
  const numbers = [...own, ...also].map(({ number }) => number)
  const attributes = [
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '',
    classes.length > 0 ? ` class="${classes.join(' ')}"` : '',
    numbers.length > 0 ? ` data-f="${numbers.join(' ')}"` : '',
  ].join('')
  const nested = cell.nested.map((table) => renderTable(table, marks, seen, language)).join('')
  return `<td${attributes}>${anchors}${escapeLines(cell.text)}${nested}${badges(own, language)}</td>`
}

/** `seen` collects the numbers whose cell was drawn: the others are listed at the form's head. */
export const renderTable = (table: DrawnTable, marks: Marks, seen: Set<number>, language: Language): string => {
  const rows = table.map((row) => `<tr>${row.map((cell) => renderCell(cell, marks, seen, language)).join('')}</tr>`)
  return `<table class="form"><tbody>${rows.join('')}</tbody></table>`
}
