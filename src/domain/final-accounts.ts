/**
 * 部门决算（预算）公开表 as printed: every value is a cell with its place; nothing is repaired, filled or converted here.
 * A table printed with income beside spending is two records, one for each side, as the two are read on their own.
 */
import type { Cell, FormSource } from './self-evaluation.ts'
import type { Position } from './source-document.ts'

export const TABLE_SIDES = ['收入', '支出', ''] as const
export type TableSide = (typeof TABLE_SIDES)[number]

export interface AccountColumn {
  /** Role of the column in the table's profile (`code`, `name`, `line`, `total`, `basic` …); empty when unknown. */
  readonly role: string
  /** 0-based group of columns, in tables that print the same columns several times side by side. */
  readonly group: number
  /** Header texts from top to bottom, joined by a colon. From broken text it may be the standard name (`unsure`). */
  readonly label: Cell
}

export interface AccountRow {
  /** One cell per column; a blank or missing one has `printed: ''`. */
  readonly cells: readonly Cell[]
  /** Role of the row in the profile (`incomeTotal`, `closing` …); empty for rows of codes and unknown labels. */
  readonly role: string
  /** Functional or economic code of the (first) code column as printed; empty when there is none. */
  readonly code: string
}

export interface AccountTable {
  /** Id of the table profile in law/forms/final-accounts/tables; empty when the table is like none of them. */
  readonly profile: string
  /** 公开01表 without layout spaces; empty when none is printed. */
  readonly code: string
  readonly codeCell: Cell | undefined
  readonly title: Cell | undefined
  readonly side: TableSide
  /** 元, 万元 or 亿元 as the table states it; empty when it states none. */
  readonly unit: string
  readonly unitAt: Position | undefined
  /** 部门 or 编制单位 above the table. */
  readonly department: Cell | undefined
  readonly columns: readonly AccountColumn[]
  readonly rows: readonly AccountRow[]
  /** No row holds an amount. A printed 0 is an amount. */
  readonly isBlank: boolean
  /** The sentence that says the table has no data. */
  readonly statement: Cell | undefined
  /** All that stands under the table: 注：… */
  readonly note: Cell | undefined
  readonly at: Position
  readonly source: FormSource
}

export interface FinalAccounts {
  /** The unit of most tables; empty when there are none. */
  readonly unit: string
  readonly tables: readonly AccountTable[]
}

/** Roles of columns that hold words or line numbers; all others hold amounts. */
export const WORD_ROLES: ReadonlySet<string> = new Set(['code', 'name', 'line'])

/** One labelled part of a row: a group of columns has its own code, name and amounts. */
export interface AccountEntry {
  readonly code: string
  readonly name: string
  readonly row: AccountRow
  readonly amounts: readonly { readonly role: string; readonly cell: Cell }[]
}

/** Rows taken apart by their groups of columns, top to bottom within a group, blank parts left out. */
export const entriesOf = (table: AccountTable): readonly AccountEntry[] => {
  const groups = [...new Set(table.columns.map(({ group }) => group))].sort((a, b) => a - b)
  return groups.flatMap((group) =>
    table.rows.flatMap((row) => {
      const cells = table.columns.flatMap((column, i) =>
        column.group === group ? [{ role: column.role, cell: row.cells[i]! }] : [],
      )
      if (cells.every(({ cell }) => cell.printed === '')) return []
      const textOf = (role: string): string => cells.find((one) => one.role === role)?.cell.printed ?? ''
      const amounts = cells.filter(({ role }) => !WORD_ROLES.has(role))
      return [{ code: textOf('code'), name: textOf('name'), row, amounts }]
    }),
  )
}
