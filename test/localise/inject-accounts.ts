/** One error at a time into the tables of a true booklet (rules.md E13), written into the records as a hand would print it. */
import type { AccountTable, FinalAccounts } from '../../src/domain/final-accounts.ts'
import { type AccountCell, viewAccounts } from '../../src/engine/accounts.ts'
import type { Equation } from '../../src/engine/equations.ts'
import { cellsOf } from '../../src/engine/equations.ts'
import type { Random } from '../support/random.ts'

export const ACCOUNT_INJECTIONS = [
  'neighbour digits exchanged',
  'one digit off by one',
  'one digit wrong',
  'decimal point shifted',
  'unit slip 元/万元',
  'sign added',
  'neighbour copied',
  "last year's amount",
  'amount left out',
  'row left out',
] as const
export type AccountInjection = (typeof ACCOUNT_INJECTIONS)[number]

/** A cell by its place in the record, or a row that is no longer there. */
export interface Truth {
  readonly table: number
  readonly row: number
  /** `undefined`: the row `row` of the true record is missing. */
  readonly column: number | undefined
  readonly printed: string
  /** Code of a row that was left out. */
  readonly code?: string
}

export interface InjectedAccounts {
  readonly record: FinalAccounts
  readonly truth: Truth
  readonly what: string
}

type Edit = (printed: string, random: Random) => string | undefined

const plain = (text: string): string => text.replaceAll(',', '')

const withDigit = (text: string, at: number, digit: string): string => text.slice(0, at) + digit + text.slice(at + 1)

const digitPlaces = (text: string): readonly number[] => [...text].flatMap((c, i) => (/\d/.test(c) ? [i] : []))

const exchange: Edit = (printed, random) => {
  const places = digitPlaces(printed)
  const at = places.flatMap((from, i) => {
    const to = places[i + 1]
    return to !== undefined && printed[from] !== printed[to] ? [[from, to] as const] : []
  })
  if (at.length === 0) return undefined
  const [from, to] = random.pick(at)
  const text = withDigit(withDigit(printed, from, printed[to]!), to, printed[from]!)
  return /^0\d/.test(text) ? undefined : text
}

const changeDigit =
  (next: (digit: number, random: Random) => number): Edit =>
  (printed, random) => {
    const at = random.pick(digitPlaces(printed))
    const text = withDigit(printed, at, String(next(Number(printed[at]), random)))
    return /^0[\d,]/.test(text) ? undefined : text
  }

const stepDigit = changeDigit((digit, random) =>
  digit === 0 ? 1 : digit === 9 ? 8 : digit + (random.chance(0.5) ? 1 : -1),
)
const otherDigit = changeDigit((digit, random) => (digit + random.int(1, 9)) % 10)

const shift = (printed: string, by: number): string => {
  const text = plain(printed)
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = `${'0'.repeat(12)}${whole}${fraction}${'0'.repeat(12)}`
  const at = 12 + whole.length + by
  const moved = `${digits.slice(0, at).replace(/^0+(?=\d)/, '')}.${digits.slice(at)}`
  // As many digits as were there: a hand that shifts the point keeps what it has before it.
  return `${sign}${moved.replace(/0+$/, '').replace(/\.$/, '')}`
}

