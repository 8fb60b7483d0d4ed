/**
 * A source document as one sequence of rows. Paragraphs are rows of one cell; of an exact grid every row lists all the
 * cells that cover it (a merged cell appears in each row it covers, `own` only in its first); of a ragged grid a row
 * lists what was left of it.
 */
import type { Grid, GridCell, Position, SourceDocument } from '../domain/source-document.ts'
import { cleanText } from './text.ts'

export interface RowCell {
  /** Layout noise dropped (see `cleanText`). */
  readonly text: string
  /** First column and number of columns; of a ragged row only the order counts. */
  readonly column: number
  readonly span: number
  /** False where a cell from a row above reaches into this one. */
  readonly own: boolean
  readonly at: Position
  readonly unsure: boolean
  /** Identity of the printed cell: two rows under one merged cell share it. */
  readonly source: object
}

export interface Row {
  readonly cells: readonly RowCell[]
  readonly kind: 'paragraph' | 'exact' | 'ragged'
  /** Index into `SourceDocument.blocks`. */
  readonly block: number
  /** 0-based row in the block's grid; 0 for a paragraph. */
  readonly row: number
  readonly at: Position
  /** What was worked out for the cells (see `memoOf`). */
  memo?: RowMemo | undefined
}

/** Answers that several passes ask of the same row. */
export interface RowMemo {
  /** The cells that the answers are about: a row made from this one with other cells has a memo of its own. */
  readonly cells: readonly RowCell[]
  readonly filled: readonly RowCell[]
  /** See traits.ts; -1 before they were asked for. */
  traits: number
  /** See columns.ts; what it knows of the row as a header. */
  headers: object | undefined
}

const isFilled = (cell: RowCell): boolean => cell.text !== ''

export const memoOf = (row: Row): RowMemo => {
  const { memo, cells } = row
  if (memo?.cells === cells) return memo
  const filled = cells.every(isFilled) ? cells : cells.filter(isFilled)
  const made: RowMemo = { cells, filled, traits: -1, headers: undefined }
  row.memo = made
  return made
}

const toRowCell = (cell: GridCell): RowCell => ({
  text: cleanText(cell.text),
  column: cell.column,
  span: cell.columnSpan,
  own: true,
  at: cell.at,
  unsure: cell.unsure === true,
  source: cell,
})

const byColumn = (a: RowCell, b: RowCell): number => a.column - b.column

/** A cell that covers several rows is listed in each of them; two objects serve all its rows. */
interface Reaching {
  readonly cell: RowCell
  readonly until: number
}

/**
 * An exact grid without cells that reach down is often what is left of one that had them: whoever saved it dropped the
 * spans, and the cells behind a covered place moved to the left. Such rows end before the grid does.
 */
const mayHaveMoved = (grid: Grid): boolean =>
  grid.structure === 'exact' && grid.cells.every((cell) => cell.rowSpan === 1)

const isShort = (own: readonly GridCell[], columns: number): boolean => {
  let end = 0
  for (const cell of own) {
    if (cell.column !== end) return false
    end += cell.columnSpan
  }
  return end < columns
}

/** With this share of short rows the long ones are no better: cells moved in all of them. */
const ALL_RAGGED = 1 / 4

/** Rows of which only the order of cells is sure. */
const raggedRows = (grid: Grid, starts: readonly (readonly GridCell[])[]): ((row: number) => boolean) => {
  if (!mayHaveMoved(grid)) return () => grid.structure === 'ragged'
  const short = new Set<number>()
  starts.forEach((own, row) => {
    if (own.length > 1 && isShort(own, grid.columns)) short.add(row)
  })
  return short.size > starts.length * ALL_RAGGED ? () => true : (row) => short.has(row)
}

/** Cells of a row with those that reach into it, left to right; both lists are so already, unless a reader says otherwise. */
const inColumns = (own: readonly RowCell[], reaching: readonly Reaching[]): RowCell[] => {
  const cells: RowCell[] = []
  let isSorted = true
  let next = 0
  for (const cell of own) {
    while (next < reaching.length && reaching[next]!.cell.column < cell.column) cells.push(reaching[next++]!.cell)
    isSorted &&= cells.length === 0 || cells[cells.length - 1]!.column <= cell.column
    cells.push(cell)
  }
  while (next < reaching.length) cells.push(reaching[next++]!.cell)
  return isSorted ? cells : cells.sort(byColumn)
}

const byPlace = (a: Reaching, b: Reaching): number => a.cell.column - b.cell.column

/** What reaches into the next row, left to right. */
const reachingOn = (
  row: number,
  own: readonly GridCell[],
  cells: readonly RowCell[],
  reaching: readonly Reaching[],
): readonly Reaching[] => {
  let next: Reaching[] | undefined
  for (let i = 0; i < own.length; i++) {
    const { rowSpan } = own[i]!
    if (rowSpan > 1) (next ??= []).push({ cell: { ...cells[i]!, own: false }, until: row + rowSpan })
  }
  // Mostly the same cells go on reaching, and none joins them.
  if (!next && reaching.every(({ until }) => until > row + 1)) return reaching
  const staying = reaching.filter(({ until }) => until > row + 1)
  return next ? [...next, ...staying].sort(byPlace) : staying
}

const NONE: readonly Reaching[] = []

/** Cells by first row, then carried down while their span lasts. Linear in cells plus covered rows. */
const gridRows = (grid: Grid, block: number, out: Row[]): void => {
  const starts: GridCell[][] = Array.from({ length: grid.rows }, () => [])
  for (const cell of grid.cells) starts[cell.row]?.push(cell)
  const isRagged = raggedRows(grid, starts)
  let reaching = NONE
  for (let row = 0; row < grid.rows; row++) {
    const own = starts[row]!
    const ownCells = own.map(toRowCell)
    const cells =
      reaching.length === 0
        ? ownCells
        : grid.structure === 'exact'
          ? inColumns(ownCells, reaching)
          : [...ownCells, ...reaching.map(({ cell }) => cell)]
    const kind = isRagged(row) ? 'ragged' : 'exact'
    out.push({ cells, kind, block, row, at: own[0]?.at ?? { ...grid.at, row: row + 1 }, memo: undefined })
    reaching = reachingOn(row, own, ownCells, reaching)
    for (const cell of own) if (cell.nested) for (const nested of cell.nested) gridRows(nested, block, out)
  }
}

/** Blocks of kind `lines` yield no rows: they have a reader of their own (`lines/`). */
export const documentRows = (source: SourceDocument): readonly Row[] => {
  const rows: Row[] = []
  source.blocks.forEach((block, index) => {
    if (block.kind === 'grid') gridRows(block, index, rows)
    else if (block.kind === 'paragraph') {
      // Wide gaps between the fields of one line (单位：甲　　填报日期：乙) are all that separates them, so they stay.
      const text = block.text.trim().replace(/[\s\u3000]+/g, ' ')
      const cell = { text, column: 0, span: 1, own: true, at: block.at, unsure: false, source: block }
      rows.push({ cells: [cell], kind: 'paragraph', block: index, row: 0, at: block.at, memo: undefined })
    }
  })
  return rows
}

export const filledCells = (row: Row): readonly RowCell[] => memoOf(row).filled
export const ownText = (row: Row): string => row.cells.map((cell) => (cell.own ? cell.text : '')).join('')
/** True when a cell that begins in the row holds something. */
export const hasOwnText = (row: Row): boolean => row.cells.some((cell) => cell.own && cell.text !== '')
