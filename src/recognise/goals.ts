/** 年度总体目标: what was expected and what was done, side by side or one below the other. */
import type { Cell } from '../domain/self-evaluation.ts'
import { isUnderHeader, toCell } from './columns.ts'
import { filledCells, type Row, type RowCell } from './rows.ts'
import { labelKey, narrow } from './text.ts'
import { mayHold, TRAIT } from './traits.ts'
import { vocabulary } from './vocabulary.ts'

type Side = 'expected' | 'actual'

export interface GoalBlock {
  expected: Cell | undefined
  actual: Cell | undefined
  /** Columns (exact) or cell indexes (ragged) of the two labels of a side-by-side header. */
  header: { readonly expected: RowCell; readonly actual: RowCell; readonly row: Row } | undefined
}

export const newGoalBlock = (): GoalBlock => ({ expected: undefined, actual: undefined, header: undefined })

const sideOf = (text: string): Side | undefined => vocabulary().goals(text)[0]
const isBlockLabel = (cell: RowCell): boolean => vocabulary().goalBlock.has(labelKey(cell.text))
const isSection = (text: string): boolean =>
  vocabulary().indicatorBlock.has(labelKey(text)) || vocabulary().fundBlock.has(labelKey(text))

const append = (block: GoalBlock, side: Side, cell: RowCell): void => {
  const before = block[side]
  // A converter that lost a merged cell prints its text in every place it covered.
  if (before && before.printed === cell.text) return
  block[side] = before && before.printed !== '' ? { ...before, printed: before.printed + cell.text } : toCell(cell)
}

/** A row that names both sides is a header; a row that names one side and holds more text gives that side's text. */
export const isGoalRow = (row: Row): boolean =>
  row.kind !== 'paragraph' &&
  mayHold(row, TRAIT.goal) &&
  filledCells(row).some((cell) => cell.own && (isBlockLabel(cell) || sideOf(cell.text) !== undefined))

/**
 * The label of a side. 目标完成情况 names the block in one form and the actual side in another, so of several labels of
 * the actual side the one behind the expected side counts, and a block label in front is a label only for want of one.
 */
const labels = (row: Row, isHeaderKnown: boolean): { expected: RowCell | undefined; actual: RowCell | undefined } => {
  const cells = filledCells(row).filter((cell) => cell.own)
  const sides = cells.filter((cell, i) => sideOf(cell.text) !== undefined && !(i === 0 && isBlockLabel(cell)))
  const expected = sides.find((cell) => sideOf(cell.text) === 'expected')
  const actuals = sides.filter((cell) => sideOf(cell.text) === 'actual')
  const behind = expected && actuals.find((cell) => cells.indexOf(cell) > cells.indexOf(expected))
  const actual = behind ?? actuals[0]
  const first = cells[0]
  if (!expected && !actual && first && !isHeaderKnown && sideOf(first.text)) {
    return sideOf(first.text) === 'actual' ? { expected, actual: first } : { expected: first, actual }
  }
  // 年度绩效目标 | text | 完成情况 | text
  const isBlockExpected = !expected && actual && first && isBlockLabel(first) && cells.indexOf(actual) > 1
  return { expected: isBlockExpected ? first : expected, actual }
}

/** Each text stands under the last label of the header that begins at or before it; other columns (目标占比) are no goal. */
const addUnderLabels = (
  block: GoalBlock,
  header: NonNullable<GoalBlock['header']>,
  texts: readonly RowCell[],
): void => {
  const columns = filledCells(header.row).filter((cell) => !(isBlockLabel(cell) && cell !== header.actual))
  for (const cell of texts) {
    if (cell.column + cell.span <= header.expected.column) continue
    const above = columns.findLast((label) => label.column <= cell.column) ?? header.expected
    if (above === header.expected) append(block, 'expected', cell)
    else if (above === header.actual) append(block, 'actual', cell)
  }
}

