/**
 * The equations of a document as a network: which cell stands in which equation, what each equation is off by now, and
 * what it may be off by. Everything in the base unit of the amounts, exact.
 */

import { Decimal } from '../../kernel/decimal.ts'
import type { Interval } from '../../kernel/interval.ts'
import { append } from '../../kernel/lists.ts'
import type { AccountCell } from '../accounts.ts'
import { amountsOf, cellsOf, type Equation, isBroken } from '../equations.ts'
import { type Amount, baseValue } from '../verdict.ts'

export interface Term {
  readonly cell: CellNode
  /** +1 for the total, the opposite of its sign for a part. */
  readonly factor: 1 | -1
}

export interface EquationNode {
  readonly index: number
  readonly equation: Equation
  readonly terms: readonly Term[]
  /** total − Σ parts, as printed. */
  readonly residual: Decimal
  /** What total − Σ parts may be without the equation failing. */
  readonly allowed: Interval
  readonly isFailing: boolean
}

export interface CellNode {
  readonly index: number
  readonly cell: AccountCell
  /** As the equations take it: blank is 0. */
  readonly amount: Amount
  readonly in: { readonly node: EquationNode; readonly factor: 1 | -1 }[]
}

export interface Network {
  readonly cells: readonly CellNode[]
  readonly equations: readonly EquationNode[]
}

const HALF = Decimal.of(5, 1)

/** τ0: nothing; τ1: half of the last unit of each number; and what it is off by now, where that does not count as failing. */
const allowedIn = (
  { tolerance }: Equation,
  amounts: readonly Amount[],
  residual: Decimal,
  isFailing: boolean,
): Interval => {
  let slack = Decimal.zero
  if (tolerance === 'rounded')
    for (const { value, power } of amounts) slack = slack.add(value.lastUnit().multiply(HALF).shift(power))
  const low = slack.negate()
  if (isFailing) return { low, high: slack }
  return {
    low: residual.compare(low) < 0 ? residual : low,
    high: residual.compare(slack) > 0 ? residual : slack,
  }
}

/** Tables are told apart by their record, cells by their place in it: two views of one document are one network. */
class CellIndex {
  readonly cells: CellNode[] = []
  readonly #byTable = new Map<unknown, Map<number, CellNode>>()

  nodeOf(cell: AccountCell, amount: Amount): CellNode {
    const { record } = cell.table
    let own = this.#byTable.get(record)
    if (!own) this.#byTable.set(record, (own = new Map()))
    const key = cell.row * record.columns.length + cell.column
    let node = own.get(key)
    if (!node) {
      node = { index: this.cells.length, cell, amount, in: [] }
      own.set(key, node)
      this.cells.push(node)
    }
    return node
  }
}

/** Equations with a cell that cannot be read decide nothing and are left out; so is one that counts a cell twice. */
export const networkOf = (equations: readonly Equation[]): Network => {
  const index = new CellIndex()
  const nodes: EquationNode[] = []
  for (const equation of equations) {
    const amounts = amountsOf(equation)
    if (!amounts) continue
    const printed = cellsOf(equation)
    const all = [amounts.total, ...amounts.parts]
    const terms = printed.map((cell, i): Term => {
      const sign = i === 0 ? 1 : equation.parts[i - 1]!.sign
      const amount = sign === 1 ? all[i]! : { ...all[i]!, value: all[i]!.value.negate() }
      return { cell: index.nodeOf(cell, amount), factor: i === 0 ? 1 : sign === 1 ? -1 : 1 }
    })
    if (new Set(terms.map(({ cell }) => cell)).size < terms.length) continue
    let residual = baseValue(all[0]!)
    for (const part of all.slice(1)) residual = residual.subtract(baseValue(part))
    const isFailing = isBroken(equation)
    const allowed = allowedIn(equation, all, residual, isFailing)
    const node: EquationNode = { index: nodes.length, equation, terms, residual, allowed, isFailing }
    nodes.push(node)
    for (const { cell, factor } of terms) cell.in.push({ node, factor })
  }
  return { cells: index.cells, equations: nodes }
}

/** Equations that share a cell, directly or through others: each group is one thing to explain. */
export const groupsOf = (
  failing: readonly EquationNode[],
  termsOf: (node: EquationNode) => readonly Term[],
): readonly (readonly EquationNode[])[] => {
  const groupAt = new Map<CellNode, EquationNode[]>()
  const groups = new Set<EquationNode[]>()
  const cellsIn = new Map<EquationNode[], CellNode[]>()
  for (const node of failing) {
    const own: EquationNode[] = [node]
    const cells: CellNode[] = []
    for (const { cell } of termsOf(node)) {
      const other = groupAt.get(cell)
      if (other && other !== own && groups.delete(other)) {
        append(own, other)
        const moved = cellsIn.get(other) ?? []
        append(cells, moved)
        for (const one of moved) groupAt.set(one, own)
      }
      cells.push(cell)
      groupAt.set(cell, own)
    }
    cellsIn.set(own, cells)
    groups.add(own)
  }
  return [...groups].map((group) => group.sort((a, b) => a.index - b.index)).sort((a, b) => a[0]!.index - b[0]!.index)
}
