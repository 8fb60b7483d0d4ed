import { greatest, least } from '../../kernel/lists.ts'
import type { Box, Ruling } from './geometry.ts'
import { cellsOfRegions, type RegionCell } from './regions.ts'
import { type Component, SNAP } from './rulings.ts'

/** The grid that ruling lines make: cells are the largest rectangles with no line through them. */
export interface Lattice {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly LatticeCell[]
}

export interface LatticeCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Tables inside the cell that share a side with it. */
  readonly nested: readonly Lattice[]
}

/** More places than this is hatching or a chart. */
const MOST_PLACES = 200_000
/** A line must cover this part of a place's side to close it. */
const COVERAGE = 0.6
/** How far lines must stick out for a side without a border to be taken as the side of an open table. */
const OPEN_SIDE = 6

interface Edges {
  /** `above[row][column]`: a line runs along the top of the place; one row more than there are rows. */
  readonly above: readonly Uint8Array[]
  /** `before[row][column]`: a line runs along the left side of the place; one column more than there are columns. */
  readonly before: readonly Uint8Array[]
}

/** The lattice of one component; none when it closes no cell at all. */
export function latticeOf(component: Component): Lattice | undefined {
  const { horizontal, vertical } = closeOpenSides(component)
  const xs = positions(vertical)
  const ys = positions(horizontal)
  if (xs.length < 2 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) > MOST_PLACES) return undefined
  const edges: Edges = {
    above: coverage(horizontal, ys, xs),
    before: transpose(coverage(vertical, xs, ys), ys.length - 1),
  }
  const regions = regionsOf(edges, ys.length - 1, xs.length - 1)
  const cells = cellsOfRegions({ regions, rows: ys.length - 1, columns: xs.length - 1 })
  return cells.length === 0 ? undefined : toLattice(xs, ys, cells)
}

/** Tables printed without outer borders: where most lines end at the same place, the side is closed there. */
function closeOpenSides(component: Component): { horizontal: Ruling[]; vertical: Ruling[] } {
  const [x0, y0, x1, y1] = component.box
  const horizontal = [...component.horizontal]
  const vertical = [...component.vertical]
  const closes = (lines: readonly Ruling[], end: 'from' | 'to', at: number) =>
    lines.length >= 2 && lines.filter((line) => Math.abs(line[end] - at) <= SNAP).length >= 0.5 * lines.length
  const isOpen = (lines: readonly Ruling[], at: number) => lines.every((line) => Math.abs(line.at - at) > OPEN_SIDE)
  const top = least(component.horizontal.map((line) => line.at))
  const bottom = greatest(component.horizontal.map((line) => line.at))
  if (isOpen(vertical, x0) && closes(component.horizontal, 'from', x0)) vertical.push({ at: x0, from: top, to: bottom })
  if (isOpen(vertical, x1) && closes(component.horizontal, 'to', x1)) vertical.push({ at: x1, from: top, to: bottom })
  if (isOpen(horizontal, y0) && closes(component.vertical, 'from', y0)) horizontal.push({ at: y0, from: x0, to: x1 })
  if (isOpen(horizontal, y1) && closes(component.vertical, 'to', y1)) horizontal.push({ at: y1, from: x0, to: x1 })
  return { horizontal, vertical }
}

/** The distinct places of lines, near ones taken together. */
function positions(lines: readonly Ruling[]): number[] {
  const sorted = lines.map((line) => line.at).sort((one, other) => one - other)
  const found: number[] = []
  let start = Number.NEGATIVE_INFINITY
  let members: number[] = []
  const close = () => {
    if (members.length > 0) found.push(members.reduce((sum, value) => sum + value, 0) / members.length)
  }
  for (const at of sorted) {
    if (at - start > SNAP) {
      close()
      start = at
      members = []
    }
    members.push(at)
  }
  close()
  return found
}

export function nearest(values: readonly number[], at: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low > 0 && at - (values[low - 1] ?? 0) < (values[low] ?? 0) - at ? low - 1 : low
}

