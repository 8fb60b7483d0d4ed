import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { attributeOf, type HtmlElement, isElement, isHidden } from './tree.ts'

/** A cell and its place, 0-based, as the HTML standard's table model gives it. */
export interface PlacedCell {
  readonly element: HtmlElement
  readonly row: number
  readonly column: number
  rowSpan: number
  readonly columnSpan: number
}

export interface TableModel {
  readonly rows: number
  readonly columns: number
  readonly cells: readonly PlacedCell[]
  readonly captions: readonly HtmlElement[]
  readonly hiddenRows: number
}

interface RowGroup {
  readonly rows: HtmlElement[]
  readonly isFoot: boolean
}

/**
 * Lays out the cells of a table ("forming a table" in the HTML standard): spans over the end of a row group are cut,
 * `rowspan=0` reaches to that end, a footer group comes last. Where the standard would let cells overlap, the later
 * one is moved to the next free place instead.
 */
export function tableModel(table: HtmlElement, where: string, limits: ReaderLimits): TableModel {
  const { groups, captions, hiddenRows } = rowGroups(table)
  const ordered = [...groups.filter((each) => !each.isFoot), ...groups.filter((each) => each.isFoot)]
  const cells: PlacedCell[] = []
  let rows = 0
  let columns = 0
  for (const group of ordered) {
    // For each column: the first row that is free again.
    const freeFrom: number[] = []
    const end = rows + group.rows.length
    for (const element of group.rows) {
      let column = 0
      for (const cell of element.childNodes) {
        if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th') || isHidden(cell)) continue
        const columnSpan = spanOf(cell, 'colspan', limits.columnSpan) || 1
        column = firstFree(freeFrom, column, columnSpan, rows)
        const stated = spanOf(cell, 'rowspan', limits.rowSpan)
        const rowSpan = Math.min(stated === 0 ? end - rows : stated, end - rows)
        if (column + columnSpan > limits.columns) throw limitExceeded(where, '表格列数', `${limits.columns} 列`)
        for (let each = column; each < column + columnSpan; each += 1) freeFrom[each] = rows + rowSpan
        cells.push({ element: cell, row: rows, column, rowSpan, columnSpan })
        column += columnSpan
        columns = Math.max(columns, column)
      }
      rows += 1
    }
  }
  return { rows, columns, cells, captions, hiddenRows }
}

/** First column from `start` with room for the span in this row. */
function firstFree(freeFrom: readonly number[], start: number, span: number, row: number): number {
  let column = start
  for (let each = column; each < column + span; each += 1) if ((freeFrom[each] ?? 0) > row) column = each + 1
  return column
}

/** 1 when not stated or not a number; 0 only for `rowspan=0`. */
function spanOf(cell: HtmlElement, name: 'rowspan' | 'colspan', most: number): number {
  const stated = /^\s*\+?(\d+)/.exec(attributeOf(cell, name) ?? '')?.[1]
  return stated === undefined ? 1 : Math.min(Number(stated), most)
}

function rowGroups(table: HtmlElement): { groups: RowGroup[]; captions: HtmlElement[]; hiddenRows: number } {
  const groups: RowGroup[] = []
  const captions: HtmlElement[] = []
  let hiddenRows = 0
  for (const child of table.childNodes) {
    if (!isElement(child)) continue
    if (child.tagName === 'caption') captions.push(child)
    if (child.tagName !== 'tbody' && child.tagName !== 'thead' && child.tagName !== 'tfoot') continue
    const all = child.childNodes.filter((each): each is HtmlElement => isElement(each) && each.tagName === 'tr')
    const rows = isHidden(child) ? [] : all.filter((each) => !isHidden(each))
    hiddenRows += all.length - rows.length
    groups.push({ rows, isFoot: child.tagName === 'tfoot' })
  }
  return { groups, captions, hiddenRows }
}
