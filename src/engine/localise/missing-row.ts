/**
 * A row that was left out: its parent's columns are more than what stands below, each by the amount that the row would hold,
 * and these amounts fulfil the equations of the row among themselves.
 */
import { Decimal } from '../../kernel/decimal.ts'
import type { AccountEntryView, AccountTableView } from '../accounts.ts'
import { baseValue } from '../verdict.ts'
import type { CellNode, EquationNode, Network } from './network.ts'
import type { State } from './state.ts'

export interface MissingRow {
  readonly table: AccountTableView
  /** The row that its amounts are missing under. */
  readonly parent: AccountEntryView
  /** What another table of the document calls the row with just this amount; empty when none does. */
  readonly code: string
  readonly name: string
  /** In the order of the columns, with the unit and decimals of the table. */
  readonly amounts: readonly { readonly role: string; readonly value: Decimal }[]
  readonly weight: number
}

/** Chance that a row is left out, and one with just this amount; another table that lists the row takes the second doubt away. */
const UNNAMED = 0.1 * 0.05
const NAMED = 0.1 * 0.1

interface Column {
  readonly part: CellNode
  /** How much the sum is more than what stands in the column. */
  readonly gap: Decimal
  /** What rounding may add to it or take from it. */
  readonly slack: Decimal
}

/** All parts in one column of one table; their sum may be printed there or elsewhere. */
const columnOf = (node: EquationNode, state: State): Column | undefined => {
  const { total, parts } = node.equation
  const first = parts[0]?.cell
  const isColumn =
    first && parts.every(({ cell, sign }) => sign === 1 && cell.table === first.table && cell.role === first.role)
  if (!isColumn || (parts.length === 1 && (total.table !== first.table || total.role !== first.role))) return undefined
  return { part: node.terms[1]!.cell, gap: state.residuals[node.index]!, slack: node.allowed.high }
}

/** One row that another table says more of: what is left of a sum of two after one row is gone. */
const remainderOf = (node: EquationNode, state: State, table: AccountTableView): Column | undefined => {
  const [a, b] = node.terms
  const residual = state.residuals[node.index]!
  const slack = node.allowed.high
  if (node.terms.length !== 2 || !a || !b) return undefined
  if (a.cell.cell.table === table && b.cell.cell.table !== table) return { part: a.cell, gap: residual.negate(), slack }
  if (b.cell.cell.table === table && a.cell.cell.table !== table) return { part: b.cell, gap: residual, slack }
  return undefined
}

const entryOf = ({ cell }: CellNode): AccountEntryView | undefined =>
  cell.table.entries.find(({ cells }) => [...cells.values()].includes(cell))

/** Do the gaps fulfil every equation that the parent's own row fulfils? */
const fulfilsRow = (total: CellNode, gaps: ReadonlyMap<CellNode, Decimal>): boolean => {
  const { cell } = total
  const isOwn = (other: CellNode): boolean => other.cell.table === cell.table && other.cell.row === cell.row
  for (const { node } of total.in) {
    if (node.isFailing || !node.terms.every((term) => isOwn(term.cell))) continue
    let sum = Decimal.zero
    for (const { cell: own, factor } of node.terms) {
      const gap = gaps.get(own)
      if (gap) sum = factor === 1 ? sum.add(gap) : sum.subtract(gap)
    }
    const slack = node.allowed.high.subtract(node.allowed.low)
    if (sum.abs().compare(slack) > 0) return false
  }
  return true
}

/** A row of another table under the same parent that this table does not list, with the same amounts. */
const namedElsewhere = (
  network: Network,
  table: AccountTableView,
  parent: AccountEntryView,
  gaps: readonly Column[],
): AccountEntryView | undefined => {
  const known = new Set(table.entries.map(({ code }) => code))
  const tables = new Set(network.cells.map(({ cell }) => cell.table))
  const hasAmount = (entry: AccountEntryView, { gap, slack }: Column): boolean =>
    [...entry.cells.values()].some(
      ({ amount }) => amount && !amount.value.isZero() && baseValue(amount).subtract(gap).abs().compare(slack) <= 0,
    )
  for (const other of tables) {
    if (other === table) continue
    for (const entry of other.entries) {
      if (entry.code === '' || known.has(entry.code) || !entry.code.startsWith(parent.code)) continue
      if (gaps.every((gap) => hasAmount(entry, gap))) return entry
    }
  }
  return undefined
}

/** What each column lacks, as all failing equations agree; `undefined` when they do not. */
const gapsIn = (state: State, table: AccountTableView): ReadonlyMap<string, Column> | undefined => {
  const gaps = new Map<string, Column>()
  const alone: EquationNode[] = []
  for (const node of state.failing) {
    if (node.terms.length === 1 && node.terms[0]!.cell.cell.table !== table) {
      alone.push(node)
      continue
    }
    const own = columnOf(node, state) ?? remainderOf(node, state, table)
    if (!own || own.part.cell.table !== table || !own.gap.isPositive()) return undefined
    const known = gaps.get(own.part.cell.role)
    if (known && known.gap.subtract(own.gap).abs().compare(known.slack.add(own.slack)) > 0) return undefined
    if (!known || own.slack.compare(known.slack) < 0) gaps.set(own.part.cell.role, own)
  }
  // A class of which this table has no row at all: what the other table says of it is one of the gaps.
  const isGap = (node: EquationNode): boolean =>
    [...gaps.values()].some(
      ({ gap, slack }) => gap.subtract(state.residuals[node.index]!).abs().compare(slack.add(node.allowed.high)) <= 0,
    )
  return alone.every(isGap) ? gaps : undefined
}

/** `undefined` unless one missing row explains all equations that fail. */
export const missingRow = (network: Network, state: State): MissingRow | undefined => {
  const columns = [...state.failing].flatMap((node) => columnOf(node, state) ?? [])
  const table = columns[0]?.part.cell.table
  const gaps = table && gapsIn(state, table)
  // The rows of tables without codes are fixed: they are printed whether they hold an amount or not.
  if (!table?.entries.some(({ code }) => code !== '') || !gaps) return undefined
  const totals = new Map<CellNode, Decimal>()
  for (const node of state.failing) {
    const total = node.terms[0]!.cell
    if (columnOf(node, state) && total.cell.table === table) totals.set(total, state.residuals[node.index]!)
  }
  const parent = parentOf([...totals.keys()])
  if (!parent || ![...totals.keys()].every((total) => fulfilsRow(total, totals))) return undefined
  const amounts = [...gaps].map(
    ([
      role,
      {
        gap,
        part: { amount },
      },
    ]) => ({
      role,
      value: gap.shift(-amount.power).round(amount.value.scale),
    }),
  )
  const named = namedElsewhere(network, table, parent, [...gaps.values()])
  return { table, parent, code: named?.code ?? '', name: named?.name ?? '', amounts, weight: weightOf(amounts, named) }
}

/** All sums inside the table that lack something stand in one row. */
const parentOf = (totals: readonly CellNode[]): AccountEntryView | undefined => {
  const first = totals[0]
  if (!first || totals.some(({ cell }) => cell.row !== first.cell.row)) return undefined
  const entry = entryOf(first)
  return entry && totals.every(({ cell }) => entry.cells.get(cell.role) === cell) ? entry : undefined
}

const weightOf = (amounts: MissingRow['amounts'], named: AccountEntryView | undefined): number => {
  if (named) return NAMED
  const units = Math.min(...amounts.map(({ value }) => Math.abs(Number(value.units))))
  return UNNAMED / Math.max(1, units)
}
