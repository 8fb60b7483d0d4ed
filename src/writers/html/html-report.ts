/** The HTML report: one file, no network, readable without script, printable. */
import { type Finding, isAtLeast, type Severity } from '../../domain/finding.ts'
import { type CheckOutcome, countByCode, countBySeverity, isChecked, type NumberedFinding } from '../report-model.ts'
import { SEVERITY_WORDS } from '../words.ts'
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
}

const MAX_DRAWN = 500
const ORDER = ['fatal', 'error', 'warning', 'info'] as const

const tile = (kind: string, count: number, name: string): string =>
  `<div class="tile ${kind}"><b>${count}</b><span>${name}</span></div>`

const tiles = (outcomes: readonly CheckOutcome[], findings: readonly Finding[]): string => {
  const counts = countBySeverity(findings)
  const checked = outcomes.filter(isChecked)
  const undecided = findings.filter(({ verdict }) => verdict === 'undecided').length
  const failed = outcomes.length - checked.length
  return [
    ...ORDER.map((severity) =>
      tile(severity, counts[severity], `${SEVERITY_WORDS[severity].sign} ${SEVERITY_WORDS[severity].zh}`),
    ),
    tile('', undecided, '其中无法判定'),
    tile(
      '',
      checked.reduce((n, { forms }) => n + forms.length, 0),
      '自评表',
    ),
    tile('', outcomes.length, '文件'),
    failed > 0 ? tile('error', failed, '没能读取的文件') : '',
  ].join('')
}

const codesBox = (findings: readonly Finding[]): string => {
  const rows = countByCode(findings)
    .map(
      ({ code, title, severity, count }) =>
        `<tr><td class="nowrap ${severity}-ink">${SEVERITY_WORDS[severity].sign} ${SEVERITY_WORDS[severity].zh}</td><td class="nowrap"><code>${escapeHtml(code)}</code></td><td>${escapeHtml(title)}</td><td class="num">${count}</td></tr>`,
    )
    .join('')
  return `<div class="box"><h2>按问题种类</h2><table class="plain"><thead><tr><th>级别</th><th>代码</th><th>问题</th><th class="num">次数</th></tr></thead><tbody>${rows || '<tr><td colspan="4">没有发现问题</td></tr>'}</tbody></table></div>`
}

const filesBox = (outcomes: readonly CheckOutcome[]): string => {
  const rows = outcomes
    .map((outcome, i) => {
      const link = `<a href="#d${i + 1}">${escapeHtml(outcome.file)}</a>`
      if (!isChecked(outcome)) return `<tr><td>${link}</td><td colspan="4" class="error-ink">没能读取</td></tr>`
      const counts = countBySeverity(outcome.findings)
      return `<tr><td>${link}</td><td class="num">${outcome.forms.length}</td><td class="num">${counts.fatal + counts.error}</td><td class="num">${counts.warning}</td><td class="num">${counts.info}</td></tr>`
    })
    .join('')
  return `<div class="box"><h2>按文件</h2><table class="plain"><thead><tr><th>文件</th><th class="num">自评表</th><th class="num">错误</th><th class="num">警告</th><th class="num">提示</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

const filterBar = (shown: readonly Finding[], hidden: number): string => {
  const counts = countBySeverity(shown)
  const boxes = ORDER.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      `<label class="${severity}-ink"><input type="checkbox" data-filter value="${severity}" checked> ${SEVERITY_WORDS[severity].sign} ${SEVERITY_WORDS[severity].zh} ${counts[severity]}</label>`,
  )
  const rest = hidden > 0 ? `另有 ${hidden} 条较低级别的未列入本报告。` : ''
  return `<div class="bar" role="group" aria-label="按级别筛选">${boxes.join('')}<output id="shown"></output><span class="hint">${rest}点问题看单元格，点单元格看问题；j、k 键前后移动</span></div>`
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
  const numbered = numberAll(outcomes, options.floor)
  const all = outcomes.filter(isChecked).flatMap(({ findings }) => findings)
  const shown = [...numbered.values()].flat().map(({ finding }) => finding)
  const budget = { left: options.maxDrawn ?? MAX_DRAWN }
  const files = outcomes.map((outcome, i) =>
    isChecked(outcome) ? renderFile(outcome, numbered.get(outcome)!, i + 1, budget) : renderFailure(outcome, i + 1),
  )
  const departments = [...new Set(outcomes.filter(isChecked).map(({ facts }) => facts.department))].filter(Boolean)
  const subject = departments.length === 1 ? departments[0]! : `${outcomes.length} 个文件`
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(await contentPolicy())}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="jiheng ${escapeHtml(options.version)}">
<title>绩衡检查报告：${escapeHtml(subject)}</title><style>${STYLESHEET}</style></head><body>
<a class="skip" href="#findings">跳到问题</a>
<div class="page"><header><h1>绩效自评表检查报告</h1><p class="sub">${escapeHtml(subject)} · ${escapeHtml(options.day)} · 绩衡 ${escapeHtml(options.version)}</p></header>
<div class="tiles">${tiles(outcomes, all)}</div>
<div class="cols">${codesBox(all)}${filesBox(outcomes)}</div>
${filterBar(shown, all.length - shown.length)}
<main id="findings">
${files.join('\n')}
</main></div>
<script>${SCRIPT}</script>
</body></html>
`
}
