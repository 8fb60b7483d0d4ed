import type { Block, Grid, GridCell, SourceDocument } from '../../domain/source-document.ts'
import { type DecodedText, wholeText } from '../decode-text.ts'
import { unwrapLayoutTables } from '../layout-tables.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { type NoteBook, noteBook } from '../notes.ts'
import { type TextFlow, textFlow } from './inline-text.ts'
import { tableModel } from './table-model.ts'
import { attributeOf, BLOCK_ELEMENTS, type HtmlElement, type HtmlNode, isElement, isHidden, parseHtml } from './tree.ts'

interface Reading {
  readonly where: string
  readonly limits: ReaderLimits
  readonly notes: NoteBook
  tableCount: number
  cellCount: number
}

/** Where the content of an element goes: the page, or a cell. */
interface Sink {
  readonly flow: TextFlow
  /** Called before a table, so that the text before it keeps its place. */
  beforeTable(): void
  grid(grid: Grid): void
}

/**
 * Reads a web page: paragraphs and tables with exact spans. What the page hides by `hidden` or by an inline
 * `display:none` is left out (a note counts hidden rows); style sheets and scripts are not worked out.
 * Throws AppError for limits.
 */
export function readHtml(decoded: DecodedText, file: string, limits: ReaderLimits): SourceDocument {
  const reading: Reading = { where: file, limits, notes: noteBook(limits.notes), tableCount: 0, cellCount: 0 }
  const blocks: Block[] = []
  const flow = textFlow()
  const flush = (): void => {
    const text = flow.take()
    if (text !== '') blocks.push({ kind: 'paragraph', text, at: {} })
  }
  const sink: Sink = {
    flow,
    beforeTable: flush,
    grid: (grid) => blocks.push(grid),
  }
  walk(parseHtml(wholeText(decoded), file, limits).childNodes, sink, reading, 0, flush)
  flush()
  const { encoding } = decoded
  return { file, format: 'html', encoding, blocks: unwrapLayoutTables(blocks), notes: reading.notes.list() }
}

/** `endBlock` is called at the start and end of each block element: a new paragraph on the page, a new line in a cell. */
function walk(nodes: readonly HtmlNode[], sink: Sink, reading: Reading, depth: number, endBlock: () => void): void {
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) sink.flow.text(node.value, isPreformatted(node.parentNode))
    else if (isElement(node) && !isHidden(node)) walkElement(node, sink, reading, depth, endBlock)
  }
}

function walkElement(element: HtmlElement, sink: Sink, reading: Reading, depth: number, endBlock: () => void): void {
  const name = element.tagName
  if (name === 'br') sink.flow.lineBreak()
  else if (name === 'table') readTable(element, sink, reading, depth, endBlock)
  else if (name === 'input' || name === 'textarea' || name === 'select') sink.flow.text(fieldText(element), false)
  else if (BLOCK_ELEMENTS.has(name)) {
    endBlock()
    walk(element.childNodes, sink, reading, depth, endBlock)
    endBlock()
  } else walk(element.childNodes, sink, reading, depth, endBlock)
}

function isPreformatted(parent: unknown): boolean {
  let at = parent as HtmlElement | null | undefined
  for (let steps = 0; at && 'tagName' in at && steps < 8; steps += 1) {
    if (at.tagName === 'pre' || at.tagName === 'textarea') return true
    if (at.tagName === 'td' || at.tagName === 'body') return false
    at = at.parentNode as HtmlElement | null
  }
  return false
}

function readTable(element: HtmlElement, sink: Sink, reading: Reading, depth: number, endBlock: () => void): void {
  const { limits, where } = reading
  if (depth >= limits.tableDepth) throw limitExceeded(where, '表格嵌套层数', `${limits.tableDepth} 层`)
  const model = tableModel(element, where, limits)
  for (const caption of model.captions) walkElement(caption, sink, reading, depth, endBlock)
  sink.beforeTable()
  reading.tableCount += 1
  const table = reading.tableCount
  const at = { table }
  if (model.hiddenRows > 0) {
    const { hiddenRows } = model
    const english = `${hiddenRows} rows of the table are hidden and were not read`
    reading.notes.add('hidden-row', `表格有 ${hiddenRows} 行被隐藏，未读取`, english, at)
  }
  reading.cellCount += model.cells.length
  if (reading.cellCount > limits.cells) throw limitExceeded(where, '单元格数', `${limits.cells} 个`)
  const cells = model.cells.map(({ element: cell, row, column, rowSpan, columnSpan }): GridCell => {
    const content = readCell(cell, reading, depth + 1)
    return { ...content, row, column, rowSpan, columnSpan, at: { table, row: row + 1, column: column + 1 } }
  })
  if (cells.length === 0) return
  sink.grid({ kind: 'grid', structure: 'exact', rows: model.rows, columns: model.columns, cells, at })
}

function readCell(element: HtmlElement, reading: Reading, depth: number): Pick<GridCell, 'text' | 'nested'> {
  const flow = textFlow()
  const nested: Grid[] = []
  const endLine = (): void => flow.block()
  walk(element.childNodes, { flow, beforeTable: endLine, grid: (grid) => nested.push(grid) }, reading, depth, endLine)
  const text = flow.take()
  return nested.length === 0 ? { text } : { text, nested }
}

/** What a form field shows: forms exported from web systems keep their values in fields. */
function fieldText(element: HtmlElement): string {
  if (element.tagName === 'input') {
    const type = (attributeOf(element, 'type') ?? 'text').toLowerCase()
    if (type === 'checkbox') return attributeOf(element, 'checked') === undefined ? '□' : '☑'
    if (type === 'radio') return attributeOf(element, 'checked') === undefined ? '○' : '●'
    return /^(?:text|number|tel|email|url|date|search)$/.test(type) ? (attributeOf(element, 'value') ?? '') : ''
  }
  if (element.tagName === 'textarea') return plainText(element)
  const options = optionsOf(element)
  const chosen = options.find((each) => attributeOf(each, 'selected') !== undefined) ?? options[0]
  return chosen ? plainText(chosen) : ''
}

function optionsOf(element: HtmlElement): HtmlElement[] {
  const children = element.childNodes.filter(isElement)
  return children.flatMap((each) =>
    each.tagName === 'optgroup' ? optionsOf(each) : each.tagName === 'option' ? [each] : [],
  )
}

function plainText(element: HtmlElement): string {
  return element.childNodes.map((each) => (each.nodeName === '#text' && 'value' in each ? each.value : '')).join('')
}
