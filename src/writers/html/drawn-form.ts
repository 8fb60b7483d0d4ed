/** A form as it will be drawn: the file's own grid where it kept one, else the official layout. */
import type { FieldAddress } from '../../domain/field-address.ts'
import type { SelfEvaluation } from '../../domain/self-evaluation.ts'
import type { Block, Grid, GridCell, SourceDocument } from '../../domain/source-document.ts'
import { positionKey } from '../position-text.ts'
import { recordCells } from '../record-fields.ts'
import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import { officialLayout } from './official-layout.ts'

export interface DrawnForm {
  /** `as-printed`: rows and spans of the file; `official`: the file kept none, so the official layout is drawn. */
  readonly layout: 'as-printed' | 'official'
  readonly tables: readonly DrawnTable[]
}

/** Which fields are printed where; a filled-down level stands at the merged cell it came from. */
const fieldsByPlace = (form: SelfEvaluation): ReadonlyMap<string, FieldAddress[]> => {
  const map = new Map<string, FieldAddress[]>()
  for (const { field, cell } of recordCells(form)) {
    const key = positionKey(cell.at)
    const fields = map.get(key)
    if (fields) fields.push(field)
    else map.set(key, [field])
  }
  return map
}

const drawCell = (cell: GridCell, fields: ReadonlyMap<string, FieldAddress[]>): DrawnCell => {
  const own = fields.get(positionKey(cell.at)) ?? []
  return {
    text: cell.text,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    isLabel: own.length === 0 && cell.text !== '' && !/^[\d.,%]+$/.test(cell.text),
    fields: own,
    nested: (cell.nested ?? []).map((grid) => drawGrid(grid, 0, grid.rows, fields)),
  }
}

const drawGrid = (grid: Grid, from: number, to: number, fields: ReadonlyMap<string, FieldAddress[]>): DrawnTable => {
  const rows: DrawnCell[][] = Array.from({ length: Math.max(0, to - from) }, () => [])
  for (const cell of grid.cells) {
    if (cell.row < from || cell.row >= to) continue
    const drawn = drawCell(cell, fields)
    // a span that reaches beyond the form would tear the drawing
    rows[cell.row - from]!.push({ ...drawn, rowSpan: Math.min(drawn.rowSpan, to - cell.row) })
  }
  return rows
}

const isExactGrid = (block: Block | undefined): block is Grid => block?.kind === 'grid' && block.structure === 'exact'

const gridsOf = (form: SelfEvaluation, source: SourceDocument): readonly Grid[] | undefined => {
  const { fromBlock, toBlock } = form.source
  const blocks = source.blocks.slice(fromBlock, toBlock + 1)
  const grids = blocks.filter(isExactGrid)
  const isWhole = grids.length > 0 && blocks.every((block) => block.kind === 'paragraph' || isExactGrid(block))
  return isWhole ? grids : undefined
}

/** Draws the grid as it was printed when the file kept rows and spans, else the official layout from the record. */
export const drawForm = (form: SelfEvaluation, source: SourceDocument): DrawnForm => {
  const grids = gridsOf(form, source)
  const { fromRow, toRow } = form.source
  if (!grids) return { layout: 'official', tables: [officialLayout(form)] }
  const fields = fieldsByPlace(form)
  const last = grids.length - 1
  const tables = grids.map((grid, i) =>
    drawGrid(
      grid,
      i === 0 ? (fromRow ?? 0) : 0,
      i === last ? Math.min(toRow ?? grid.rows, grid.rows) : grid.rows,
      fields,
    ),
  )
  // A form read from one cell of running text has no place of its own for its fields: the record shows more.
  const isMarked = tables.flat(2).some((cell) => cell.fields.length > 0 || cell.nested.length > 0)
  return isMarked ? { layout: 'as-printed', tables } : { layout: 'official', tables: [officialLayout(form)] }
}
