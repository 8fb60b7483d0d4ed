/** The indicator block: rows under their header, levels filled down from merged cells. */
import {
  type Cell,
  type ExtraIndicatorColumn,
  INDICATOR_COLUMNS,
  type Indicator,
  type IndicatorColumn,
} from '../domain/self-evaluation.ts'
import type { Position } from '../domain/source-document.ts'
import { type AlignColumn, align } from './align.ts'
import { type Header, type IndicatorField, isUnderHeader, toCell } from './columns.ts'
import { filledCells, type Row, type RowCell } from './rows.ts'
import { labelKey, narrow } from './text.ts'
import { mayHold, TRAIT } from './traits.ts'
import {
  groupOfLevel2,
  isCostName,
  isIndicatorBlock,
  isLevel1,
  isLevel2,
  standardLevel1,
  vocabulary,
} from './vocabulary.ts'

export type IndicatorCells = Partial<Record<IndicatorField, RowCell>>

const NUMBER = /^[\d.,]+(?:分|%|％)?$/
const DASH = /^[—–\-－/]+$/
const NUMBERED = /^(?:指标|目标)\s*\d+|^\d{1,2}(?:[-－]\d+)?\s*(?:[:：、]|\.(?!\d))/
const isNumber = (text: string): boolean => NUMBER.test(narrow(text))

const levelCost =
  (isOwn: (text: string) => boolean, isOther: (text: string) => boolean, isShortOk: number) =>
  (text: string): number => {
    if (text === '') return 0
    if (isOwn(text)) return isOther(text) ? -1 : -2
    if (isOther(text)) return 3
    if (isNumber(text) || DASH.test(text)) return 6
    return text.length <= 8 ? isShortOk : isShortOk + 2
  }

const points = (text: string): number => (text === '' ? 0.8 : isNumber(text) ? -1 : DASH.test(text) ? 0.5 : 6)

/** 成本指标 is a level-2 name unless the form prints 经济成本指标 and its like (readers of rows cannot know, forms can). */
const isLevel1In =
  (isCostLevel1: boolean) =>
  (text: string): boolean =>
    isLevel1(text) && (isCostLevel1 || !isCostName(text))

const COST: Readonly<Partial<Record<IndicatorField, (text: string) => number>>> = {
  level2: levelCost(isLevel2, isLevel1, 1.5),
  level3: (text) =>
    text === '' ? 1 : NUMBERED.test(text) ? -1.5 : isNumber(text) ? 3 : isLevel1(text) || isLevel2(text) ? 3 : 0,
  target: (text) => (text === '' ? 0.8 : isLevel1(text) || isLevel2(text) ? 4 : NUMBERED.test(text) ? 2 : 0),
  actual: (text) => (text === '' ? 0.6 : isLevel1(text) || isLevel2(text) ? 4 : 0),
  weight: points,
  score: points,
  coefficient: points,
  deviation: (text) => (text === '' ? 0 : isNumber(text) ? 3 : 0),
  direction: (text) => (text === '' ? 0.3 : /^[≥≤=＝＞＜><]+$|^定性$|^[正反]向/.test(text) ? -1.5 : 3),
  unit: (text) => (text === '' ? 0.3 : isNumber(text) ? 4 : text.length <= 5 ? -0.3 : 2),
}
const anything = (text: string): number => (text === '' ? 0.1 : 0.2)

const ABSENT: Readonly<Partial<Record<IndicatorField, number>>> = {
  level1: 0.2,
  level2: 0.2,
  level3: 1.5,
  target: 1,
  actual: 0.8,
  weight: 2,
  score: 1.5,
  deviation: 0.1,
}

const LEVEL1_COST = levelCost(isLevel1In(false), isLevel2, 2.5)
const LEVEL1_COST_WITH_COST_GROUP = levelCost(isLevel1In(true), isLevel2, 2.5)

/** The header of a block with what the whole form tells about its levels. */
export interface IndicatorLayout {
  readonly header: Header<IndicatorField>
  readonly isCostLevel1: boolean
  readonly columns: readonly AlignColumn[]
}

