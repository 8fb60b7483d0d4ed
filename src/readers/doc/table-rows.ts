import type { Grid } from '../../domain/source-document.ts'
import type { CellProperties } from '../docx/table-builder.ts'
import { finishTable, type OpenTable, placeCell, skipColumns, startRow } from '../docx/table-builder.ts'
import type { ReaderLimits } from '../limits.ts'
import { SPRM, type Sprm, unsigned } from './sprms.ts'

/** A finished cell: what stands in it, and the page of its first paragraph. */
export interface RowCell {
  readonly text: string
  readonly nested: readonly Grid[]
  readonly page: number | undefined
}

/** What the end of a row says of its cells: places of their sides in twentieths of a point, and merge flags. */
export interface RowLayout {
  readonly edges: readonly number[]
  readonly flags: readonly number[]
}

export interface TableRow {
  readonly cells: readonly RowCell[]
  readonly layout: RowLayout | undefined
}

const CELL_BYTES = 20
const VERTICAL_SHIFT = 5

/** The layout of a row from the modifiers of its end; undefined when none says it ([MS-DOC] 2.6.3). */
export function rowLayout(sprms: readonly Sprm[]): RowLayout | undefined {
  let edges: number[] = []
  let flags: number[] = []
  for (const { code, operand } of sprms) {
    const [first = 0, second = 0] = operand
    if (code === SPRM.tableDefinition) ({ edges, flags } = definition(operand))
    else if (code === SPRM.mergeCells) {
      for (let cell = first; cell < Math.min(second, flags.length); cell += 1) flags[cell]! |= cell === first ? 1 : 2
    } else if (code === SPRM.splitCells) {
      for (let cell = first; cell < Math.min(second, flags.length); cell += 1) flags[cell]! &= ~3
    } else if (code === SPRM.verticalMerge && second < flags.length) {
      flags[second] = (flags[second]! & ~(3 << VERTICAL_SHIFT)) | (((operand[2] ?? 0) & 3) << VERTICAL_SHIFT)
    } else if (code === SPRM.deleteCells) {
      const widths = widthsOf(edges).filter((_, cell) => cell < first || cell >= second)
      flags = flags.filter((_, cell) => cell < first || cell >= second)
      edges = edgesFrom(edges[0] ?? 0, widths)
    } else if (code === SPRM.insertCells) {
      const width = unsigned(operand.subarray(2, 4))
      const added = Array<number>(Math.min(second, 63)).fill(width)
      edges = edgesFrom(edges[0] ?? 0, widthsOf(edges).toSpliced(first, 0, ...added))
      flags.splice(first, 0, ...added.map(() => 0))
    } else if (code === SPRM.columnWidth) {
      const width = unsigned(operand.subarray(2, 4))
      edges = edgesFrom(
        edges[0] ?? 0,
        widthsOf(edges).map((own, cell) => (cell >= first && cell < second ? width : own)),
      )
    }
  }
  return edges.length > 1 ? { edges, flags } : undefined
}

function definition(operand: Uint8Array): { edges: number[]; flags: number[] } {
  const view = new DataView(operand.buffer, operand.byteOffset, operand.byteLength)
  const count = operand[2] ?? 0
  const edges: number[] = []
  const flags: number[] = []
  for (let index = 0; index <= count && 3 + 2 * index + 2 <= operand.length; index += 1) {
    edges.push(view.getInt16(3 + 2 * index, true))
  }
  // Cells at the end may go without a description: they are plain.
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const at = 3 + 2 * (count + 1) + CELL_BYTES * index
    flags.push(at + 2 <= operand.length ? view.getUint16(at, true) : 0)
  }
  return { edges, flags }
}

const widthsOf = (edges: readonly number[]): number[] => edges.slice(1).map((edge, index) => edge - edges[index]!)

function edgesFrom(start: number, widths: readonly number[]): number[] {
  const edges = [start]
  for (const width of widths) edges.push(edges.at(-1)! + width)
  return edges
}

