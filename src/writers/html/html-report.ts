/** The HTML report: one file, no network, readable without script, printable. */
import type { Finding, Severity } from '../../domain/finding.ts'
import { type CheckOutcome, countBySeverity, isChecked } from '../report-model.ts'
import { numberProblems } from '../report-problems.ts'
import { reportTexts } from '../report-voice.ts'
import type { Language } from '../words.ts'
import { escapeHtml } from './escape.ts'
import { type DrawingBudget, renderFailure, renderFile } from './render-file.ts'
import {
  codesBox,
  factsBox,
  filesBox,
  kindsBox,
  openBox,
  SEVERITY_ORDER,
  severityName,
  tiles,
  topBox,
  type Voice,
} from './render-summary.ts'
import { SCRIPT } from './script.ts'
import { STYLESHEET } from './stylesheet.ts'

export interface HtmlOptions {
  /** Findings below this severity are counted, not listed. */
  readonly floor: Severity
  /** Printed in the head, e.g. 2026-11-20. */
  readonly day: string
  readonly version: string
  /** Records drawn in full; the findings of further ones are listed. */
  readonly maxDrawn?: number
  /** Characters for records and prose without findings, which are there to be opened. */
  readonly maxQuiet?: number
  /** Chinese unless said otherwise. */
  readonly language?: Language
}

const MAX_DRAWN = 500
const MAX_QUIET = 3_000_000

const filterBar = (shown: readonly Finding[], hidden: number, voice: Voice): string => {
  const { texts } = voice
  const counts = countBySeverity(shown)
  const boxes = SEVERITY_ORDER.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      `<label class="${severity}-ink"><input type="checkbox" data-filter value="${severity}" checked> ${severityName(severity, voice)} ${counts[severity]}</label>`,
  )
  const rest = hidden > 0 ? texts.hidden(hidden) : ''
  return `<div class="bar" role="group" aria-label="${texts.filter}">${boxes.join('')}<output id="shown" data-text="${texts.shown}"></output><span class="hint">${rest}<span class="keys">${texts.hint}</span></span></div>`
}

/** Only our own script may run: what a document says can never become one, even if an escape were forgotten. */
const contentPolicy = async (): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(SCRIPT)))
  const hash = btoa(String.fromCharCode(...digest))
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

const subjectOf = (outcomes: readonly CheckOutcome[], { texts }: Voice): string => {
  const checked = outcomes.filter(isChecked)
  const departments = [...new Set(checked.map(({ facts }) => facts.department))].filter(Boolean)
  const years = [...new Set(checked.map(({ facts }) => facts.year))].filter((year) => year > 0)
  const subject = departments.length === 1 ? departments[0]! : texts.files(outcomes.length)
  return years.length === 1 ? `${subject} · ${texts.year(years[0]!)}` : subject
}

export const htmlReport = async (outcomes: readonly CheckOutcome[], options: HtmlOptions): Promise<string> => {
  const language = options.language ?? 'zh'
  const texts = reportTexts(language)
  const voice: Voice = { language, texts }
  const problems = numberProblems(outcomes, options.floor)
  const checked = outcomes.filter(isChecked)
  const all = checked.flatMap(({ findings }) => findings)
  const shown = [...problems.values()].flatMap(({ entries }) => entries.map(({ finding }) => finding))
  const budget: DrawingBudget = { left: options.maxDrawn ?? MAX_DRAWN, quiet: options.maxQuiet ?? MAX_QUIET }
  const files = outcomes.map((outcome, i) =>
    isChecked(outcome)
      ? renderFile(outcome, problems.get(outcome)!, i + 1, budget, language)
      : renderFailure(outcome, i + 1, language),
  )
  const subject = subjectOf(outcomes, voice)
  const only = outcomes.length === 1 ? checked[0] : undefined
  const own = [...problems.values()]
  return `<!doctype html>
<html lang="${texts.lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(await contentPolicy())}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="jiheng ${escapeHtml(options.version)}">
<title>${escapeHtml(texts.pageTitle(subject))}</title><style>${STYLESHEET}</style></head><body>
<a class="skip" href="#findings">${texts.skip}</a>
<div class="page"><header><h1>${texts.reportTitle}</h1><p class="sub">${escapeHtml(subject)} · ${escapeHtml(options.day)} · ${texts.product} ${escapeHtml(options.version)}</p></header>
${only ? factsBox(only, voice) : ''}
<div class="tiles">${tiles(outcomes, all, own, voice)}</div>
<div class="cols">${topBox(own, voice)}<div class="stack">${kindsBox(checked, voice)}${openBox(checked, voice)}${only ? '' : filesBox(outcomes, voice)}</div></div>
${codesBox(all, voice)}
${filterBar(shown, all.length - shown.length, voice)}
<main id="findings">
${files.join('\n')}
</main></div>
<script>${SCRIPT}</script>
</body></html>
`
}
