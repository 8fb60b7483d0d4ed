/** Localisation over all equations of one document's tables, done once however many ask for it. */
import type { FinalAccounts } from '../../domain/final-accounts.ts'
import { accountEquations } from '../account-equations/index.ts'
import { type AccountsView, viewAccounts } from '../accounts.ts'
import { type Localisation, localise } from './localise.ts'

const known = new WeakMap<FinalAccounts, readonly Localisation[]>()

export const localiseAccounts = (accounts: AccountsView): readonly Localisation[] => {
  let own = known.get(accounts.record)
  if (!own) known.set(accounts.record, (own = localise(accountEquations(accounts))))
  return own
}

/** The same, for whoever has the record and no view of it. */
export const localiseRecord = (record: FinalAccounts): readonly Localisation[] =>
  known.get(record) ?? (record.tables.length === 0 ? [] : localiseAccounts(viewAccounts(record)))