/**
 * Rows as a grid. A row names the places of its cell sides only, so the columns are the places of all rows together; places
 * that differ by rounding are one.
 */
export function tableGrid(
  table: OpenTable,
  rows: readonly TableRow[],
  where: string,
  limits: ReaderLimits,
  countCell: () => void,
): Grid {
  const laidOut = rows.map(({ cells, layout }, index) => ({ cells, ...fitted(cells.length, layout, rows, index) }))
  const columnOf = columnFinder(laidOut.map(({ edges }) => edges))
  for (const { cells, edges, flags } of laidOut) {
    startRow(table)
    const horizontal = horizontalMerges(flags)
    let column = columnOf(edges[0] ?? 0)
    skipColumns(table, column, where, limits)
    for (const [index, cell] of cells.entries()) {
      const end = columnOf(edges[index + 1]!)
      // A cell without any width and text is left over from a deletion.
      if (end <= column && cell.text === '' && cell.nested.length === 0) continue
      const columnSpan = Math.max(1, end - column)
      column += columnSpan
      const properties = {
        columnSpan,
        verticalMerge: verticalMerge(flags[index]!),
        horizontalMerge: horizontal[index]!,
      }
      const placed = placeCell(table, properties, cell.page, where, limits)
      if (placed === undefined) continue
      countCell()
      placed.text = cell.text
      if (cell.nested.length > 0) placed.nested = [...cell.nested]
    }
  }
  return finishTable(table)
}

/** Width of a column that a damaged row does not tell. */
const USUAL_WIDTH = 1440

/** The layout with exactly as many cells as the row has; a row without one is laid out like a neighbour of its length. */
function fitted(
  count: number,
  own: RowLayout | undefined,
  rows: readonly TableRow[],
  index: number,
): { edges: number[]; flags: number[] } {
  const isAlike = (layout: RowLayout | undefined): layout is RowLayout => layout?.edges.length === count + 1
  const layout = own ?? [rows[index - 1], rows[index + 1]].map((row) => row?.layout).find(isAlike)
  const edges = layout?.edges.slice(0, count + 1) ?? [0]
  const flags = layout?.flags.slice(0, count) ?? []
  for (let cell = 1; cell < edges.length; cell += 1) edges[cell] = Math.max(edges[cell]!, edges[cell - 1]!)
  while (edges.length <= count) edges.push(edges.at(-1)! + USUAL_WIDTH)
  while (flags.length < count) flags.push(0)
  return { edges, flags }
}

/** Places of different rows that are no further apart than this (1.5 points) are one side. */
const SAME_SIDE = 30

function columnFinder(rows: readonly (readonly number[])[]): (edge: number) => number {
  let narrowest = Number.POSITIVE_INFINITY
  for (const edges of rows) for (const width of widthsOf(edges)) if (width > 0 && width < narrowest) narrowest = width
  const tolerance = Math.min(SAME_SIDE, Math.floor(narrowest / 2))
  const sides: number[] = []
  for (const edge of [...new Set(rows.flat())].sort((one, other) => one - other)) {
    if (sides.length === 0 || edge - sides.at(-1)! > tolerance) sides.push(edge)
  }
  return (edge) => {
    let low = 0
    let high = sides.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (sides[middle]! <= edge) low = middle
      else high = middle - 1
    }
    return low
  }
}

function verticalMerge(flags: number): CellProperties['verticalMerge'] {
  const value = (flags >> VERTICAL_SHIFT) & 3
  return value === 1 ? 'continue' : value === 0 ? 'none' : 'restart'
}

/**
 * Horizontal merges. The two published descriptions of the format give the values 1 and 2 in opposite sense; whichever a
 * run of merged cells begins with is the one for "first".
 */
function horizontalMerges(flags: readonly number[]): CellProperties['horizontalMerge'][] {
  let first = 0
  return flags.map((each) => {
    const value = each & 3
    if (value === 0) {
      first = 0
      return 'none'
    }
    if (first === 0) first = value
    return value === first ? 'restart' : 'continue'
  })
}
