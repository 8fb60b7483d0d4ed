/** What adds up inside one row, by the columns of the table's profile. */
import { type RowEquation, type TableProfile, tableProfiles } from '../../law/account-tables.ts'
import type { AccountCell, AccountEntryView, AccountTableView } from '../accounts.ts'
import { allNothing, type EquationSheet } from './sheet.ts'

export const profileOf = ({ record }: AccountTableView): TableProfile | undefined =>
  tableProfiles().find(({ id }) => id === record.profile)

/** Columns whose place another pair takes where a table prints basic spending in two columns only. */
const SPLIT: Readonly<Record<string, readonly string[]>> = { basic: ['staff', 'running'] }

/** A column of which it is not known what it holds. */
export const isUnknown = (role: string): boolean => role === '' || /^column\d+$/.test(role)

const hasUnknownAmounts = (table: AccountTableView, row: number): boolean =>
  table.record.columns.some(
    ({ role }, i) => isUnknown(role) && /\d/.test(table.record.rows[row]!.cells[i]?.printed ?? ''),
  )

const cellsOf = ({ cells }: AccountEntryView, roles: readonly string[]): readonly AccountCell[] =>
  roles.flatMap((role) => {
    const cell = cells.get(role)
    if (cell) return [cell]
    return (SPLIT[role] ?? []).flatMap((part) => cells.get(part) ?? [])
  })

const labelOf = (table: AccountTableView, cell: AccountCell): string =>
  table.record.columns[cell.column]!.label.printed.split(/[:：]/).at(-1) || cell.role

const addOne = (
  sheet: EquationSheet,
  table: AccountTableView,
  entry: AccountEntryView,
  { sum, parts }: RowEquation,
  code: string,
): void => {
  const own = cellsOf(entry, parts)
  const sums = cellsOf(entry, sum)
  if (sums.length < sum.length || own.length === 0) return
  const names = own.map((cell) => labelOf(table, cell))
  if (sum.length === 1) {
    // Carried-over rows often print their total alone; what adds up the year prints its columns.
    if (entry.role !== '' && entry.role !== 'spendingTotal' && !allNothing(sums) && allNothing(own)) return
    sheet.sum(code, `${labelOf(table, sums[0]!)} = ${names.join(' + ')}`, sums[0], own)
    return
  }
  const last = own.at(-1)!
  if (own.length < parts.length) return
  const rest = own.slice(0, -1)
  const before = rest.map((cell) => ` - ${labelOf(table, cell)}`).join('')
  const formula = `${names.at(-1)} = ${sums.map((cell) => labelOf(table, cell)).join(' + ')}${before}`
  sheet.sum(code, formula, last, sums, rest)
}

/** `codeFor` says which check states the equation in this row; `undefined`: none. */
export const addRows = (
  sheet: EquationSheet,
  table: AccountTableView | undefined,
  codeFor: (equation: RowEquation, entry: AccountEntryView) => string | undefined,
): void => {
  if (!table) return
  const profile = profileOf(table)
  const side = table.record.side === '支出' ? profile?.expenditure : profile?.main
  for (const equation of side?.equations ?? [])
    for (const entry of table.entries) {
      if (hasUnknownAmounts(table, entry.row)) continue
      const code = codeFor(equation, entry)
      if (code) addOne(sheet, table, entry, equation, code)
    }
}
