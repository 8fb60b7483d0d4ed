/** How much of a document was understood, and what nobody could decide: a report that is silent on it would claim too much. */
import { EVALUATION_LEVELS } from '../domain/evaluation-sheet.ts'
import { isUnderstood } from '../domain/narrative.ts'
import { type Cell, INDICATOR_COLUMNS } from '../domain/self-evaluation.ts'
import { recordCells } from './record-fields.ts'
import { RECORD_KINDS, type RecordKind, recordOf } from './records/record-ref.ts'
import { type CheckedFile, countBySeverity, type ReadFile, type SeverityCounts } from './report-model.ts'
import type { ReportSummaryTexts } from './report-texts.ts'

export interface ReadingStats {
  /** Numbers of the prose, and how many of them were understood. */
  readonly numbers: number
  readonly understood: number
  readonly undecided: number
  readonly unsureCells: number
  /** Accounts tables of no known profile, and those that state no unit. */
  readonly unknownTables: number
  readonly tablesWithoutUnit: number
  readonly unchecked: number
  readonly pagesUnread: number
}

const isUnsure = (cell: Cell | undefined): boolean => cell?.unsure === true

const count = (cells: readonly (Cell | undefined)[]): number => cells.filter(isUnsure).length

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const unsureCells = ({ forms, finalAccounts, evaluations, departments = [] }: ReadFile | CheckedFile): number =>
  sum([
    ...forms.map((form) => count(recordCells(form).map(({ cell }) => cell))),
    ...(finalAccounts?.tables ?? []).flatMap(({ rows }) => rows.map(({ cells }) => count(cells))),
    ...evaluations.flatMap(({ rows }) =>
      rows.map((row) => count([...EVALUATION_LEVELS.map((level) => row[level]), row.weight, row.score])),
    ),
    ...departments.flatMap(({ indicators, tasks }) => [
      ...indicators.map((row) => count(INDICATOR_COLUMNS.map((column) => row[column]))),
      ...tasks.map(({ cells }) => count(Object.values(cells))),
    ]),
  ])

const PAGE_CODES: ReadonlySet<string> = new Set(['page-without-text', 'scanned-page'])

export const readingStats = (checked: CheckedFile): ReadingStats => {
  const tables = checked.finalAccounts?.tables ?? []
  const numbers = checked.narrative?.numbers ?? []
  return {
    numbers: numbers.length,
    understood: numbers.filter(isUnderstood).length,
    undecided: checked.findings.filter(({ verdict }) => verdict === 'undecided').length,
    unsureCells: unsureCells(checked),
    unknownTables: tables.filter(({ profile }) => profile === '').length,
    tablesWithoutUnit: tables.filter(({ unit, isBlank }) => unit === '' && !isBlank).length,
    unchecked: checked.unchecked.length,
    pagesUnread: checked.source.notes.filter(({ code }) => PAGE_CODES.has(code)).length,
  }
}

export const addStats = (all: readonly ReadingStats[]): ReadingStats => {
  const of = (key: keyof ReadingStats): number => sum(all.map((one) => one[key]))
  return {
    numbers: of('numbers'),
    understood: of('understood'),
    undecided: of('undecided'),
    unsureCells: of('unsureCells'),
    unknownTables: of('unknownTables'),
    tablesWithoutUnit: of('tablesWithoutUnit'),
    unchecked: of('unchecked'),
    pagesUnread: of('pagesUnread'),
  }
}

/** 98.3%, cut: 100% is said only when every one is. */
export const shareText = (part: number, whole: number): string => {
  if (whole === 0) return '—'
  const thousandths = Math.floor((part * 1000) / whole)
  return thousandths % 10 === 0 ? `${thousandths / 10}%` : `${Math.floor(thousandths / 10)}.${thousandths % 10}%`
}

/** What nobody could decide, in sentences; one sentence says so when there is nothing. */
export const openQuestions = (stats: ReadingStats, words: ReportSummaryTexts): readonly string[] => {
  const said = [
    stats.numbers > 0 ? words.numbers(stats.understood, stats.numbers, shareText(stats.understood, stats.numbers)) : '',
    stats.undecided > 0 ? words.undecided(stats.undecided) : '',
    stats.unsureCells > 0 ? words.unsure(stats.unsureCells) : '',
    stats.unknownTables > 0 ? words.unknownTables(stats.unknownTables) : '',
    stats.tablesWithoutUnit > 0 ? words.noUnit(stats.tablesWithoutUnit) : '',
    stats.pagesUnread > 0 ? words.pagesUnread(stats.pagesUnread) : '',
    stats.unchecked > 0 ? words.unchecked(stats.unchecked) : '',
  ].filter(Boolean)
  return said.length > 0 ? said : [words.nothingOpen]
}

export interface KindCount {
  readonly kind: RecordKind
  /** Records of this kind that were read; paragraphs for the prose. */
  readonly records: number
  readonly counts: SeverityCounts
}

const recordsOf = (read: CheckedFile, kind: RecordKind): number => {
  switch (kind) {
    case 'text':
      return read.narrative?.paragraphs.length ?? 0
    case 'table':
      return read.finalAccounts?.tables.filter(({ side }) => side !== '支出').length ?? 0
    case 'department':
      return read.departments?.length ?? 0
    case 'sheet':
      return read.evaluations.length
    case 'form':
      return read.forms.length
    case 'goal':
      return read.goalDeclarations?.length ?? 0
    case 'monitoring':
      return read.monitorings?.length ?? 0
    default:
      return 0
  }
}

/** What was read and found, by kind of record; kinds that no document has are left out. */
export const countByKind = (all: readonly CheckedFile[]): readonly KindCount[] => {
  const findings = all.flatMap((checked) =>
    checked.findings.map((finding) => ({ finding, kind: recordOf(checked, finding.at, finding.position).kind })),
  )
  return RECORD_KINDS.flatMap((kind) => {
    const records = sum(all.map((checked) => recordsOf(checked, kind)))
    const own = findings.filter((one) => one.kind === kind).map(({ finding }) => finding)
    return records + own.length > 0 ? [{ kind, records, counts: countBySeverity(own) }] : []
  })
}
