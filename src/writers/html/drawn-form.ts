/** A record as it will be drawn: the file's own grid where it kept one, else a layout made from what was read. */
import type { FieldAddress } from '../../domain/field-address.ts'
import type { FormSource, SelfEvaluation } from '../../domain/self-evaluation.ts'
import type { Block, Grid, GridCell, Position, SourceDocument } from '../../domain/source-document.ts'
import { positionKey } from '../position-text.ts'
import { recordCells } from '../record-fields.ts'
import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import { officialLayout } from './official-layout.ts'

export interface DrawnForm {
  /** `as-printed`: rows and spans of the file; `official`: the file kept none, so a layout is drawn from the record. */
  readonly layout: 'as-printed' | 'official'
  readonly tables: readonly DrawnTable[]
}

/** What stands at a place: the addresses of the record, and what findings call them. */
interface Printed {
  readonly fields: FieldAddress[]
  readonly names: FieldAddress[]
}

type Places = ReadonlyMap<string, Printed>

interface PrintedCell {
  readonly fields: readonly FieldAddress[]
  readonly names?: readonly FieldAddress[]
  readonly at?: Position
}

/** Which fields are printed where; a filled-down level stands at the merged cell it came from. */
const placesOf = (cells: Iterable<PrintedCell>): Places => {
  const map = new Map<string, Printed>()
  for (const { fields, names = [], at } of cells) {
    if (!at) continue
    const key = positionKey(at)
    const own = map.get(key)
    if (own) {
      own.fields.push(...fields)
      own.names.push(...names)
    } else map.set(key, { fields: [...fields], names: [...names] })
  }
  return map
}

const drawCell = (cell: GridCell, places: Places): DrawnCell => {
  const { fields = [], names = [] } = places.get(positionKey(cell.at)) ?? {}
  return {
    text: cell.text,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    isLabel: fields.length === 0 && cell.text !== '' && !/^[\d.,%]+$/.test(cell.text),
    fields,
    nested: (cell.nested ?? []).map((grid) => drawGrid(grid, 0, grid.rows, places)),
    at: cell.at,
    names,
    ...(cell.unsure ? { isUnsure: true } : {}),
  }
}

const drawGrid = (grid: Grid, from: number, to: number, places: Places): DrawnTable => {
  const rows: DrawnCell[][] = Array.from({ length: Math.max(0, to - from) }, () => [])
  for (const cell of grid.cells) {
    if (cell.row < from || cell.row >= to) continue
    const drawn = drawCell(cell, places)
    // a span that reaches beyond the form would tear the drawing
    rows[cell.row - from]!.push({ ...drawn, rowSpan: Math.min(drawn.rowSpan, to - cell.row) })
  }
  return rows
}

const isExactGrid = (block: Block | undefined): block is Grid => block?.kind === 'grid' && block.structure === 'exact'

const gridsOf = ({ fromBlock, toBlock }: FormSource, source: SourceDocument): readonly Grid[] | undefined => {
  const blocks = source.blocks.slice(fromBlock, toBlock + 1)
  const grids = blocks.filter(isExactGrid)
  const isWhole = grids.length > 0 && blocks.every((block) => block.kind === 'paragraph' || isExactGrid(block))
  return isWhole ? grids : undefined
}

const draw = (
  range: FormSource,
  source: SourceDocument,
  cells: Iterable<PrintedCell>,
  made: () => readonly DrawnTable[],
): DrawnForm => {
  const grids = gridsOf(range, source)
  if (!grids) return { layout: 'official', tables: made() }
  const { fromRow, toRow } = range
  const places = placesOf(cells)
  const last = grids.length - 1
  const tables = grids.map((grid, i) =>
    drawGrid(
      grid,
      i === 0 ? (fromRow ?? 0) : 0,
      i === last ? Math.min(toRow ?? grid.rows, grid.rows) : grid.rows,
      places,
    ),
  )
  // A form read from one cell of running text has no place of its own for its fields: the record shows more.
  const isMarked = tables.flat(2).some((cell) => cell.fields.length > 0 || cell.nested.length > 0)
  return isMarked ? { layout: 'as-printed', tables } : { layout: 'official', tables: made() }
}

/** Draws the grid as it was printed when the file kept rows and spans, else the official layout from the record. */
export const drawForm = (form: SelfEvaluation, source: SourceDocument): DrawnForm =>
  draw(
    form.source,
    source,
    recordCells(form).map(({ field, cell }) => ({ fields: [field], at: cell.at })),
    () => [officialLayout(form)],
  )

/** The same for any record that knows its rows in the file and has a layout of its own. */
export const drawFrom = (range: FormSource, source: SourceDocument, made: readonly DrawnTable[]): DrawnForm =>
  draw(range, source, made.flat(2), () => made)
