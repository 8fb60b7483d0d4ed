/** Localisation over all equations of one document's tables, done once however many ask for it. */
import type { FinalAccounts } from '../../domain/final-accounts.ts'
import type { Position } from '../../domain/source-document.ts'
import { accountEquations } from '../account-equations/index.ts'
import { type AccountCell, type AccountsView, accountField, viewAccounts } from '../accounts.ts'
import { isBroken } from '../equations.ts'
import { type LedgerSource, ledgerOf } from '../ledger/index.ts'
import type { Amount } from '../verdict.ts'
import { type Localisation, localise } from './localise.ts'
import type { SlipContext } from './slips.ts'

const known = new WeakMap<FinalAccounts, readonly Localisation[]>()

/** What the text says of a cell, by the cell's place: several cells of a broken line share one position. */
const saidOf = (source: LedgerSource): SlipContext => {
  const said = new Map<Position, Map<string, Amount[]>>()
  for (const { places, isLoose } of ledgerOf(source).entries) {
    const amounts = places.flatMap(({ from, amount, unsure }) => (from === 'text' && !unsure ? [amount] : []))
    if (isLoose || amounts.length === 0) continue
    for (const { from, position, address } of places) {
      if (from !== 'table' || address.field === undefined) continue
      let own = said.get(position)
      if (!own) said.set(position, (own = new Map()))
      own.set(address.field, [...(own.get(address.field) ?? []), ...amounts])
    }
  }
  return { said: (cell: AccountCell) => said.get(cell.cell.at)?.get(accountField(cell)) ?? [] }
}

/** With what the text of the document says of the cells, where it has a text. */
export const localiseAccounts = (accounts: AccountsView, source?: LedgerSource): readonly Localisation[] => {
  let own = known.get(accounts.record)
  if (!own) {
    const equations = accountEquations(accounts)
    const hasFailing = equations.some(isBroken)
    own = hasFailing ? localise(equations, source?.narrative ? saidOf(source) : {}) : []
    known.set(accounts.record, own)
  }
  return own
}

/** The same, for whoever has the record and no view of it. */
export const localiseRecord = (record: FinalAccounts): readonly Localisation[] =>
  known.get(record) ?? (record.tables.length === 0 ? [] : localiseAccounts(viewAccounts(record)))
