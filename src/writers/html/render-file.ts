/** One file of the report: its facts, its notes, its records with findings drawn, the others to be opened. */
import { positionText } from '../position-text.ts'
import { recordName, recordTitle } from '../records/record-names.ts'
import { RECORD_KINDS, type RecordKind, type RecordRef, refKey } from '../records/record-ref.ts'
import type { CheckedFile, FailedFile } from '../report-model.ts'
import type { Problems } from '../report-problems.ts'
import { reportTexts, saidIn } from '../report-voice.ts'
import type { Language } from '../words.ts'
import { drawableRefs, withoutSide } from './drawn-record.ts'
import { escapeHtml } from './escape.ts'
import { Drawings } from './marks.ts'
import { renderParagraph } from './render-prose.ts'
import {
  drawingHtml,
  drawnSection,
  type FileContext,
  findingsOf,
  kindName,
  listedSection,
  proseSection,
  type Standing,
  sectionId,
  standings,
} from './render-section.ts'
import { nothingSeen } from './render-table.ts'

/** What may still be drawn; shared by all files of a report, so that its size has a limit. */
export interface DrawingBudget {
  /** Records with findings. */
  left: number
  /** Characters of records and prose without findings. */
  quiet: number
}

const factsLine = ({ checked: { facts, packs }, texts, language }: FileContext): string =>
  [
    facts.department || facts.region,
    facts.year > 0 ? texts.year(facts.year) : '',
    ...packs.map((pack) => texts.pack(pack.pack, language === 'zh' ? pack.why : pack.whyEn)),
  ]
    .filter(Boolean)
    .map(escapeHtml)
    .join(' · ')

const countsLine = ({ checked, texts, language }: FileContext, refs: readonly RecordRef[]): string => {
  const paragraphs = checked.narrative?.paragraphs.length ?? 0
  const counts = RECORD_KINDS.flatMap((kind) => {
    const count = kind === 'text' ? paragraphs : refs.filter((ref) => ref.kind === kind).length
    return count > 0 ? [texts.counted(kindName(kind, language), count)] : []
  })
  return counts.length > 0 ? counts.map(escapeHtml).join(' · ') : texts.noRecords
}

const notesList = ({ checked: { notes, unchecked }, texts, language }: FileContext): string => {
  const missed = unchecked.map(
    (one) =>
      `<li class="error-ink"><b>${texts.unchecked(one.form)}</b>　${escapeHtml(texts.sentences(saidIn(one, language), language === 'zh' ? one.remedy : one.remedyEn))}</li>`,
  )
  const said = notes.map(
    (note) =>
      `<li>${escapeHtml(saidIn(note, language))}${note.at ? escapeHtml(texts.inBrackets(positionText(note.at, language))) : ''}</li>`,
  )
  const items = [...missed, ...said]
  return items.length === 0 ? '' : `<ul class="notes">${items.join('')}</ul>`
}

/** Links to every section, a line per kind. */
const jumpList = (context: FileContext, drawn: readonly Standing[]): string => {
  if (drawn.length < 2) return ''
  const { checked, language, texts } = context
  const lines = RECORD_KINDS.flatMap((kind) => {
    const own = drawn.filter(({ ref }) => ref.kind === kind)
    if (own.length === 0) return []
    const links = own.map((standing) => {
      const title = recordTitle(checked, standing.ref)
      return `<a href="#${sectionId(context, standing.ref)}" title="${escapeHtml(title)}">${escapeHtml(withoutSide(checked, standing.ref, recordName(checked, standing.ref, language)))} <small>${findingsOf(standing).length}</small></a>`
    })
    return [`<div><b>${kindName(kind, language)}</b> ${links.join(' ')}</div>`]
  })
  return `<nav class="jump box" aria-label="${texts.contents}">${lines.join('')}</nav>`
}

/** Its code stands in front already. */
const tableTitle = ({ finalAccounts }: CheckedFile, { index }: RecordRef): string =>
  finalAccounts?.tables[index - 1]?.title?.printed ?? ''

