/** From places that no line parts (regions) to cells, with the tables that stand inside a cell. */

export interface RegionGrid {
  /** Number of the region at each place, row by row; negative outside the table. */
  readonly regions: Int32Array
  readonly rows: number
  readonly columns: number
}

interface Rectangle {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly region: number
}

export interface RegionCell extends Omit<Rectangle, 'region'> {
  readonly nested: readonly (readonly RegionCell[])[]
}

/** Fewer closed cells than this inside another are a flaw of the lines, not a table. */
const SMALLEST_NESTED = 3

export function cellsOfRegions(grid: RegionGrid): RegionCell[] {
  const outer: RegionGrid = { ...grid, regions: grid.regions.slice() }
  const nested = new Map<number, RegionCell[][]>()
  for (const host of hostsOf(grid)) {
    if (isSwallowed(outer, host)) continue
    const groups = groupsInside(grid, host)
    if (groups === undefined) continue
    fill(outer, host)
    nested.set(
      host.region,
      groups.map((regions) => cellsOfRegions({ ...grid, regions })),
    )
  }
  return rectangles(outer).map(({ region, ...cell }) => ({ ...cell, nested: nested.get(region) ?? [] }))
}

/** A larger cell with this one inside has been found; the nested table sees to it. */
function isSwallowed({ regions, columns }: RegionGrid, host: Rectangle): boolean {
  for (let place = host.row * columns; place < (host.row + host.rowSpan) * columns; place += 1) {
    if (regions[place] === host.region) return false
  }
  return true
}

/** Regions that are no rectangle, by their extent, largest first. */
function hostsOf({ regions, rows, columns }: RegionGrid): Rectangle[] {
  const extents = new Map<number, { top: number; left: number; bottom: number; right: number; places: number }>()
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const region = regions[row * columns + column] ?? -1
      if (region < 0) continue
      const extent = extents.get(region) ?? { top: row, left: column, bottom: row, right: column, places: 0 }
      extent.left = Math.min(extent.left, column)
      extent.right = Math.max(extent.right, column)
      extent.bottom = row
      extent.places += 1
      extents.set(region, extent)
    }
  }
  return [...extents]
    .map(([region, { top, left, bottom, right, places }]) => ({
      ...{ region, places, row: top, column: left },
      ...{ rowSpan: bottom - top + 1, columnSpan: right - left + 1 },
    }))
    .filter((one) => one.places < one.rowSpan * one.columnSpan)
    .sort((one, other) => other.rowSpan * other.columnSpan - one.rowSpan * one.columnSpan)
}

/**
 * The tables inside a region: groups of closed cells within its extent. None (undefined) when cells reach out of the extent or
 * fill more than two of its sides: then the region is a cell with a piece of line missing.
 */
function groupsInside(grid: RegionGrid, host: Rectangle): Int32Array[] | undefined {
  const { regions, rows, columns } = grid
  const isInside = (row: number, column: number) =>
    row >= host.row && row < host.row + host.rowSpan && column >= host.column && column < host.column + host.columnSpan
  const inner = new Set<number>()
  for (let row = host.row; row < host.row + host.rowSpan; row += 1) {
    for (let column = host.column; column < host.column + host.columnSpan; column += 1) {
      const region = regions[row * columns + column] ?? -1
      if (region < 0) return undefined
      if (region !== host.region) inner.add(region)
    }
  }
  for (let place = 0; place < rows * columns; place += 1) {
    if (inner.has(regions[place] ?? -1) && !isInside(Math.floor(place / columns), place % columns)) return undefined
  }
  const groups = connected(grid, inner)
  return groups.every((group) => isTable(group, host, columns)) ? groups : undefined
}

function isTable(group: Int32Array, host: Rectangle, columns: number): boolean {
  const regions = new Set<number>()
  const sides = new Set<string>()
  for (const [place, region] of group.entries()) {
    if (region < 0) continue
    regions.add(region)
    const row = Math.floor(place / columns)
    const column = place % columns
    if (row === host.row) sides.add('top')
    if (row === host.row + host.rowSpan - 1) sides.add('bottom')
    if (column === host.column) sides.add('left')
    if (column === host.column + host.columnSpan - 1) sides.add('right')
  }
  return regions.size >= SMALLEST_NESTED && sides.size <= 2
}

/** Places of the given regions, in groups of neighbours; each group as a grid of its own with nothing else in it. */
function connected({ regions, rows, columns }: RegionGrid, wanted: ReadonlySet<number>): Int32Array[] {
  const groups: Int32Array[] = []
  const seen = new Uint8Array(regions.length)
  for (let start = 0; start < regions.length; start += 1) {
    if (seen[start] === 1 || !wanted.has(regions[start] ?? -1)) continue
    const group = new Int32Array(rows * columns).fill(-1)
    const stack = [start]
    seen[start] = 1
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      group[place] = regions[place] ?? -1
      const column = place % columns
      const next = [
        place - columns,
        place + columns,
        column > 0 ? place - 1 : -1,
        column + 1 < columns ? place + 1 : -1,
      ]
      for (const other of next) {
        if (other < 0 || other >= seen.length || seen[other] === 1 || !wanted.has(regions[other] ?? -1)) continue
        seen[other] = 1
        stack.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function fill({ regions, columns }: RegionGrid, { row, column, rowSpan, columnSpan, region }: Rectangle): void {
  for (let i = row; i < row + rowSpan; i += 1)
    regions.fill(region, i * columns + column, i * columns + column + columnSpan)
}

/** Cuts each region into rectangles in reading order; a region of a sound table is one rectangle. */
function rectangles({ regions, rows, columns }: RegionGrid): Rectangle[] {
  const cells: Rectangle[] = []
  const isTaken = new Uint8Array(regions.length)
  const isFree = (row: number, column: number, region: number) =>
    row < rows &&
    column < columns &&
    regions[row * columns + column] === region &&
    isTaken[row * columns + column] === 0
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const region = regions[row * columns + column] ?? -1
      if (region < 0 || !isFree(row, column, region)) continue
      let columnSpan = 1
      while (isFree(row, column + columnSpan, region)) columnSpan += 1
      let rowSpan = 1
      const isRowFree = (next: number) => {
        for (let i = 0; i < columnSpan; i += 1) if (!isFree(next, column + i, region)) return false
        return true
      }
      while (isRowFree(row + rowSpan)) rowSpan += 1
      for (let i = 0; i < rowSpan; i += 1)
        isTaken.fill(1, (row + i) * columns + column, (row + i) * columns + column + columnSpan)
      cells.push({ row, column, rowSpan, columnSpan, region })
    }
  }
  return cells
}
