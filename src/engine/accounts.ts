/**
 * Final-accounts and budget tables with their numbers read once, for the checks over them. The printed records stand beside;
 * a view adds understanding, it changes nothing.
 */
import {
  type AccountRow,
  type AccountTable,
  type FinalAccounts,
  type TableSide,
  WORD_ROLES,
} from '../domain/final-accounts.ts'
import type { Cell } from '../domain/self-evaluation.ts'
import { Decimal } from '../kernel/decimal.ts'
import { labelKey } from '../kernel/normalize.ts'
import { readPrintedNumber } from '../kernel/printed-number.ts'
import { tableProfiles } from '../law/account-tables.ts'
import type { Amount } from './verdict.ts'

/** One cell that holds money (or would): where it stands and what it says. */
export interface AccountCell {
  readonly table: AccountTableView
  /** 0-based among the rows of the record. */
  readonly row: number
  /** 0-based among the columns of the record. */
  readonly column: number
  /** Role of its column in the profile; empty when unknown. */
  readonly role: string
  readonly cell: Cell
  /**
   * A blank cell of a published table says nothing was spent and counts as 0 by profile; a cell that is not there, or
   * that cannot be read, is `unreadable` and decides nothing.
   */
  readonly state: 'number' | 'blank' | 'dash' | 'unreadable'
  /** In 元; blank and dash are an exact 0. `undefined` when unreadable or when the table states no known unit. */
  readonly amount: Amount | undefined
  /** The same, where the table states no unit in its own, whatever that is: for relations inside one table. */
  readonly own: Amount | undefined
}

/** One labelled part of a row: a group of columns with its own code, name and amounts. */
export interface AccountEntryView {
  readonly row: number
  readonly group: number
  readonly code: string
  readonly name: string
  /** Role of the row in the profile; empty for rows of codes and unknown labels. */
  readonly role: string
  readonly cells: ReadonlyMap<string, AccountCell>
}

export interface AccountTableView {
  readonly record: AccountTable
  /** 0-based, in the order of the document. */
  readonly index: number
  /** What findings give as `at.table`: 公开05表, or the title when no code is printed. */
  readonly key: string
  /** 公开05表《一般公共预算财政拨款支出决算表》, for messages. */
  readonly name: string
  /** 0 for 元, 4 for 万元, 8 for 亿元; `undefined` when the table states none. */
  readonly power: number | undefined
  /** Decimals printed in it by more than one cell; a whole number among amounts of two decimals is exact to two decimals. */
  readonly decimals: number
  readonly entries: readonly AccountEntryView[]
}

export interface AccountsView {
  readonly record: FinalAccounts
  readonly tables: readonly AccountTableView[]
}

const POWERS: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8 }

const nameOf = ({ code, title }: AccountTable): string =>
  title ? `${code}《${title.printed}》` : code === '' ? '未具表名的表' : code

type Mutable = { -readonly [K in keyof AccountTableView]: AccountTableView[K] }

/** 元 to the cent, 万元 to two decimals; tables that print more do so throughout. */
const USUAL_DECIMALS = 2

/** One cell with more decimals than any other has its point shifted: it does not make the others exact to as many. */
const decimalsOf = (record: AccountTable): number => {
  let [most, second] = [-1, -1]
  let isWhole = true
  for (const { cells } of record.rows)
    cells.forEach(({ printed }, i) => {
      if (WORD_ROLES.has(record.columns[i]?.role ?? '')) return
      const number = readPrintedNumber(printed)
      if (number.kind !== 'number' || number.isPercent) return
      const { scale } = number.value
      isWhole &&= number.value.isInteger()
      if (scale > most) [most, second] = [scale, most]
      else if (scale > second) second = scale
    })
  // A table without a number is exact in its blanks.
  if (most < 0) return USUAL_DECIMALS
  // 1,485,290.00元 in every cell: rounded to the 元, with noughts behind.
  if (isWhole && record.unit === '元') return 0
  return most > USUAL_DECIMALS ? Math.max(second, USUAL_DECIMALS) : most
}

/** Most cells of a booklet are blank; those of a table are one amount. */
const nothings = new WeakMap<AccountTableView, Amount>()

const nothingIn = (table: AccountTableView): Amount => {
  let amount = nothings.get(table)
  if (!amount) {
    amount = { value: Decimal.zero.round(table.decimals), power: table.power ?? 0 }
    nothings.set(table, amount)
  }
  return amount
}

/** With the decimals of its table, as long as nothing is lost. */
const asExact = (value: Decimal, decimals: number): Decimal => {
  const own = value.round(decimals)
  return own.equals(value) ? own : value
}

