/** Whole-department forms in tables: head, money, tasks, goals, indicators, in the order in which forms print them. */
import type { DepartmentSelfEvaluation } from '../../domain/department-self-evaluation.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { fundHeader, indicatorHeader, toCell } from '../columns.ts'
import { addFundRow, finishFunds, newFundBlock, noteUnit } from '../funds.ts'
import { addGoalRow, isGoalRow, newGoalBlock } from '../goals.ts'
import { yearIn } from '../head.ts'
import {
  addIndicatorRow,
  type IndicatorLayout,
  indicatorCells,
  indicatorLayout,
  newIndicatorBlock,
} from '../indicators.ts'
import { filledCells, hasOwnText, type Row } from '../rows.ts'
import { labelKey, narrow } from '../text.ts'
import { isTotalRow } from '../totals.ts'
import { isCostLevel2 } from '../vocabulary.ts'
import { addTaskRow, startTasks, type TaskBlock, taskColumns } from './task-rows.ts'
import { departmentWords, isDepartmentTitle } from './words.ts'

export interface GridDepartmentForm extends Omit<DepartmentSelfEvaluation, 'index'> {
  readonly block: number
}

const HEADING_ROWS = 6
const HEAD_ROWS = 8

const titleOf = (rows: readonly Row[], from: number, to: number): Cell | undefined => {
  for (let i = to - 1; i >= from; i -= 1) {
    const cell = filledCells(rows[i]!).find((one) => one.own && isDepartmentTitle(one.text))
    if (cell) return toCell(cell)
  }
  return undefined
}

/** Rows of each table with a title of its own above it or in its first rows. */
const candidates = (rows: readonly Row[]): { title: Cell; above: readonly Row[]; rows: readonly Row[] }[] => {
  const found: { title: Cell; above: readonly Row[]; rows: readonly Row[] }[] = []
  for (let from = 0; from < rows.length; ) {
    let to = from + 1
    while (to < rows.length && rows[to]!.block === rows[from]!.block) to += 1
    if (rows[from]!.kind !== 'paragraph') {
      let above = from
      while (above > 0 && from - above < HEADING_ROWS && rows[above - 1]!.kind === 'paragraph') above -= 1
      const title = titleOf(rows, above, Math.min(to, from + 3))
      if (title) found.push({ title, above: rows.slice(above, from), rows: rows.slice(from, to) })
    }
    from = to
  }
  return found
}

interface Draft {
  phase: 'head' | 'funds' | 'tasks' | 'goals' | 'indicators'
  department: Cell | undefined
  tasks: TaskBlock | undefined
  layout: IndicatorLayout | undefined
  totalWeight: Cell | undefined
  totalScore: Cell | undefined
  isClosed: boolean
  readonly funds: ReturnType<typeof newFundBlock>
  readonly goals: ReturnType<typeof newGoalBlock>
  readonly indicators: ReturnType<typeof newIndicatorBlock>
  readonly isCostLevel1: boolean
}

/** 部门名称 | 某局: the first filled cell behind the label. */
const addDepartment = (draft: Draft, row: Row): void => {
  if (draft.department) return
  const filled = filledCells(row)
  const at = filled.findIndex((cell) => cell.own && departmentWords().departments.has(labelKey(cell.text)))
  if (at >= 0) draft.department = filled[at + 1] ? toCell(filled[at + 1]!) : { printed: '', at: filled[at]!.at }
}

const NUMBER = /^\d+(?:\.\d+)?分?$/

const addTotal = (draft: Draft, row: Row, layout: IndicatorLayout): void => {
  draft.isClosed = true
  const numbers = filledCells(row).filter((cell) => NUMBER.test(narrow(cell.text)))
  const cells = indicatorCells(row, layout)
  const placed = numbers.length === 2 ? { weight: numbers[0], score: numbers[1] } : cells
  draft.totalWeight = placed.weight?.text ? toCell(placed.weight) : undefined
  draft.totalScore = placed.score?.text ? toCell(placed.score) : undefined
  if (numbers.length === 1 && !draft.totalScore) draft.totalScore = toCell(numbers[0]!)
}

const addHeadRow = (draft: Draft, row: Row): void => {
  if (draft.phase === 'funds' && addFundRow(draft.funds, row)) return
  if (draft.phase === 'tasks' && draft.tasks && !isGoalRow(row)) {
    const block = addTaskRow(draft.tasks, row)
    if (block) {
      draft.tasks = block
      return
    }
  }
  if (draft.phase === 'goals' || isGoalRow(row)) {
    draft.phase = 'goals'
    addGoalRow(draft.goals, row)
    return
  }
  noteUnit(draft.funds, row)
  addDepartment(draft, row)
}

const addRow = (draft: Draft, row: Row): void => {
  const indicators = indicatorHeader(row)
  if (indicators) {
    draft.layout ??= indicatorLayout(indicators, draft.isCostLevel1)
    draft.phase = 'indicators'
    return
  }
  if (draft.phase === 'indicators' && draft.layout) {
    if (isTotalRow(row)) addTotal(draft, row, draft.layout)
    else if (!draft.isClosed && row.kind !== 'paragraph') addIndicatorRow(draft.indicators, row, draft.layout)
    return
  }
  const tasks = startTasks(row)
  if (tasks) {
    noteUnit(draft.funds, row)
    draft.tasks = tasks
    draft.phase = 'tasks'
    return
  }
  const funds = fundHeader(row)
  if (funds) {
    noteUnit(draft.funds, row)
    draft.funds.header = funds
    draft.phase = 'funds'
    return
  }
  addHeadRow(draft, row)
}

const yearOf = (rows: readonly Row[]): number =>
  rows
    .flatMap((row) => filledCells(row))
    .map((cell) =>
      cell.text.length < 60 ? yearIn(cell.text) || Number(/^(?:19|20)\d{2}$/.exec(cell.text)?.[0] ?? 0) : 0,
    )
    .find((year) => year > 0) ?? 0

/** Every whole-department form of the document's tables. Never throws, never repairs. */
export const departmentsFromGrids = (rows: readonly Row[]): GridDepartmentForm[] =>
  candidates(rows).flatMap(({ title, above, rows: table }) => {
    const draft: Draft = {
      phase: 'head',
      department: undefined,
      tasks: undefined,
      layout: undefined,
      totalWeight: undefined,
      totalScore: undefined,
      isClosed: false,
      funds: newFundBlock(),
      goals: newGoalBlock(),
      indicators: newIndicatorBlock(),
      isCostLevel1: table.some((row) => row.cells.some((cell) => isCostLevel2(cell.text))),
    }
    for (const row of above) noteUnit(draft.funds, row)
    for (const row of table) if (hasOwnText(row)) addRow(draft, row)
    const fields = draft.layout?.header.columns.map(({ field }) => field) ?? []
    const isReport = fields.includes('actual') || fields.includes('score') || draft.tasks !== undefined
    if (!isReport || draft.indicators.indicators.length === 0) return []
    const funds = finishFunds(draft.funds)
    return [
      {
        title,
        department: draft.department,
        year: yearOf([...above, ...table.slice(0, HEAD_ROWS)]),
        unit: funds.unit,
        taskColumns: draft.tasks ? taskColumns(draft.tasks) : [],
        tasks: draft.tasks?.tasks ?? [],
        funds: draft.funds.header ? funds : undefined,
        goalExpected: draft.goals.expected,
        goalActual: draft.goals.actual,
        indicators: draft.indicators.indicators,
        totalWeight: draft.totalWeight,
        totalScore: draft.totalScore,
        at: table[0]!.at,
        block: table[0]!.block,
      },
    ]
  })
