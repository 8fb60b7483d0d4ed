/** Which column of a table holds which field: from the header row, by the labels of the form. */
import type { Cell, ExtraIndicatorColumn, FundColumn, IndicatorColumn } from '../domain/self-evaluation.ts'
import { filledCells, type Row, type RowCell } from './rows.ts'
import { vocabulary, type Lookup } from './vocabulary.ts'

export interface HeaderColumn<Field extends string> {
  readonly field: Field
  readonly cell: Cell
  /** Exact grids: columns [start, end). Ragged rows: `start` is the index of the cell in the row. */
  readonly start: number
  readonly end: number
}

export interface Header<Field extends string> {
  readonly columns: readonly HeaderColumn<Field>[]
  readonly kind: Row['kind']
  /** Cells of the header row, blank ones included (the yardstick for ragged rows). */
  readonly cellCount: number
}

export type IndicatorField = IndicatorColumn | ExtraIndicatorColumn
export type FundField = FundColumn | 'reason'

export const toCell = (cell: RowCell): Cell =>
  cell.unsure ? { printed: cell.text, at: cell.at, unsure: true } : { printed: cell.text, at: cell.at }

const place = (row: Row, cell: RowCell): { start: number; end: number } => {
  if (row.kind === 'exact') return { start: cell.column, end: cell.column + cell.span }
  const index = row.cells.indexOf(cell)
  return { start: index, end: index + 1 }
}

/**
 * Labels that can only mean one field take it first; a label with several meanings (年初指标值) takes what is left.
 * Columns come out in the order in which they stand.
 */
const readHeader = <Field extends string>(row: Row, lookup: Lookup<Field>): Header<Field> => {
  const cells = filledCells(row).map((cell) => ({ cell, fields: lookup(cell.text) }))
  const taken = new Map<Field, RowCell>()
  for (const { cell, fields } of cells) if (fields.length === 1 && !taken.has(fields[0]!)) taken.set(fields[0]!, cell)
  for (const { cell, fields } of cells) {
    const free = fields.length > 1 ? fields.find((field) => !taken.has(field)) : undefined
    if (free !== undefined) taken.set(free, cell)
  }
  const columns = [...taken].map(([field, cell]) => ({ field, cell: toCell(cell), ...place(row, cell) }))
  columns.sort((a, b) => a.start - b.start)
  return { columns, kind: row.kind, cellCount: row.cells.length }
}

export const has = <Field extends string>(header: Header<Field>, ...fields: readonly Field[]): boolean =>
  header.columns.some((column) => fields.includes(column.field))

/** A header of the fund block names a budget and what was spent of it. */
export const fundHeader = (row: Row): Header<FundField> | undefined => {
  if (row.cells.length < 3) return undefined
  const header = readHeader(row, vocabulary().fundColumns)
  return has(header, 'executed') && has(header, 'initialBudget', 'fullYearBudget') ? header : undefined
}

/** A header of the indicator block names levels, a target or an actual value, and something beside them. */
export const indicatorHeader = (row: Row): Header<IndicatorField> | undefined => {
  if (row.cells.length < 3) return undefined
  const header = readHeader(row, vocabulary().indicatorColumns)
  if (header.columns.length < 4 || !has(header, 'level1', 'level2', 'level3')) return undefined
  return has(header, 'target', 'initialTarget', 'actual') ? header : undefined
}
