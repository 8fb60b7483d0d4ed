import type { Block, Grid, GridCell } from '../../domain/source-document.ts'
import { append, greatest } from '../../kernel/lists.ts'
import type { CleanPage } from './furniture.ts'
import { boxOf, type TextLine, textOf } from './geometry.ts'
import { joinNext, knownTexts } from './join-pages.ts'
import { columnsOf, type JoinedTable, startTable } from './joined-table.ts'
import { type FlowLine, rounded, toLinesBlock, toTextBlocks } from './text-blocks.ts'

type Flow = { readonly kind: 'table'; readonly table: JoinedTable } | ({ readonly kind: 'line' } & FlowLine)

/** The pages as one document: tables joined over page breaks, lines joined into paragraphs. */
export function toBlocks(pages: readonly CleanPage[]): Block[] {
  const flow = toFlow(pages)
  const lines: FlowLine[] = []
  const counter = { tables: 0 }
  if (!flow.some((entry) => entry.kind === 'table' && entry.table.cells.length > 1)) {
    for (const entry of flow) append(lines, linesOf(entry))
    return lines.length === 0 ? [] : [toLinesBlock(lines)]
  }
  const blocks: Block[] = []
  for (const entry of flow) {
    if (entry.kind === 'table' && entry.table.cells.length > 1) {
      blocks.push(...toTextBlocks(lines.splice(0)), toGrid(entry.table, counter))
    } else {
      append(lines, linesOf(entry))
    }
  }
  append(blocks, toTextBlocks(lines))
  return blocks
}

/** A box with one cell is a frame round a text, not a table. */
function linesOf(entry: Flow): FlowLine[] {
  if (entry.kind === 'line') return [entry]
  return entry.table.cells.flatMap((cell) => cell.lines.map((line) => ({ line, page: cell.page })))
}

function toFlow(pages: readonly CleanPage[]): Flow[] {
  const bottoms = bodyBottoms(pages)
  const known = knownTexts(
    pages.flatMap(({ items }) => items.flatMap(({ item }) => (item.kind === 'table' ? [item.table] : []))),
  )
  const flow: Flow[] = []
  let lastPage = 0
  for (const { page, items } of pages) {
    const start = items.findIndex((entry) => !entry.maybeHead)
    const first = items[start]?.item
    const before = flow.at(-1)
    const isContinued =
      first?.kind === 'table' &&
      before?.kind === 'table' &&
      lastPage === page.number - 1 &&
      before.table.last.page === lastPage &&
      joinNext(before.table, first.table, bottoms.get(heightKey(page)) ?? page.height, known)
    for (const { item } of isContinued ? items.slice(start + 1) : items) {
      if (item.kind === 'table') flow.push({ kind: 'table', table: startTable(item.table) })
      else flow.push({ kind: 'line', line: item.line, page: page.number })
    }
    lastPage = page.number
  }
  return flow
}

const heightKey = (page: CleanPage['page']) => Math.round(page.height)

/** How far down the text of a page goes, by page height: where a full page ends. */
function bodyBottoms(pages: readonly CleanPage[]): Map<number, number> {
  const bottoms = new Map<number, number>()
  for (const { page, items } of pages) {
    const bottom = Math.max(0, greatest(items.map(({ item }) => item.bottom)))
    bottoms.set(heightKey(page), Math.max(bottoms.get(heightKey(page)) ?? 0, bottom))
  }
  return bottoms
}

function toGrid(joined: JoinedTable, counter: { tables: number }): Grid {
  const table = (counter.tables += 1)
  const { columns, spanOf } = columnsOf(joined)
  const cells = joined.cells.map((cell): GridCell => {
    const [column, columnSpan] = spanOf(cell)
    const at = { page: cell.page, table, row: cell.row + 1, column: column + 1, box: rounded(cell.box) }
    const nested = cell.nested.map((inner) => toGrid(startTable(inner), counter))
    return {
      text: textOf(cell.lines),
      row: cell.row,
      column,
      rowSpan: cell.rowSpan,
      columnSpan,
      at,
      ...(nested.length > 0 ? { nested } : {}),
      ...(cell.isScan || isUnsure(cell.lines) ? { unsure: true } : {}),
    }
  })
  cells.sort((one, other) => one.row - other.row || one.column - other.column)
  return {
    kind: 'grid',
    structure: 'exact',
    rows: joined.rows,
    columns,
    cells,
    at: { page: joined.first.page, table, box: rounded(boxOf(joined.first)) },
  }
}

const isUnsure = (lines: readonly TextLine[]) => lines.some((line) => !line.sure)
