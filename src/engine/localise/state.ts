/** The network with some cells changed: what every equation is off by now. */
import { type Decimal, maximum, minimum } from '../../kernel/decimal.ts'
import type { Interval } from '../../kernel/interval.ts'
import type { CellNode, EquationNode } from './network.ts'

export const holds = (residual: Decimal, { low, high }: Interval): boolean =>
  low.compare(residual) <= 0 && residual.compare(high) <= 0

/** What has to be added to the cell so that this equation holds. */
export const demand = (residual: Decimal, { low, high }: Interval, factor: 1 | -1): Interval =>
  factor === 1
    ? { low: low.subtract(residual), high: high.subtract(residual) }
    : { low: residual.subtract(high), high: residual.subtract(low) }

export const intersection = (a: Interval, b: Interval): Interval | undefined => {
  const low = maximum(a.low, b.low)
  const high = minimum(a.high, b.high)
  return low.compare(high) <= 0 ? { low, high } : undefined
}

/** One change that some of the failing equations ask of a cell. */
export interface Wish {
  readonly by: Interval
  /** Failing equations that it repairs. */
  readonly repaired: number
  /** Equations that hold and would fail. */
  readonly broken: number
}

export class State {
  /** Of the equations in sight, those that fail with the changes made so far. */
  readonly failing: Set<EquationNode>
  readonly residuals: Decimal[]
  readonly #ignored: ReadonlySet<EquationNode>
  readonly #changes = new Map<CellNode, Decimal>()

  /** `ignored`: equations that fail for another reason; they neither help nor hinder. */
  constructor(residuals: readonly Decimal[], failing: Iterable<EquationNode>, ignored: ReadonlySet<EquationNode>) {
    this.residuals = [...residuals]
    this.failing = new Set(failing)
    this.#ignored = ignored
  }

  isChanged(cell: CellNode): boolean {
    return this.#changes.has(cell)
  }

  change(cell: CellNode, by: Decimal): void {
    this.#changes.set(cell, by)
    this.#move(cell, by)
  }

  undo(cell: CellNode): void {
    const by = this.#changes.get(cell)
    if (!by) return
    this.#move(cell, by.negate())
    this.#changes.delete(cell)
  }

  #move(cell: CellNode, by: Decimal): void {
    for (const { node, factor } of cell.in) {
      if (this.#ignored.has(node)) continue
      const residual = this.residuals[node.index]!
      const moved = factor === 1 ? residual.add(by) : residual.subtract(by)
      this.residuals[node.index] = moved
      if (holds(moved, node.allowed)) this.failing.delete(node)
      else this.failing.add(node)
    }
  }

  /** The change that repairs every failing equation and keeps all that hold; `undefined` when there is none. */
  cure(cell: CellNode): Interval | undefined {
    let repaired = 0
    for (const { node } of cell.in) if (this.failing.has(node)) repaired++
    if (repaired < this.failing.size) return undefined
    let wanted: Interval | undefined
    for (const { node, factor } of cell.in) {
      if (this.#ignored.has(node)) continue
      const own = demand(this.residuals[node.index]!, node.allowed, factor)
      wanted = wanted ? intersection(wanted, own) : own
      if (!wanted) return undefined
    }
    return wanted
  }

  /** The changes that one or more failing equations ask of the cell, each once, those that repair most first. */
  wishes(cell: CellNode): readonly Wish[] {
    const [wanting, content]: [Interval[], Interval[]] = [[], []]
    for (const { node, factor } of cell.in) {
      if (this.#ignored.has(node)) continue
      const own = demand(this.residuals[node.index]!, node.allowed, factor)
      if (this.failing.has(node)) wanting.push(own)
      else content.push(own)
    }
    const wishes: Wish[] = []
    const seen = new Set<string>()
    for (const first of wanting) {
      let [by, repaired, broken] = [first, 0, 0]
      for (const other of wanting) {
        const both = intersection(by, other)
        if (!both) continue
        by = both
        repaired++
      }
      for (const other of content) {
        const both = intersection(by, other)
        if (both) by = both
        else broken++
      }
      const key = `${by.low.normalize()} ${by.high.normalize()}`
      if (!seen.has(key)) wishes.push({ by, repaired, broken })
      seen.add(key)
    }
    return wishes.sort((a, b) => b.repaired - b.broken - (a.repaired - a.broken))
  }
}
