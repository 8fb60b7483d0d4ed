import type { Box, PageCell, PageTable, TextLine } from './geometry.ts'
import { nearest } from './lattice.ts'

/** A table put together from its parts on consecutive pages. Columns stay places on the page until the last part is known. */
export interface JoinedTable {
  readonly first: PageTable
  /** The part at the bottom, for what comes on the next page. */
  last: PageTable
  rows: number
  readonly xs: number[]
  readonly cells: JoinedCell[]
}

export interface JoinedCell {
  readonly row: number
  rowSpan: number
  readonly x0: number
  readonly x1: number
  readonly lines: readonly TextLine[]
  readonly nested: readonly PageTable[]
  /** Place of the first part. */
  readonly page: number
  readonly box: Box
  readonly isScan: boolean
  /** Lower side of the last part. */
  readonly bottom: number
}

/** Column places of different pages closer than this are the same. */
export const SAME_PLACE = 4

export function startTable(table: PageTable): JoinedTable {
  return {
    first: table,
    last: table,
    rows: table.ys.length - 1,
    xs: [...table.xs],
    cells: table.cells.map((cell) => placed(cell, table.page, 0, 0)),
  }
}

/** A cell of a page at its row in the whole table; `shift` is how far the page's table stands to the right of the first. */
export function placed(cell: PageCell, page: number, firstRow: number, shift: number): JoinedCell {
  const [x0, , x1] = cell.box
  const { rowSpan, lines, nested, box } = cell
  const isScan = cell.isScan === true
  const [left, right] = [x0 - shift, x1 - shift]
  return { row: cell.row + firstRow, rowSpan, x0: left, x1: right, lines, nested, page, box, isScan, bottom: box[3] }
}

/** The columns of all parts together, and where each cell stands in them. */
export function columnsOf(table: JoinedTable): {
  columns: number
  spanOf: (cell: JoinedCell) => [column: number, span: number]
} {
  const stops: number[] = []
  for (const x of [...table.xs].sort((one, other) => one - other)) {
    if (x - (stops.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_PLACE) stops.push(x)
  }
  return {
    columns: stops.length - 1,
    spanOf: ({ x0, x1 }) => {
      const column = nearest(stops, x0)
      return [column, Math.max(1, nearest(stops, x1) - column)]
    },
  }
}
