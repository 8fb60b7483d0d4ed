/** Tables of a few rows, for equations written by hand. */
import type { AccountTable } from '../../src/domain/final-accounts.ts'
import { type AccountCell, type AccountTableView, viewAccounts } from '../../src/engine/accounts.ts'
import type { Equation } from '../../src/engine/equations.ts'

/** `rows`: code, then one amount for each role. */
export const smallTable = (
  code: string,
  roles: readonly string[],
  rows: readonly (readonly string[])[],
  unit = '万元',
): AccountTable => {
  const cell = (printed: string, row = 0, column = 0) => ({
    printed,
    at: { table: 1, row: row + 1, column: column + 1 },
  })
  return {
    profile: '',
    code,
    codeCell: cell(code),
    title: undefined,
    side: '',
    unit,
    unitAt: undefined,
    department: undefined,
    columns: ['code', ...roles].map((role) => ({ role, group: 0, label: cell(role) })),
    rows: rows.map((texts, i) => ({ cells: texts.map((text, j) => cell(text, i, j)), role: '', code: texts[0]! })),
    isBlank: false,
    statement: undefined,
    note: undefined,
    at: {},
    source: { fromBlock: 0, toBlock: 0 },
  }
}

export const viewOf = (...tables: readonly AccountTable[]): readonly AccountTableView[] =>
  viewAccounts({ unit: '万元', tables }).tables

/** The cell of a row (0-based) under a role. */
export const at = (table: AccountTableView, row: number, role: string): AccountCell =>
  table.entries.find((entry) => entry.row === row)!.cells.get(role)!

export const sumOf = (
  code: string,
  total: AccountCell,
  parts: readonly AccountCell[],
  tolerance: Equation['tolerance'] = 'rounded',
): Equation => ({ code, total, parts: parts.map((cell) => ({ cell, sign: 1 })), tolerance, formula: code })

/** Row 0 is the total of the others in every column; in each row the first role is the sum of the others. */
export const crossSums = (table: AccountTableView, roles: readonly string[]): readonly Equation[] => {
  const rows = table.entries.map(({ row }) => row)
  return [
    ...rows.map((row) =>
      sumOf(
        `row ${row}`,
        at(table, row, roles[0]!),
        roles.slice(1).map((role) => at(table, row, role)),
      ),
    ),
    ...roles.map((role) =>
      sumOf(
        `column ${role}`,
        at(table, 0, role),
        rows.slice(1).map((row) => at(table, row, role)),
      ),
    ),
  ]
}
