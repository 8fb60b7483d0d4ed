/** Items of the fund tables of two years, matched by code, else by name where the code was moved. */
import { type AccountCell, type AccountEntryView, type AccountTableView, tableOf } from '../../engine/accounts.ts'
import { cellPlace } from '../../engine/ledger/cells.ts'
import type { LedgerPlace } from '../../engine/ledger/entry.ts'
import { itemName } from '../../engine/ledger/narrative-places.ts'
import { baseValue } from '../../engine/verdict.ts'
import type { YearPair } from './across.ts'

export interface CarriedCode {
  readonly code: string
  readonly name: string
  /** Opening of the later year. */
  readonly own: LedgerPlace | undefined
  /** Closing of the earlier one. */
  readonly before: LedgerPlace | undefined
  /** The code under which the earlier year had it, where that differs. */
  readonly movedFrom: string
}

const PROFILES = ['government-fund', 'state-capital'] as const

const keyOf = ({ code, role }: AccountEntryView): string => (code === '' ? role : code)

const isZero = (cell: AccountCell | undefined): boolean => !cell?.amount || baseValue(cell.amount).isZero()

const carriedIn = (earlier: AccountTableView, later: AccountTableView): readonly CarriedCode[] => {
  const before = new Map(earlier.entries.map((entry) => [keyOf(entry), entry]))
  const matched = new Set<string>()
  const found = later.entries.flatMap((entry): readonly CarriedCode[] => {
    const key = keyOf(entry)
    const opening = entry.cells.get('opening')
    if (key === '' || !opening) return []
    const same = before.get(key)
    const byName = same
      ? []
      : earlier.entries.filter(
          (other) => other.code.length === entry.code.length && itemName(other.name) === itemName(entry.name),
        )
    const other = same ?? (byName.length === 1 ? byName[0] : undefined)
    const closing = other?.cells.get('closing')
    if (!other || !closing) return []
    matched.add(keyOf(other))
    return [
      {
        code: entry.code,
        name: itemName(entry.name),
        own: cellPlace(opening),
        before: cellPlace(closing),
        movedFrom: same ? '' : other.code,
      },
    ]
  })
  const lost = earlier.entries
    .filter((entry) => keyOf(entry) !== '' && !matched.has(keyOf(entry)) && !isZero(entry.cells.get('closing')))
    .map((entry): CarriedCode => {
      const closing = entry.cells.get('closing')!
      return { code: entry.code, name: itemName(entry.name), own: undefined, before: cellPlace(closing), movedFrom: '' }
    })
  return [...found, ...lost]
}

/** The opening of each item of the later year with the closing of the same item in the year before. */
export const carriedCodes = ({ earlier, later }: YearPair): readonly CarriedCode[] =>
  PROFILES.flatMap((profile) => {
    const before = earlier.accounts && tableOf(earlier.accounts, profile)
    const own = later.accounts && tableOf(later.accounts, profile)
    return before && own && !before.record.isBlank && !own.record.isBlank ? carriedIn(before, own) : []
  })
