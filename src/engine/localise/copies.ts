/** Was a number taken over from a cell beside it? */
import type { AccountTableView } from '../accounts.ts'
import type { CellNode } from './network.ts'

const plain = (printed: string): string => printed.replace(/[,，\s]/g, '')

const placeKey = (row: number, column: number): string => `${row},${column}`

type Step = readonly [down: number, right: number]

/** A hand copies from above and before rather than from below and behind. */
const STEPS: readonly (readonly [step: Step, chance: number])[] = [
  [[-1, 0], 0.035],
  [[0, -1], 0.035],
  [[1, 0], 0.025],
  [[0, 1], 0.025],
]

/** Somewhere else in the row. */
const FARTHER = 0.01

const textAt = ({ record }: AccountTableView, row: number, column: number): string =>
  plain(record.rows[row]?.cells[column]?.printed ?? '')

interface Count {
  readonly same: number
  readonly all: number
}

const counts = new WeakMap<AccountTableView, Map<string, Count>>()

const countOf = (table: AccountTableView, column: number, [down, right]: Step): Count => {
  let own = counts.get(table)
  if (!own) counts.set(table, (own = new Map()))
  const key = `${placeKey(down, right)}|${column}`
  let count = own.get(key)
  if (!count) {
    const rows = table.record.rows.flatMap((_, i) => (/[1-9]/.test(textAt(table, i, column)) ? [i] : []))
    const same = rows.filter((i) => textAt(table, i + down, column + right) === textAt(table, i, column)).length
    own.set(key, (count = { same, all: rows.length }))
  }
  return count
}

/** Share of the column's other amounts that are the same as what stands in this direction from them; this one is. */
const usualShare = (table: AccountTableView, column: number, step: Step): number => {
  const { same, all } = countOf(table, column, step)
  return all > 1 ? (same - 1) / (all - 1) : 0
}

/**
 * Chance that this print was taken over from a neighbour. A cell that an equation makes equal (a total with one part) says
 * nothing as long as that equation holds; nor does one that is usually equal (合计 beside the only budget that pays).
 */
export const copyChance = ({ cell: { table, row, column, cell }, in: equations }: CellNode): number => {
  const own = plain(cell.printed)
  if (!/[1-9]/.test(own)) return 0
  const related = new Set(
    equations.flatMap(({ node }) =>
      node.isFailing
        ? []
        : node.terms.flatMap(({ cell: other }) =>
            other.cell.table === table ? [placeKey(other.cell.row, other.cell.column)] : [],
          ),
    ),
  )
  const isSame = (i: number, j: number): boolean => textAt(table, i, j) === own && !related.has(placeKey(i, j))
  let chance = 0
  for (const [step, likely] of STEPS)
    if (isSame(row + step[0], column + step[1])) chance += likely * Math.max(0, 1 - 5 * usualShare(table, column, step))
  if (chance > 0) return chance
  const line = table.record.rows[row]!.cells
  const isFar = (j: number): boolean => Math.abs(j - column) > 1
  return line.some((_, j) => isFar(j) && isSame(row, j)) ? FARTHER : 0
}
