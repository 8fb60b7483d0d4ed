/** Two documents as a workbook: 汇总, 改动 with one row per value, 问题变化. */
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import type { Finding } from '../../domain/finding.ts'
import { type CompareTexts, compareTexts } from '../compare/compare-texts.ts'
import { type ComparisonReport, changeLabel, countChanges, recordLabel } from '../compare/comparison-report.ts'
import { positionText } from '../position-text.ts'
import { KIND_WORDS, placeName } from '../records/record-names.ts'
import type { CheckedFile } from '../report-model.ts'
import { findingTexts } from '../report-voice.ts'
import { type Language, severityWord } from '../words.ts'
import { type Cells, clean, HEAD_STYLE, LANDSCAPE, severityStyle, TEXT_STYLE, TITLE_STYLE } from './cells.ts'

export interface CompareXlsxOptions {
  readonly day: string
  readonly version: string
  readonly language?: Language
}

type Column = readonly [keyof CompareTexts['columns'], number]

const CHANGE_COLUMNS = [
  ['kind', 14],
  ['record', 34],
  ['state', 10],
  ['field', 36],
  ['before', 26],
  ['after', 26],
  ['difference', 14],
  ['rate', 12],
  ['placeBefore', 16],
  ['placeAfter', 16],
] as const satisfies readonly Column[]

const FINDING_COLUMNS = [
  ['change', 12],
  ['severity', 9],
  ['code', 9],
  ['place', 36],
  ['message', 60],
  ['printed', 18],
  ['expected', 18],
  ['placeAfter', 16],
] as const satisfies readonly Column[]

const listSheet = (
  name: string,
  columns: readonly Column[],
  rows: readonly CellValue[][],
  cells: Cells,
  texts: CompareTexts,
): WriteSheet => {
  columns.forEach((_, column) => {
    cells.set(`0,${column}`, { style: HEAD_STYLE })
  })
  return {
    name,
    columns: columns.map(([, width]) => ({ width, style: TEXT_STYLE })),
    rows: [columns.map(([key]) => texts.columns[key]), ...rows],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${String.fromCharCode(64 + columns.length)}${rows.length + 1}` },
    pageSetup: { ...LANDSCAPE, printTitlesRow: '$1:$1' },
  }
}

const changeSheet = (report: ComparisonReport, language: Language): WriteSheet => {
  const texts = compareTexts(language)
  const rows = report.comparison.records.flatMap((record): CellValue[][] => {
    if (record.state === 'same') return []
    const head = [
      KIND_WORDS[language][record.kind].all,
      clean(recordLabel(report, record, language)),
      texts.state[record.state],
    ]
    if (record.changes.length === 0) return [[...head, '', '', '', '', '', '', '']]
    return record.changes.map((change) => [
      ...head,
      clean(changeLabel(report, record, change, language)),
      clean(change.before?.printed ?? ''),
      clean(change.after?.printed ?? ''),
      change.difference === undefined ? '' : `${change.difference}${change.unit}`,
      change.rate ?? '',
      clean(positionText(change.before?.at, language)),
      clean(positionText(change.after?.at, language)),
    ])
  })
  return listSheet(texts.sheets.changes, CHANGE_COLUMNS, rows, new Map(), texts)
}

const findingSheet = ({ before, after, comparison, across }: ComparisonReport, language: Language): WriteSheet => {
  const texts = compareTexts(language)
  const { added, gone, remaining } = comparison.findings
  const list: readonly { readonly change: string; readonly read: CheckedFile; readonly finding: Finding }[] = [
    ...across.map((finding) => ({
      change: texts.heads.across,
      read: finding.at.file === before.file ? before : after,
      finding,
    })),
    ...added.map(({ finding }) => ({ change: texts.heads.added, read: after, finding })),
    ...gone.map(({ finding }) => ({ change: texts.heads.gone, read: before, finding })),
    ...remaining.map(({ finding }) => ({ change: texts.heads.remaining, read: after, finding })),
  ]
  const cells: Cells = new Map()
  const rows = list.map(({ change, read, finding }, i): CellValue[] => {
    cells.set(`${i + 1},1`, { style: severityStyle(finding.severity) })
    return [
      change,
      severityWord(finding.severity, language),
      finding.code,
      clean(placeName(read, finding, language)),
      clean(findingTexts(finding, language).message),
      clean(finding.printed),
      clean(finding.expected),
      clean(positionText(finding.position, language)),
    ]
  })
  return listSheet(texts.sheets.findings, FINDING_COLUMNS, rows, cells, texts)
}

const summarySheet = (
  { before, after, comparison, across }: ComparisonReport,
  options: CompareXlsxOptions,
): WriteSheet => {
  const language = options.language ?? 'zh'
  const texts = compareTexts(language)
  const { values, changed, added, gone, same } = countChanges(comparison.records)
  const { findings } = comparison
  return {
    name: texts.sheets.summary,
    columns: [{ width: 90, style: TEXT_STYLE }],
    rows: [
      [texts.title],
      [clean(`${before.file} → ${after.file}`)],
      [
        clean(
          [after.facts.department, texts.mode(comparison.mode, before.facts.year, after.facts.year)]
            .filter(Boolean)
            .join('  '),
        ),
      ],
      [`${options.day}  jiheng ${options.version}`],
      [],
      [texts.counts(values, changed, added, gone, same)],
      [texts.findings(findings.gone.length, findings.added.length, findings.remaining.length, across.length)],
    ],
    cells: new Map([['0,0', { style: TITLE_STYLE }]]),
  }
}

export const compareXlsx = (report: ComparisonReport, options: CompareXlsxOptions): Promise<Uint8Array> => {
  const language = options.language ?? 'zh'
  return writeXlsx({
    sheets: [summarySheet(report, options), changeSheet(report, language), findingSheet(report, language)],
    properties: { title: compareTexts(language).title, creator: `jiheng ${options.version}` },
  })
}
