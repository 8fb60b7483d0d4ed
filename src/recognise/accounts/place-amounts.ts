/**
 * Which column each number of a row stands in, where blank cells were lost on the way. The order of the numbers is sure;
 * where they may stand in several places the table's own arithmetic decides between them, and they are marked unsure.
 */
import { Decimal, sum } from '../../kernel/decimal.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'

export interface AmountRow {
  readonly amounts: readonly string[]
  /** Index of the row that this one is a part of. */
  readonly parent: number | undefined
  /** Places that the source shows, where it shows them. */
  readonly slots?: readonly number[] | undefined
}

/** Indexes of columns: Σ sum = Σ parts. */
export interface ColumnEquation {
  readonly sum: readonly number[]
  readonly parts: readonly number[]
}

export interface Placement {
  /** Column of each amount. */
  readonly columns: readonly number[]
  /** True for an amount that fits other columns as well. */
  readonly unsure: readonly boolean[]
}

export interface AmountTable {
  readonly rows: readonly AmountRow[]
  readonly columns: number
  readonly equations: readonly ColumnEquation[]
  /** Columns that are seldom filled: taken last where nothing else decides. */
  readonly rare?: readonly boolean[]
  /** Per column: the amount that another table prints for the first row. */
  readonly hints?: readonly (string | undefined)[]
}

interface Candidate {
  readonly columns: readonly number[]
  readonly cost: number
}

const numberOf = (text: string): Decimal => {
  const read = readPrintedNumber(text)
  return read.kind === 'number' ? read.value : Decimal.zero
}

const HALF = Decimal.of(5, 1)

/** Half of the last printed digit for each number that was rounded. */
const slack = (values: readonly Decimal[]): Decimal => {
  const finest = values.reduce((scale, value) => Math.max(scale, value.scale), 0)
  return Decimal.of(1, finest)
    .multiply(HALF)
    .multiply(Decimal.of(values.length + 1))
}

const agree = (total: readonly Decimal[], parts: readonly Decimal[]): boolean =>
  sum(total)
    .subtract(sum(parts))
    .abs()
    .compare(slack([...total, ...parts])) <= 0

const MOST_CANDIDATES = 5000

/** All ways to put `count` things into `places` in their order, the leftmost first. */
const choices = (count: number, places: number): number[][] => {
  const out: number[][] = []
  const walk = (chosen: number[], from: number): void => {
    if (out.length >= MOST_CANDIDATES) return
    if (chosen.length === count) {
      out.push([...chosen])
      return
    }
    for (let at = from; at <= places - (count - chosen.length); at++) walk([...chosen, at], at + 1)
  }
  walk([], 0)
  return out
}

const BROKEN = 10
const PER_COLUMN = 0.01
const RARE = 0.2

const rowCost = (values: readonly Decimal[], columns: readonly number[], table: AmountTable): number => {
  const at = (column: number): Decimal => {
    const i = columns.indexOf(column)
    return i < 0 ? Decimal.zero : values[i]!
  }
  const broken = table.equations.filter(({ sum: total, parts }) => !agree(total.map(at), parts.map(at))).length
  const priceOf = (column: number): number => column * PER_COLUMN + (table.rare?.[column] ? RARE : 0)
  return broken * BROKEN + columns.reduce((cost, column) => cost + priceOf(column), 0)
}

const candidatesOf = (row: AmountRow, values: readonly Decimal[], table: AmountTable): readonly Candidate[] => {
  const count = Math.min(row.amounts.length, table.columns)
  if (row.slots && row.slots.length === row.amounts.length && row.slots.every((slot) => slot < table.columns))
    return [{ columns: row.slots, cost: 0 }]
  const all = choices(count, table.columns).map((columns) => ({
    columns,
    cost: rowCost(values, columns, table),
  }))
  all.sort((a, b) => a.cost - b.cost)
  return all
}

/** Only the candidates that break as few equations as the best one. */
const bestOnes = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const least = candidates[0]?.cost ?? 0
  return candidates.filter(({ cost }) => cost < least + BROKEN / 2)
}

interface Open {
  readonly row: number
  readonly candidates: readonly Candidate[]
}

const MOST_STEPS = 4000
const COLUMN_OFF = 3

interface Family {
  readonly values: readonly (readonly Decimal[])[]
  readonly width: number
  readonly targets: readonly Decimal[]
  readonly allowed: readonly Decimal[]
}

const take = (rest: readonly Decimal[], values: readonly Decimal[], columns: readonly number[]): Decimal[] => {
  const out = [...rest]
  columns.forEach((column, i) => {
    out[column] = out[column]!.subtract(values[i] ?? Decimal.zero)
  })
  return out
}

