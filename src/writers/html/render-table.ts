/** Draws the tables of a record with the findings marked in their cells. */
import { SEVERITIES, type Severity } from '../../domain/finding.ts'
import type { NumberedFinding } from '../report-model.ts'
import type { NumberedCause } from '../report-problems.ts'
import { reportTexts } from '../report-voice.ts'
import { type Language, SEVERITY_WORDS } from '../words.ts'
import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import { escapeHtml, escapeLines } from './escape.ts'
import type { Marks } from './marks.ts'

const unique = <T>(entries: readonly T[]): T[] => [...new Set(entries)]

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

const causeBadge = ({ number, severity, cause }: NumberedCause, language: Language): string => {
  const name = escapeHtml(`${reportTexts(language).cause(number)}：${language === 'zh' ? cause.title : cause.titleEn}`)
  return `<a class="k ${severity}" data-k="${number}" href="#k${number}" aria-label="${name}" title="${name}">${reportTexts(language).causeBadge(number)}</a>`
}

/** Links from a marked place to its findings and causes. */
export const badges = (
  entries: readonly NumberedFinding[],
  causes: readonly NumberedCause[],
  language: Language,
): string => {
  if (entries.length + causes.length === 0) return ''
  const rest =
    entries.length > BADGES_SHOWN ? `<span class="more">${reportTexts(language).moreBadges(entries.length)}</span>` : ''
  return `<span class="bs">${causes.map((one) => causeBadge(one, language)).join('')}${entries
    .slice(0, BADGES_SHOWN)
    .map((entry) => badge(entry, language))
    .join('')}${rest}</span>`
}

/** A number may be right-aligned and must not wrap; text must. */
const isNumeric = (text: string): boolean => /^[-+]?[\d,.]+[%％]?$/.test(text.trim())

/** What marks a place: its own findings, those that only mention it, and causes. */
export interface PlaceMarks {
  readonly own: readonly NumberedFinding[]
  readonly also: readonly NumberedFinding[]
  readonly causes: readonly NumberedCause[]
}

/** What was marked so far, so that every anchor stands once on the page. */
export interface Seen {
  readonly findings: Set<number>
  readonly causes: Set<number>
}

export const nothingSeen = (): Seen => ({ findings: new Set(), causes: new Set() })

export const markClass = ({ own, also, causes }: PlaceMarks): string =>
  own.length > 0
    ? `m ${worst(own)}`
    : causes.length > 0
      ? `m ${causes[0]!.severity}`
      : also.length > 0
        ? `a ${worst(also)}`
        : ''

/** Targets of links from cards to this place; a place that is drawn twice has them once. */
export const anchors = ({ own, causes }: PlaceMarks, seen: Seen): string => {
  const news = own.filter(({ number }) => !seen.findings.has(number))
  const newCauses = causes.filter(({ number }) => !seen.causes.has(number))
  for (const { number } of news) seen.findings.add(number)
  for (const { number } of newCauses) seen.causes.add(number)
  return [
    ...news.map(({ number }) => `<i id="c${number}"></i>`),
    ...newCauses.map(({ number }) => `<i id="kc${number}"></i>`),
  ].join('')
}

export const dataFindings = ({ own, also, causes }: PlaceMarks): string => {
  const numbers = unique([...own, ...also, ...causes.flatMap(({ entries }) => entries)]).map(({ number }) => number)
  return numbers.length > 0 ? ` data-f="${numbers.join(' ')}"` : ''
}

const marksAt = ({ fields }: DrawnCell, marks: Marks): PlaceMarks => {
  const own = unique(fields.flatMap((field) => marks.at.get(field) ?? []))
  const also = unique(fields.flatMap((field) => marks.also.get(field) ?? [])).filter((entry) => !own.includes(entry))
  return { own, also, causes: unique(fields.flatMap((field) => marks.causes.get(field) ?? [])) }
}

const renderCell = (cell: DrawnCell, marks: Marks, seen: Seen, language: Language): string => {
  const place = marksAt(cell, marks)
  const classes = [
    cell.isLabel ? 'l' : isNumeric(cell.text) ? 'n' : '',
    cell.isUnsure ? 'u' : '',
    markClass(place),
  ].filter(Boolean)
  const attributes = [
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '',
    classes.length > 0 ? ` class="${classes.join(' ')}"` : '',
    cell.isUnsure ? ` title="${reportTexts(language).unsureCell}"` : '',
    dataFindings(place),
  ].join('')
  const nested = cell.nested.map((table) => renderTable(table, marks, seen, language)).join('')
  return `<td${attributes}>${anchors(place, seen)}${escapeLines(cell.text)}${nested}${badges(place.own, place.causes, language)}</td>`
}

/** Does something stand in the row, or is it only mentioned? */
const markOf = (row: readonly DrawnCell[], marks: Marks): 'own' | 'also' | undefined => {
  const places = row.map((cell) => marksAt(cell, marks))
  if (places.some(({ own, causes }) => own.length + causes.length > 0)) return 'own'
  return places.some(({ also }) => also.length > 0) ? 'also' : undefined
}

/** Tables of more rows than this are drawn around their marks only. */
const LONGEST = 60
/** Rows kept before and behind a marked one. */
const AROUND = 2
/** Rows that are only mentioned are drawn while they are few. */
const MENTIONED = 20

/** Which rows of a long table are drawn: headers, the first and the last one, and what stands around marks. */
const rowsKept = (table: DrawnTable, marks: Marks, headerRows: number): readonly boolean[] => {
  const hasSpans = table.some((row) => row.some(({ rowSpan }) => rowSpan > 1 && !row[0]!.isLabel))
  if (table.length <= LONGEST || hasSpans) return table.map(() => true)
  const kinds = table.map((row) => markOf(row, marks))
  // The parts of a long sum are all mentioned: to draw them would be to draw the table.
  const isShort = kinds.filter((kind) => kind === 'also').length <= MENTIONED
  const marked = kinds.map((kind) => kind === 'own' || (kind === 'also' && isShort))
  return table.map(
    (_, i) =>
      i <= headerRows || i === table.length - 1 || marked.slice(Math.max(0, i - AROUND), i + AROUND + 1).some(Boolean),
  )
}

/** `seen` collects what was marked: findings whose cell is not drawn are listed without a link. */
export const renderTable = (
  table: DrawnTable,
  marks: Marks,
  seen: Seen,
  language: Language,
  headerRows = 0,
): string => {
  const kept = rowsKept(table, marks, headerRows)
  const width = table.reduce(
    (most, row) =>
      Math.max(
        most,
        row.reduce((n, { columnSpan }) => n + columnSpan, 0),
      ),
    1,
  )
  const rows: string[] = []
  let left = 0
  table.forEach((row, i) => {
    if (!kept[i]) {
      left++
      return
    }
    if (left > 0)
      rows.push(`<tr class="gap"><td colspan="${width}">${reportTexts(language).rowsLeftOut(left)}</td></tr>`)
    left = 0
    rows.push(`<tr>${row.map((cell) => renderCell(cell, marks, seen, language)).join('')}</tr>`)
  })
  return `<table class="form"><tbody>${rows.join('')}</tbody></table>`
}
