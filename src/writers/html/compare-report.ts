/** Two documents side by side as one HTML file: what changed by record, which findings came and went. */
import type { PlacedFinding, RecordChange, ValueChange } from '../../domain/document-comparison.ts'
import { type Finding, SEVERITIES } from '../../domain/finding.ts'
import { type CompareTexts, compareTexts } from '../compare/compare-texts.ts'
import {
  type ComparisonReport,
  changeLabel,
  countChanges,
  differenceText,
  recordLabel,
  toldByKind,
} from '../compare/comparison-report.ts'
import { positionText } from '../position-text.ts'
import { KIND_WORDS, placeName } from '../records/record-names.ts'
import type { CheckedFile } from '../report-model.ts'
import { findingTexts, reportTexts } from '../report-voice.ts'
import { type Language, SEVERITY_WORDS } from '../words.ts'
import { escapeHtml } from './escape.ts'
import { STYLESHEET } from './stylesheet.ts'

export interface CompareHtmlOptions {
  readonly day: string
  readonly version: string
  readonly language?: Language
}

interface Voice {
  readonly language: Language
  readonly texts: CompareTexts
}

/** Rows of one record that are there at once; more of them are closed up. */
const OPEN_ROWS = 200

const EXTRA_STYLE = `
table.changes td.old{color:var(--soft)}table.changes td.new{font-weight:600}table.changes td{min-width:5em}
.state{font-size:13px;border-radius:3px;padding:0 6px;border:1px solid var(--line);margin-left:8px}
.record-change{margin-top:14px}.record-change h3{font-size:16px;margin-bottom:6px}
details.box>summary{cursor:pointer;font-weight:600}main>h2{margin-top:24px;font-size:19px}`

const valueHtml = (printed: string | undefined, { texts }: Voice): string =>
  printed === undefined ? '—' : printed === '' ? `<i>${texts.blank}</i>` : escapeHtml(printed)

const changeRow = (report: ComparisonReport, record: RecordChange, change: ValueChange, voice: Voice): string => {
  const { language } = voice
  const place = positionText((change.after ?? change.before)?.at, language)
  return `<tr><td>${escapeHtml(changeLabel(report, record, change, language))}${place && ` <small class="pos">${escapeHtml(place)}</small>`}</td><td class="old">${valueHtml(change.before?.printed, voice)}</td><td class="new">${valueHtml(change.after?.printed, voice)}</td><td class="num">${escapeHtml(differenceText(change, language))}</td></tr>`
}

const recordHtml = (report: ComparisonReport, record: RecordChange, voice: Voice): string => {
  const { texts, language } = voice
  const label = escapeHtml(recordLabel(report, record, language))
  const state = `<span class="state">${texts.state[record.state]}</span>`
  if (record.changes.length === 0) return `<div class="record-change"><h3>${label}${state}</h3></div>`
  const { columns } = texts
  const rows = record.changes.map((change) => changeRow(report, record, change, voice)).join('')
  const table = `<table class="plain changes"><thead><tr><th>${columns.field}</th><th>${columns.before}</th><th>${columns.after}</th><th class="num">${columns.difference}</th></tr></thead><tbody>${rows}</tbody></table>`
  const isLong = record.changes.length > OPEN_ROWS
  return `<details class="box record-change"${isLong ? '' : ' open'}><summary>${label}${state} <small>${texts.values(record.changes.length)}</small></summary>${table}</details>`
}

const findingRow = (read: CheckedFile, finding: Finding, { language }: Voice): string => {
  const { sign } = SEVERITY_WORDS[finding.severity]
  return `<tr><td class="nowrap ${finding.severity}-ink">${sign} ${SEVERITY_WORDS[finding.severity][language]}</td><td class="nowrap"><code>${escapeHtml(finding.code)}</code></td><td>${escapeHtml(placeName(read, finding, language))} <small class="pos">${escapeHtml(positionText(finding.position, language))}</small></td><td>${escapeHtml(findingTexts(finding, language).message)}</td></tr>`
}

const findingsBox = (
  title: string,
  findings: readonly { readonly read: CheckedFile; readonly finding: Finding }[],
  voice: Voice,
  isOpen: boolean,
): string => {
  if (findings.length === 0) return ''
  const { columns } = voice.texts
  const rows = [...findings]
    .sort((a, b) => SEVERITIES.indexOf(b.finding.severity) - SEVERITIES.indexOf(a.finding.severity))
    .map(({ read, finding }) => findingRow(read, finding, voice))
    .join('')
  return `<details class="box record-change"${isOpen ? ' open' : ''}><summary>${title} ${findings.length}</summary><table class="plain"><thead><tr><th>${columns.severity}</th><th>${columns.code}</th><th>${columns.place}</th><th>${columns.message}</th></tr></thead><tbody>${rows}</tbody></table></details>`
}

const findingsHtml = ({ before, after, comparison, across }: ComparisonReport, voice: Voice): string => {
  const { heads } = voice.texts
  const { added, gone, remaining } = comparison.findings
  const of = (read: CheckedFile, list: readonly PlacedFinding[]) => list.map(({ finding }) => ({ read, finding }))
  const between = across.map((finding) => ({ read: finding.at.file === before.file ? before : after, finding }))
  return [
    findingsBox(heads.across, between, voice, true),
    findingsBox(heads.added, of(after, added), voice, true),
    findingsBox(heads.gone, of(before, gone), voice, true),
    findingsBox(heads.remaining, of(after, remaining), voice, false),
  ].join('')
}

export const compareHtml = (report: ComparisonReport, options: CompareHtmlOptions): string => {
  const language = options.language ?? 'zh'
  const texts = compareTexts(language)
  const voice: Voice = { language, texts }
  const { before, after, comparison, across } = report
  const { values, changed, added, gone, same } = countChanges(comparison.records)
  const { findings } = comparison
  const told = toldByKind(comparison.records)
  const sections = told
    .map(
      ({ kind, records }) =>
        `<h2>${KIND_WORDS[language][kind].all}</h2>${records.map((record) => recordHtml(report, record, voice)).join('')}`,
    )
    .join('\n')
  const { product, lang } = reportTexts(language)
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="jiheng ${escapeHtml(options.version)}">
<title>${escapeHtml(`${texts.title} ${after.file}`)}</title><style>${STYLESHEET}${EXTRA_STYLE}</style></head><body>
<div class="page"><header><h1>${texts.title}</h1><p class="sub">${escapeHtml(before.file)} → ${escapeHtml(after.file)} · ${escapeHtml(options.day)} · ${product} ${escapeHtml(options.version)}</p>
<p class="sub">${escapeHtml([after.facts.department, texts.mode(comparison.mode, before.facts.year, after.facts.year)].filter(Boolean).join(' · '))}</p></header>
<div class="box"><p>${texts.counts(values, changed, added, gone, same)}</p><p>${texts.findings(findings.gone.length, findings.added.length, findings.remaining.length, across.length)}</p></div>
<main>
${findingsHtml(report, voice)}
${sections || `<p>${texts.same}</p>`}
</main></div></body></html>
`
}
