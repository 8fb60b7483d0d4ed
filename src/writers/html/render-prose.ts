/** The prose of a booklet: paragraphs with the numbers marked that findings speak of. */
import type { Narrative } from '../../domain/narrative.ts'
import { type ProsePlace, type ProseRange, proseFinder } from '../records/prose-places.ts'
import type { NumberedFinding } from '../report-model.ts'
import { reportTexts } from '../report-voice.ts'
import type { Language } from '../words.ts'
import { escapeHtml } from './escape.ts'
import { anchors, badges, dataFindings, markClass, type PlaceMarks, type Seen } from './render-table.ts'

/** Findings by the paragraph they stand in, with their places in it. */
export interface ProseMarks {
  readonly byParagraph: ReadonlyMap<number, readonly { readonly entry: NumberedFinding; readonly place: ProsePlace }[]>
  /** Those whose paragraph is not known. */
  readonly elsewhere: readonly NumberedFinding[]
}

export const proseMarks = (narrative: Narrative, entries: readonly NumberedFinding[]): ProseMarks => {
  const finder = proseFinder(narrative)
  const byParagraph = new Map<number, { entry: NumberedFinding; place: ProsePlace }[]>()
  const elsewhere: NumberedFinding[] = []
  for (const entry of entries) {
    const place = finder.find(entry.finding)
    if (!place) elsewhere.push(entry)
    else {
      const list = byParagraph.get(place.paragraph)
      if (list) list.push({ entry, place })
      else byParagraph.set(place.paragraph, [{ entry, place }])
    }
  }
  return { byParagraph: new Map([...byParagraph].sort(([a], [b]) => a - b)), elsewhere }
}

interface Span extends ProseRange {
  readonly own: NumberedFinding[]
  readonly also: NumberedFinding[]
  /** Why the number at this place is not understood; empty for others. */
  readonly why: string
}

const overlaps = (a: ProseRange, b: ProseRange): boolean => a.start < b.end && b.start < a.end

/** Overlapping ranges become one, so that marks are never nested. */
const addSpan = (spans: Span[], { start, end, own, also, why }: Span): void => {
  const touched = spans.filter((one) => overlaps(one, { start, end }))
  const merged: Span = {
    start: Math.min(start, ...touched.map((one) => one.start)),
    end: Math.max(end, ...touched.map((one) => one.end)),
    own: [...new Set([...touched.flatMap((one) => one.own), ...own])],
    also: [...new Set([...touched.flatMap((one) => one.also), ...also])],
    why: why || (touched.find((one) => one.why !== '')?.why ?? ''),
  }
  for (const one of touched) spans.splice(spans.indexOf(one), 1)
  spans.push(merged)
}

const spansOf = (
  narrative: Narrative,
  paragraph: number,
  marked: readonly { readonly entry: NumberedFinding; readonly place: ProsePlace }[],
): readonly Span[] => {
  const spans: Span[] = []
  for (const { entry, place } of marked) {
    for (const range of place.at) addSpan(spans, { ...range, own: [entry], also: [], why: '' })
    for (const range of place.also) addSpan(spans, { ...range, own: [], also: [entry], why: '' })
  }
  for (const { start, end, why } of proseFinder(narrative).mentionsIn(paragraph))
    if (why !== '') addSpan(spans, { start, end, own: [], also: [], why })
  return spans.sort((a, b) => a.start - b.start)
}

const spanHtml = (text: string, span: Span, seen: Seen, language: Language): string => {
  const own = span.own
  const place: PlaceMarks = { own, also: span.also.filter((entry) => !own.includes(entry)), causes: [] }
  const classes = ['num', markClass(place), span.why === '' ? '' : 'u'].filter(Boolean).join(' ')
  const title =
    span.why === ''
      ? ''
      : ` title="${escapeHtml(reportTexts(language).notUnderstood(language === 'zh' ? span.why : ''))}"`
  return `<span class="${classes}"${title}${dataFindings(place)}>${anchors(place, seen)}${escapeHtml(text)}${badges(own, [], language)}</span>`
}

/** One paragraph with its marks; findings that are about all of it have their badges in front. */
export const renderParagraph = (
  narrative: Narrative,
  paragraph: number,
  marked: readonly { readonly entry: NumberedFinding; readonly place: ProsePlace }[],
  seen: Seen,
  language: Language,
): string => {
  const { text, isHeading } = narrative.paragraphs[paragraph]!
  const parts: string[] = []
  const whole = marked.filter(({ place }) => place.at.length === 0).map(({ entry }) => entry)
  if (whole.length > 0) {
    const place: PlaceMarks = { own: whole, also: [], causes: [] }
    parts.push(
      `<span class="num ${markClass(place)}"${dataFindings(place)}>${anchors(place, seen)}${badges(whole, [], language)}</span>`,
    )
  }
  let from = 0
  for (const span of spansOf(narrative, paragraph, marked)) {
    parts.push(escapeHtml(text.slice(from, span.start)))
    parts.push(spanHtml(text.slice(span.start, span.end), span, seen, language))
    from = span.end
  }
  parts.push(escapeHtml(text.slice(from)))
  return `<p${isHeading ? ' class="head"' : ''}>${parts.join('')}</p>`
}