const roundedTo2 = (text: string): string => {
  const [whole = '', fraction = ''] = text.split('.')
  if (fraction.length <= 2) return text
  const cents = BigInt(whole + fraction.slice(0, 2)) + (fraction[2]! >= '5' ? 1n : 0n)
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const EDITS: Partial<Record<AccountInjection, Edit>> = {
  'neighbour digits exchanged': exchange,
  'one digit off by one': stepDigit,
  'one digit wrong': otherDigit,
  'decimal point shifted': (printed, random) => shift(printed, random.chance(0.5) ? 1 : -1),
  'unit slip 元/万元': (printed, random) =>
    printed.startsWith('-') ? undefined : random.chance(0.7) ? shift(printed, 4) : roundedTo2(shift(printed, -4)),
  'sign added': (printed) => (printed.startsWith('-') ? printed.slice(1) : `-${printed}`),
  'amount left out': () => '',
}

export const withPrinted = (record: FinalAccounts, cell: AccountCell, printed: string): FinalAccounts => ({
  ...record,
  tables: record.tables.map((table, t): AccountTable => {
    if (t !== cell.table.index) return table
    const rows = table.rows.map((row, i) =>
      i === cell.row
        ? { ...row, cells: row.cells.map((own, j) => (j === cell.column ? { ...own, printed } : own)) }
        : row,
    )
    return { ...table, rows }
  }),
})

const neighbours = ({ table, row, column, cell }: AccountCell): readonly string[] => {
  const at = (i: number, j: number): string =>
    table.record.columns[j]?.role === table.record.columns[column]!.role || i === row
      ? (table.record.rows[i]?.cells[j]?.printed ?? '')
      : ''
  const own = [at(row - 1, column), at(row + 1, column), at(row, column - 1), at(row, column + 1)]
  return own.filter((text) => /^[\d,.]*[1-9][\d,.]*$/.test(text) && text !== cell.printed)
}

/** Every amount that an equation speaks of, each once; zeros aside. */
const amountCells = (equations: readonly Equation[]): readonly AccountCell[] => [
  ...new Set(equations.flatMap(cellsOf).filter(({ amount }) => amount && !amount.value.isZero())),
]

const withoutRow = (
  record: FinalAccounts,
  equations: readonly Equation[],
  random: Random,
): InjectedAccounts | undefined => {
  const rows = amountCells(equations).filter(
    ({ table, row }) => table.record.rows[row]!.code !== '' && table.record.profile !== 'basic-expenditure',
  )
  if (rows.length === 0) return undefined
  const { table, row } = random.pick(rows)
  const { code } = table.record.rows[row]!
  const tables = record.tables.map((own, t) =>
    t === table.index ? { ...own, rows: own.rows.filter((_, i) => i !== row) } : own,
  )
  const truth = { table: table.index, row, column: undefined, printed: code, code }
  return { record: { ...record, tables }, truth, what: `${table.key} row ${code}` }
}

/** The amounts of another year by table, row and column. */
export const amountsByPlace = (record: FinalAccounts): ((cell: AccountCell) => AccountCell | undefined) => {
  const keyOf = (cell: AccountCell): string => {
    const { profile, side } = cell.table.record
    const entry = cell.table.entries.find(({ cells }) => [...cells.values()].includes(cell))
    return [profile, side, entry?.code ?? '', entry?.role ?? '', entry?.name ?? '', cell.role].join('|')
  }
  const cells = viewAccounts(record).tables.flatMap(({ entries }) =>
    entries.flatMap((entry) => [...entry.cells.values()]),
  )
  const byKey = new Map(cells.map((cell) => [keyOf(cell), cell]))
  return (cell) => byKey.get(keyOf(cell))
}

export const injectAccounts = (
  record: FinalAccounts,
  equations: readonly Equation[],
  kind: AccountInjection,
  random: Random,
  lastYear: (cell: AccountCell) => AccountCell | undefined,
): InjectedAccounts | undefined => {
  if (kind === 'row left out') return withoutRow(record, equations, random)
  const cells = amountCells(equations)
  for (let tries = 0; tries < 30; tries++) {
    const cell = random.pick(cells)
    const { printed } = cell.cell
    const near = neighbours(cell)
    const text =
      kind === 'neighbour copied'
        ? near.length > 0
          ? random.pick(near)
          : undefined
        : kind === "last year's amount"
          ? lastYear(cell)?.cell.printed
          : EDITS[kind]!(printed, random)
    if (text === undefined || plain(text) === plain(printed) || (text === '' && kind !== 'amount left out')) continue
    const truth = { table: cell.table.index, row: cell.row, column: cell.column, printed }
    const what = `${cell.table.key} row ${cell.row} ${cell.role}: ${printed} → ${text}`
    return { record: withPrinted(record, cell, text), truth, what }
  }
  return undefined
}
