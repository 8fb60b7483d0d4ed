/** 绩效评价指标体系评分表 as printed: a framework of one to four levels, each leaf with its weight and score. */
import type { Cell } from './self-evaluation.ts'
import type { Position } from './source-document.ts'

export const EVALUATION_LEVELS = ['level1', 'level2', 'level3', 'level4'] as const
export type EvaluationLevel = (typeof EVALUATION_LEVELS)[number]

export interface EvaluationRow {
  readonly level1: Cell
  readonly level2: Cell
  readonly level3: Cell
  readonly level4: Cell
  readonly weight: Cell
  readonly score: Cell
  readonly comment: Cell
}

export interface EvaluationSheet {
  /** 1-based, in document order. */
  readonly index: number
  readonly title: Cell | undefined
  readonly rows: readonly EvaluationRow[]
  readonly totalWeight: Cell | undefined
  readonly totalScore: Cell | undefined
  readonly grade: Cell | undefined
  readonly at: Position
}
