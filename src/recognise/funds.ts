/** The fund block: total and sources by column. */
import {
  type Cell,
  FUND_COLUMNS,
  type FundColumn,
  type FundRow,
  type FundRowKey,
  type Funds,
} from '../domain/self-evaluation.ts'
import type { Position } from '../domain/source-document.ts'
import { type AlignColumn, align } from './align.ts'
import { type FundField, type Header, isUnderHeader, toCell } from './columns.ts'
import type { Row, RowCell } from './rows.ts'
import { labelKey, narrow } from './text.ts'
import { vocabulary } from './vocabulary.ts'

const UNIT = /(?:单位|金额单位)?[:：]?\s{0,40}(亿元|万元|元)/
const UNIT_IN_LABEL =
  /[（(【[]\s*(?:人民币|单位[:：]?)?\s*(亿元|万元|元)\s*[）)】\]]|单位\s*[:：]\s*(?:人民币)?(亿元|万元|元)/

/** 元, 万元 or 亿元 when a label or a line of its own states it. */
export const statedUnit = (text: string): string | undefined => {
  const match = UNIT_IN_LABEL.exec(text)
  return match ? (match[1] ?? match[2]) : undefined
}
export const mentionsUnit = (text: string): boolean => text.length < 60 && UNIT.test(text)

const DASH = /^[—–\-－/]+$/
export const AMOUNT = /^[\d,.]+(?:[万亿]?元?)$/
const POINTS = /^\d{1,3}(?:\.\d+)?分?$/

const amount = (text: string): number =>
  text === '' ? 0.1 : AMOUNT.test(narrow(text)) ? -1 : DASH.test(text) ? 1.5 : 3
const points = (text: string): number =>
  text === '' ? 0.3 : DASH.test(text) ? -1 : POINTS.test(narrow(text)) ? -0.6 : 3
const rate = (text: string): number =>
  text === '' ? 0.1 : /[%％]$/.test(text) ? -2 : /^[\d.]+$/.test(narrow(text)) ? -0.3 : 1
const reason = (text: string): number => (text === '' ? 0 : /^[\d.%—]+$/.test(narrow(text)) ? 3 : 0)
const COST: Readonly<Record<FundField, (text: string) => number>> = {
  initialBudget: amount,
  fullYearBudget: amount,
  executed: amount,
  weight: points,
  rate,
  score: points,
  reason,
}

const alignColumns = (header: Header<FundField>): readonly AlignColumn[] =>
  header.columns.map(({ field, index }) => ({ index, absent: field === 'reason' ? 0 : 0.6, cost: COST[field] }))

const exactValues = (row: Row, header: Header<FundField>): FundRow['cells'] => {
  const cells: Partial<Record<FundField, Cell>> = {}
  for (const { field, start, end } of header.columns) {
    const cell = row.cells.find((x) => x.own && x.column < end && x.column + x.span > start && x.column >= start)
    cells[field] = cell ? toCell(cell) : { printed: '', at: row.at }
  }
  return cells
}

/** Everything behind the label, blanks included, aligned with the columns as they stand in the header row. */
const raggedValues = (row: Row, first: number, header: Header<FundField>): FundRow['cells'] => {
  const values = row.cells.slice(first)
  const columns = alignColumns(header).map((column) => ({ ...column, index: column.index - first }))
  const placed = align(
    values.map((cell) => cell.text),
    columns,
    header.cellCount - first,
  )
  const cells: Partial<Record<FundField, Cell>> = {}
  header.columns.forEach(({ field }, i) => {
    const cell = values[placed[i]!]
    cells[field] = cell ? toCell(cell) : { printed: '', at: row.at }
  })
  return cells
}

const stripped = (text: string): string => text.replace(/^(?:其中|其)\s*[:：]\s*/, '')

/** The source a row label names: by the vocabulary, then by the words that every place uses. */
export const fundRowKey = (text: string, taken: ReadonlySet<string>): FundRowKey | 'more' | undefined => {
  const label = text.trim()
  if (label === '' || label.length > 30 || /[目指]标/.test(label) || /^[\d.,%—\-/]+$/.test(narrow(label)))
    return undefined
  const free = (key: FundRowKey): FundRowKey | 'more' => (taken.has(key) ? 'more' : key)
  const known = vocabulary().fundRows(label)[0] ?? vocabulary().fundRows(stripped(label))[0]
  if (known) return free(known)
  if (vocabulary().moreSources.has(labelKey(label)) || vocabulary().moreSources.has(labelKey(stripped(label))))
    return 'more'
  if (/总额|合计/.test(label) && !/^其中/.test(label)) return free('total')
  if (/结转|结余/.test(label)) return free('carryover')
  if (/当年|本年|财政拨款|一般公共预算|财政资金/.test(label)) return free('appropriation')
  if (/^(?:其中[:：]?)?其[他它]/.test(label)) return free('other')
  return /资金|收入|拨款|补助|债券|贷款|自筹/.test(label) ? 'more' : undefined
}

