import type { Block, Grid, SourceDocument } from '../domain/source-document.ts'
import { limitExceeded, type ReaderLimits } from './limits.ts'

/**
 * What a document comes to when it is laid out: a few bytes of a file can say that a cell reaches over a million rows, or
 * that a million cells hold the same long text. Throws AppError LIMIT_EXCEEDED.
 */
export function checkExtent(document: SourceDocument, limits: ReaderLimits): void {
  const extent = { rows: 0, characters: 0 }
  for (const block of document.blocks) addBlock(extent, block)
  if (extent.rows > limits.coveredRows) {
    throw limitExceeded(document.file, '表格行数与合并单元格所跨行数之和', `${limits.coveredRows} 行`)
  }
  if (extent.characters > limits.characters) {
    throw limitExceeded(document.file, '全文字数', `${limits.characters} 字`)
  }
}

interface Extent {
  rows: number
  characters: number
}

function addBlock(extent: Extent, block: Block): void {
  if (block.kind === 'grid') addGrid(extent, block)
  else if (block.kind === 'paragraph') extent.characters += block.text.length
  else for (const line of block.lines) extent.characters += line.text.length
}

function addGrid(extent: Extent, grid: Grid): void {
  extent.rows += grid.rows
  for (const cell of grid.cells) {
    extent.rows += cell.rowSpan - 1
    extent.characters += cell.text.length
    if (cell.nested) for (const nested of cell.nested) addGrid(extent, nested)
  }
}
