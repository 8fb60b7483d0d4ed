/** Which column of a table holds which field: from the header row, by the labels of the form. */
import type { Cell, ExtraIndicatorColumn, FundColumn, IndicatorColumn } from '../domain/self-evaluation.ts'
import type { Lookup } from './lookup.ts'
import { memoOf, type Row, type RowCell } from './rows.ts'
import { mayHold, TRAIT } from './traits.ts'
import { vocabulary } from './vocabulary.ts'

export interface HeaderColumn<Field extends string> {
  readonly field: Field
  readonly cell: Cell
  /** Exact grids: columns [start, end). Ragged rows: `start` is the index of the cell in the row. */
  readonly start: number
  readonly end: number
  /** Index of the cell in its row: where ragged rows below look for their cells. */
  readonly index: number
}

export interface Header<Field extends string> {
  readonly columns: readonly HeaderColumn<Field>[]
  readonly kind: Row['kind']
  /** Cells of the header row, blank ones included (the yardstick for ragged rows). */
  readonly cellCount: number
}

export type IndicatorField = IndicatorColumn | ExtraIndicatorColumn
export type FundField = FundColumn | 'reason'

export const toCell = (cell: RowCell): Cell =>
  cell.unsure ? { printed: cell.text, at: cell.at, unsure: true } : { printed: cell.text, at: cell.at }

const place = (row: Row, cell: RowCell): { start: number; end: number; index: number } => {
  const index = row.cells.indexOf(cell)
  if (row.kind === 'exact') return { start: cell.column, end: cell.column + cell.span, index }
  return { start: index, end: index + 1, index }
}

const FEWEST_LABELS = 2
const NO_HEADER = { columns: [], kind: 'ragged', cellCount: 0 } as const

/**
 * Labels that can only mean one field take it first; a label with several meanings (年初指标值) takes what is left.
 * Columns come out in the order in which they stand.
 */
export const readHeader = <Field extends string>(row: Row, lookup: Lookup<Field>): Header<Field> => {
  let labels = 0
  for (const { text } of row.cells) if (text !== '' && lookup(text).length > 0) labels += 1
  if (labels < FEWEST_LABELS) return NO_HEADER
  const cells: { cell: RowCell; fields: readonly Field[] }[] = []
  for (const cell of row.cells) {
    const fields = cell.text === '' ? [] : lookup(cell.text)
    if (fields.length > 0) cells.push({ cell, fields })
  }
  const taken = new Map<Field, RowCell>()
  for (const { cell, fields } of cells) if (fields.length === 1 && !taken.has(fields[0]!)) taken.set(fields[0]!, cell)
  for (const { cell, fields } of cells) {
    const free = fields.length > 1 ? fields.find((field) => !taken.has(field)) : undefined
    if (free !== undefined) taken.set(free, cell)
  }
  const columns = [...taken].map(([field, cell]) => ({ field, cell: toCell(cell), ...place(row, cell) }))
  columns.sort((a, b) => a.start - b.start)
  return { columns, kind: row.kind, cellCount: row.cells.length }
}

/** Places in a row say which column a cell is of only where they are sure in that row and in its header. */
export const isUnderHeader = (row: Row, header: { readonly kind: Row['kind'] }): boolean =>
  row.kind === 'exact' && header.kind === 'exact'

export const has = <Field extends string>(header: Header<Field>, ...fields: readonly Field[]): boolean =>
  header.columns.some((column) => fields.includes(column.field))

interface RowHeaders {
  readonly funds: Header<FundField> | undefined
  readonly indicators: Header<IndicatorField> | undefined
}

const FEWEST_CELLS = 3

/** 预算数：| 120 | 执行数：| 114.6 are labels with their values, no header. */
const holdsAmounts = (row: Row): boolean => row.cells.filter(({ text }) => /^\d[\d,.]*$/.test(text)).length > 1

const NONE: RowHeaders = { funds: undefined, indicators: undefined }

const readHeaders = (row: Row): RowHeaders => {
  if (row.cells.length < FEWEST_CELLS || !mayHold(row, TRAIT.indicatorColumn | TRAIT.fundColumn)) return NONE
  const funds = readHeader(row, vocabulary().fundColumns)
  const indicators = readHeader(row, vocabulary().indicatorColumns)
  const isFunds = has(funds, 'executed') && has(funds, 'initialBudget', 'fullYearBudget') && !holdsAmounts(row)
  const isIndicators =
    indicators.columns.length > FEWEST_CELLS &&
    has(indicators, 'level1', 'level2', 'level3') &&
    has(indicators, 'target', 'initialTarget', 'actual')
  return { funds: isFunds ? funds : undefined, indicators: isIndicators ? indicators : undefined }
}

/** Segmenting and reading both ask; a row is looked at once. */
const headersOf = (row: Row): RowHeaders => {
  const memo = memoOf(row)
  memo.headers ??= readHeaders(row)
  return memo.headers as RowHeaders
}

/** A header of the fund block names a budget and what was spent of it. */
export const fundHeader = (row: Row): Header<FundField> | undefined => headersOf(row).funds

/** A header of the indicator block names levels, a target or an actual value, and something beside them. */
export const indicatorHeader = (row: Row): Header<IndicatorField> | undefined => headersOf(row).indicators
