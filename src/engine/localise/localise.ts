/**
 * Localisation (FA-342): which cells are wrong when equations fail. Failing equations that hang together are one group; for
 * each the smallest sets of cells are found whose change makes all of them hold and breaks none that holds, with the values
 * that the equations demand, the likeliest first. Arithmetic decides what is a candidate; only the order is a guess.
 */

import type { Decimal } from '../../kernel/decimal.ts'
import type { Interval } from '../../kernel/interval.ts'
import { append } from '../../kernel/lists.ts'
import type { AccountCell } from '../accounts.ts'
import type { Equation } from '../equations.ts'
import { carriedErrors } from './carried.ts'
import { type MissingRow, missingRow } from './missing-row.ts'
import { type CellNode, type EquationNode, groupsOf, type Network, networkOf } from './network.ts'
import { byLikelihood, changeOf, differenceOf, MOST_CELLS, type Solution, search } from './search.ts'
import type { Slip, SlipContext } from './slips.ts'
import { State } from './state.ts'

export type { MissingRow } from './missing-row.ts'
export type { Slip, SlipContext } from './slips.ts'

export interface RepairedCell {
  readonly cell: AccountCell
  /** What should be printed, in the unit and with the decimals of the cell. */
  readonly value: Decimal
  /** All values that the equations allow, in the base unit. */
  readonly wanted: Interval
  readonly slip: Slip
  /** The text of the document says this value too. */
  readonly isSaid: boolean
}

/**
 * - `cells`: these cells are wrong, each on its own;
 * - `carried`: the first is wrong, the others were added up from it;
 * - `missing-row`: no printed cell is wrong, a row was left out.
 */
export type RepairKind = 'cells' | 'carried' | 'missing-row'

export interface Repair {
  readonly kind: RepairKind
  /** Empty for a missing row. */
  readonly cells: readonly RepairedCell[]
  readonly missing?: MissingRow
  /** Share of the likelihood of all repairs of the group, 0 to 1. */
  readonly share: number
}

/**
 * - `located`: at least one repair;
 * - `none`: no repair of so few cells exists;
 * - `cut-off`: none was found within the bound on the work.
 */
export type Outcome = 'located' | 'none' | 'cut-off'

/** One group of failing equations with the ways to repair it. */
export interface Localisation {
  readonly outcome: Outcome
  /** Those that fail, in the order in which they are stated. */
  readonly failed: readonly Equation[]
  /** The likeliest first; equally likely ones in the order of the document. */
  readonly repairs: readonly Repair[]
}

/** Repairs kept of one group. */
export const MOST_REPAIRS = 20

interface Candidate extends Solution {
  readonly kind: RepairKind
  readonly missing?: MissingRow
}

const asCells = (solution: Solution): Candidate => ({ ...solution, kind: 'cells' })

const asMissing = (missing: MissingRow): Candidate => ({
  kind: 'missing-row',
  changes: [],
  missing,
  weight: missing.weight,
})

const repairsOf = (candidates: readonly Candidate[]): readonly Repair[] => {
  const all = candidates.reduce((sum, { weight }) => sum + weight, 0)
  return [...candidates]
    .sort(byLikelihood)
    .slice(0, MOST_REPAIRS)
    .map(({ kind, changes, missing, weight }) => ({
      kind,
      cells: changes.map(({ node, explanation, wanted }) => ({
        cell: node.cell,
        value: explanation.value,
        wanted,
        slip: explanation.slip,
        isSaid: explanation.isSaid,
      })),
      ...(missing ? { missing } : {}),
      share: all > 0 ? weight / all : 0,
    }))
}

class Localiser {
  readonly results: Localisation[] = []
  readonly #network: Network
  readonly #context: SlipContext

  constructor(network: Network, context: SlipContext) {
    this.#network = network
    this.#context = context
  }

