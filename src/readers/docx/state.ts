import type { Block, Grid, Position } from '../../domain/source-document.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import type { NoteBook } from '../notes.ts'
import type { PageCounter } from './pages.ts'
import type { CellProperties, OpenCell, OpenTable } from './table-builder.ts'

/** A paragraph being read; they nest, because a text box stands inside a run of its host paragraph. */
export interface OpenParagraph {
  text: string
  readonly page: number | undefined
  /** One entry for each open field: true while its code is read, which is not shown. */
  readonly fieldCodes: boolean[]
  isRunHidden: boolean
  isInProperties: boolean
}

/** A cell being read: its properties come first, the place in the grid is fixed with the first content. */
export interface CellStory {
  readonly properties: CellProperties
  /** Undefined before it is placed, null when it goes on a merged cell. */
  cell: OpenCell | null | undefined
  readonly lines: string[]
  readonly nested: Grid[]
}

export interface OpenTableLevel {
  readonly table: OpenTable
  story: CellStory | undefined
  isRowDeleted: boolean
  /** Paragraphs outside belong to the text around the table. */
  readonly paragraphsOutside: OpenParagraph[]
}

/** All that the element handlers share while one document is read. */
export interface DocxState {
  readonly where: string
  readonly limits: ReaderLimits
  readonly pages: PageCounter
  readonly notes: NoteBook
  readonly commentText: ReadonlyMap<string, string>
  readonly blocks: Block[]
  paragraphs: OpenParagraph[]
  readonly tables: OpenTableLevel[]
  tableCount: number
  cellCount: number
  paragraphCount: number
  revisions: number
  firstRevision: Position | undefined
}

export function currentPosition(state: DocxState): Position {
  const level = state.tables.at(-1)
  const cell = level?.story?.cell
  if (cell) return cell.at
  const page = state.pages.page()
  const paged = page === undefined ? {} : { page }
  return level ? { ...paged, table: level.table.number } : paged
}

/** Adds a finished paragraph to the innermost cell, or to the body. */
export function emitParagraph(state: DocxState, paragraph: OpenParagraph): void {
  const story = state.tables.at(-1)?.story
  if (story) {
    story.lines.push(paragraph.text)
    return
  }
  const text = paragraph.text.trim()
  // A paragraph between rows is not valid; Word drops it too.
  if (text === '' || state.tables.length > 0) return
  const at = paragraph.page === undefined ? {} : { page: paragraph.page }
  state.blocks.push({ kind: 'paragraph', text, at })
}

export function emitGrid(state: DocxState, grid: Grid): void {
  if (grid.cells.length === 0) return
  const story = state.tables.at(-1)?.story
  if (story) story.nested.push(grid)
  else state.blocks.push(grid)
}

export function countCell(state: DocxState): void {
  state.cellCount += 1
  if (state.cellCount > state.limits.cells) throw limitExceeded(state.where, '单元格数', `${state.limits.cells} 个`)
}

export function countParagraph(state: DocxState): void {
  state.paragraphCount += 1
  const { where, limits, paragraphCount } = state
  if (paragraphCount > limits.paragraphs) throw limitExceeded(where, '段落数', `${limits.paragraphs} 个`)
}

export function noteRevision(state: DocxState): void {
  state.revisions += 1
  state.firstRevision ??= currentPosition(state)
}
