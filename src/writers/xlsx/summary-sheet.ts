/** 汇总: what was read and found, what could not be decided, by file and by check. */
import type { CellValue, WriteSheet } from 'hucre'
import { type Finding, isAtLeast } from '../../domain/finding.ts'
import { addStats, countByKind, openQuestions, readingStats } from '../reading-stats.ts'
import { KIND_WORDS } from '../records/record-names.ts'
import { type CheckOutcome, countByCode, countBySeverity, isChecked, type SeverityCounts } from '../report-model.ts'
import { saidIn } from '../report-voice.ts'
import { severityWord } from '../words.ts'
import { type Cells, clean, HEAD_STYLE, LANDSCAPE, TEXT_STYLE, TITLE_STYLE, type Voice } from './cells.ts'

const SEVERITY_ORDER = ['fatal', 'error', 'warning', 'info'] as const

/** A row, and whether it is the head of a table. */
type Row = readonly [readonly CellValue[], 'head'?]

const inOrder = (counts: SeverityCounts): readonly number[] => SEVERITY_ORDER.map((severity) => counts[severity])

const severityNames = ({ language }: Voice): readonly string[] =>
  SEVERITY_ORDER.map((severity) => severityWord(severity, language))

const countRows = (findings: readonly Finding[], voice: Voice): Row[] => {
  const { columns, tiles, notListed } = voice.texts
  const counts = countBySeverity(findings)
  const listed = findings.filter(({ severity }) => isAtLeast(severity, voice.floor)).length
  return [
    [[columns.severity, columns.times], 'head'],
    ...SEVERITY_ORDER.map((severity): Row => [[severityWord(severity, voice.language), counts[severity]]]),
    [[tiles.undecided, findings.filter(({ verdict }) => verdict === 'undecided').length]],
    [[notListed, findings.length - listed]],
  ]
}

const kindRows = (outcomes: readonly CheckOutcome[], voice: Voice): Row[] => [
  [[voice.texts.summary.kind, voice.texts.summary.count, ...severityNames(voice)], 'head'],
  ...countByKind(outcomes.filter(isChecked)).map(
    ({ kind, records, counts }): Row => [[KIND_WORDS[voice.language][kind].all, records, ...inOrder(counts)]],
  ),
]

const openRows = (outcomes: readonly CheckOutcome[], { texts }: Voice): Row[] => [
  [[texts.summary.open, ''], 'head'],
  ...openQuestions(addStats(outcomes.filter(isChecked).map(readingStats)), texts.summary).map((said): Row => [[said]]),
]

const fileRows = (outcomes: readonly CheckOutcome[], voice: Voice): Row[] => {
  const { texts, language } = voice
  return [
    [[texts.columns.file, texts.summary.records, ...severityNames(voice), texts.columns.notes], 'head'],
    ...outcomes.map((one): Row => {
      if (!isChecked(one))
        return [
          [clean(one.file), null, null, null, null, null, clean(texts.notChecked + saidIn(one.failure, language))],
        ]
      const records = countByKind([one]).reduce((n, { kind, records: own }) => n + (kind === 'text' ? 0 : own), 0)
      const said = [...one.unchecked, ...one.notes].map((note) => saidIn(note, language)).join(texts.separator)
      return [[clean(one.file), records, ...inOrder(countBySeverity(one.findings)), clean(said)]]
    }),
  ]
}

const codeRows = (findings: readonly Finding[], { texts, language }: Voice): Row[] => [
  [[texts.columns.code, texts.columns.problem, texts.columns.severity, texts.columns.times], 'head'],
  ...countByCode(findings).map(
    ({ code, title, titleEn, severity, count }): Row => [
      [code, clean(language === 'zh' ? title : titleEn), severityWord(severity, language), count],
    ],
  ),
]

export const summarySheet = (outcomes: readonly CheckOutcome[], voice: Voice): WriteSheet => {
  const { day, version, texts } = voice
  const findings = outcomes.filter(isChecked).flatMap((one) => one.findings)
  const blank: Row = [[]]
  const rows: readonly Row[] = [
    [[texts.reportTitle]],
    [[`${day}  ${texts.product} ${version}`]],
    blank,
    ...countRows(findings, voice),
    blank,
    ...kindRows(outcomes, voice),
    blank,
    ...openRows(outcomes, voice),
    blank,
    ...fileRows(outcomes, voice),
    blank,
    ...codeRows(findings, voice),
  ]
  const cells: Cells = new Map([['0,0', { style: TITLE_STYLE }]])
  rows.forEach(([values, kind], r) => {
    if (kind === 'head')
      values.forEach((_, c) => {
        cells.set(`${r},${c}`, { style: HEAD_STYLE })
      })
  })
  return {
    name: texts.sheets.summary,
    columns: [40, 34, 10, 10, 10, 10, 60].map((width) => ({ width, style: TEXT_STYLE })),
    rows: rows.map(([values]) => [...values]),
    cells,
    pageSetup: LANDSCAPE,
  }
}