/** A record without findings: closed, drawn inside while the report may still grow. */
const quietRecord = (context: FileContext, ref: RecordRef, budget: DrawingBudget): string | undefined => {
  const { checked, language } = context
  if (budget.quiet <= 0) return undefined
  const drawing = context.drawings.of(ref)
  if (!drawing) return undefined
  const name = `${withoutSide(checked, ref, recordName(checked, ref, language))}\u2003${ref.kind === 'table' ? tableTitle(checked, ref) : recordTitle(checked, ref)}`
  const form = ref.kind === 'form' ? checked.forms.find(({ index }) => index === ref.index) : undefined
  const score = form?.totalScore?.printed ? context.texts.scored(form.totalScore.printed) : ''
  const html = `<details class="record" id="${sectionId(context, ref)}"><summary>${escapeHtml(name)}<small>${escapeHtml(score)}</small></summary><div class="sheet">${drawingHtml(context, drawing.record, drawing.marks, nothingSeen())}</div></details>`
  budget.quiet -= html.length
  return html
}

const quietList = (
  context: FileContext,
  kind: RecordKind,
  refs: readonly RecordRef[],
  budget: DrawingBudget,
): string => {
  const own = refs.filter((ref) => ref.kind === kind)
  if (own.length === 0) return ''
  const { texts, language } = context
  const drawn = own.flatMap((ref) => quietRecord(context, ref, budget) ?? [])
  const rest = own.length - drawn.length
  const more = rest > 0 ? `<p class="sub">${texts.notDrawnRecords(rest)}</p>` : ''
  return `<details class="box quiet"><summary>${texts.counted(kindName(kind, language), own.length)}${texts.inBrackets(texts.clean)}</summary>${drawn.join('')}${more}</details>`
}

/** All of the prose to be opened, so that a person sees which numbers the program did not understand. */
const wholeProse = ({ checked, texts, language }: FileContext, budget: DrawingBudget): string => {
  const { narrative } = checked
  if (!narrative || narrative.paragraphs.length === 0) return ''
  const length = narrative.paragraphs.reduce((n, { text }) => n + text.length + 60, 0)
  if (length > budget.quiet) return `<p class="sub">${texts.wholeProseTooLong(narrative.paragraphs.length)}</p>`
  budget.quiet -= length
  const text = narrative.paragraphs.map((_, i) => renderParagraph(narrative, i, [], nothingSeen(), language)).join('')
  return `<details class="box quiet"><summary>${texts.wholeProse(narrative.paragraphs.length)}</summary><div class="sheet prose">${text}</div></details>`
}

const section = (context: FileContext, standing: Standing, budget: DrawingBudget): string => {
  const { kind } = standing.ref
  if (kind === 'document') return listedSection(context, standing, '')
  if (budget.left-- <= 0) return listedSection(context, standing, context.texts.notDrawn)
  return kind === 'text' ? proseSection(context, standing) : drawnSection(context, standing)
}

export const renderFile = (
  checked: CheckedFile,
  problems: Problems,
  fileNo: number,
  budget: DrawingBudget,
  language: Language,
): string => {
  const drawings = new Drawings(checked, problems, language)
  const context: FileContext = { checked, problems, drawings, language, texts: reportTexts(language), fileNo }
  const byKey = standings(context)
  const refs = drawableRefs(checked)
  const order = new Map(refs.map((ref, i) => [refKey(ref), i]))
  const drawn = [...byKey.values()].sort(
    (a, b) =>
      RECORD_KINDS.indexOf(a.ref.kind) - RECORD_KINDS.indexOf(b.ref.kind) ||
      (order.get(refKey(a.ref)) ?? 0) - (order.get(refKey(b.ref)) ?? 0),
  )
  const clean = refs.filter((ref) => !byKey.has(refKey(ref)))
  return [
    `<section class="file" id="d${fileNo}"><h2>${escapeHtml(checked.file)}</h2><p class="sub">${factsLine(context)}</p><p class="sub">${countsLine(context, refs)}</p>${notesList(context)}`,
    jumpList(context, drawn),
    ...drawn.map((standing) => section(context, standing, budget)),
    ...RECORD_KINDS.map((kind) => quietList(context, kind, clean, budget)),
    wholeProse(context, budget),
    '</section>',
  ].join('\n')
}

export const renderFailure = ({ file, failure }: FailedFile, fileNo: number, language: Language): string => {
  const { notChecked, columns } = reportTexts(language)
  const remedy = language === 'zh' ? failure.remedy : failure.remedyEn
  const colon = language === 'zh' ? '：' : ': '
  return `<section class="file" id="d${fileNo}"><h2>${escapeHtml(file)}</h2><div class="box failed"><b>${notChecked}</b>${escapeHtml(saidIn(failure, language))}<br>${columns.remedy}${colon}${escapeHtml(remedy)}</div></section>`
}
