import type { Grid, GridCell, Position } from '../../domain/source-document.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { columnName } from './address.ts'
import type { Range, SheetCell, SheetContext, SheetScan } from './sheet-scan.ts'

/** Above this width a sheet is a data table, and its empty places are left out. */
const FORM_COLUMNS = 256

export interface SheetGrid {
  readonly grid: Grid
  /** Used range in the sheet, 0-based. */
  readonly used: Range
  /** Merges that were cut or left out. */
  readonly cutMerges: number
}

/**
 * The used range of a sheet as one grid; undefined for an empty sheet. The range holds all cells with content and the
 * merges that begin in one of them. Empty places are cells of their own in rows that hold something.
 */
export function sheetGrid(
  scan: SheetScan,
  sheet: string,
  table: number,
  context: SheetContext,
  limits: ReaderLimits,
): SheetGrid | undefined {
  const content = contentRange(scan)
  if (content === undefined) return undefined
  const { merges, cut } = usableMerges(scan, content, limits)
  const used = withMerges(content, merges)
  const width = used.lastColumn - used.column + 1
  // For each column: the last row that a merge from above covers.
  const coveredTo = new Int32Array(width).fill(-1)
  const cells: GridCell[] = []
  const place = { used, sheet, table }
  for (const row of rowNumbers(scan, merges)) {
    const rowMerges = merges.get(row)
    const rowName = String(row + 1)
    const values = inOrder(scan.rows.get(row) ?? [])
    let next = 0
    const columns = width <= FORM_COLUMNS ? undefined : filledColumns(values, rowMerges, used)
    const count = columns?.length ?? width
    for (let index = 0; index < count; index += 1) {
      const column = columns?.[index] ?? used.column + index
      while (next < values.length && values[next]!.column < column) next += 1
      if (coveredTo[column - used.column]! >= row) continue
      const merge = rowMerges?.get(column)
      if (merge) coveredTo.fill(merge.lastRow, column - used.column, merge.lastColumn - used.column + 1)
      const value = values[next]?.column === column ? values[next] : undefined
      if (value === undefined) spend(context, sheet, limits)
      cells.push(gridCell(value, row, column, merge, columnName(column) + rowName, place))
    }
  }
  const at: Position = { sheet, table, row: used.row + 1, column: used.column + 1 }
  const rows = used.lastRow - used.row + 1
  return { grid: { kind: 'grid', structure: 'exact', rows, columns: width, cells, at }, used, cutMerges: cut }
}

function spend(context: SheetContext, sheet: string, limits: ReaderLimits): void {
  context.budget.cells -= 1
  if (context.budget.cells < 0) throw limitExceeded(`${context.where}!${sheet}`, '单元格数', `${limits.cells} 个`)
}

interface SheetPlace {
  readonly used: Range
  readonly sheet: string
  readonly table: number
}

/** Written out without spreading: a sheet has hundreds of thousands of cells, and most have neither property. */
function gridCell(
  cell: SheetCell | undefined,
  row: number,
  column: number,
  merge: Range | undefined,
  address: string,
  { used, sheet, table }: SheetPlace,
): GridCell {
  const at: Position = { sheet, table, row: row + 1, column: column + 1, cell: address }
  const rowSpan = merge ? merge.lastRow - row + 1 : 1
  const columnSpan = merge ? merge.lastColumn - column + 1 : 1
  const text = cell?.text ?? ''
  const plain: GridCell = { text, row: row - used.row, column: column - used.column, rowSpan, columnSpan, at }
  if (cell?.stored === undefined && cell?.formula === undefined) return plain
  const { stored, formula } = cell
  if (formula === undefined) return { ...plain, stored: stored! }
  return stored === undefined ? { ...plain, formula } : { ...plain, stored, formula }
}

function contentRange(scan: SheetScan): Range | undefined {
  let range: Range | undefined
  for (const [row, cells] of scan.rows) {
    for (const { column, text } of cells) {
      if (text === '') continue
      if (range && row >= range.row && row <= range.lastRow && column >= range.column && column <= range.lastColumn)
        continue
      const own = { row, column, lastRow: row, lastColumn: column }
      range = range ? union(range, own) : own
    }
  }
  return range
}

function union(a: Range, b: Range): Range {
  return {
    row: Math.min(a.row, b.row),
    column: Math.min(a.column, b.column),
    lastRow: Math.max(a.lastRow, b.lastRow),
    lastColumn: Math.max(a.lastColumn, b.lastColumn),
  }
}

function withMerges(content: Range, merges: ReadonlyMap<number, ReadonlyMap<number, Range>>): Range {
  let used = content
  const isIn = ({ row, column, lastRow, lastColumn }: Range): boolean =>
    row >= used.row && lastRow <= used.lastRow && column >= used.column && lastColumn <= used.lastColumn
  for (const row of merges.values()) for (const merge of row.values()) if (!isIn(merge)) used = union(used, merge)
  return used
}

/**
 * Merges by their first row. One that reaches beyond the content is kept whole, because a form's last column is often
 * a merged one, unless it is larger than any form (a whole column): then it ends where the content ends.
 */
function usableMerges(
  scan: SheetScan,
  content: Range,
  limits: ReaderLimits,
): { merges: Map<number, Map<number, Range>>; cut: number } {
  const merges = new Map<number, Map<number, Range>>()
  let cut = 0
  for (const merge of scan.merges) {
    if (merge.row > content.lastRow || merge.column > content.lastColumn) continue
    if (merge.lastRow < content.row || merge.lastColumn < content.column) continue
    const isHuge =
      merge.lastColumn - merge.column >= limits.columnSpan ||
      (merge.lastRow - merge.row >= limits.columnSpan && merge.lastRow > content.lastRow)
    if (isHuge) cut += 1
    const usable = isHuge
      ? {
          ...merge,
          lastRow: Math.min(merge.lastRow, content.lastRow),
          lastColumn: Math.min(merge.lastColumn, content.lastColumn),
        }
      : merge
    let row = merges.get(usable.row)
    if (row === undefined) merges.set(usable.row, (row = new Map()))
    row.set(usable.column, usable)
  }
  return { merges, cut }
}

function rowNumbers(scan: SheetScan, merges: ReadonlyMap<number, unknown>): number[] {
  const numbers: number[] = []
  for (const [row, cells] of scan.rows) {
    if (merges.has(row) || cells.some((cell) => cell.text !== '')) numbers.push(row)
  }
  for (const row of merges.keys()) if (!scan.rows.has(row)) numbers.push(row)
  return numbers.sort((a, b) => a - b)
}

/** By column; when a file names a place twice, the later one counts, as in spreadsheets. */
function inOrder(cells: readonly SheetCell[]): readonly SheetCell[] {
  for (let index = 1; index < cells.length; index += 1) {
    if (cells[index]!.column > cells[index - 1]!.column) continue
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
    return [...byColumn.values()].sort((a, b) => a.column - b.column)
  }
  return cells
}

function filledColumns(
  values: readonly SheetCell[],
  merges: ReadonlyMap<number, Range> | undefined,
  used: Range,
): readonly number[] {
  const filled = values.map((cell) => cell.column)
  const inRange = filled.filter((column) => column >= used.column && column <= used.lastColumn)
  return [...new Set([...inRange, ...(merges?.keys() ?? [])])].sort((a, b) => a - b)
}
