/** One record of a file with its findings: the drawing on one side, causes and findings on the other. */

import { proseFinder } from '../records/prose-places.ts'
import { KIND_WORDS, recordName, recordTitle } from '../records/record-names.ts'
import { PROSE, type RecordRef, refKey, WHOLE_DOCUMENT } from '../records/record-ref.ts'
import type { CheckedFile, NumberedFinding } from '../report-model.ts'
import type { NumberedCause, Problems } from '../report-problems.ts'
import type { ReportTexts } from '../report-texts.ts'
import type { Language } from '../words.ts'
import { type DrawnRecord, drawnWith, withoutSide } from './drawn-record.ts'
import { escapeHtml } from './escape.ts'
import type { Drawings, Marks } from './marks.ts'
import { renderCause } from './render-cause.ts'
import { renderFinding } from './render-finding.ts'
import { proseMarks, renderParagraph } from './render-prose.ts'
import { nothingSeen, renderTable, type Seen } from './render-table.ts'

/** What all sections of a file need. */
export interface FileContext {
  readonly checked: CheckedFile
  readonly problems: Problems
  readonly drawings: Drawings
  readonly language: Language
  readonly texts: ReportTexts
  /** 1-based; ids of the page begin with it. */
  readonly fileNo: number
}

/** What stands at one record: causes of its cells, findings of its own, and findings that a cause elsewhere explains. */
export interface Standing {
  readonly ref: RecordRef
  readonly causes: readonly NumberedCause[]
  readonly alone: readonly NumberedFinding[]
  readonly explainedElsewhere: readonly NumberedFinding[]
}

export const sectionId = ({ fileNo }: FileContext, ref: RecordRef): string => `d${fileNo}-${refKey(ref)}`

export const findingsOf = ({ causes, alone, explainedElsewhere }: Standing): readonly NumberedFinding[] => [
  ...new Set([...causes.flatMap(({ entries }) => entries), ...alone, ...explainedElsewhere]),
]

/** Records with findings or causes, by the key of the drawing that shows them. */
export const standings = ({ checked, problems }: FileContext): ReadonlyMap<string, Standing> => {
  const map = new Map<
    string,
    { ref: RecordRef; causes: NumberedCause[]; alone: NumberedFinding[]; explainedElsewhere: NumberedFinding[] }
  >()
  const at = (raw: RecordRef) => {
    const ref = drawnWith(checked, raw)
    const key = refKey(ref)
    let own = map.get(key)
    if (!own) map.set(key, (own = { ref, causes: [], alone: [], explainedElsewhere: [] }))
    return own
  }
  for (const cause of problems.causes) at(cause.home).causes.push(cause)
  for (const entry of problems.entries) {
    const home = problems.homeOf.get(entry.number)!
    const cause = problems.causeOf.get(entry.number)
    if (!cause) at(home).alone.push(entry)
    else if (refKey(drawnWith(checked, cause.home)) !== refKey(drawnWith(checked, home)))
      at(home).explainedElsewhere.push(entry)
  }
  return map
}

/** What a cause explains may be marked in the drawing of another record. */
const isElsewhere = ({ checked, problems, drawings }: FileContext, entry: NumberedFinding): boolean => {
  const home = problems.homeOf.get(entry.number)!
  const cause = problems.causeOf.get(entry.number)
  if (!cause || refKey(drawnWith(checked, cause.home)) === refKey(drawnWith(checked, home))) return false
  if (home.kind !== 'text') return drawings.isMarked(entry)
  return checked.narrative !== undefined && proseFinder(checked.narrative).find(entry.finding) !== undefined
}

/** Of several findings of one kind the first tells law and remedy, the others refer to it. */
const cards = (context: FileContext, findings: readonly NumberedFinding[], drawn: ReadonlySet<number>): string => {
  const { checked, language } = context
  const first = new Map<string, number>()
  return findings
    .map((entry) => {
      const { number, finding } = entry
      const kind = `${finding.code} ${finding.basis.text}`
      const like = first.get(kind)
      if (like === undefined) first.set(kind, number)
      return renderFinding(entry, checked, {
        isDrawn: drawn.has(number) || isElsewhere(context, entry),
        like,
        language,
      })
    })
    .join('')
}

const pointers = ({ problems, texts }: FileContext, entries: readonly NumberedFinding[]): string =>
  entries
    .map(({ number, finding }) => {
      const cause = problems.causeOf.get(number)!
      return `<p class="pointer" data-s="${finding.severity}"><a href="#f${number}">${texts.finding(number)}</a> <code>${escapeHtml(finding.code)}</code> → <a href="#k${cause.number}">${texts.cause(cause.number)}</a></p>`
    })
    .join('')

/** Causes first: they are what has to be looked at. */
const listOf = (context: FileContext, { causes, alone, explainedElsewhere }: Standing, seen: Seen): string =>
  [
    ...causes.map((one) =>
      renderCause(one, cards(context, one.entries, seen.findings), seen.causes.has(one.number), context.language),
    ),
    cards(context, alone, seen.findings),
    pointers(context, explainedElsewhere),
  ].join('')

