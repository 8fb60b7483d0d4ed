/**
 * What was read, as JSON: the values are plain strings exactly as printed, the places stand beside them in
 * `positions` under the same addresses that findings use.
 */
import { EVALUATION_LEVELS, type EvaluationSheet, GROUP_WEIGHTS } from '../../domain/evaluation-sheet.ts'
import type { AccountTable } from '../../domain/final-accounts.ts'
import {
  FUND_COLUMNS,
  FUND_ROWS,
  type FundRow,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type SelfEvaluation,
} from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import { recordCells } from '../record-fields.ts'
import type { ReadFile, ReportNote } from '../report-model.ts'
import { departmentJson } from './department-json.ts'
import { narrativeJson } from './narrative-json.ts'
import { goalJson, monitoringJson } from './plan-json.ts'

const printedColumns = <K extends string>(
  keys: readonly K[],
  cells: Readonly<Partial<Record<K, { printed: string }>>>,
) => Object.fromEntries(keys.map((key) => [key, cells[key]?.printed ?? ''])) as Record<K, string>

const fundRow = (row: FundRow | undefined) => ({
  ...printedColumns(FUND_COLUMNS, row?.cells ?? {}),
  ...(row?.cells.reason ? { reason: row.cells.reason.printed } : {}),
})

const moreOf = (cells: Readonly<Partial<Record<string, { printed: string }>>>) => {
  const entries = Object.entries(cells).flatMap(([key, cell]) => (cell ? [[key, cell.printed] as const] : []))
  return entries.length > 0 ? { more: Object.fromEntries(entries) } : {}
}

const formJson = (form: SelfEvaluation) => ({
  index: form.index,
  year: form.year,
  title: form.title?.printed ?? '',
  ...printedColumns(HEAD_FIELDS, form.head),
  funds: {
    unit: form.funds.unit,
    ...Object.fromEntries(FUND_ROWS.map((key) => [key, fundRow(form.funds.rows[key])])),
    moreSources: form.funds.moreSources.map((row) => ({ label: row.label.printed, ...fundRow(row) })),
  },
  goalExpected: form.goalExpected?.printed ?? '',
  goalActual: form.goalActual?.printed ?? '',
  indicators: form.indicators.map((row) => ({ ...printedColumns(INDICATOR_COLUMNS, row), ...moreOf(row.more) })),
  totalWeight: form.totalWeight?.printed ?? '',
  totalScore: form.totalScore?.printed ?? '',
  ...moreOf(form.more),
  positions: Object.fromEntries(recordCells(form).map(({ field, cell }) => [field, cell.at])) as Record<
    string,
    Position
  >,
  unsure: recordCells(form).flatMap(({ field, cell }) => (cell.unsure ? [field] : [])),
})

const SHEET_COLUMNS = [...EVALUATION_LEVELS, 'weight', 'score', 'comment'] as const

const sheetJson = (sheet: EvaluationSheet) => ({
  title: sheet.title?.printed ?? '',
  projectName: sheet.projectName?.printed ?? '',
  rows: sheet.rows.map((row) => ({
    ...printedColumns(SHEET_COLUMNS, row),
    ...Object.fromEntries(GROUP_WEIGHTS.flatMap((key) => (row[key] ? [[key, row[key].printed]] : []))),
  })),
  totalWeight: sheet.totalWeight?.printed ?? '',
  totalScore: sheet.totalScore?.printed ?? '',
  grade: sheet.grade?.printed ?? '',
  position: sheet.at,
})

const tableJson = (table: AccountTable) => ({
  code: table.code,
  title: table.title?.printed ?? '',
  ...(table.side === '' ? {} : { side: table.side }),
  unit: table.unit,
  profile: table.profile,
  columns: table.columns.map(({ label }) => label.printed),
  rows: table.rows.map(({ cells }) => cells.map(({ printed }) => printed)),
  ...(table.note ? { note: table.note.printed } : {}),
  ...(table.statement ? { statement: table.statement.printed } : {}),
  position: table.at,
  positions: table.rows.map(({ cells }) => cells.map(({ at }) => at)),
  unsure: table.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell.unsure ? [`rows[${row}][${column}]`] : [])),
  ),
})

/** `final-accounts` is said only of a document whose title says so; nothing else is guessed. */
const documentType = (read: ReadFile): 'final-accounts' | 'self-evaluations' =>
  read.source.blocks.slice(0, 20).some((block) => block.kind === 'paragraph' && /部门决算|单位决算/.test(block.text))
    ? 'final-accounts'
    : 'self-evaluations'

export const noteJson = ({ source, message, at }: ReportNote) => ({ source, message, at })

/** Most documents have one form of the whole department or none; further ones stand in a list of their own. */
const departmentsOf = ({ departments = [] }: ReadFile) => {
  const [first, ...more] = departments.map(departmentJson)
  return {
    ...(first ? { departmentSelfEvaluation: first } : {}),
    ...(more.length > 0 ? { moreDepartmentSelfEvaluations: more } : {}),
  }
}

/** Only documents that hold such forms say so. */
const plansOf = ({ goalDeclarations = [], monitorings = [] }: ReadFile) => ({
  ...(goalDeclarations.length > 0 ? { goalDeclarations: goalDeclarations.map(goalJson) } : {}),
  ...(monitorings.length > 0 ? { monitorings: monitorings.map(monitoringJson) } : {}),
})

/** One object per file, ready for JSON.stringify. */
export const readJson = (read: ReadFile) => ({
  file: read.file,
  source: read.file.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, ''),
  format: read.source.format,
  document: { ...read.facts, type: documentType(read) },
  selfEvaluations: read.forms.map(formJson),
  evaluations: read.evaluations.map(sheetJson),
  ...departmentsOf(read),
  ...plansOf(read),
  finalAccounts: {
    unit: read.finalAccounts?.unit ?? '',
    tables: (read.finalAccounts?.tables ?? []).map(tableJson),
  },
  ...(read.narrative ? { narrative: narrativeJson(read.narrative) } : {}),
  notes: read.notes.map(noteJson),
})
