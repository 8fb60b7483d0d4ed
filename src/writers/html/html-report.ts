/** The HTML report: one file, no network, readable without script, printable. */
import { type Finding, isAtLeast, type Severity } from '../../domain/finding.ts'
import { type CheckOutcome, countByCode, countBySeverity, isChecked, type NumberedFinding } from '../report-model.ts'
import type { ReportTexts } from '../report-texts.ts'
import { reportTexts } from '../report-voice.ts'
import { type Language, SEVERITY_WORDS } from '../words.ts'
import { escapeHtml } from './escape.ts'
import { renderFailure, renderFile } from './render-file.ts'
import { SCRIPT } from './script.ts'
import { STYLESHEET } from './stylesheet.ts'

export interface HtmlOptions {
  /** Findings below this severity are counted, not listed. */
  readonly floor: Severity
  /** Printed in the head, e.g. 2026-11-20. */
  readonly day: string
  readonly version: string
  /** Forms drawn in full; the findings of further forms are listed. */
  readonly maxDrawn?: number
  /** Chinese unless said otherwise. */
  readonly language?: Language
}

/** What all parts of the page need to speak. */
interface Voice {
  readonly language: Language
  readonly texts: ReportTexts
}

const MAX_DRAWN = 500
const ORDER = ['fatal', 'error', 'warning', 'info'] as const

const tile = (kind: string, count: number, name: string): string =>
  `<div class="tile ${kind}"><b>${count}</b><span>${name}</span></div>`

const severityName = (severity: Severity, { language }: Voice): string =>
  `${SEVERITY_WORDS[severity].sign} ${SEVERITY_WORDS[severity][language]}`

const tiles = (outcomes: readonly CheckOutcome[], findings: readonly Finding[], voice: Voice): string => {
  const { tiles: names } = voice.texts
  const counts = countBySeverity(findings)
  const checked = outcomes.filter(isChecked)
  const undecided = findings.filter(({ verdict }) => verdict === 'undecided').length
  const failed = outcomes.length - checked.length
  return [
    ...ORDER.map((severity) => tile(severity, counts[severity], severityName(severity, voice))),
    tile('', undecided, names.undecided),
    tile(
      '',
      checked.reduce((n, { forms }) => n + forms.length, 0),
      names.forms,
    ),
    tile('', outcomes.length, names.files),
    failed > 0 ? tile('error', failed, names.failed) : '',
  ].join('')
}

const codesBox = (findings: readonly Finding[], voice: Voice): string => {
  const { texts, language } = voice
  const { columns } = texts
  const rows = countByCode(findings)
    .map(
      ({ code, title, titleEn, severity, count }) =>
        `<tr><td class="nowrap ${severity}-ink">${severityName(severity, voice)}</td><td class="nowrap"><code>${escapeHtml(code)}</code></td><td>${escapeHtml(language === 'zh' ? title : titleEn)}</td><td class="num">${count}</td></tr>`,
    )
    .join('')
  return `<div class="box"><h2>${texts.byCode}</h2><table class="plain"><thead><tr><th>${columns.severity}</th><th>${columns.code}</th><th>${columns.problem}</th><th class="num">${columns.times}</th></tr></thead><tbody>${rows || `<tr><td colspan="4">${texts.nothingFound}</td></tr>`}</tbody></table></div>`
}

const filesBox = (outcomes: readonly CheckOutcome[], { texts, language }: Voice): string => {
  const { columns } = texts
  const short = (severity: Severity): string => SEVERITY_WORDS[severity][language]
  const rows = outcomes
    .map((outcome, i) => {
      const link = `<a href="#d${i + 1}">${escapeHtml(outcome.file)}</a>`
      if (!isChecked(outcome)) return `<tr><td>${link}</td><td colspan="4" class="error-ink">${texts.notRead}</td></tr>`
      const counts = countBySeverity(outcome.findings)
      return `<tr><td>${link}</td><td class="num">${outcome.forms.length}</td><td class="num">${counts.fatal + counts.error}</td><td class="num">${counts.warning}</td><td class="num">${counts.info}</td></tr>`
    })
    .join('')
  return `<div class="box"><h2>${texts.byFile}</h2><table class="plain"><thead><tr><th>${columns.file}</th><th class="num">${columns.forms}</th><th class="num">${columns.errors}</th><th class="num">${short('warning')}</th><th class="num">${short('info')}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

const filterBar = (shown: readonly Finding[], hidden: number, voice: Voice): string => {
  const { texts } = voice
  const counts = countBySeverity(shown)
  const boxes = ORDER.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      `<label class="${severity}-ink"><input type="checkbox" data-filter value="${severity}" checked> ${severityName(severity, voice)} ${counts[severity]}</label>`,
  )
  const rest = hidden > 0 ? texts.hidden(hidden) : ''
  return `<div class="bar" role="group" aria-label="${texts.filter}">${boxes.join('')}<output id="shown" data-text="${texts.shown}"></output><span class="hint">${rest}${texts.hint}</span></div>`
}

/** Only our own script may run: what a document says can never become one, even if an escape were forgotten. */
const contentPolicy = async (): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(SCRIPT)))
  const hash = btoa(String.fromCharCode(...digest))
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

/** Numbers run through the whole report, so that a person can say 问题 17. */
const numberAll = (
  outcomes: readonly CheckOutcome[],
  floor: Severity,
): ReadonlyMap<CheckOutcome, readonly NumberedFinding[]> => {
  let number = 0
  return new Map(
    outcomes.map((outcome) => [
      outcome,
      isChecked(outcome)
        ? outcome.findings
            .filter(({ severity }) => isAtLeast(severity, floor))
            .map((finding) => ({ number: ++number, finding }))
        : [],
    ]),
  )
}

export const htmlReport = async (outcomes: readonly CheckOutcome[], options: HtmlOptions): Promise<string> => {
  const language = options.language ?? 'zh'
  const texts = reportTexts(language)
  const voice: Voice = { language, texts }
  const numbered = numberAll(outcomes, options.floor)
  const all = outcomes.filter(isChecked).flatMap(({ findings }) => findings)
  const shown = [...numbered.values()].flat().map(({ finding }) => finding)
  const budget = { left: options.maxDrawn ?? MAX_DRAWN }
  const files = outcomes.map((outcome, i) =>
    isChecked(outcome)
      ? renderFile(outcome, numbered.get(outcome)!, i + 1, budget, language)
      : renderFailure(outcome, i + 1, language),
  )
  const departments = [...new Set(outcomes.filter(isChecked).map(({ facts }) => facts.department))].filter(Boolean)
  const subject = departments.length === 1 ? departments[0]! : texts.files(outcomes.length)
  return `<!doctype html>
<html lang="${texts.lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(await contentPolicy())}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="jiheng ${escapeHtml(options.version)}">
<title>${escapeHtml(texts.pageTitle(subject))}</title><style>${STYLESHEET}</style></head><body>
<a class="skip" href="#findings">${texts.skip}</a>
<div class="page"><header><h1>${texts.reportTitle}</h1><p class="sub">${escapeHtml(subject)} · ${escapeHtml(options.day)} · ${texts.product} ${escapeHtml(options.version)}</p></header>
<div class="tiles">${tiles(outcomes, all, voice)}</div>
<div class="cols">${codesBox(all, voice)}${filesBox(outcomes, voice)}</div>
${filterBar(shown, all.length - shown.length, voice)}
<main id="findings">
${files.join('\n')}
</main></div>
<script>${SCRIPT}</script>
</body></html>
`
}
