/** In which record of a document a finding stands: a form, a table, a sheet, the prose, or the document as a whole. */
import type { FindingPlace } from '../../domain/finding.ts'
import type { Position, SourceDocument } from '../../domain/source-document.ts'
import { positionKey } from '../position-text.ts'
import { recordCells } from '../record-fields.ts'
import type { ReadFile } from '../report-model.ts'

/** In the order in which a booklet is read: what is said, what it rests on, how it was evaluated. */
export const RECORD_KINDS = ['document', 'text', 'table', 'department', 'sheet', 'form', 'goal', 'monitoring'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

export interface RecordRef {
  readonly kind: RecordKind
  /** 1-based among the records of its kind; 0 for the prose and for the document. */
  readonly index: number
}

export const WHOLE_DOCUMENT: RecordRef = { kind: 'document', index: 0 }
export const PROSE: RecordRef = { kind: 'text', index: 0 }

const NOWHERE = positionKey({})

export const refKey = ({ kind, index }: RecordRef): string => `${kind}${index}`

type Records = Pick<
  ReadFile,
  | 'forms'
  | 'evaluations'
  | 'departments'
  | 'goalDeclarations'
  | 'monitorings'
  | 'finalAccounts'
  | 'narrative'
  | 'source'
>

/** Negative when `a` stands before `b`; 0 when nothing tells. */
const compare = (a: Position, b: Position, sheets: readonly string[]): number => {
  if (a.line !== undefined && b.line !== undefined) return a.line - b.line
  if (a.sheet !== undefined && b.sheet !== undefined && a.sheet !== b.sheet)
    return sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet)
  if (a.page !== undefined && b.page !== undefined && a.page !== b.page) return a.page - b.page
  if (a.table !== undefined && b.table !== undefined && a.table !== b.table) return a.table - b.table
  if (a.row !== undefined && b.row !== undefined && a.row !== b.row) return a.row - b.row
  return (a.box?.[1] ?? 0) - (b.box?.[1] ?? 0)
}

/** Of several records of a kind the last one that begins before the place; the first when none does. */
const lastBefore = (
  records: readonly { readonly at: Position }[] | undefined,
  position: Position | undefined,
  sheets: readonly string[],
): number => {
  let found = 1
  if (position && records)
    records.forEach(({ at }, i) => {
      if (compare(at, position, sheets) <= 0) found = i + 1
    })
  return found
}

const tableIndex = ({ finalAccounts, source }: Records, at: FindingPlace, position: Position | undefined): number => {
  const tables = finalAccounts?.tables ?? []
  const own = tables.flatMap((table, i) =>
    (table.code || (table.title?.printed ?? '')) === at.table ? [{ at: table.at, index: i + 1, table }] : [],
  )
  if (own.length === 0) return 0
  // Income beside spending: two records of one code; the row that holds the place tells which.
  const exact = own.find(({ table }) =>
    table.rows[at.row ?? -1]?.cells.some((cell) => position !== undefined && samePlace(cell.at, position)),
  )
  return exact?.index ?? own[lastBefore(own, position, source.sheets ?? []) - 1]!.index
}

const samePlace = (a: Position, b: Position): boolean =>
  a.page === b.page &&
  a.sheet === b.sheet &&
  a.line === b.line &&
  a.table === b.table &&
  a.row === b.row &&
  a.column === b.column &&
  a.cell === b.cell &&
  a.box?.join() === b.box?.join()

const GOAL = /^goal/i
const MONITORING = /^monitoring/i

const indexes = new WeakMap<SourceDocument, ReadonlyMap<string, RecordRef>>()

/** Records by the places of their cells. */
const indexOf = (records: Records): ReadonlyMap<string, RecordRef> => {
  const known = indexes.get(records.source)
  if (known) return known
  const index = new Map<string, RecordRef>()
  const put = (at: Position, ref: RecordRef): void => {
    const key = positionKey(at)
    if (key !== NOWHERE && !index.has(key)) index.set(key, ref)
  }
  records.finalAccounts?.tables.forEach(({ rows }, i) => {
    for (const { cells } of rows) for (const { at } of cells) put(at, { kind: 'table', index: i + 1 })
  })
  for (const form of records.forms)
    for (const { cell } of recordCells(form)) put(cell.at, { kind: 'form', index: form.index })
  records.evaluations.forEach(({ rows }, i) => {
    for (const row of rows) for (const { at } of [row.weight, row.score]) put(at, { kind: 'sheet', index: i + 1 })
  })
  records.departments?.forEach(({ tasks, indicators }, i) => {
    const cells = [...tasks.flatMap((task) => Object.values(task.cells)), ...indicators.map(({ actual }) => actual)]
    for (const { at } of cells) put(at, { kind: 'department', index: i + 1 })
  })
  for (const { at } of records.narrative?.numbers ?? []) put(at, PROSE)
  indexes.set(records.source, index)
  return index
}

/** `position` is the finding's own: it decides where the place names a kind of record only. */
export const recordOf = (records: Records, at: FindingPlace, position: Position | undefined): RecordRef => {
  if (at.form !== undefined) return { kind: 'form', index: at.form }
  if (at.evaluation !== undefined) return { kind: 'sheet', index: at.evaluation + 1 }
  const sheets = records.source.sheets ?? []
  if (at.table !== undefined) {
    const index = tableIndex(records, at, position)
    return index === 0 ? WHOLE_DOCUMENT : { kind: 'table', index }
  }
  const section = at.section ?? 'document'
  if (section === 'narrative') return PROSE
  if (section === 'departmentSelfEvaluation')
    return { kind: 'department', index: lastBefore(records.departments, position, sheets) }
  if (GOAL.test(section)) return { kind: 'goal', index: lastBefore(records.goalDeclarations, position, sheets) }
  if (MONITORING.test(section)) return { kind: 'monitoring', index: lastBefore(records.monitorings, position, sheets) }
  return WHOLE_DOCUMENT
}

/** The record of the cell of a cause: its place is surer than the address of the finding it was taken from. */
export const recordOfCell = (records: Records, at: FindingPlace, position: Position | undefined): RecordRef =>
  (position && indexOf(records).get(positionKey(position))) ?? recordOf(records, at, position)
