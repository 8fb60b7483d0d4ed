import type { Grid, GridCell, Position } from '../../domain/source-document.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'

/** A cell under construction. */
export interface OpenCell {
  text: string
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  at: Position
  nested?: Grid[]
}

/** What `w:tcPr` says of a cell. */
export interface CellProperties {
  columnSpan: number
  verticalMerge: 'none' | 'restart' | 'continue'
  horizontalMerge: 'none' | 'restart' | 'continue'
}

/** A table under construction; rows and columns are 0-based, `row` is −1 before the first row. */
export interface OpenTable {
  readonly number: number
  readonly at: Position
  readonly cells: OpenCell[]
  row: number
  /** Next free column of the row. */
  column: number
  columns: number
  /** Vertical merges that may go on, by their first column. */
  readonly merges: Map<number, { cell: OpenCell; lastRow: number }>
}

export function openTable(number: number, page: number | undefined): OpenTable {
  const at = page === undefined ? { table: number } : { page, table: number }
  return { number, at, cells: [], row: -1, column: 0, columns: 0, merges: new Map() }
}

export function startRow(table: OpenTable): void {
  table.row += 1
  table.column = 0
}

/** Leaves columns free at the start of a row (`w:gridBefore`); `w:gridAfter` needs nothing, as a row may end early. */
export function skipColumns(table: OpenTable, count: number, where: string, limits: ReaderLimits): void {
  table.column += count
  if (table.column > limits.columns) throw limitExceeded(where, '表格列数', `${limits.columns} 列`)
}

/**
 * Puts a cell at the next free place. Returns undefined for a cell that goes on a merged one: Word shows the first
 * cell's text only.
 */
export function placeCell(
  table: OpenTable,
  properties: CellProperties,
  page: number | undefined,
  where: string,
  limits: ReaderLimits,
): OpenCell | undefined {
  const { row, column } = table
  const { columnSpan } = properties
  skipColumns(table, columnSpan, where, limits)
  if (properties.horizontalMerge === 'continue' && widenLast(table, columnSpan)) return undefined
  const merge = table.merges.get(column)
  if (properties.verticalMerge === 'continue' && merge?.lastRow === row - 1 && merge.cell.columnSpan === columnSpan) {
    merge.cell.rowSpan += 1
    merge.lastRow = row
    table.columns = Math.max(table.columns, table.column)
    return undefined
  }
  const place = { table: table.number, row: row + 1, column: column + 1 }
  const at: Position = page === undefined ? place : { page, ...place }
  const cell: OpenCell = { text: '', row, column, rowSpan: 1, columnSpan, at }
  table.cells.push(cell)
  table.columns = Math.max(table.columns, table.column)
  if (properties.verticalMerge === 'none') table.merges.delete(column)
  else table.merges.set(column, { cell, lastRow: row })
  return cell
}

function widenLast(table: OpenTable, columnSpan: number): boolean {
  const last = table.cells.at(-1)
  if (last === undefined || last.row !== table.row || last.column + last.columnSpan !== table.column - columnSpan) {
    return false
  }
  last.columnSpan += columnSpan
  table.columns = Math.max(table.columns, table.column)
  return true
}

export function finishTable(table: OpenTable): Grid {
  const cells: readonly GridCell[] = table.cells
  return { kind: 'grid', structure: 'exact', rows: table.row + 1, columns: table.columns, cells, at: table.at }
}
