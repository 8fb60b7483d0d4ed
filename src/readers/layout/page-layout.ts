import { append } from '../../kernel/lists.ts'
import type { Box, Glyph, PageCell, PageContent, PageTable, TextLine } from './geometry.ts'
import { cellBox, type Lattice, latticeOf } from './lattice.ts'
import { toLines } from './lines.ts'
import { componentsOf } from './rulings.ts'

/** One page taken apart: its tables with the text of each cell, and the lines outside tables, each from top to bottom. */
export interface PageLayout {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly PageItem[]
  readonly hasText: boolean
  readonly mayHavePicture: boolean
}

export type PageItem =
  | { readonly kind: 'table'; readonly top: number; readonly bottom: number; readonly table: PageTable }
  | { readonly kind: 'line'; readonly top: number; readonly bottom: number; readonly line: TextLine }

interface Draft {
  readonly lattice: Lattice
  readonly box: Box
  /** Cell at each place of the lattice, −1 where there is none. */
  readonly owner: Int32Array
  readonly glyphs: Glyph[][]
  readonly nested: Draft[][]
}

export function layOutPage(page: PageContent): PageLayout {
  const { top, all } = draftTables(page)
  const bands = bandsOf(all, page.height)
  const outside: Glyph[] = []
  for (const glyph of page.glyphs) {
    if (!bands[bandAt(glyph.y)]?.some((draft) => take(draft, glyph))) outside.push(glyph)
  }
  const items: PageItem[] = toLines(outside).map((line) => lineItem(line))
  for (const draft of top) {
    items.push({ kind: 'table', top: draft.box[1], bottom: draft.box[3], table: finish(draft, page) })
  }
  items.sort((one, other) => one.top - other.top)
  const { number, width, height, mayHavePicture } = page
  return { number, width, height, items, hasText: page.glyphs.length > 0, mayHavePicture }
}

/** Tables by horizontal bands of the page, so that a page with thousands of boxes costs no more than its glyphs. */
const BAND = 12
const bandAt = (y: number) => Math.max(0, Math.floor(y / BAND))

function bandsOf(drafts: readonly Draft[], height: number): Draft[][] {
  const bands: Draft[][] = Array.from({ length: bandAt(height) + 3 }, () => [])
  for (const draft of drafts) {
    for (let band = bandAt(draft.box[1]); band <= bandAt(draft.box[3]); band += 1) bands[band]?.push(draft)
  }
  return bands
}

/** A page with more closed figures than this is a drawing; the largest are kept. */
const MOST_TABLES = 2000

/** Lattices of the page, innermost first in `all`; one that lies inside a cell of another is a nested table of that cell. */
function draftTables(page: PageContent): { top: Draft[]; all: Draft[] } {
  const drafts = componentsOf(page)
    .map(latticeOf)
    .filter((lattice) => lattice !== undefined)
    .map(draftOf)
    .sort((one, other) => area(other.box) - area(one.box))
    .slice(0, MOST_TABLES)
  const top: Draft[] = []
  const kept: Draft[] = []
  for (const [index, draft] of drafts.entries()) {
    const isFrame = draft.lattice.cells.length === 1
    // A single box around tables is a frame drawn round the page.
    if (
      isFrame &&
      drafts.some((other, i) => i > index && other.lattice.cells.length > 1 && holds(draft.box, other.box))
    )
      continue
    const host = kept.findLast((other) => other.lattice.cells.length > 1 && holds(other.box, draft.box))
    const cell = host === undefined ? -1 : ownerAt(host, middle(draft.box, 0), middle(draft.box, 1))
    if (host === undefined || cell < 0) {
      top.push(draft)
      append(kept, withNested(draft))
    } else if (!isFrame) {
      // A single closed box inside a cell is a tick box or a text frame: its text belongs to the cell.
      host.nested[cell]?.push(draft)
      append(kept, withNested(draft))
    }
  }
  return { top, all: kept.reverse() }
}

const withNested = (draft: Draft): Draft[] => [draft, ...draft.nested.flat().flatMap(withNested)]

function draftOf(lattice: Lattice): Draft {
  const columns = lattice.xs.length - 1
  const owner = new Int32Array(columns * (lattice.ys.length - 1)).fill(-1)
  for (const [index, cell] of lattice.cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      owner.fill(index, row * columns + cell.column, row * columns + cell.column + cell.columnSpan)
    }
  }
  const box: Box = [lattice.xs[0] ?? 0, lattice.ys[0] ?? 0, lattice.xs.at(-1) ?? 0, lattice.ys.at(-1) ?? 0]
  const nested = lattice.cells.map((cell) => cell.nested.map(draftOf))
  return { lattice, box, owner, glyphs: lattice.cells.map(() => []), nested }
}

const area = (box: Box) => (box[2] - box[0]) * (box[3] - box[1])
const middle = (box: Box, axis: 0 | 1) => (box[axis] + box[axis === 0 ? 2 : 3]) / 2
const holds = (outer: Box, inner: Box) =>
  inner[0] >= outer[0] - 1 && inner[1] >= outer[1] - 1 && inner[2] <= outer[2] + 1 && inner[3] <= outer[3] + 1

/** Index of the step that holds `value` in ascending `stops`; −1 outside. */
function stepAt(stops: readonly number[], value: number): number {
  if (value < (stops[0] ?? 0) || value >= (stops.at(-1) ?? 0)) return -1
  let low = 0
  let high = stops.length - 1
  while (high - low > 1) {
    const between = (low + high) >> 1
    if ((stops[between] ?? 0) <= value) low = between
    else high = between
  }
  return low
}

function ownerAt(draft: Draft, x: number, y: number): number {
  const column = stepAt(draft.lattice.xs, x)
  const row = stepAt(draft.lattice.ys, y)
  return column < 0 || row < 0 ? -1 : (draft.owner[row * (draft.lattice.xs.length - 1) + column] ?? -1)
}

function take(draft: Draft, glyph: Glyph): boolean {
  const list = draft.glyphs[ownerAt(draft, glyph.x, glyph.y)]
  list?.push(glyph)
  return list !== undefined
}

function finish(draft: Draft, page: PageContent): PageTable {
  const { xs, ys } = draft.lattice
  const cells = draft.lattice.cells.map(
    (cell, index): PageCell => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      box: cellBox(draft.lattice, cell),
      lines: toLines(draft.glyphs[index] ?? []),
      nested: (draft.nested[index] ?? [])
        .sort((one, other) => one.box[1] - other.box[1])
        .map((nested) => finish(nested, page)),
      ...(page.isScan ? { isScan: true } : {}),
    }),
  )
  return { page: page.number, pageHeight: page.height, xs, ys, cells }
}

function lineItem(line: TextLine): PageItem {
  const [, top, , bottom] = lineBox(line)
  return { kind: 'line', top, bottom, line }
}

/** Rectangle of a line on the page, from its frame. */
export function lineBox({ from, to, base, size, turn }: TextLine): Box {
  if (turn === 'right') return [from, base - 0.86 * size, to, base + 0.14 * size]
  if (turn === 'up') return [base - 0.86 * size, -to, base + 0.14 * size, -from]
  if (turn === 'left') return [-to, -base - 0.14 * size, -from, -base + 0.86 * size]
  return [-base - 0.14 * size, from, -base + 0.86 * size, to]
}
