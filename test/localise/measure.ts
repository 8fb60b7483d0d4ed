/** Where localisation puts the true cell, for errors injected one at a time into generated booklets. */
import type { FinalAccounts } from '../../src/domain/final-accounts.ts'
import { accountEquations } from '../../src/engine/account-equations/index.ts'
import { viewAccounts } from '../../src/engine/accounts.ts'
import { isBroken } from '../../src/engine/equations.ts'
import { type Localisation, localise, type Repair } from '../../src/engine/localise/localise.ts'
import { recognise } from '../../src/recognise/index.ts'
import { type GeneratedYear, generateAccounts } from '../support/generate-accounts.ts'
import type { AccountSet } from '../support/generate-accounts-places.ts'
import { randomFrom } from '../support/random.ts'
import {
  ACCOUNT_INJECTIONS,
  type AccountInjection,
  amountsByPlace,
  type InjectedAccounts,
  injectAccounts,
  type Truth,
} from './inject-accounts.ts'

export interface Located {
  readonly kind: AccountInjection
  readonly seed: number
  readonly what: string
  /** 1-based place of the true cell among the repairs, a group before its own counting one; 0: not among them. */
  readonly rank: number
  /** Repairs of one cell that the first group offers. */
  readonly choices: number
  /** Are the first two of them equally likely? */
  readonly isTied: boolean
  readonly isValueRight: boolean
  readonly groups: number
}

export const recordOf = (year: GeneratedYear): FinalAccounts => recognise(year.document()).finalAccounts

const isTrue = ({ cells, missing }: Repair, truth: Truth): boolean => {
  if (truth.column === undefined)
    return missing !== undefined && missing.table.index === truth.table && truth.code!.startsWith(missing.parent.code)
  return (
    cells.length > 0 &&
    cells[0]!.cell.table.index === truth.table &&
    cells[0]!.cell.row === truth.row &&
    cells[0]!.cell.column === truth.column &&
    cells.length === 1
  )
}

const plainValue = (text: string): string =>
  text
    .replaceAll(',', '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

const rankOf = (localisations: readonly Localisation[], { truth }: InjectedAccounts) => {
  const ranks = localisations.map(({ repairs }) => repairs.findIndex((repair) => isTrue(repair, truth)) + 1)
  const rank = ranks.reduce((best, own) => (own > 0 && (best === 0 || own < best) ? own : best), 0)
  const group = localisations[ranks.indexOf(rank)]
  const repair = rank > 0 ? group!.repairs[rank - 1] : undefined
  const value = repair?.cells[0]?.value.toString() ?? repair?.missing?.amounts[0]?.value.toString() ?? ''
  const [first, second] = (group ?? localisations[0])?.repairs ?? []
  return {
    // What a reader sees first counts: the first candidates of the groups that are printed before this one.
    rank: rank > 0 ? rank + ranks.indexOf(rank) : 0,
    choices: (group ?? localisations[0])?.repairs.length ?? 0,
    isTied: first !== undefined && second !== undefined && Math.abs(first.share - second.share) < 1e-9,
    isValueRight: truth.column === undefined || plainValue(value) === plainValue(truth.printed),
    groups: localisations.length,
  }
}

export interface Measured {
  readonly located: readonly Located[]
  /** Nothing failed: no arithmetic can show it. */
  readonly invisible: readonly AccountInjection[]
  /** Booklets that are true and in which an equation failed anyway. */
  readonly falseAlarms: readonly string[]
}

export interface MeasureOptions {
  readonly booklets: number
  readonly firstSeed: number
  /** Injections of each kind into each booklet. */
  readonly each: number
  readonly kinds?: readonly AccountInjection[]
  /** Whose tables: a place's set, or the budget's. */
  readonly set?: AccountSet
  /** With last year's tables at hand. */
  readonly withLastYear?: boolean
}

export const measureLocalisation = (options: MeasureOptions): Measured => {
  const located: Located[] = []
  const invisible: AccountInjection[] = []
  const falseAlarms: string[] = []
  for (let seed = options.firstSeed; seed < options.firstSeed + options.booklets; seed++) {
    const [before, now] = generateAccounts(seed, { years: 2, set: options.set ?? 'national' }).years.map(recordOf)
    const view = viewAccounts(now!)
    const equations = accountEquations(view)
    for (const { code, formula } of equations.filter(isBroken)) falseAlarms.push(`${seed}: ${code} ${formula}`)
    const lastYear = amountsByPlace(before!)
    const random = randomFrom(seed * 7919)
    for (const kind of options.kinds ?? ACCOUNT_INJECTIONS)
      for (let n = 0; n < options.each; n++) {
        const injected = injectAccounts(now!, equations, kind, random, lastYear)
        if (!injected) continue
        const own = accountEquations(viewAccounts(injected.record))
        if (!own.some(isBroken)) {
          invisible.push(kind)
          continue
        }
        const context = options.withLastYear
          ? { lastYear: (cell: Parameters<typeof lastYear>[0]) => lastYear(cell)?.amount }
          : {}
        located.push({ kind, seed, what: injected.what, ...rankOf(localise(own, context), injected) })
      }
  }
  return { located, invisible, falseAlarms }
}
