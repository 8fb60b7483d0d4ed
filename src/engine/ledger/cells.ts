/** Cells of tables by the references of law/forms/narrative-cells.yaml, as places of the ledger. */
import { Decimal } from '../../kernel/decimal.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import {
  type AccountCell,
  type AccountEntryView,
  type AccountsView,
  type AccountTableView,
  accountField,
  entryOfRole,
  tableOf,
} from '../accounts.ts'
import type { LedgerPlace } from './entry.ts'

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s“”"]+/gu, '')

const rowOf = (table: AccountTableView, { row, label }: CellRef): AccountEntryView | undefined => {
  if (label !== '') {
    const own = table.entries.filter(({ code, name }) => bare(name) === label || bare(code) === label)
    return own.length === 1 ? own[0] : undefined
  }
  if (row === '*') return table.entries.length === 1 ? table.entries[0] : undefined
  return entryOfRole(table, row)
}

/** The cell, or `undefined` when the document has no such table, row or column, or the table is blank. */
export const cellOf = (accounts: AccountsView, ref: CellRef): AccountCell | undefined => {
  const table = tableOf(accounts, ref.profile, ref.side)
  if (!table || table.record.isBlank) return undefined
  return rowOf(table, ref)?.cells.get(ref.column)
}

const labelOf = (cell: AccountCell): string => {
  const entry = cell.table.entries.find((one) => [...one.cells.values()].includes(cell))
  return bare(entry?.name || entry?.code || '')
}

const UNITS: Readonly<Record<number, string>> = { 0: '元', 4: '万元', 8: '亿元' }

/** `undefined` for a cell that cannot be read. */
export const cellPlace = (cell: AccountCell): LedgerPlace | undefined => {
  const { table, row, column, amount } = cell
  if (!amount) return undefined
  const header = bare(table.record.columns[column]?.label.printed ?? '')
  const label = labelOf(cell)
  return {
    from: 'table',
    printed:
      cell.cell.printed === '' ? `0${UNITS[amount.power] ?? ''}` : cell.cell.printed + (UNITS[amount.power] ?? ''),
    amount,
    name: `${table.name}${label === '' ? '' : `“${label}”行`}${header === '' ? '' : `“${header}”列`}`,
    address: { table: table.key, row, field: accountField(cell) },
    position: cell.cell.at,
    unsure: cell.cell.unsure === true,
  }
}

/** A table that is blank and says so states zeros; one that is only blank may have been read badly. */
const blankPlace = (accounts: AccountsView, ref: CellRef): LedgerPlace | undefined => {
  const table = tableOf(accounts, ref.profile, ref.side)
  const statement = table?.record.statement
  if (!table?.record.isBlank || !statement) return undefined
  return {
    from: 'table',
    printed: '空表',
    amount: { value: Decimal.zero.round(2), power: table.power ?? 4 },
    name: table.name,
    address: { table: table.key },
    position: statement.at,
    unsure: statement.unsure === true,
  }
}

export const placesOf = (accounts: AccountsView | undefined, refs: readonly CellRef[]): readonly LedgerPlace[] =>
  accounts
    ? refs.flatMap((ref) => {
        const cell = cellOf(accounts, ref)
        const place = cell ? cellPlace(cell) : blankPlace(accounts, ref)
        return place ? [place] : []
      })
    : []
