/**
 * The smallest sets of cells whose change makes a group of failing equations hold and breaks none that holds: a hitting set
 * over the failing equations, one cell after the other, with a bound on the work.
 */
import type { Decimal } from '../../kernel/decimal.ts'
import { addIntervals, type Interval, point } from '../../kernel/interval.ts'
import { baseValue } from '../verdict.ts'
import type { CellNode, EquationNode } from './network.ts'
import { type Explanation, explain, type SlipContext } from './slips.ts'
import type { State } from './state.ts'

export interface Change {
  readonly node: CellNode
  readonly explanation: Explanation
  /** All values that fit, in the base unit. */
  readonly wanted: Interval
}

export interface Solution {
  readonly changes: readonly Change[]
  /** Product of the explanations' weights: for ranking solutions of one group. */
  readonly weight: number
}

export interface SearchResult {
  readonly solutions: readonly Solution[]
  /** The search was cut off: there may be others. */
  readonly isCut: boolean
}

/** Sets of more cells are not searched for: what two or three cells explain by chance is many, what four explain is noise. */
export const MOST_CELLS = 3
/** Steps of one group; a step tries one cell. */
export const MOST_STEPS = 20_000
/** Solutions kept of one group. */
const MOST_SOLUTIONS = 400

const valueBy = (node: CellNode, by: Interval): Interval => addIntervals(point(baseValue(node.amount)), by)

export const changeOf = (node: CellNode, by: Interval, context: SlipContext): Change | undefined => {
  const wanted = valueBy(node, by)
  const explanation = explain(node, wanted, context)
  return explanation && { node, explanation, wanted }
}

/** How much the printed number has to be changed by, in the base unit. */
export const differenceOf = ({ node, explanation }: Change): Decimal =>
  explanation.value.shift(node.amount.power).subtract(baseValue(node.amount))

/** A number typed into the wrong cell: one cell should be empty and the other has what stands there. */
const MISPLACED = 0.02

const weightOf = (changes: readonly Change[]): number => {
  const [a, b] = changes
  if (changes.length === 2 && a && b) {
    const [x, y] = a.node.amount.value.isZero() ? [b, a] : [a, b]
    if (
      y.node.amount.value.isZero() &&
      x.explanation.value.isZero() &&
      baseValue(x.node.amount).equals(y.explanation.value.shift(y.node.amount.power))
    )
      return MISPLACED
  }
  return changes.reduce((product, { explanation }) => product * explanation.weight, 1)
}

/** Failing equations that share no cell need a changed cell each. */
const disjoint = (failing: Iterable<EquationNode>): number => {
  const used = new Set<CellNode>()
  let count = 0
  for (const { terms } of failing) {
    if (terms.some(({ cell }) => used.has(cell))) continue
    for (const { cell } of terms) used.add(cell)
    count++
  }
  return count
}

const smallest = (failing: Iterable<EquationNode>): EquationNode | undefined => {
  let best: EquationNode | undefined
  for (const node of failing) if (!best || node.terms.length < best.terms.length) best = node
  return best
}

class Search {
  readonly found = new Map<string, Solution>()
  steps = 0
  isCut = false
  readonly #state: State
  readonly #context: SlipContext
  readonly #chosen: Change[] = []

  constructor(state: State, context: SlipContext) {
    this.#state = state
    this.#context = context
  }

  #keep(last: Change): void {
    const changes = [...this.#chosen, last].sort((a, b) => a.node.index - b.node.index)
    const key = changes.map(({ node }) => node.index).join(' ')
    const weight = weightOf(changes)
    const old = this.found.get(key)
    if (!old || old.weight < weight) this.found.set(key, { changes, weight })
    if (this.found.size >= MOST_SOLUTIONS) this.isCut = true
  }

  /** Every solution changes a cell of the pivot, whichever failing equation that is. */
  run(cells: number): void {
    const state = this.#state
    const pivot = smallest(state.failing)
    if (!pivot || (cells > 1 && disjoint(state.failing) > cells)) return
    for (const { cell } of pivot.terms) {
      if (this.isCut || state.isChanged(cell)) continue
      if (++this.steps > MOST_STEPS) {
        this.isCut = true
        return
      }
      if (cells === 1) this.#finish(cell)
      else this.#goOn(cell, cells)
    }
  }

  #finish(cell: CellNode): void {
    const by = this.#state.cure(cell)
    const change = by && changeOf(cell, by, this.#context)
    if (change) this.#keep(change)
  }

  #goOn(cell: CellNode, cells: number): void {
    for (const { by } of this.#state.wishes(cell)) {
      const change = changeOf(cell, by, this.#context)
      if (!change) continue
      this.#state.change(cell, differenceOf(change))
      this.#chosen.push(change)
      // An equation that one cell repairs alone belongs to a smaller solution, or to none.
      if (this.#state.failing.size > 0) this.run(cells - 1)
      this.#chosen.pop()
      this.#state.undo(cell)
    }
  }
}

const placeOf = ({ node }: Change): readonly number[] => [node.cell.table.index, node.cell.row, node.cell.column]

const byPlace = (a: Solution, b: Solution): number => {
  const [first, second] = [a.changes.flatMap(placeOf), b.changes.flatMap(placeOf)]
  const at = first.findIndex((part, i) => part !== second[i])
  return at < 0 ? first.length - second.length : first[at]! - (second[at] ?? -1)
}

/** Weights are products of chances: what differs only in the seventh digit is the same. */
const magnitude = (weight: number): number => Math.round(1e6 * Math.log10(weight))

export const byLikelihood = (a: Solution, b: Solution): number =>
  magnitude(b.weight) - magnitude(a.weight) || byPlace(a, b)

/** All solutions of the smallest size that has any, the likeliest first; equal ones in the order of the document. */
export const search = (state: State, context: SlipContext, mostCells = MOST_CELLS): SearchResult => {
  let isCut = false
  for (let cells = 1; cells <= mostCells; cells++) {
    const own = new Search(state, context)
    own.run(cells)
    isCut ||= own.isCut
    if (own.found.size > 0) return { solutions: [...own.found.values()].sort(byLikelihood), isCut }
    if (own.isCut) break
  }
  return { solutions: [], isCut }
}
