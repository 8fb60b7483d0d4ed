/** What the layout search is asked, and what it answers. */
import type { Kind } from './likelihood.ts'
import type { Token } from './tokens.ts'
import type { Trie } from './trie.ts'

export interface LayoutColumn {
  readonly kind: Kind
  /** For labels: those that may stand here. */
  readonly trie?: Trie
  /** Label of a level of indicators, the outer one 1; `undefined` for the label of a whole block. */
  readonly level?: 1 | 2
  /** Cost of a row without this cell. */
  readonly missing: number
  /** Width in half characters, once it is known. */
  readonly width?: number | undefined
}

/** How often this document does what; learned from a first reading. Costs by what the line end before a token means. */
export interface Habits {
  /** By gap (see `GAPS`): a line end inside a cell, before another cell of the row, before a new row. */
  readonly wrap: readonly number[]
  readonly cell: readonly number[]
  readonly row: readonly number[]
  /** Going back to an earlier column of the row, as text does that was written line by line across the page. */
  readonly back: number
  /** Where the lines of a cell stand beside those of its row, in text written across the page. */
  readonly align?: 'middle' | 'top'
}

export interface LayoutTask {
  readonly tokens: readonly Token[]
  readonly columns: readonly LayoutColumn[]
  /** False: the tokens are one row (the goal block). */
  readonly hasRows: boolean
  /** Columns whose texts tend to be alike, and the pair of numbers that ends most rows; -1 where there is none. */
  readonly roles: {
    readonly level1: number
    readonly level2: number
    readonly name: number
    readonly target: number
    readonly actual: number
    readonly weight: number
    readonly score: number
  }
  readonly habits: Habits
  /** Readings to follow at a time; a first reading makes do with few. */
  readonly beam: number
  /** Labels that go on from what was read before the first token, by column. */
  readonly openLabels?: Readonly<Record<number, number>>
  /** Cost of taking a token for a page number and leaving it out, by index. */
  readonly skipCost: (index: number) => number
  /** Cost of a label word in a cell that is no label's, by index. */
  readonly strayLabel: (index: number) => number
  readonly isTemplateRow: (text: string) => boolean
  /** Cost of a second-level label under a first-level one, by trie nodes. */
  readonly labelConflict: (outer: number, inner: number) => number
}

export interface Placement {
  /** -1 for a token that was left out. */
  readonly column: number
  readonly row: number
  readonly startsLabel: boolean
  /** What this step cost: much means that the reading is doubtful. */
  readonly cost: number
}

/** Neutral until the document has shown what it does. */
export const FIRST_HABITS: Habits = {
  wrap: [0, 0, 0.3, 0.3, 0.4],
  cell: [0, 0, 0.5, 0.5, 0.7],
  row: [0, 0, 0.6, 0.4, 0.4],
  back: 2.2,
}

/** For text that was written line by line across the page: each line goes back to the columns on the left. */
export const ACROSS_HABITS: Habits = { ...FIRST_HABITS, back: 0.15 }
