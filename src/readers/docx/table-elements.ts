import { limitExceeded } from '../limits.ts'
import type { XmlTag } from '../xml/scan.ts'
import {
  type CellStory,
  countCell,
  currentPosition,
  type DocxState,
  emitGrid,
  noteRevision,
  type OpenTableLevel,
} from './state.ts'
import { finishTable, openTable, placeCell, skipColumns, startRow } from './table-builder.ts'

export function openTableElement(state: DocxState): void {
  if (state.tables.length >= state.limits.tableDepth) {
    throw limitExceeded(state.where, '表格嵌套层数', `${state.limits.tableDepth} 层`)
  }
  placeCurrentCell(state)
  state.tableCount += 1
  state.tables.push({
    table: openTable(state.tableCount, state.pages.page()),
    story: undefined,
    isRowDeleted: false,
    paragraphsOutside: state.paragraphs,
  })
  state.paragraphs = []
}

export function closeTableElement(state: DocxState): void {
  const level = state.tables.pop()
  if (level === undefined) return
  state.paragraphs = level.paragraphsOutside
  emitGrid(state, finishTable(level.table))
}

export function openRow(state: DocxState): void {
  const level = state.tables.at(-1)
  if (level === undefined) return
  startRow(level.table)
  level.isRowDeleted = false
  state.pages.startRow()
}

export function closeRow(state: DocxState): void {
  const level = state.tables.at(-1)
  if (level === undefined) return
  state.pages.endRow()
  if (level.isRowDeleted) level.table.row -= 1
}

/** A row that a tracked change takes out is not read, like deleted text. */
export function deleteRow(state: DocxState): void {
  const level = state.tables.at(-1)
  if (level === undefined || level.story) return
  level.isRowDeleted = true
  noteRevision(state)
}

export function leaveColumns(state: DocxState, tag: XmlTag): void {
  const level = state.tables.at(-1)
  if (level === undefined || level.story) return
  skipColumns(level.table, spanOf(state, tag, state.limits.columns), state.where, state.limits)
}

/** False when the cell is not to be read. */
export function openCell(state: DocxState): boolean {
  const level = state.tables.at(-1)
  if (level === undefined || level.table.row < 0 || level.isRowDeleted) return false
  state.pages.startCell()
  level.story = {
    properties: { columnSpan: 1, verticalMerge: 'none', horizontalMerge: 'none' },
    cell: undefined,
    lines: [],
    nested: [],
  }
  return true
}

export function closeCell(state: DocxState): void {
  const level = state.tables.at(-1)
  const story = level?.story
  if (level === undefined || story === undefined) return
  placeStory(state, level, story)
  state.pages.endCell()
  level.story = undefined
  // The cell ends whatever it left open; a paragraph without an end cannot reach into the next one.
  state.paragraphs = []
  if (!story.cell) return
  story.cell.text = story.lines.join('\n').trim()
  if (story.nested.length > 0) story.cell.nested = story.nested
}

/** Fixes the place of the innermost cell; called with its first content, when `w:tcPr` has been read. */
export function placeCurrentCell(state: DocxState): void {
  const level = state.tables.at(-1)
  if (level?.story) placeStory(state, level, level.story)
}

function placeStory(state: DocxState, level: OpenTableLevel, story: CellStory): void {
  if (story.cell !== undefined) return
  const cell = placeCell(level.table, story.properties, state.pages.page(), state.where, state.limits)
  story.cell = cell ?? null
  if (cell) countCell(state)
}

/** A page break before anything of a cell has been read: the cell stands on the new page. */
export function renderedPageBreak(state: DocxState): void {
  const story = state.tables.at(-1)?.story
  const isAtStart = story !== undefined && !hasContent(state, story)
  state.pages.rendered(isAtStart)
  const page = state.pages.page()
  if (isAtStart && story.cell && page !== undefined) story.cell.at = { ...story.cell.at, page }
}

function hasContent(state: DocxState, story: CellStory): boolean {
  return story.nested.length > 0 || story.lines.some(isVisible) || state.paragraphs.some((each) => isVisible(each.text))
}

function isVisible(text: string): boolean {
  return text.trim() !== ''
}

export function setColumnSpan(state: DocxState, tag: XmlTag): void {
  const story = state.tables.at(-1)?.story
  if (story) story.properties.columnSpan = Math.max(1, spanOf(state, tag, state.limits.columnSpan))
}

export function setMerge(state: DocxState, tag: XmlTag, direction: 'verticalMerge' | 'horizontalMerge'): void {
  const story = state.tables.at(-1)?.story
  if (story) story.properties[direction] = tag.attribute('val') === 'restart' ? 'restart' : 'continue'
}

function spanOf(state: DocxState, tag: XmlTag, most: number): number {
  const value = Number.parseInt(tag.attribute('val') ?? '', 10)
  if (Number.isNaN(value) || value < 0) return 0
  if (value <= most) return value
  state.notes.add(
    'limit',
    `单元格跨 ${value} 列，按 ${most} 列读取`,
    `A cell spans ${value} columns and was read as if it spanned ${most}`,
    currentPosition(state),
  )
  return most
}