/** What stands below 目标占比 or 总体完成率. */
const PERCENT = /^\d+(?:\.\d+)?%$/

const addBelowHeader = (block: GoalBlock, row: Row): void => {
  const { header } = block
  const texts = filledCells(row).filter((cell) => cell.own && !isBlockLabel(cell))
  if (!header || texts.length === 0 || (texts.length === 1 && isSection(texts[0]!.text))) return
  if (isUnderHeader(row, header.row)) {
    addUnderLabels(block, header, texts)
    return
  }
  if (texts.length >= 2) {
    append(block, 'expected', texts[0]!)
    const rest = texts.slice(1)
    const words = rest.filter((cell) => !PERCENT.test(narrow(cell.text)))
    for (const cell of words.length > 0 ? words : rest) append(block, 'actual', cell)
    return
  }
  const middle = (header.row.cells.indexOf(header.expected) + header.row.cells.indexOf(header.actual)) / 2
  append(block, row.cells.indexOf(texts[0]!) > middle ? 'actual' : 'expected', texts[0]!)
}

/** A column of the goal header beside the two sides. */
const SHARE = /^.{0,4}(?:占比|比例|权重|分值|完成率|得分)$/

/** 预期目标 | text | 实际完成情况 | text in one row: each label is followed by its own text. */
const addLabelledTexts = (block: GoalBlock, row: Row, expected: RowCell, actual: RowCell): boolean => {
  const cells = filledCells(row).filter((cell) => cell.own)
  const first = cells.indexOf(expected)
  const second = cells.indexOf(actual)
  const between = cells.slice(first + 1, second)
  if (between.length === 0 || (second === cells.length - 1 && between.every((cell) => SHARE.test(cell.text))))
    return false
  for (const cell of between) append(block, 'expected', cell)
  for (const cell of cells.slice(second + 1)) append(block, 'actual', cell)
  block.actual ??= { printed: '', at: actual.at }
  return true
}

/** 年度绩效目标 | text, with nothing that says which side it is: what was set as the goal. */
const addBlockText = (block: GoalBlock, cells: readonly RowCell[]): boolean => {
  const label = cells.findLastIndex(isBlockLabel)
  const texts = cells.slice(label + 1)
  if (label < 0 || texts.length !== 1 || isSection(texts[0]!.text)) return false
  append(block, 'expected', texts[0]!)
  return true
}

const INLINE = /^([^:：]{2,14})[:：]\s*([\s\S]+)$/

const MOST_LABELS = 2

/** The upper tier of the indicator header (绩效指标 | 年度指标值 | 实际完成值 | 分值) stands right below the goals. */
const isIndicatorTier = (row: Row): boolean =>
  mayHold(row, TRAIT.indicatorColumn) &&
  filledCells(row).filter((cell) => vocabulary().indicatorColumns(cell.text).length > 0).length > MOST_LABELS

/** Adds a row of the goal block. */
export const addGoalRow = (block: GoalBlock, row: Row): void => {
  if (isIndicatorTier(row)) return
  const { expected, actual } = labels(row, block.header !== undefined)
  if (expected && actual && expected !== actual) {
    if (addLabelledTexts(block, row, expected, actual)) return
    block.header = { expected, actual, row }
    block.expected ??= { printed: '', at: expected.at }
    block.actual ??= { printed: '', at: actual.at }
    return
  }
  const cells = filledCells(row).filter((cell) => cell.own)
  const label = expected ?? actual
  if (label) {
    const value = cells[cells.indexOf(label) + 1]
    const side: Side = expected ? 'expected' : 'actual'
    if (value) append(block, side, value)
    else block[side] ??= { printed: '', at: label.at }
    return
  }
  if (!block.header && !block.expected && addBlockText(block, cells)) return
  for (const cell of cells) {
    const match = INLINE.exec(cell.text)
    const side = match && sideOf(match[1]!)
    if (side) append(block, side, { ...cell, text: match![2]! })
  }
  addBelowHeader(block, row)
}
