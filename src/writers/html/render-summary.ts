/** The first page: whose document, what was read, what was found, what nobody could decide, and where to begin. */
import { type Finding, SEVERITIES, type Severity } from '../../domain/finding.ts'
import { addStats, countByKind, openQuestions, readingStats } from '../reading-stats.ts'
import {
  type CheckedFile,
  type CheckOutcome,
  countByCode,
  countBySeverity,
  isChecked,
  type NumberedFinding,
} from '../report-model.ts'
import { type Problems, problemCount } from '../report-problems.ts'
import type { ReportTexts } from '../report-texts.ts'
import { findingTexts } from '../report-voice.ts'
import { type Language, SEVERITY_WORDS } from '../words.ts'
import { escapeHtml } from './escape.ts'
import { kindName } from './render-section.ts'

export interface Voice {
  readonly language: Language
  readonly texts: ReportTexts
}

export const SEVERITY_ORDER = ['fatal', 'error', 'warning', 'info'] as const

const tile = (kind: string, count: number, name: string): string =>
  `<div class="tile ${kind}"><b>${count}</b><span>${name}</span></div>`

export const severityName = (severity: Severity, { language }: Voice): string =>
  `${SEVERITY_WORDS[severity].sign} ${SEVERITY_WORDS[severity][language]}`

export const tiles = (
  outcomes: readonly CheckOutcome[],
  findings: readonly Finding[],
  problems: readonly Problems[],
  voice: Voice,
): string => {
  const { texts } = voice
  const counts = countBySeverity(findings)
  const failed = outcomes.filter((one) => !isChecked(one)).length
  const hasCauses = problems.some(({ causes }) => causes.length > 0)
  return [
    ...SEVERITY_ORDER.map((severity) => tile(severity, counts[severity], severityName(severity, voice))),
    hasCauses
      ? tile(
          '',
          problems.reduce((n, one) => n + problemCount(one), 0),
          texts.summary.problems,
        )
      : '',
    tile('', findings.filter(({ verdict }) => verdict === 'undecided').length, texts.tiles.undecided),
    outcomes.length > 1 ? tile('', outcomes.length, texts.tiles.files) : '',
    failed > 0 ? tile('error', failed, texts.tiles.failed) : '',
  ].join('')
}

