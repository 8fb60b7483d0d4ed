/** The money of a monitoring form: total and sources by column. */
import type { MonitoredFundColumn, MonitoredFundRow, Monitoring } from '../../domain/monitoring.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { align } from '../align.ts'
import { toCell } from '../columns.ts'
import { fundRowKey } from '../funds.ts'
import { hasField, type PlanHeader, planColumns } from '../plans/columns.ts'
import { filledCells, type Row, type RowCell } from '../rows.ts'
import { labelKey, narrow } from '../text.ts'
import { monitoringWords } from './words.ts'

const FEWEST = 2
const VALUE = /^[-−]?[\d.,]+(?:[万亿]?元|[%％])?$|^[—–\-－/]+$/
const isValue = (text: string): boolean => VALUE.test(narrow(text))

/** A header names a budget and what was spent of it. */
export const monitoredFundHeader = (row: Row): PlanHeader<MonitoredFundColumn> | undefined => {
  if (row.kind === 'paragraph' || row.cells.length < FEWEST + 1) return undefined
  const header = planColumns(row, monitoringWords().funds)
  const isHeader =
    hasField(header, 'executed') &&
    hasField(header, 'initialBudget', 'adjustedBudget') &&
    !filledCells(row).some((cell) => /^\d[\d,.]*$/.test(cell.text))
  return isHeader ? header : undefined
}

export interface MonitoredFunds {
  readonly header: PlanHeader<MonitoredFundColumn>
  readonly rows: MonitoredFundRow[]
  isDetail: boolean
}

const isBlockLabel = (text: string): boolean =>
  monitoringWords().fundBlock.has(labelKey(text)) || /^.{0,4}(?:资金|预算|经费).{0,6}情况$/.test(labelKey(text))

const labelOf = (row: Row, { columns, kind }: PlanHeader<MonitoredFundColumn>): RowCell | undefined => {
  const first = row.cells.findIndex((cell) => cell.text !== '' && isValue(cell.text))
  const isExact = row.kind === 'exact' && kind === 'exact'
  return row.cells.find(
    (cell, i) =>
      cell.own &&
      cell.text !== '' &&
      !isBlockLabel(cell.text) &&
      (isExact ? cell.column < columns[0]!.start : first < 0 || i < first),
  )
}

const rates: ReadonlySet<MonitoredFundColumn> = new Set(['rate', 'forecastRate'])
const costOf =
  (field: MonitoredFundColumn) =>
  (text: string): number => {
    if (text === '') return 0.1
    const isRate = /[%％]$/.test(text)
    if (!isValue(text)) return 3
    return rates.has(field) ? (isRate ? -2 : 0.2) : isRate ? 2 : -0.5
  }

const valuesOf = (
  row: Row,
  header: PlanHeader<MonitoredFundColumn>,
  label: RowCell,
): Partial<Record<MonitoredFundColumn, Cell>> => {
  const cells: Partial<Record<MonitoredFundColumn, Cell>> = {}
  const blank = { printed: '', at: row.at }
  if (row.kind === 'exact' && header.kind === 'exact') {
    for (const { field, start, end } of header.columns) {
      const cell = row.cells.find((one) => one.own && one.column >= start && one.column < end)
      cells[field] = cell ? toCell(cell) : blank
    }
    return cells
  }
  const first = row.cells.indexOf(label) + 1
  const values = row.cells.slice(first)
  const placed = align(
    values.map((cell) => cell.text),
    header.columns.map(({ field, start }) => ({ index: start - first, absent: 0.6, cost: costOf(field) })),
    header.cellCount - first,
  )
  header.columns.forEach(({ field }, i) => {
    const cell = values[placed[i]!]
    cells[field] = cell ? toCell(cell) : blank
  })
  return cells
}

const DETAIL = /中央|省|市|区|县|地方|补助|上级|本级/

/** Adds a row of the block; false when the row is none. */
export const addMonitoredFunds = (funds: MonitoredFunds, row: Row): boolean => {
  if (row.kind === 'paragraph') return false
  const label = labelOf(row, funds.header)
  const taken = new Set(funds.rows.map(({ key }) => key))
  const key = label ? fundRowKey(label.text, taken) : undefined
  if (!label || !key) return false
  const cells = valuesOf(row, funds.header, label)
  if (Object.values(cells).some(({ printed }) => printed !== '' && !/\d|^[—–\-－/无]+$/.test(narrow(printed))))
    return false
  const isWhich = label.text.startsWith('其中') && taken.has('appropriation')
  funds.isDetail = key === 'more' && (funds.isDetail || isWhich)
  if (!funds.isDetail || !DETAIL.test(label.text)) funds.rows.push({ key, label: toCell(label), cells })
  return true
}

export const fundHeaders = ({ header }: MonitoredFunds): Monitoring['funds']['headers'] =>
  Object.fromEntries(header.columns.map(({ field, cell }) => [field, cell]))