export const indicatorLayout = (header: Header<IndicatorField>, isCostLevel1: boolean): IndicatorLayout => {
  const level1 = isCostLevel1 ? LEVEL1_COST_WITH_COST_GROUP : LEVEL1_COST
  const costOf = (field: IndicatorField): AlignColumn['cost'] =>
    field === 'level1' ? level1 : (COST[field] ?? anything)
  const columns = header.columns.map(({ field, index }) => ({
    index,
    absent: ABSENT[field] ?? 0.3,
    cost: costOf(field),
  }))
  return { header, isCostLevel1, columns }
}

const raggedCells = (row: Row, { header, columns }: IndicatorLayout): IndicatorCells => {
  const placed = align(
    row.cells.map((cell) => (isIndicatorBlock(cell.text) ? '' : cell.text)),
    columns,
    header.cellCount,
  )
  const cells: IndicatorCells = {}
  placed.forEach((index, column) => {
    if (index >= 0) cells[header.columns[column]!.field] = row.cells[index]!
  })
  return cells
}

/** Several printed cells under one header cell (指标1： | 名称) are read as one. */
const joined = (a: RowCell, b: RowCell): RowCell =>
  a.text === '' ? b : b.text === '' ? a : { ...a, text: a.text + b.text }

type Columns = Header<IndicatorField>['columns']

/** Nearly every cell begins in a column of the header; a wide one may begin before it. */
const columnOf = (columns: Columns, { column, span }: RowCell): Columns[number] | undefined => {
  for (const one of columns) if (column >= one.start && column < one.end) return one
  return columns.find(({ start }) => start >= column && start < column + span)
}

const exactCells = (row: Row, header: Header<IndicatorField>): IndicatorCells => {
  const cells: IndicatorCells = {}
  for (const cell of row.cells) {
    const column = columnOf(header.columns, cell)
    if (!column) continue
    const before = cells[column.field]
    cells[column.field] = before ? joined(before, cell) : cell
  }
  return cells
}

export const indicatorCells = (row: Row, layout: IndicatorLayout): IndicatorCells =>
  isUnderHeader(row, layout.header) ? exactCells(row, layout.header) : raggedCells(row, layout)

/** Levels as far as they are known above the next row. */
interface Levels {
  level1: Cell | undefined
  level2: Cell | undefined
}

const blank = (at: Position): Cell => ({ printed: '', at })

/** A level-2 name that slipped into the level-1 column belongs to level 2; what level 1 was, it stays. */
const placeLevels = (cells: IndicatorCells, isCostLevel1: boolean): IndicatorCells => {
  const { level1, level2, level3 } = cells
  const isLevel2Blank = !level2 || level2.text === ''
  if (
    level1 &&
    isLevel2Blank &&
    isLevel2(level1.text) &&
    (!isLevel1(level1.text) || (!isCostLevel1 && isCostName(level1.text)))
  ) {
    const { level1: _moved, ...rest } = cells
    return { ...rest, level2: level1 }
  }
  if (
    level1 &&
    level2 &&
    isLevel2(level1.text) &&
    !isLevel1(level1.text) &&
    labelKey(level1.text) === labelKey(level2.text)
  ) {
    const { level1: _repeated, ...rest } = cells
    return rest
  }
  if (level3 && isLevel2Blank && isLevel2(level3.text) && cells.target === undefined) {
    const { level3: _moved, ...rest } = cells
    return { ...rest, level2: level3 }
  }
  return cells
}

const MERGED_TEXT = new Set<string>([
  'level1',
  'level2',
  'level3',
  'target',
  'actual',
  'deviation',
  'measures',
  'evidence',
  'scoring',
  'unit',
  'direction',
  // Of forms that look ahead (plans/).
  'definition',
  'dataSource',
  'standard',
  'note',
  'cause',
  'causeText',
])

/** A merged text holds for every row under it; a merged number would be counted twice, so it stays with its first row. */
const cellOf = (field: IndicatorField, cells: IndicatorCells, at: Position): Cell => {
  const cell = cells[field]
  return cell && (cell.own || MERGED_TEXT.has(field)) ? toCell(cell) : blank(at)
}

export interface IndicatorBlock {
  readonly indicators: Indicator[]
  readonly emptyTemplateRows: Cell[]
  readonly levels: Levels
}

export const newIndicatorBlock = (): IndicatorBlock => ({
  indicators: [],
  emptyTemplateRows: [],
  levels: { level1: undefined, level2: undefined },
})

