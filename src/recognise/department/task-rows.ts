/** The block of yearly tasks in a table: a header of one or two rows, then rows with amounts. */
import type { DepartmentTask, TaskColumn } from '../../domain/department-self-evaluation.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { TaskLabel } from '../../law/department-form.ts'
import { toCell } from '../columns.ts'
import { filledCells, type Row, type RowCell } from '../rows.ts'
import { labelKey, narrow } from '../text.ts'
import { columnsOf } from './task-header.ts'
import { amountColumn, departmentWords, isSubLabel } from './words.ts'

interface PlacedColumn {
  readonly column: TaskColumn
  readonly start: number
  readonly end: number
}

export interface TaskBlock {
  readonly header: Row
  readonly columns: readonly PlacedColumn[]
  /** Labels of the header rows in their order, for rows of which only the order of cells is sure. */
  readonly labels: readonly TaskLabel[]
  readonly tasks: DepartmentTask[]
}

const labelOf = (cell: RowCell): TaskLabel | undefined => departmentWords().columns(cell.text)[0]

/** Names of tasks beside what was budgeted or spent. */
export const startTasks = (row: Row): TaskBlock | undefined => {
  if (row.kind === 'paragraph') return undefined
  const found = row.cells.flatMap((cell) => {
    const label = cell.text === '' ? undefined : labelOf(cell)
    return label ? [{ cell, label }] : []
  })
  const has = (...labels: TaskLabel[]): boolean => found.some(({ label }) => labels.includes(label))
  if (!has('name') || !has('budget', 'executed')) return undefined
  const columns = found.flatMap(({ cell, label }): PlacedColumn[] => {
    if (isSubLabel(label)) return []
    const column = label === 'budget' || label === 'executed' ? amountColumn(label, undefined) : (label as TaskColumn)
    return [{ column, start: cell.column, end: cell.column + cell.span }]
  })
  return { header: row, columns, labels: found.map(({ label }) => label), tasks: [] }
}

const isSubRow = (row: Row): boolean => {
  const own = filledCells(row).filter((cell) => cell.own)
  return (
    own.length > 0 && own.every((cell) => labelOf(cell) !== undefined) && own.some((cell) => isSubLabel(labelOf(cell)!))
  )
}

/** 全额 and 其中：财政拨款 below 预算数 part its column. */
const partColumns = (block: TaskBlock, row: Row): TaskBlock => {
  const subs = filledCells(row).filter((cell) => cell.own && isSubLabel(labelOf(cell)!))
  const columns = block.columns.flatMap((placed): PlacedColumn[] => {
    const main = /^(budget|executed)/.exec(placed.column)?.[1] as 'budget' | 'executed' | undefined
    const own = subs.filter((cell) => cell.column >= placed.start && cell.column < placed.end)
    if (!main || own.length === 0) return [placed]
    return own.map((cell) => ({
      column: amountColumn(main, labelOf(cell)),
      start: cell.column,
      end: cell.column + cell.span,
    }))
  })
  return { ...block, columns, labels: [...block.labels, ...subs.map((cell) => labelOf(cell)!)] }
}

const AMOUNT = /^-?[\d,]+(?:\.\d+)?[%％]?$/
const isAmount = (cell: RowCell): boolean => AMOUNT.test(narrow(cell.text))
const BLOCK_LABEL = /^(?:年度)?(?:主要|重点)?任务(?:完成情况|情况)?$/

const exactCells = (row: Row, { columns }: TaskBlock): Partial<Record<TaskColumn, Cell>> => {
  const cells: Partial<Record<TaskColumn, Cell>> = {}
  for (const { column, start, end } of columns) {
    const cell = row.cells.find((one) => one.column < end && one.column + one.span > start && one.own)
    cells[column] = cell ? toCell(cell) : { printed: '', at: row.at }
  }
  return cells
}

/** Amounts stand at the end of the row, texts before them. */
const raggedCells = (row: Row, { labels }: TaskBlock): Partial<Record<TaskColumn, Cell>> => {
  const columns = columnsOf(labels)
  const filled = filledCells(row).filter((cell) => cell.own && !BLOCK_LABEL.test(labelKey(cell.text)))
  const texts = columns.filter((column) => column === 'name' || column === 'content' || column === 'completion')
  const values = columns.filter((column) => !(texts as readonly TaskColumn[]).includes(column))
  const amounts = filled.filter(isAmount)
  const words = filled.filter((cell) => !isAmount(cell))
  const cells: Partial<Record<TaskColumn, Cell>> = {}
  for (const column of columns) cells[column] = { printed: '', at: row.at }
  for (const [index, column] of texts.entries()) if (words[index]) cells[column] = toCell(words[index])
  for (const [index, column] of values.entries())
    if (amounts[index])
      cells[column] = { ...toCell(amounts[index]), ...(amounts.length === values.length ? {} : { unsure: true }) }
  return cells
}

/** Adds a row; `undefined` when the row is none of a task, the block with its columns parted for the lower row of a header. */
export const addTaskRow = (block: TaskBlock, row: Row): TaskBlock | undefined => {
  if (row.kind === 'paragraph') return undefined
  if (block.tasks.length === 0 && isSubRow(row)) return partColumns(block, row)
  const filled = filledCells(row).filter((cell) => cell.own && !BLOCK_LABEL.test(labelKey(cell.text)))
  const first = filled[0]
  if (!first) return block
  const isTotal = departmentWords().totals.has(labelKey(first.text))
  const isExact = row.kind === 'exact' && block.header.kind === 'exact'
  const cells = isExact ? exactCells(row, block) : raggedCells(row, block)
  if (isTotal) {
    // The label of the sum covers the texts beside the names.
    for (const column of ['content', 'completion'] as const)
      if (cells[column]?.printed === first.text) cells[column] = { printed: '', at: row.at }
    cells.name = toCell(first)
  }
  if (!isTotal && (cells.name?.printed ?? '') === '') return filled.some(isAmount) ? block : undefined
  if (!filled.some(isAmount) && filled.length < 2) return undefined
  block.tasks.push({ cells, isTotal })
  return block
}

export const taskColumns = ({ columns, labels, header }: TaskBlock): readonly TaskColumn[] =>
  header.kind === 'exact' ? columns.map(({ column }) => column) : columnsOf(labels)
