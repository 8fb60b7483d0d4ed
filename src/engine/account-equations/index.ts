/**
 * Every equation that the printed tables of one document have to fulfil, by the codes of the catalogue (rules.md E8). A
 * table that is not there, or is there twice, states nothing.
 */
import type { AccountsView } from '../accounts.ts'
import type { Equation } from '../equations.ts'
import { addBudget } from './budget.ts'
import { addFinal, finalTables } from './final.ts'
import { addPlaces } from './places.ts'
import { EquationSheet } from './sheet.ts'

const known = new WeakMap<AccountsView, readonly Equation[]>()

export const accountEquations = (accounts: AccountsView): readonly Equation[] => {
  let equations = known.get(accounts)
  if (!equations) {
    const sheet = new EquationSheet()
    const tables = finalTables(accounts)
    addFinal(sheet, tables)
    addPlaces(sheet, accounts, tables)
    addBudget(sheet, accounts)
    equations = sheet.equations
    known.set(accounts, equations)
  }
  return equations
}
