/** Tables of income beside spending: what each side adds up to. */
import { type AccountCell, type AccountEntryView, type AccountTableView, entryOfRole } from '../accounts.ts'
import { classOf, isNumbered, isWithin, nameKey } from './labels.ts'
import { isUnknown, profileOf } from './rows.ts'
import { allNothing, cellIn, type EquationSheet } from './sheet.ts'

/** The roles of the side's own rows, those of the table's end (`ends`) aside. */
const itemRoles = (table: AccountTableView, ends: ReadonlySet<string>): ReadonlySet<string> => {
  const profile = profileOf(table)
  const side = table.record.side === '支出' ? profile?.expenditure : profile?.main
  return new Set((side?.rows ?? []).map(({ role }) => role).filter((role) => !ends.has(role)))
}

/** openingGeneral is part of opening. */
const PART_OF_BALANCE_ROLE = /^(?:opening|closing)[A-Z]/

const END_ROWS = new Set(['incomeTotal', 'spendingTotal', 'total', 'usedBalance', 'distribution', 'opening', 'closing'])

/**
 * Rows above `end` that add up to it; `undefined` when an amount stands in a row of which it cannot be said whether it is
 * an item or a part of one. `carried`: rows of balances that count as items, where no row adds up the year alone.
 */
export const itemsAbove = (
  table: AccountTableView,
  end: AccountEntryView | undefined,
  carried: readonly string[] = [],
): readonly AccountEntryView[] | undefined => {
  if (!end) return undefined
  const roles = itemRoles(table, END_ROWS)
  const items: AccountEntryView[] = []
  // 财政拨款收入 contains its three kinds, where the table prints it.
  const whole = table.entries.find(({ role }) => role === 'fiscal')
  const inside = new Set(whole ? ['general', 'fund', 'capital'] : [])
  for (const entry of table.entries) {
    if (entry.row >= end.row) break
    if (isWithin(entry.name) || inside.has(entry.role) || PART_OF_BALANCE_ROLE.test(entry.role)) continue
    if (carried.includes(entry.role)) {
      items.push(entry)
      continue
    }
    // 上年结转 above the total of the year: whether that contains it cannot be said.
    if (END_ROWS.has(entry.role)) {
      if (!allNothing([...entry.cells.values()])) return undefined
      continue
    }
    if (roles.has(entry.role) || isNumbered(entry.name) || classOf(entry.name) !== '') items.push(entry)
    else if (!allNothing([...entry.cells.values()])) return undefined
  }
  return items
}

const amountRoles = new WeakMap<AccountTableView, readonly string[]>()

/** Amount columns: of the income side, or of a spending side that prints one column or one for each fund. */
export const amountRolesOf = (table: AccountTableView): readonly string[] => {
  let roles = amountRoles.get(table)
  if (!roles) {
    roles = [...new Set(table.entries.flatMap((entry) => [...entry.cells.keys()]))].filter((role) => !isUnknown(role))
    amountRoles.set(table, roles)
  }
  return roles
}

export const rowOf = (table: AccountTableView | undefined, role: string): AccountEntryView | undefined =>
  table && entryOfRole(table, role)

/** These rows add up the columns above them, so that a blank in them is one. */
const ADDS_UP: ReadonlySet<string> = new Set(['incomeTotal', 'spendingTotal'])

/** Where a row of balances prints its total alone, its columns say nothing. */
export const columnCell = (
  table: AccountTableView,
  entry: AccountEntryView | undefined,
  role: string,
): AccountCell | undefined => {
  const cell = cellIn(entry, role)
  if (!entry || !cell || role === 'total' || role === 'amount' || ADDS_UP.has(entry.role)) return cell
  const others = amountRolesOf(table).filter((one) => one !== 'total' && one !== 'amount')
  const first = cellIn(entry, 'total') ?? cellIn(entry, 'amount')
  const isTotalAlone = first && !allNothing([first]) && allNothing(others.map((one) => cellIn(entry, one)))
  return isTotalAlone ? undefined : cell
}

/** Parts of the balances, printed below them without a mark in older tables. */
const PARTS_OF_BALANCE =
  /^(?:(?:基本支出|项目支出|经营)(?:结转|结余)(?:和结余)?|(?:一般公共预算|政府性基金预算|国有资本经营预算|非?财政拨款).*)$/

/** An amount between two rows of which it cannot be said whether it counts. */
const hasStranger = (table: AccountTableView, from: AccountEntryView, to: AccountEntryView): boolean =>
  table.entries.some(
    ({ row, role, name, cells }) =>
      row > from.row &&
      row < to.row &&
      role === '' &&
      !isWithin(name) &&
      !PARTS_OF_BALANCE.test(nameKey(name)) &&
      !allNothing([...cells.values()]),
  )

/** `subtotal` = Σ items; `total` = `subtotal` + the rows of `more`, in every column. */
export const addSide = (
  sheet: EquationSheet,
  table: AccountTableView | undefined,
  roles: { readonly subtotal: string; readonly more: readonly string[] },
  codes: { readonly subtotal: string; readonly total: string },
): void => {
  if (!table) return
  const subtotal = rowOf(table, roles.subtotal)
  const total = rowOf(table, 'total')
  const items = subtotal ? itemsAbove(table, subtotal) : itemsAbove(table, total, roles.more)
  const more = roles.more.flatMap((role) => rowOf(table, role) ?? [])
  for (const role of amountRolesOf(table)) {
    // Without a row for the year alone the grand total is that of the items and of what was carried over.
    const end = subtotal ?? total
    if (items && end)
      sheet.sum(
        codes.subtotal,
        `${end.name} = 以上各项之和`,
        columnCell(table, end, role),
        items.map((entry) => cellIn(entry, role)),
      )
    if (!total || !subtotal || hasStranger(table, subtotal, total)) continue
    const parts = [subtotal, ...more].map((entry) => columnCell(table, entry, role))
    if (parts.some((cell) => cell === undefined)) continue
    sheet.sum(
      codes.total,
      `${total.name} = ${[subtotal, ...more].map(({ name }) => name).join(' + ')}`,
      columnCell(table, total, role),
      parts,
    )
  }
}