const head = (context: FileContext, standing: Standing, remark = ''): string => {
  const { checked, language, texts } = context
  const { ref } = standing
  const count = findingsOf(standing).length
  const isNumbered = ref.kind !== 'document' && ref.kind !== 'text'
  const title = isNumbered ? withoutSide(checked, ref, recordTitle(checked, ref)) : ''
  const isTable = ref.kind === 'table'
  const shown = isTable
    ? title || recordName(checked, ref, language)
    : `${recordName(checked, ref, language)}${isNumbered ? `\u2003${title || (ref.kind === 'form' ? texts.unnamed : '')}` : ''}`
  return `<h3 id="${sectionId(context, ref)}h">${escapeHtml(shown)}<small>${texts.problems(count)}${remark}</small></h3>`
}

const open = (context: FileContext, standing: Standing): string => {
  const id = sectionId(context, standing.ref)
  return `<section class="form-section of-${standing.ref.kind}" id="${id}" data-n="${findingsOf(standing).length}" aria-labelledby="${id}h">`
}

/** What is printed over the form; the name of the record where nothing is. */
const captionOf = (checked: CheckedFile, ref: RecordRef): string => {
  const at = ref.index - 1
  const titles = {
    form: checked.forms.find(({ index }) => index === ref.index)?.title?.printed ?? '项目支出绩效自评表',
    department: checked.departments?.[at]?.title?.printed ?? '部门整体支出绩效自评表',
    sheet: checked.evaluations[at]?.title?.printed,
    goal: checked.goalDeclarations?.[at]?.title?.printed ?? '项目支出绩效目标表',
    monitoring: checked.monitorings?.[at]?.title?.printed ?? '项目支出绩效运行监控表',
  }
  return (
    (ref.kind in titles ? titles[ref.kind as keyof typeof titles] : undefined) ??
    withoutSide(checked, ref, recordTitle(checked, ref))
  )
}

/** The tables of a record as they are drawn everywhere, with the remark how they came about. */
export const drawingHtml = (
  { checked, language, texts }: FileContext,
  { ref, tables, layout, headerRows }: DrawnRecord,
  marks: Marks,
  seen: Seen,
): string => {
  const drawn = tables.map((table, i) => renderTable(table, marks, seen, language, i === 0 ? headerRows : 1)).join('')
  const caption = captionOf(checked, ref)
  const how = layout === 'as-printed' ? texts.asPrinted : ref.kind === 'form' ? texts.official : texts.drawnFromRecord
  return `<p class="cap">${escapeHtml(caption)}</p>${drawn}<p class="how">${how}</p>`
}

/** The record drawn beside its findings. */
export const drawnSection = (context: FileContext, standing: Standing): string => {
  const drawing = context.drawings.of(standing.ref)
  if (!drawing) return listedSection(context, standing, '')
  const seen = nothingSeen()
  const sheet = drawingHtml(context, drawing.record, drawing.marks, seen)
  return [
    open(context, standing),
    head(context, standing),
    `<div class="split"><div class="sheet">${sheet}</div><div class="list">${listOf(context, standing, seen)}</div></div></section>`,
  ].join('')
}

/** Findings about the whole document, and those of records beyond the drawing limit: without a drawing. */
export const listedSection = (context: FileContext, standing: Standing, remark: string): string =>
  [
    open(context, standing),
    head(context, standing, remark),
    `<div class="list wide">${listOf(context, standing, nothingSeen())}</div></section>`,
  ].join('')

/** The prose: every paragraph with findings beside its cards. */
export const proseSection = (context: FileContext, standing: Standing): string => {
  const { checked, language } = context
  const { narrative } = checked
  if (!narrative) return listedSection(context, standing, '')
  const all = findingsOf(standing)
  const { byParagraph, elsewhere } = proseMarks(narrative, all)
  const seen = nothingSeen()
  const isOf = (numbers: ReadonlySet<number>) => (entry: NumberedFinding) => numbers.has(entry.number)
  let heading = -1
  const rows = [...byParagraph].map(([paragraph, marked]) => {
    const { section } = narrative.paragraphs[paragraph]!
    const isNew = section !== undefined && section !== heading && !narrative.paragraphs[paragraph]!.isHeading
    if (section !== undefined) heading = section
    const title = isNew ? `<p class="head">${escapeHtml(narrative.sections[section]!.title)}</p>` : ''
    const text = renderParagraph(narrative, paragraph, marked, seen, language)
    const here = isOf(new Set(marked.map(({ entry }) => entry.number)))
    const own: Standing = {
      ref: PROSE,
      causes: standing.causes.filter(({ entries }) => here(entries[0]!)),
      alone: standing.alone.filter(here),
      explainedElsewhere: standing.explainedElsewhere.filter(here),
    }
    return `<div class="split prose-row"><div class="sheet prose">${title}${text}</div><div class="list">${listOf(context, own, seen)}</div></div>`
  })
  const lost = isOf(new Set(elsewhere.map(({ number }) => number)))
  const rest: Standing = {
    ref: WHOLE_DOCUMENT,
    causes: standing.causes.filter(({ entries }) => lost(entries[0]!)),
    alone: standing.alone.filter(lost),
    explainedElsewhere: standing.explainedElsewhere.filter(lost),
  }
  const others = elsewhere.length > 0 ? `<div class="list wide">${listOf(context, rest, seen)}</div>` : ''
  return [open(context, standing), head(context, standing), ...rows, others, '</section>'].join('')
}

/** Name of a kind over its list. */
export const kindName = (kind: RecordRef['kind'], language: Language): string => KIND_WORDS[language][kind].all
