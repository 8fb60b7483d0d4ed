/** Collects equations over the cells of tables; everything that has no cell is left out. */
import type { AccountCell, AccountEntryView, AccountTableView } from '../accounts.ts'
import type { Equation, EquationPart } from '../equations.ts'

type Maybe<T> = T | undefined

const isNothing = ({ state }: AccountCell): boolean => state === 'blank' || state === 'dash'

/** Amounts of a table in 元 to the cent come out of a ledger as they are: nothing in it was rounded. */
const isLedger = ({ power, decimals }: AccountTableView): boolean => power === 0 && decimals >= 2

/** One amount printed in two tables with the same last digit is the same text. */
const isAlike = (a: AccountTableView, b: AccountTableView): boolean => a.power === b.power && a.decimals === b.decimals

export const cellIn = (entry: Maybe<AccountEntryView>, role: string): AccountCell | undefined => entry?.cells.get(role)

export class EquationSheet {
  readonly equations: Equation[] = []

  /** `parts` may lack cells that the table does not have; without any part there is no equation. */
  sum(
    code: string,
    formula: string,
    total: Maybe<AccountCell>,
    plus: readonly Maybe<AccountCell>[],
    minus: readonly Maybe<AccountCell>[] = [],
  ): void {
    if (!total) return
    const parts: EquationPart[] = []
    for (const cell of plus) if (cell) parts.push({ cell, sign: 1 })
    for (const cell of minus) if (cell) parts.push({ cell, sign: -1 })
    // A row or column of blanks says nothing, and an equation over it holds whatever the tables say.
    if (parts.length === 0 || (isNothing(total) && parts.every(({ cell }) => isNothing(cell)))) return
    const isExact = [total, ...parts.map(({ cell }) => cell)].every(({ table }) => isLedger(table))
    this.equations.push({ code, total, parts, tolerance: isExact ? 'exact' : 'rounded', formula })
  }

  /** One amount printed twice: the digits must agree, unless the tables print other units or fewer decimals. */
  same(code: string, formula: string, one: Maybe<AccountCell>, other: Maybe<AccountCell>): void {
    if (!one || !other || (isNothing(one) && isNothing(other))) return
    const tolerance = isAlike(one.table, other.table) ? 'exact' : 'rounded'
    this.equations.push({ code, total: one, parts: [{ cell: other, sign: 1 }], tolerance, formula })
  }

  /** Everything printed here must be nothing: a class that another table, which lists all of them, does not have. */
  nothing(code: string, formula: string, cell: Maybe<AccountCell>): void {
    if (cell && !isNothing(cell)) this.equations.push({ code, total: cell, parts: [], tolerance: 'exact', formula })
  }
}

/** No amount is printed in any of them. */
export const allNothing = (cells: readonly Maybe<AccountCell>[]): boolean =>
  cells.every((cell) => cell === undefined || isNothing(cell))