const cellOf = (table: AccountTableView, row: number, column: number, cell: Cell): AccountCell => {
  const { role } = table.record.columns[column]!
  const number = readPrintedNumber(cell.printed)
  const at = { table, row, column, role, cell }
  if (number.kind === 'blank' || number.kind === 'dash') {
    const amount = nothingIn(table)
    return { ...at, state: number.kind, amount, own: amount }
  }
  if (number.kind === 'unreadable' || number.isPercent)
    return { ...at, state: 'unreadable', amount: undefined, own: undefined }
  const power = number.suffix === '' ? table.power : number.power
  const value = number.value.scale === table.decimals ? number.value : asExact(number.value, table.decimals)
  const amount = power === undefined ? undefined : { value, power }
  return { ...at, state: 'number', amount, own: amount ?? { value, power: 0 } }
}

/** In a table of several groups of columns a row has a label in each; the record knows the role of the first alone. */
const roleIn = ({ record }: AccountTableView, { role }: AccountRow, group: number, name: string): string => {
  if (group === 0 || role === '') return role
  const profile = tableProfiles().find(({ id }) => id === record.profile)
  const key = labelKey(name)
  return profile?.main.rows.find(({ labels }) => labels.some((label) => labelKey(label) === key))?.role ?? ''
}

const entryOf = (table: AccountTableView, row: number, line: AccountRow, group: number) => {
  const { cells } = line
  const own = new Map<string, AccountCell>()
  let code = ''
  let name = ''
  let isBlank = true
  table.record.columns.forEach((column, i) => {
    const cell = cells[i]
    if (column.group !== group || !cell) return
    if (cell.printed !== '') isBlank = false
    if (column.role === 'code') code ||= cell.printed
    else if (column.role === 'name') name ||= cell.printed
    if (!WORD_ROLES.has(column.role) && !own.has(column.role)) own.set(column.role, cellOf(table, row, i, cell))
  })
  if (isBlank) return []
  return [{ row, group, code, name, role: roleIn(table, line, group, name), cells: own } satisfies AccountEntryView]
}

const hasAmount = ({ cells }: AccountEntryView): boolean => [...cells.values()].some(({ state }) => state === 'number')

/** 公用经费合计 merged over two groups has its label in the first of them and its amount in the second. */
const spanned = (entries: readonly AccountEntryView[]): readonly AccountEntryView[] => {
  const nameless = entries.filter((entry) => entry.group > 0 && entry.name === '' && entry.code === '')
  if (nameless.length === 0) return entries
  const taken = new Set<AccountEntryView>()
  const own = entries.map((entry) => {
    if (entry.role === '' || entry.name === '' || hasAmount(entry)) return entry
    const next = entries.filter(({ row, group }) => row === entry.row && group > entry.group)
    const amount = next.find(hasAmount)
    if (!amount || !nameless.includes(amount) || next.some(({ name, group }) => name !== '' && group < amount.group))
      return entry
    taken.add(amount)
    return { ...entry, cells: amount.cells }
  })
  return own.filter((entry) => !taken.has(entry))
}

const viewTable = (record: AccountTable, index: number): AccountTableView => {
  const table: Mutable = {
    record,
    index,
    key: record.code || (record.title?.printed ?? ''),
    name: nameOf(record),
    power: POWERS[record.unit],
    decimals: decimalsOf(record),
    entries: [],
  }
  const groups = [...new Set(record.columns.map(({ group }) => group))].sort((a, b) => a - b)
  table.entries = spanned(groups.flatMap((group) => record.rows.flatMap((row, i) => entryOf(table, i, row, group))))
  return table
}

/** The tables of one document, numbers read. */
export const viewAccounts = (record: FinalAccounts): AccountsView => ({ record, tables: record.tables.map(viewTable) })

/** The table of a profile (and side, for two-sided ones); `undefined` when the document has none or more than one. */
export const tableOf = (
  { tables }: AccountsView,
  profile: string,
  side: TableSide = '',
): AccountTableView | undefined => {
  const own = tables.filter(({ record }) => record.profile === profile && record.side === side)
  return own.length === 1 ? own[0] : undefined
}

/** The only row of a role; `undefined` when there is none or more than one. */
export const entryOfRole = ({ entries }: AccountTableView, role: string): AccountEntryView | undefined => {
  const own = entries.filter((entry) => entry.role === role)
  return own.length === 1 ? own[0] : undefined
}

/** `rows[3].basic`: the address of a cell inside its table, as findings print it beside `at.table`. */
export const accountField = ({ row, role, column }: AccountCell): string =>
  `rows[${row}].${role === '' ? `cells[${column}]` : role}`