const CONTENT = INDICATOR_COLUMNS.slice(2)
const isTemplateRow = (text: string): boolean => vocabulary().templateRows.some((pattern) => pattern.test(text))

/**
 * A level-1 name that cannot be above this level-2 name was only filled down: the merged cell of the new group was lost
 * on the way. Its standard name is put there, marked unsure; a name that was never printed at all stays blank.
 */
const lostGroup = (levels: Levels, level2: RowCell): Cell | undefined => {
  const group = groupOfLevel2(level2.text)
  const current = levels.level1 && standardLevel1(levels.level1.printed)
  return group && current && group !== current ? { printed: group, at: level2.at, unsure: true } : undefined
}

const fillLevels = (levels: Levels, cells: IndicatorCells): void => {
  const { level1, level2 } = cells
  if (level1 && level1.text !== '') {
    if (labelKey(level1.text) !== labelKey(levels.level1?.printed ?? '')) levels.level2 = undefined
    levels.level1 = toCell(level1)
  } else if (level2 && level2.text !== '') levels.level1 = lostGroup(levels, level2) ?? levels.level1
  if (level2 && level2.text !== '') levels.level2 = toCell(level2)
}

/** A lone level-1 name below rows that lack one: its merged cell was printed at the bottom of the group. */
const nameRowsAbove = (block: IndicatorBlock, name: Cell): void => {
  const group = standardLevel1(name.printed)
  for (let i = block.indicators.length - 1; i >= 0; i--) {
    const above = block.indicators[i]!
    if (above.level1.printed !== '' || (groupOfLevel2(above.level2.printed) ?? group) !== group) return
    block.indicators[i] = { ...above, level1: name }
  }
}

const extras = (cells: IndicatorCells, header: Header<IndicatorField>, at: Position): Indicator['more'] => {
  const more: Partial<Record<ExtraIndicatorColumn, Cell>> = {}
  for (const { field } of header.columns)
    if (!(INDICATOR_COLUMNS as readonly string[]).includes(field))
      more[field as ExtraIndicatorColumn] = cellOf(field, cells, at)
  return more
}

/** The filled cells without the label of the block. */
const besideBlock = (row: Row): readonly RowCell[] =>
  mayHold(row, TRAIT.indicatorBlock)
    ? filledCells(row).filter((cell) => !isIndicatorBlock(cell.text))
    : filledCells(row)

/** Adds one row to the block. Returns false when the row holds no indicator (blank, page number, header remnant). */
export const addIndicatorRow = (block: IndicatorBlock, row: Row, layout: IndicatorLayout): boolean => {
  const filled = besideBlock(row)
  if (!filled.some((cell) => cell.own)) return false
  if (
    filled.length > 1 &&
    mayHold(row, TRAIT.indicatorColumn) &&
    filled.every((cell) => vocabulary().indicatorColumns(cell.text).length > 0)
  )
    return false // lower tier of a header
  if (filled.length === 1 && /^[-—\s]*\d{1,4}[-—\s]*$/.test(filled[0]!.text)) return false // page number inside the table
  const only = filled.length === 1 && isLevel1In(layout.isCostLevel1)(filled[0]!.text) ? filled[0]! : undefined
  const cells = only ? { level1: only } : placeLevels(indicatorCells(row, layout), layout.isCostLevel1)
  fillLevels(block.levels, cells)
  const at = row.at
  const filledFields = CONTENT.filter(
    (field) => (cells[field]?.text ?? '') !== '' && (cells[field]!.own || field === 'level3'),
  )
  const name = cells.level3?.text ?? ''
  if (filledFields.length === 0) {
    if (cells.level1 && cells.level1.text !== '' && row.kind === 'ragged') nameRowsAbove(block, toCell(cells.level1))
    return false
  }
  if (isTemplateRow(name) && filledFields.every((field) => cells[field]!.text === name)) {
    block.emptyTemplateRows.push(cellOf('level3', cells, at))
    return true
  }
  const cell = (field: IndicatorColumn): Cell => cellOf(field, cells, at)
  block.indicators.push({
    level1: block.levels.level1 ?? blank(at),
    level2: block.levels.level2 ?? blank(at),
    level3: cell('level3'),
    target: cell('target'),
    actual: cell('actual'),
    weight: cell('weight'),
    score: cell('score'),
    deviation: cell('deviation'),
    more: extras(cells, layout.header, at),
  })
  return true
}
