/** A header whose labels were cut over two rows (年度 | 实际 above 指标值 | 完成值) is put together again. */
import { has, indicatorHeader, readHeader } from './columns.ts'
import type { Row, RowCell } from './rows.ts'
import { labelKey } from './text.ts'
import { mayHold, TRAIT } from './traits.ts'
import { vocabulary } from './vocabulary.ts'

const LONGEST_PART = 14

const isLabel = (text: string): boolean => {
  const { indicatorColumns, fundColumns, indicatorBlock, fundBlock } = vocabulary()
  if (indicatorColumns(text).length > 0 || fundColumns(text).length > 0) return true
  return indicatorBlock.has(labelKey(text)) || fundBlock.has(labelKey(text))
}

/** The labels of two rows as one: every text below must make a label with what stands above it. */
const joinedParts = (upper: Row, lower: Row): Row | undefined => {
  if (lower.block !== upper.block || lower.kind === 'paragraph' || indicatorHeader(lower)) return undefined
  if (lower.cells.slice(upper.cells.length).some((cell) => cell.text !== '')) return undefined
  let gained = 0
  const cells: RowCell[] = []
  for (let i = 0; i < upper.cells.length; i++) {
    const cell = upper.cells[i]!
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

/** Rows with values are passed over quickly: almost all rows are such. */
const mayBeHeader = (row: Row): boolean =>
  row.kind !== 'paragraph' && row.cells.length >= FEWEST_CELLS && !mayHold(row, TRAIT.value)

/**
 * Two tiers: 绩效指标 | 年度指标值 | 实际完成值 | 分值 above 一级指标 | 二级指标 | 性质 | 指标值. The lower one divides the first
 * columns of the upper one. With all places kept it fills them; with merged places dropped it stands before the rest.
 */
const joinedTiers = (upper: Row, lower: Row): Row | undefined => {
  if (upper.block !== lower.block || !mayHold(upper, TRAIT.indicatorColumn)) return undefined
  if (indicatorHeader(upper)) return undefined
  const above = readHeader(upper, vocabulary().indicatorColumns)
  if (!has(above, 'actual', 'score')) return undefined
  const below = readHeader(lower, vocabulary().indicatorColumns)
  if (!has(below, 'level1', 'level2') || has(below, 'actual', 'score')) return undefined
  const filled = lower.cells.filter((cell) => cell.text !== '')
  if (filled.some((cell) => vocabulary().indicatorColumns(cell.text).length === 0)) return undefined
  const isFree = above.columns.every(({ field, index }) => has(below, field) || lower.cells[index]?.text === '')
  if (isFree && lower.cells.length === upper.cells.length)
    return { ...upper, cells: upper.cells.map((cell, i) => (lower.cells[i]!.text === '' ? cell : lower.cells[i]!)) }
  const rest = above.columns.filter(({ field }) => !has(below, field)).map(({ index }) => upper.cells[index]!)
  return { ...upper, kind: 'ragged', cells: [...filled, ...rest] }
}

export const joinSplitHeaders = (rows: readonly Row[]): readonly Row[] => {
  const out: Row[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    const below = rows[i + 1]
    const both = below && mayBeHeader(row) ? (joinedTiers(row, below) ?? joinedParts(row, below)) : undefined
    out.push(both ?? row)
    if (both) i += 1
  }
  return out
}
