/** The calculation behind the amount: lines of 数量 × 单价 = 金额. */
import type { CostingColumn, CostingLine, GoalDeclaration } from '../../domain/goal-declaration.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { toCell } from '../columns.ts'
import { hasField, type PlanHeader, planColumns } from '../plans/columns.ts'
import { filledCells, type Row } from '../rows.ts'
import { labelKey, narrow } from '../text.ts'
import { goalWords } from './words.ts'

const FEWEST = 3

/** A row that names a line's quantity, price and amount. */
export const costingHeader = (row: Row): PlanHeader<CostingColumn> | undefined => {
  if (row.kind === 'paragraph' || row.cells.length < FEWEST) return undefined
  const header = planColumns(row, goalWords().costing)
  const isCosting = hasField(header, 'amount') && hasField(header, 'price') && hasField(header, 'quantity')
  return isCosting && header.columns.length >= FEWEST ? header : undefined
}

const NUMBER = /^[-−]?[\d,.]+$/

const exactCells = (row: Row, header: PlanHeader<CostingColumn>): Partial<Record<CostingColumn, Cell>> =>
  Object.fromEntries(
    header.columns.flatMap(({ field, start, end }) => {
      const cell = row.cells.find((one) => one.own && one.column >= start && one.column < end)
      return cell ? [[field, toCell(cell)] as const] : []
    }),
  )

/** Without sure places a line is read only when it is as long as the header. */
const raggedCells = (row: Row, header: PlanHeader<CostingColumn>): Partial<Record<CostingColumn, Cell>> =>
  row.cells.length === header.cellCount
    ? Object.fromEntries(header.columns.map(({ field, start }) => [field, toCell(row.cells[start]!)]))
    : {}

/** One line of the calculation; `undefined` when the row is none. */
export const costingLine = (row: Row, header: PlanHeader<CostingColumn>): CostingLine | undefined => {
  const isExact = row.kind === 'exact' && header.kind === 'exact'
  const filled = filledCells(row)
  const isTotal = filled.some((cell) => cell.own && goalWords().costingTotals.has(labelKey(cell.text)))
  const last = filled.at(-1)
  if (isTotal && last && NUMBER.test(narrow(last.text))) return { cells: { amount: toCell(last) }, isTotal }
  const cells = isExact ? exactCells(row, header) : raggedCells(row, header)
  return NUMBER.test(narrow(cells.amount?.printed ?? '')) ? { cells, isTotal } : undefined
}

export const costingHeaders = (header: PlanHeader<CostingColumn>): GoalDeclaration['costingHeaders'] =>
  Object.fromEntries(header.columns.map(({ field, cell }) => [field, cell]))
