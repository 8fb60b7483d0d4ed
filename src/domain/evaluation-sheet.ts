/** 绩效评价指标体系评分表 as printed: a framework of one to four levels, each leaf with its weight and score. */
import type { Cell } from './self-evaluation.ts'
import type { Position } from './source-document.ts'

export const EVALUATION_LEVELS = ['level1', 'level2', 'level3', 'level4'] as const
export type EvaluationLevel = (typeof EVALUATION_LEVELS)[number]

/** Points that a sheet prints for a group of rows, behind its name or in a column of their own. */
export const GROUP_WEIGHTS = ['level1Weight', 'level2Weight', 'level3Weight'] as const
export type GroupWeight = (typeof GROUP_WEIGHTS)[number]

export interface EvaluationRow {
  readonly level1: Cell
  readonly level2: Cell
  readonly level3: Cell
  readonly level4: Cell
  readonly weight: Cell
  readonly score: Cell
  readonly comment: Cell
  /** Group points; absent where the sheet prints none for that group. */
  readonly level1Weight?: Cell
  readonly level2Weight?: Cell
  readonly level3Weight?: Cell
  /** What the indicator means and how it is scored (指标解释, 评分标准), as one text. */
  readonly criteria?: Cell
}

/** A printed sum of some of the rows (小计). */
export interface EvaluationSubtotal {
  readonly label: Cell
  /** Index of the row below it: it sums rows before that one. */
  readonly before: number
  readonly weight: Cell | undefined
  readonly score: Cell | undefined
}

export interface EvaluationSheet {
  /** 1-based, in document order. */
  readonly index: number
  readonly title: Cell | undefined
  /** From the report that the sheet belongs to, where that names one. */
  readonly projectName?: Cell | undefined
  /** The report's text since the sheet before, white space dropped. */
  readonly reportText?: string
  readonly rows: readonly EvaluationRow[]
  readonly subtotals?: readonly EvaluationSubtotal[]
  readonly totalWeight: Cell | undefined
  readonly totalScore: Cell | undefined
  readonly grade: Cell | undefined
  readonly at: Position
}

/** A small table of a report that repeats rows of a sheet: `of` is that sheet's index. */
export interface EvaluationExcerpt {
  readonly sheet: EvaluationSheet
  readonly of: number
}