  #keep(group: readonly EquationNode[], candidates: readonly Candidate[], isCut = false): void {
    const outcome = candidates.length > 0 ? 'located' : isCut ? 'cut-off' : 'none'
    this.results.push({ outcome, failed: group.map(({ equation }) => equation), repairs: repairsOf(candidates) })
  }

  /** One cell, or one missing row, explains the group: nearly always so when one cell is wrong. */
  #singly(state: State): readonly Candidate[] {
    const single = search(state, this.#context, 1).solutions.map(asCells)
    const missing = missingRow(this.#network, state)
    return missing ? [...single, asMissing(missing)] : single
  }

  run(failing: readonly EquationNode[], residuals: readonly Decimal[]): void {
    const rest: EquationNode[] = []
    for (const group of groupsOf(failing, (node) => node.terms)) {
      const candidates = this.#singly(this.#stateOf(group, failing, residuals))
      if (candidates.length > 0) this.#keep(group, candidates)
      else append(rest, group)
    }
    // What hangs together through equations that hold (the row of a missing amount) is looked at as one.
    for (const group of groupsOf(rest, withNeighbours)) this.#jointly(group, failing, residuals)
  }

  #stateOf(group: readonly EquationNode[], failing: readonly EquationNode[], residuals: readonly Decimal[]): State {
    const own = new Set(group)
    return new State(residuals, group, new Set(failing.filter((node) => !own.has(node))))
  }

  #jointly(group: readonly EquationNode[], failing: readonly EquationNode[], residuals: readonly Decimal[]): void {
    const state = this.#stateOf(group, failing, residuals)
    const missing = missingRow(this.#network, state)
    const composite: Candidate[] = carriedErrors(state, this.#context).map((own) => ({ ...own, kind: 'carried' }))
    if (missing) composite.push(asMissing(missing))
    const { solutions, isCut } = search(state, this.#context, MOST_CELLS)
    const candidates = [...composite, ...solutions.map(asCells)]
    if (candidates.length > 0) this.#keep(group, candidates)
    else this.#partly(group, failing, residuals, isCut)
  }

  /**
   * Too many wrong cells at once. Where two or more failing equations demand one and the same change of a cell, and
   * nothing that holds speaks against it, that cell is settled; the rest is looked at again without it.
   */
  #partly(
    group: readonly EquationNode[],
    failing: readonly EquationNode[],
    residuals: readonly Decimal[],
    isCut: boolean,
  ): void {
    const state = this.#stateOf(group, failing, residuals)
    const settled = mostWanted(state, group, this.#context)
    if (settled) {
      state.change(settled.node, differenceOf(settled))
      const repaired = group.filter((node) => !state.failing.has(node))
      this.#keep(repaired, [{ kind: 'cells', changes: [settled], weight: settled.explanation.weight }])
      const others = failing.filter((node) => !group.includes(node))
      this.#again([...state.failing], others, state.residuals)
      return
    }
    const parts = groupsOf(group, (node) => node.terms)
    if (parts.length === 1) this.#keep(group, [], isCut)
    else
      for (const part of parts) {
        const own = search(this.#stateOf(part, failing, residuals), this.#context, MOST_CELLS)
        this.#keep(part, own.solutions.map(asCells), own.isCut)
      }
  }

  #again(group: readonly EquationNode[], others: readonly EquationNode[], residuals: readonly Decimal[]): void {
    if (group.length === 0) return
    const all = [...group, ...others]
    for (const part of groupsOf(group, (node) => node.terms)) {
      const candidates = this.#singly(this.#stateOf(part, all, residuals))
      if (candidates.length > 0) this.#keep(part, candidates)
      else this.#jointly(part, all, residuals)
    }
  }
}

/** The terms of a failing equation, and those of the equations that hold and share a cell with it. */
const withNeighbours = ({ terms }: EquationNode) =>
  terms.flatMap(({ cell }) => cell.in.flatMap(({ node }) => (node.isFailing ? [] : node.terms))).concat(terms)

const mostWanted = (state: State, group: readonly EquationNode[], context: SlipContext) => {
  const cells = new Set<CellNode>(group.flatMap(({ terms }) => terms.map(({ cell }) => cell)))
  let best: { change: NonNullable<ReturnType<typeof changeOf>>; repaired: number } | undefined
  for (const cell of cells) {
    const wish = state.wishes(cell)[0]
    if (!wish || wish.broken > 0 || wish.repaired < 2) continue
    const change = changeOf(cell, wish.by, context)
    if (!change) continue
    const isBetter =
      !best ||
      wish.repaired > best.repaired ||
      (wish.repaired === best.repaired && change.explanation.weight > best.change.explanation.weight)
    if (isBetter) best = { change, repaired: wish.repaired }
  }
  return best?.change
}

/** What has to change so that all of `equations` hold. Equations that hold are needed too: they rule candidates out. */
export const localise = (equations: readonly Equation[], context: SlipContext = {}): readonly Localisation[] => {
  const network = networkOf(equations)
  const failing = network.equations.filter(({ isFailing }) => isFailing)
  if (failing.length === 0) return []
  const localiser = new Localiser(network, context)
  localiser.run(
    failing,
    network.equations.map(({ residual }) => residual),
  )
  const first = new Map(equations.map((equation, i) => [equation, i]))
  const order = ({ failed }: Localisation): number => first.get(failed[0]!) ?? 0
  return localiser.results.sort((a, b) => order(a) - order(b))
}
