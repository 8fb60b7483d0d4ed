/** A header whose labels were cut over two rows (年度 | 实际 above 指标值 | 完成值) is put together again. */
import { indicatorHeader } from './columns.ts'
import type { Row, RowCell } from './rows.ts'
import { labelKey } from './text.ts'
import { vocabulary } from './vocabulary.ts'

const LONGEST_PART = 14

const isLabel = (text: string): boolean => {
  const { indicatorColumns, fundColumns, indicatorBlock, fundBlock } = vocabulary()
  if (indicatorColumns(text).length > 0 || fundColumns(text).length > 0) return true
  return indicatorBlock.has(labelKey(text)) || fundBlock.has(labelKey(text))
}

/** The labels of two rows as one: every text below must make a label with what stands above it. */
const joinedRow = (upper: Row, lower: Row): Row | undefined => {
  if (lower.block !== upper.block || lower.kind === 'paragraph') return undefined
  if (lower.cells.slice(upper.cells.length).some((cell) => cell.text !== '')) return undefined
  let gained = 0
  const cells: RowCell[] = []
  for (const [i, cell] of upper.cells.entries()) {
    const below = lower.cells[i]
    if (!below || below.source === cell.source || below.text === '' || below.text === cell.text) {
      cells.push(cell)
      continue
    }
    const text = cell.text + below.text
    if (text.length > 2 * LONGEST_PART || below.text.length > LONGEST_PART || /\d/.test(text) || !isLabel(text))
      return undefined
    if (cell.text !== '') gained += 1
    cells.push({ ...cell, text })
  }
  return gained > 0 ? { ...upper, cells } : undefined
}

const FEWEST_CELLS = 4
const VALUE = /^[\d≥≤=＞＜><—]/

/** Rows with values are passed over quickly: almost all rows are such. */
const mayBeHeader = (row: Row): boolean =>
  row.kind !== 'paragraph' && row.cells.length >= FEWEST_CELLS && !row.cells.some((cell) => VALUE.test(cell.text))

export const joinSplitHeaders = (rows: readonly Row[]): readonly Row[] => {
  const out: Row[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    const below = rows[i + 1]
    const both = below && mayBeHeader(row) && !indicatorHeader(below) ? joinedRow(row, below) : undefined
    out.push(both ?? row)
    if (both) i += 1
  }
  return out
}
