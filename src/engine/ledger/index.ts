/** The ledger of one document, made once. */
import type { DocumentFacts } from '../../domain/document-facts.ts'
import type { Narrative } from '../../domain/narrative.ts'
import type { AccountsView } from '../accounts.ts'
import type { LedgerEntry } from './entry.ts'
import { type Mapped, mappedStatements } from './narrative-places.ts'

export interface LedgerSource {
  readonly facts: DocumentFacts
  readonly narrative?: Narrative
  readonly accounts?: AccountsView
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[]
  /** What each statement of the text is of, by its index. */
  readonly mapped: ReadonlyMap<number, Mapped>
}

const keyOf = ({ key, measure, statement }: Mapped): string => `${key}|${measure}|${statement.year}`

const buildLedger = ({ narrative, accounts }: LedgerSource): Ledger => {
  const mapped = new Map<number, Mapped>()
  const entries = new Map<string, LedgerEntry & { places: LedgerEntry['places'][number][] }>()
  if (!narrative) return { entries: [], mapped }
  for (const one of mappedStatements(narrative, accounts)) {
    const { statement, place, key, name, measure, check, cells, mistaken, isLoose } = one
    mapped.set(statement.index, one)
    const at = keyOf(one)
    const known = entries.get(at)
    if (known) known.places.push(place)
    else {
      // The tables are of the booklet's own year.
      const own = statement.year === narrative.year
      entries.set(at, {
        key,
        name,
        year: statement.year,
        measure,
        check,
        isLoose,
        places: [...(own ? cells : []), place],
        mistaken: own ? mistaken : [],
      })
    }
  }
  return { entries: [...entries.values()], mapped }
}

const ledgers = new WeakMap<LedgerSource, Ledger>()

/** The ledger; the same object for the same context. */
export const ledgerOf = (source: LedgerSource): Ledger => {
  let ledger = ledgers.get(source)
  if (!ledger) ledgers.set(source, (ledger = buildLedger(source)))
  return ledger
}