/** For each line place, which of the steps between `stops` a line covers. */
function coverage(lines: readonly Ruling[], places: readonly number[], stops: readonly number[]): Uint8Array[] {
  const covered = places.map(() => new Float64Array(stops.length - 1))
  for (const line of lines) {
    const row = covered[nearest(places, line.at)]
    if (row === undefined) continue
    for (let i = Math.max(0, nearest(stops, line.from) - 1); i < stops.length - 1; i += 1) {
      const from = stops[i] ?? 0
      const to = stops[i + 1] ?? 0
      if (from > line.to) break
      row[i] = (row[i] ?? 0) + Math.max(0, Math.min(line.to + 1, to) - Math.max(line.from - 1, from)) / (to - from)
    }
  }
  return covered.map((row) => Uint8Array.from(row, (part) => Number(part >= COVERAGE)))
}

function transpose(columns: readonly Uint8Array[], rows: number): Uint8Array[] {
  return Array.from({ length: rows }, (_, row) => Uint8Array.from(columns, (column) => column[row] ?? 0))
}

/** Numbers the places so that places with no line between them share a number; −1 outside the table. */
function regionsOf({ above, before }: Edges, rows: number, columns: number): Int32Array {
  const regions = new Int32Array(rows * columns).fill(-2)
  let count = 0
  const stack: number[] = []
  for (let start = 0; start < regions.length; start += 1) {
    if (regions[start] !== -2) continue
    const members: number[] = []
    const openSides = new Set<number>()
    regions[start] = count
    stack.push(start)
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      members.push(place)
      const row = Math.floor(place / columns)
      const column = place % columns
      const visit = (side: number, isClosed: boolean, isInside: boolean, next: number) => {
        if (isClosed) return
        if (!isInside) openSides.add(side)
        else if (regions[next] === -2) {
          regions[next] = count
          stack.push(next)
        }
      }
      visit(0, above[row]?.[column] === 1, row > 0, place - columns)
      visit(1, above[row + 1]?.[column] === 1, row + 1 < rows, place + columns)
      visit(2, before[row]?.[column] === 1, column > 0, place - 1)
      visit(3, before[row]?.[column + 1] === 1, column + 1 < columns, place + 1)
    }
    // A border that is missing on one side only was forgotten; open on two sides is the paper beside the table.
    if (openSides.size > 1) for (const place of members) regions[place] = -1
    else count += 1
  }
  return regions
}

/** Leaves out the line places at which no cell begins or ends (those of nested tables, stray lines). */
function toLattice(xs: readonly number[], ys: readonly number[], cells: readonly RegionCell[]): Lattice {
  const usedX = new Set(cells.flatMap((cell) => [cell.column, cell.column + cell.columnSpan]))
  const usedY = new Set(cells.flatMap((cell) => [cell.row, cell.row + cell.rowSpan]))
  const rank = (values: readonly number[], used: ReadonlySet<number>) => {
    let count = 0
    return values.map((_, index) => (used.has(index) ? count++ : count))
  }
  const rankX = rank(xs, usedX)
  const rankY = rank(ys, usedY)
  return {
    xs: xs.filter((_, index) => usedX.has(index)),
    ys: ys.filter((_, index) => usedY.has(index)),
    cells: cells.map((cell) => {
      const row = rankY[cell.row] ?? 0
      const column = rankX[cell.column] ?? 0
      return {
        row,
        column,
        rowSpan: (rankY[cell.row + cell.rowSpan] ?? 0) - row,
        columnSpan: (rankX[cell.column + cell.columnSpan] ?? 0) - column,
        nested: cell.nested.map((inner) => toLattice(xs, ys, inner)),
      }
    }),
  }
}

export function cellBox({ xs, ys }: Pick<Lattice, 'xs' | 'ys'>, cell: LatticeCell): Box {
  return [
    xs[cell.column] ?? 0,
    ys[cell.row] ?? 0,
    xs[cell.column + cell.columnSpan] ?? 0,
    ys[cell.row + cell.rowSpan] ?? 0,
  ]
}
