/**
 * A wrong number that was added up: the sums above it in the same table were computed with it and hold, and only what
 * other tables or places say of these sums fails. One cell is wrong, and with it everything that contains it.
 */
import type { Interval } from '../../kernel/interval.ts'
import type { CellNode, EquationNode } from './network.ts'
import { type Change, changeOf, differenceOf, type Solution } from './search.ts'
import type { SlipContext } from './slips.ts'
import { demand, intersection, type State } from './state.ts'

/** Cells from which sums are followed upwards, for one group of failing equations. */
const MOST_STARTS = 3000
/** A wrong number that is carried on; then explained by its own slip. */
const CARRIED = 0.1

const isInOneTable = ({ equation: { total, parts } }: EquationNode): boolean =>
  parts.length > 0 && parts.every(({ cell }) => cell.table === total.table)

/** Everything that adds up to a cell of a failing equation, inside its table. */
const below = (state: State): readonly CellNode[] => {
  const queue = [...new Set([...state.failing].flatMap(({ terms }) => terms.map(({ cell }) => cell)))]
  const seen = new Set(queue)
  for (let i = 0; i < queue.length && queue.length < MOST_STARTS; i++)
    for (const { node, factor } of queue[i]!.in) {
      if (factor !== 1 || node.isFailing || node.terms[0]!.cell !== queue[i] || !isInOneTable(node)) continue
      for (const { cell } of node.terms) {
        if (seen.has(cell)) continue
        seen.add(cell)
        queue.push(cell)
      }
    }
  return queue
}

/** The cell and every sum above it that moves with it, each with the sign of its movement. */
const above = (start: CellNode): ReadonlyMap<CellNode, 1 | -1> => {
  const moved = new Map<CellNode, 1 | -1>([[start, 1]])
  for (const [cell, sign] of moved)
    for (const { node, factor } of cell.in) {
      const total = node.terms[0]!.cell
      if (node.isFailing || total === cell || moved.has(total) || !isInOneTable(node)) continue
      moved.set(total, factor === -1 ? sign : sign === 1 ? -1 : 1)
    }
  return moved
}

/** What the start has to be changed by so that everything holds when all that contains it is changed with it. */
const demanded = (state: State, moved: ReadonlyMap<CellNode, 1 | -1>): Interval | undefined => {
  const net = new Map<EquationNode, number>()
  for (const [cell, sign] of moved)
    for (const { node, factor } of cell.in) net.set(node, (net.get(node) ?? 0) + sign * factor)
  for (const node of state.failing) if (!net.get(node)) return undefined
  let wanted: Interval | undefined
  for (const [node, by] of net) {
    if (by === 0 || (node.isFailing && !state.failing.has(node))) continue
    if (by !== 1 && by !== -1) return undefined
    const own = demand(state.residuals[node.index]!, node.allowed, by)
    wanted = wanted ? intersection(wanted, own) : own
    if (!wanted) return undefined
  }
  return wanted
}

/** The start first, then the sums that follow it. */
const followers = (
  start: Change,
  moved: ReadonlyMap<CellNode, 1 | -1>,
  context: SlipContext,
): readonly Change[] | undefined => {
  const by = differenceOf(start)
  const changes: Change[] = [start]
  for (const [node, sign] of moved) {
    if (node === start.node) continue
    const own = sign === 1 ? by : by.negate()
    const change = changeOf(node, { low: own, high: own }, context)
    if (!change) return undefined
    changes.push(change)
  }
  return changes
}

/** One wrong cell with all that was added up from it; only where at least one sum was. */
export const carriedErrors = (state: State, context: SlipContext): readonly Solution[] => {
  const solutions: Solution[] = []
  for (const start of below(state)) {
    const moved = above(start)
    if (moved.size < 2) continue
    const wanted = demanded(state, moved)
    const change = wanted && changeOf(start, wanted, context)
    const changes = change && followers(change, moved, context)
    if (changes) solutions.push({ changes, weight: CARRIED * change.explanation.weight })
  }
  return solutions
}
