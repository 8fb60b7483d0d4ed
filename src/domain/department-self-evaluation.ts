/** 部门（单位）整体支出绩效自评表 as printed: yearly tasks with their money, goals, indicators; scores where the form has them. */
import type { Cell, Funds, Indicator } from './self-evaluation.ts'
import type { Position } from './source-document.ts'

/** Columns of the block of yearly tasks. Total and appropriation are 全额 and 其中：财政拨款. */
export const TASK_COLUMNS = [
  'name',
  'content',
  'completion',
  'budgetTotal',
  'budgetAppropriation',
  'budgetOther',
  'executedTotal',
  'executedAppropriation',
  'executedOther',
  'rate',
  'weight',
  'score',
] as const
export type TaskColumn = (typeof TASK_COLUMNS)[number]

export interface DepartmentTask {
  readonly cells: Readonly<Partial<Record<TaskColumn, Cell>>>
  /** 金额合计: the printed sum of the rows above. */
  readonly isTotal: boolean
}

export interface DepartmentSelfEvaluation {
  /** 1-based, in document order. */
  readonly index: number
  readonly title: Cell | undefined
  /** 部门（单位）名称; blank when the form has the field and leaves it open. */
  readonly department: Cell | undefined
  /** 0 when no year is printed at the form. */
  readonly year: number
  /** Unit of the amounts of the tasks, as stated: 元 or 万元; empty when nothing says. */
  readonly unit: string
  /** Columns that the block of tasks has. */
  readonly taskColumns: readonly TaskColumn[]
  readonly tasks: readonly DepartmentTask[]
  /** 年度预算执行情况, where the form has such a block. */
  readonly funds: Funds | undefined
  readonly goalExpected: Cell | undefined
  readonly goalActual: Cell | undefined
  readonly indicators: readonly Indicator[]
  readonly totalWeight: Cell | undefined
  readonly totalScore: Cell | undefined
  readonly at: Position
}
