/** 问题清单, one row per finding to hand on and to tick off, and 原因, one row per possible correction of a wrong cell. */
import type { CellValue, WriteSheet } from 'hucre'
import { SEVERITIES, type Severity } from '../../domain/finding.ts'
import { arithmeticIn, workingText } from '../arithmetic-text.ts'
import { positionText } from '../position-text.ts'
import { placeName, placeNameAt, recordName, recordTitle } from '../records/record-names.ts'
import type { CheckedFile, NumberedFinding } from '../report-model.ts'
import type { NumberedCause, Problems } from '../report-problems.ts'
import type { ReportTexts } from '../report-texts.ts'
import { findingTexts } from '../report-voice.ts'
import { certaintyWord, severityWord, verdictWord } from '../words.ts'
import { type Cells, clean, HEAD_STYLE, LANDSCAPE, severityStyle, TEXT_STYLE, type Voice } from './cells.ts'

export interface FileProblems {
  readonly checked: CheckedFile
  readonly problems: Problems
}

type Column = readonly [keyof ReportTexts['columns'], number]

const FINDING_COLUMNS = [
  ['number', 6],
  ['file', 24],
  ['record', 14],
  ['project', 26],
  ['severity', 9],
  ['code', 9],
  ['problem', 40],
  ['field', 24],
  ['place', 16],
  ['printed', 18],
  ['expected', 18],
  ['working', 34],
  ['verdict', 12],
  ['basis', 34],
  ['certainty', 16],
  ['remedy', 34],
  ['cause', 8],
  ['corrected', 20],
] as const satisfies readonly Column[]

const CAUSE_COLUMNS = [
  ['cause', 8],
  ['file', 24],
  ['severity', 9],
  ['problem', 44],
  ['field', 30],
  ['place', 16],
  ['rank', 8],
  ['printed', 18],
  ['expected', 18],
  ['slip', 24],
  ['repaired', 10],
  ['findings', 24],
] as const satisfies readonly Column[]

const findingRow = ({ checked, problems }: FileProblems, entry: NumberedFinding, { language }: Voice): CellValue[] => {
  const { number, finding } = entry
  const { proof, basis } = finding
  const { message, remedy } = findingTexts(finding, language)
  const working = proof ? `${proof.formula}\n${workingText(proof, finding.printed)}` : ''
  const home = problems.homeOf.get(number)!
  return [
    number,
    clean(checked.file),
    clean(recordName(checked, home, language)),
    clean(recordTitle(checked, home)),
    severityWord(finding.severity, language),
    finding.code,
    clean(message),
    clean(placeName(checked, finding, language)),
    clean(positionText(finding.position, language)),
    clean(finding.printed),
    clean(arithmeticIn(finding.expected, language)),
    clean(arithmeticIn(working, language)),
    verdictWord(finding.verdict, language),
    clean(basis.text),
    basis.kind === 'law' ? certaintyWord(basis.certainty, language) : '',
    clean(remedy),
    problems.causeOf.get(number)?.number ?? null,
    '',
  ]
}

/** One row per cell that a candidate changes; a cause without candidates has one row as well. */
const causeRows = ({ checked }: FileProblems, one: NumberedCause, { language, texts }: Voice): CellValue[][] => {
  const { number, cause, severity, entries } = one
  const head: CellValue[] = [
    number,
    clean(checked.file),
    severityWord(severity, language),
    clean(language === 'zh' ? cause.title : cause.titleEn),
  ]
  const findings = entries.map((entry) => entry.number).join(texts.separator.trim())
  if (cause.candidates.length === 0) {
    const name = placeNameAt(checked, cause.main, cause.position, language)
    return [[...head, clean(name), clean(positionText(cause.position, language)), null, '', '', '', null, findings]]
  }
  return cause.candidates.flatMap(({ changes, repaired }, rank) =>
    changes.map((change): CellValue[] => [
      ...head,
      clean(change.name),
      clean(positionText(change.position, language)),
      rank + 1,
      clean(change.printed),
      clean(change.expected),
      clean(language === 'zh' ? change.slip : change.slipEn),
      repaired,
      findings,
    ]),
  )
}

const lastColumn = (columns: readonly Column[]): string => String.fromCharCode(64 + columns.length)

const sheetOf = (
  name: string,
  columns: readonly Column[],
  rows: readonly CellValue[][],
  severities: readonly Severity[],
  { texts }: Voice,
): WriteSheet => {
  const cells: Cells = new Map()
  const severityColumn = columns.findIndex(([key]) => key === 'severity')
  columns.forEach((_, column) => {
    cells.set(`0,${column}`, { style: HEAD_STYLE })
  })
  severities.forEach((severity, i) => {
    cells.set(`${i + 1},${severityColumn}`, { style: severityStyle(severity) })
  })
  return {
    name,
    columns: columns.map(([, width]) => ({ width, style: TEXT_STYLE })),
    rows: [columns.map(([key]) => texts.columns[key]), ...rows],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${lastColumn(columns)}${rows.length + 1}` },
    pageSetup: { ...LANDSCAPE, printTitlesRow: '$1:$1' },
  }
}

export const findingSheet = (files: readonly FileProblems[], voice: Voice): WriteSheet => {
  const all = files.flatMap((file) => file.problems.entries.map((entry) => ({ file, entry })))
  return sheetOf(
    voice.texts.sheets.findings,
    FINDING_COLUMNS,
    all.map(({ file, entry }) => findingRow(file, entry, voice)),
    all.map(({ entry }) => entry.finding.severity),
    voice,
  )
}

/** Worst first; `undefined` when nothing has a cause. */
export const causeSheet = (files: readonly FileProblems[], voice: Voice): WriteSheet | undefined => {
  const all = files
    .flatMap((file) => file.problems.causes.map((cause) => ({ file, cause })))
    .sort((a, b) => SEVERITIES.indexOf(b.cause.severity) - SEVERITIES.indexOf(a.cause.severity))
  if (all.length === 0) return undefined
  const rows = all.map(({ file, cause }) => ({ rows: causeRows(file, cause, voice), severity: cause.severity }))
  return sheetOf(
    voice.texts.sheets.causes,
    CAUSE_COLUMNS,
    rows.flatMap((one) => one.rows),
    rows.flatMap((one) => one.rows.map(() => one.severity)),
    voice,
  )
}