/** Of one document: who, where, when, by which rules. */
export const factsBox = ({ facts, packs, source, file }: CheckedFile, { texts, language }: Voice): string => {
  const names = texts.summary.facts
  const rows = [
    [names.file, [file, source.pages === undefined ? '' : names.pages(source.pages)].filter(Boolean).join(' · ')],
    [names.department, facts.department],
    [names.region, facts.region],
    [names.year, facts.year > 0 ? texts.year(facts.year) : ''],
    [
      names.packs,
      packs
        .map((pack) => pack.pack + texts.inBrackets(language === 'zh' ? pack.why : pack.whyEn))
        .join(texts.separator),
    ],
  ].filter(([, value]) => value !== '')
  return `<dl class="facts">${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeHtml(value!)}</dd></div>`).join('')}</dl>`
}

const box = (title: string, content: string, id = ''): string =>
  `<div class="box"${id && ` id="${id}"`}><h2>${title}</h2>${content}</div>`

export const kindsBox = (checked: readonly CheckedFile[], voice: Voice): string => {
  const { texts, language } = voice
  const rows = countByKind(checked)
    .map(
      ({ kind, records, counts }) =>
        `<tr><td>${kindName(kind, language)}</td><td class="num">${records || '—'}</td>${SEVERITY_ORDER.map((severity) => `<td class="num ${counts[severity] > 0 ? `${severity}-ink` : 'none'}">${counts[severity]}</td>`).join('')}</tr>`,
    )
    .join('')
  const heads = SEVERITY_ORDER.map((severity) => `<th class="num">${SEVERITY_WORDS[severity][language]}</th>`).join('')
  const body = rows || `<tr><td colspan="6">${texts.noRecords}</td></tr>`
  return box(
    texts.summary.read,
    `<table class="plain"><thead><tr><th>${texts.summary.kind}</th><th class="num">${texts.summary.count}</th>${heads}</tr></thead><tbody>${body}</tbody></table><p class="sub">${texts.severitiesHint}</p>`,
  )
}

export const openBox = (checked: readonly CheckedFile[], { texts }: Voice): string => {
  const said = openQuestions(addStats(checked.map(readingStats)), texts.summary)
  return box(texts.summary.open, `<ul class="open">${said.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`)
}

const TOP_SHOWN = 8

interface Top {
  readonly severity: Severity
  readonly count: number
  readonly html: string
}

const tops = ({ causes, entries, causeOf }: Problems, { texts, language }: Voice): Top[] => {
  const ofCauses = causes.map(
    ({ number, cause, severity, entries: own }): Top => ({
      severity,
      count: own.length,
      html: `<a href="#k${number}">${texts.cause(number)}</a> ${escapeHtml(language === 'zh' ? cause.title : cause.titleEn)} <small>${texts.problems(own.length)}</small>`,
    }),
  )
  const byCode = new Map<string, NumberedFinding[]>()
  for (const entry of entries) {
    if (causeOf.has(entry.number)) continue
    const key = `${entry.finding.code} ${entry.finding.severity}`
    byCode.set(key, [...(byCode.get(key) ?? []), entry])
  }
  const alone = [...byCode.values()].map((own): Top => {
    const { number, finding } = own[0]!
    const { message, title } = findingTexts(finding, language)
    return {
      severity: finding.severity,
      count: own.length,
      html: `<a href="#f${number}">${texts.finding(number)}</a> <code>${escapeHtml(finding.code)}</code> ${own.length === 1 ? escapeHtml(message) : `${escapeHtml(title)} <small>${texts.problems(own.length)}</small>`}`,
    }
  })
  return [...ofCauses, ...alone]
}

/** Worst first, then what explains most. */
export const topBox = (problems: readonly Problems[], voice: Voice): string => {
  const all = problems
    .flatMap((one) => tops(one, voice))
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || b.count - a.count)
    .slice(0, TOP_SHOWN)
  const list = all
    .map(
      ({ severity, html }) =>
        `<li class="${severity}"><span class="${severity}-ink">${SEVERITY_WORDS[severity].sign}</span> ${html}</li>`,
    )
    .join('')
  return box(
    voice.texts.summary.top,
    list === '' ? `<p>${voice.texts.nothingFound}</p>` : `<ol class="top">${list}</ol>`,
  )
}

export const codesBox = (findings: readonly Finding[], voice: Voice): string => {
  const { texts, language } = voice
  const { columns } = texts
  const rows = countByCode(findings)
    .map(
      ({ code, title, titleEn, severity, count }) =>
        `<tr><td class="nowrap ${severity}-ink">${severityName(severity, voice)}</td><td class="nowrap"><code>${escapeHtml(code)}</code></td><td>${escapeHtml(language === 'zh' ? title : titleEn)}</td><td class="num">${count}</td></tr>`,
    )
    .join('')
  return `<details class="box codes"><summary><h2>${texts.byCode}</h2></summary><table class="plain"><thead><tr><th>${columns.severity}</th><th>${columns.code}</th><th>${columns.problem}</th><th class="num">${columns.times}</th></tr></thead><tbody>${rows || `<tr><td colspan="4">${texts.nothingFound}</td></tr>`}</tbody></table></details>`
}

export const filesBox = (outcomes: readonly CheckOutcome[], { texts, language }: Voice): string => {
  const { columns } = texts
  const short = (severity: Severity): string => SEVERITY_WORDS[severity][language]
  const rows = outcomes
    .map((outcome, i) => {
      const link = `<a href="#d${i + 1}">${escapeHtml(outcome.file)}</a>`
      if (!isChecked(outcome)) return `<tr><td>${link}</td><td colspan="4" class="error-ink">${texts.notRead}</td></tr>`
      const counts = countBySeverity(outcome.findings)
      const records = countByKind([outcome]).reduce((n, one) => n + (one.kind === 'text' ? 0 : one.records), 0)
      return `<tr><td>${link}</td><td class="num">${records}</td><td class="num">${counts.fatal + counts.error}</td><td class="num">${counts.warning}</td><td class="num">${counts.info}</td></tr>`
    })
    .join('')
  return box(
    texts.byFile,
    `<table class="plain"><thead><tr><th>${columns.file}</th><th class="num">${texts.summary.records}</th><th class="num">${columns.errors}</th><th class="num">${short('warning')}</th><th class="num">${short('info')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  )
}