export interface FundBlock {
  unit: string
  unitAt: Position | undefined
  header: Header<FundField> | undefined
  readonly rows: Partial<Record<FundRowKey, FundRow>>
  readonly moreSources: FundRow[]
  /** Rows of labels with their amounts side by side (预算数：| 120 | 执行数：| 114.6) in place of columns. */
  isPairs: boolean
  /** The rows below a second 其中 say where a source came from; they are no parts of the total. */
  isDetail: boolean
}

export const newFundBlock = (): FundBlock => ({
  unit: '',
  unitAt: undefined,
  header: undefined,
  rows: {},
  moreSources: [],
  isPairs: false,
  isDetail: false,
})

export const noteUnit = (block: FundBlock, row: Row): void => {
  if (block.unit !== '') return
  for (const cell of row.cells) {
    const unit = cell.text.length < 60 ? statedUnit(cell.text) : undefined
    if (unit === undefined) continue
    block.unit = unit
    block.unitAt = cell.at
    return
  }
}

/** 项目资金（万元）, 资金投入情况: the label of the whole block. */
const isBlockLabel = (text: string): boolean =>
  vocabulary().fundBlock.has(labelKey(text)) || /^.{0,4}(?:资金|预算|经费).{0,6}情况$/.test(labelKey(text))

const labelOf = (row: Row, header: Header<FundField>): RowCell | undefined => {
  const isExact = isUnderHeader(row, header)
  const firstValue = row.cells.findIndex((cell) => cell.text !== '' && isValue(cell.text))
  const isBeforeValues = (cell: RowCell, i: number): boolean =>
    isExact ? cell.column < header.columns[0]!.start : firstValue < 0 || i < firstValue
  return row.cells.find(
    (cell, i) => cell.text !== '' && cell.own && isBeforeValues(cell, i) && !isBlockLabel(cell.text),
  )
}

const isValue = (text: string): boolean => /^[\d.,%％—–\-－/]+$/.test(narrow(text))

const AMOUNTS = ['initialBudget', 'fullYearBudget', 'executed'] as const

/** A row of goals or of text that happens to stand below the header has words where amounts belong. */
const areAmounts = (cells: FundRow['cells']): boolean =>
  AMOUNTS.every((column) => {
    const text = cells[column]?.printed ?? ''
    return text === '' || /\d/.test(narrow(text)) || /^[—–\-－/无]+$/.test(text)
  })

/** Index of the first cell behind the label of the block. */
const behindBlock = (row: Row): number => row.cells.findLastIndex((cell) => isBlockLabel(cell.text)) + 1

/** Forms with one line of funds print no label beside it: it is the total. */
const addUnlabelledRow = (block: FundBlock, row: Row, header: Header<FundField>): boolean => {
  if (block.rows.total) return false
  const cells = isUnderHeader(row, header) ? exactValues(row, header) : raggedValues(row, behindBlock(row), header)
  const isFilled = AMOUNTS.some((column) => /\d/.test(narrow(cells[column]?.printed ?? '')))
  if (!isFilled || !areAmounts(cells)) return false
  block.rows.total = { label: { printed: '', at: row.at }, cells }
  return true
}

const DETAIL = /中央|省|市|区|县|地方|补助|上级|本级/

export const addSource = (block: FundBlock, key: FundRowKey | 'more', row: FundRow): void => {
  const { printed } = row.label
  block.isDetail =
    key === 'more' && (block.isDetail || (/^其中/.test(printed) && block.rows.appropriation !== undefined))
  if (key !== 'more') block.rows[key] = row
  else if (!block.isDetail || !DETAIL.test(printed)) block.moreSources.push(row)
}

/** Adds a row of the block; false when the row is none. */
export const addFundRow = (block: FundBlock, row: Row): boolean => {
  const { header } = block
  if (!header || row.kind === 'paragraph') return false
  const label = labelOf(row, header)
  if (!label) return addUnlabelledRow(block, row, header)
  const key = fundRowKey(label.text, new Set(Object.keys(block.rows)))
  if (!key) return false
  const cells = isUnderHeader(row, header)
    ? exactValues(row, header)
    : raggedValues(row, row.cells.indexOf(label) + 1, header)
  if (!areAmounts(cells)) return false
  addSource(block, key, { label: toCell(label), cells })
  return true
}

export const finishFunds = (block: FundBlock): Funds => {
  const headers: Partial<Record<FundColumn | 'reason', Cell>> = {}
  for (const column of block.header?.columns ?? []) headers[column.field] = column.cell
  return { unit: block.unit, unitAt: block.unitAt, rows: block.rows, moreSources: block.moreSources, headers }
}

export const isFundColumn = (field: string): field is FundColumn => (FUND_COLUMNS as readonly string[]).includes(field)
