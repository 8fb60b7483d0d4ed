/** The same for whole booklets of two years: text, forms and the year before speak too, and the causes are what is ranked. */
import { withAcross } from '../../src/app/check-across.ts'
import { checkRead } from '../../src/app/check-file.ts'
import { accountEquations } from '../../src/engine/account-equations/index.ts'
import { accountField, viewAccounts } from '../../src/engine/accounts.ts'
import type { Cause } from '../../src/engine/causes/cause.ts'
import { isBroken } from '../../src/engine/equations.ts'
import { isChecked } from '../../src/writers/report-model.ts'
import { generateBooklet, readBooklet } from '../support/generate-booklet.ts'
import { randomFrom } from '../support/random.ts'
import {
  ACCOUNT_INJECTIONS,
  type AccountInjection,
  amountsByPlace,
  type InjectedAccounts,
  injectAccounts,
} from './inject-accounts.ts'

export interface BookletLocated {
  readonly kind: AccountInjection
  readonly seed: number
  readonly what: string
  /** As in `Located`; candidates of a cause beyond those that it keeps count as not found. */
  readonly rank: number
  /** Causes that the later file shows; one is what there should be. */
  readonly causes: number
}

/** A wrong cell by its place; all cells of a record keep the place of the true one. */
const rankIn = (causes: readonly Cause[], { truth, record }: InjectedAccounts): number => {
  const table = viewAccounts(record).tables[truth.table]!
  const cell = table.record.rows[truth.row]?.cells[truth.column ?? 0]
  const view = table.entries.flatMap((entry) => [...entry.cells.values()]).find((own) => own.cell === cell)
  if (!view) return 0
  const own = causes.filter(({ kind }) => kind === 'wrong-cell')
  const ranks = own.flatMap(({ candidates }, before) => {
    const at = candidates.findIndex(
      ({ changes: [first, ...others] }) =>
        others.length === 0 && first?.position === cell!.at && first.at.field === accountField(view),
    )
    return at < 0 ? [] : [before + at + 1]
  })
  return ranks.length === 0 ? 0 : Math.min(...ranks)
}

export const measureBooklets = (booklets: number, firstSeed: number, each: number): readonly BookletLocated[] => {
  const located: BookletLocated[] = []
  for (let seed = firstSeed; seed < firstSeed + booklets; seed++) {
    const [before, now] = generateBooklet(seed, { years: 2, set: 'national' }).years.map(readBooklet)
    const earlier = checkRead(before!)
    const equations = accountEquations(viewAccounts(now!.finalAccounts!))
    const random = randomFrom(seed * 31)
    for (const kind of ACCOUNT_INJECTIONS.filter((own) => own !== 'row left out'))
      for (let n = 0; n < each; n++) {
        const lastYear = amountsByPlace(before!.finalAccounts!)
        const error = injectAccounts(now!.finalAccounts!, equations, kind, random, lastYear)
        if (!error || !accountEquations(viewAccounts(error.record)).some(isBroken)) continue
        const outcomes = withAcross([earlier, checkRead({ ...now!, finalAccounts: error.record })]).filter(isChecked)
        const { causes = [] } = outcomes.find(({ file }) => file === now!.file)!
        located.push({ kind, seed, what: error.what, rank: rankIn(causes, error), causes: causes.length })
      }
  }
  return located
}