/** The choice for each open row with which the rows add up to their parent in most columns; a bounded search. */
const searchFamily = (open: readonly Open[], start: readonly Decimal[], family: Family): readonly Candidate[] => {
  let best: readonly Candidate[] = open.map(({ candidates }) => candidates[0]!)
  const offBy = (rest: readonly Decimal[]): number =>
    rest.filter((value, column) => value.abs().compare(family.allowed[column]!) > 0).length
  const priceOf = (chosen: readonly Candidate[], rest: readonly Decimal[]): number =>
    offBy(rest) * COLUMN_OFF + chosen.reduce((cost, one) => cost + one.cost, 0)
  const restOf = (chosen: readonly Candidate[]): readonly Decimal[] =>
    chosen.reduce<readonly Decimal[]>((rest, one, i) => take(rest, family.values[open[i]!.row]!, one.columns), start)
  const hasNegative = open.some(({ row }) => family.values[row]!.some((value) => value.isNegative()))
  // Parts are never more than their sum, unless some are negative.
  const isOverdrawn = (rest: readonly Decimal[]): boolean =>
    !hasNegative && rest.some((value, column) => value.isNegative() && value.abs().compare(family.allowed[column]!) > 0)
  let least = priceOf(best, restOf(best))
  let steps = 0
  const walk = (chosen: readonly Candidate[], rest: readonly Decimal[], spent: number): void => {
    if (steps++ > MOST_STEPS || spent >= least) return
    const next = open[chosen.length]
    if (!next) {
      const price = priceOf(chosen, rest)
      if (price < least) {
        least = price
        best = chosen
      }
      return
    }
    for (const one of next.candidates) {
      const left = take(rest, family.values[next.row]!, one.columns)
      if (!isOverdrawn(left)) walk([...chosen, one], left, spent + one.cost)
    }
  }
  walk([], start, 0)
  return best
}

const placeFamily = (
  rows: readonly number[],
  parent: { values: readonly Decimal[]; columns: readonly number[] },
  all: { values: readonly (readonly Decimal[])[]; candidates: readonly (readonly Candidate[])[]; width: number },
  chosen: (Candidate | undefined)[],
): void => {
  const targets = Array.from({ length: all.width }, (_, column) => {
    const i = parent.columns.indexOf(column)
    return i < 0 ? Decimal.zero : (parent.values[i] ?? Decimal.zero)
  })
  const allowed = targets.map((target) => slack([target, ...rows.map((row) => all.values[row]![0] ?? Decimal.zero)]))
  const size = (row: number): Decimal => all.values[row]![0]?.abs() ?? Decimal.zero
  const open: Open[] = []
  let rest: readonly Decimal[] = targets
  for (const row of rows) {
    const candidates = all.candidates[row]!
    if (candidates.length > 1) open.push({ row, candidates })
    else if (candidates[0]) {
      chosen[row] = candidates[0]
      rest = take(rest, all.values[row]!, candidates[0].columns)
    }
  }
  open.sort((a, b) => size(b.row).compare(size(a.row)))
  searchFamily(open, rest, { values: all.values, width: all.width, targets, allowed }).forEach((one, i) => {
    chosen[open[i]!.row] = one
  })
}

const hinted = (
  candidates: readonly Candidate[],
  values: readonly Decimal[],
  hints: AmountTable['hints'],
): readonly Candidate[] => {
  if (!hints?.some((hint) => hint !== undefined)) return candidates
  const missed = ({ columns }: Candidate): number =>
    hints.filter((hint, column) => {
      if (hint === undefined) return false
      const i = columns.indexOf(column)
      return !numberOf(hint).equals(i < 0 ? Decimal.zero : (values[i] ?? Decimal.zero))
    }).length
  const least = Math.min(...candidates.map(missed))
  return candidates.filter((one) => missed(one) === least)
}

const familiesOf = (rows: readonly AmountRow[]): ReadonlyMap<number | undefined, readonly number[]> => {
  const families = new Map<number | undefined, number[]>()
  rows.forEach(({ parent }, i) => {
    const list = families.get(parent)
    if (list) list.push(i)
    else families.set(parent, [i])
  })
  return families
}

/** One placement per row, in the order of the rows. A row with more numbers than columns keeps the first ones. */
export const placeAmounts = (table: AmountTable): readonly Placement[] => {
  const values = table.rows.map(({ amounts }) => amounts.map(numberOf))
  const candidates = table.rows.map((row, i) => {
    const best = bestOnes(candidatesOf(row, values[i]!, table))
    return row.parent === undefined ? hinted(best, values[i]!, table.hints) : best
  })
  const chosen: (Candidate | undefined)[] = table.rows.map(() => undefined)
  const families = familiesOf(table.rows)
  const all = { values, candidates, width: table.columns }
  for (const root of families.get(undefined) ?? []) chosen[root] = candidates[root]![0]
  const queue = [...(families.get(undefined) ?? [])]
  for (let i = 0; i < queue.length; i++) {
    const parent = queue[i]!
    const children = families.get(parent) ?? []
    if (children.length === 0) continue
    placeFamily(children, { values: values[parent]!, columns: chosen[parent]?.columns ?? [] }, all, chosen)
    for (const child of children) queue.push(child)
  }
  return table.rows.map((row, i) => {
    const columns = chosen[i]?.columns ?? []
    const isOverfull = row.amounts.length > table.columns
    const unsure = columns.map((column, n) => isOverfull || candidates[i]!.some((one) => one.columns[n] !== column))
    return { columns, unsure }
  })
}
