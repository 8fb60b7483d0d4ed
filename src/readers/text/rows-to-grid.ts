import type { Grid, GridCell, Position } from '../../domain/source-document.ts'
import type { Line } from './split-lines.ts'

/** A cell before it has a place in a grid. */
export interface RawCell {
  readonly text: string
  readonly line: Line
}

export type RawRow = readonly RawCell[]

/** Rows of cells without spans; a row may be shorter than the widest one. */
export function rowsToGrid(rows: readonly RawRow[], structure: Grid['structure'], table: number): Grid {
  const cells: GridCell[] = []
  let columns = 0
  for (const [row, rawRow] of rows.entries()) {
    columns = Math.max(columns, rawRow.length)
    for (const [column, raw] of rawRow.entries()) {
      const at = cellPosition(raw.line, table, row + 1, column + 1)
      cells.push({ text: raw.text, row, column, rowSpan: 1, columnSpan: 1, at })
    }
  }
  const first = rows[0]?.[0]
  const at: Position = first ? { ...first.line.at, table } : { table }
  return { kind: 'grid', structure, rows: rows.length, columns, cells, at }
}

/** Written out: spreading an object for each of a million cells takes longer than all the rest. */
function cellPosition({ at: { line, page } }: Line, table: number, row: number, column: number): Position {
  return page === undefined ? { line, table, row, column } : { page, line, table, row, column }
}
