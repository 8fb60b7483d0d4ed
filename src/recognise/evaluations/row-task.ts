/** What the search for rows of a sheet is asked, and what it answers. */
import type { Token } from '../lines/tokens.ts'

export type SheetColumnKind = 'level' | 'points' | 'text' | 'score' | 'comment'

export interface SheetColumn {
  readonly kind: SheetColumnKind
  /** 0 for the outermost level; points have the depth of the level they belong to. */
  readonly depth: number
  /** Points of a group of rows, not of the row. */
  readonly isGroup: boolean
  /** Width in half characters, once it is known. */
  readonly width?: number | undefined
  /** What its label shows that it has at least. */
  readonly leastWidth: number
}

export interface SheetTask {
  readonly tokens: readonly Token[]
  readonly columns: readonly SheetColumn[]
  /** Column of the last level, of the row's weight (-1: behind the name, or none), and of the score. */
  readonly leaf: number
  readonly weight: number
  readonly score: number
  /** Tokens before which a page was turned: cells may go on there. */
  readonly isTurned: (index: number) => boolean
  /** Cost of leaving a token out as a page number. */
  readonly skipCost: (index: number) => number
  /** The last name of each row ends in （N分）. */
  readonly hasPointsInNames: boolean
  /** No total line was found: other text may follow the last row. */
  readonly mayEnd: boolean
  /** Width that half of the lines reach, in half characters. */
  readonly lineWidth: number
  readonly hasBothGaps: boolean
  readonly names: readonly ReadonlySet<string>[]
}

export const LEFT_OUT = -1
export const AFTER_END = -2

export interface SheetPlacement {
  /** Column, `LEFT_OUT` or `AFTER_END`. */
  readonly column: number
  readonly row: number
  /** What this step cost: much means that the reading is doubtful. */
  readonly cost: number
}
