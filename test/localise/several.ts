/** Two errors at once, and booklets of three years with an error in each. */
import type { FinalAccounts } from '../../src/domain/final-accounts.ts'
import { accountEquations } from '../../src/engine/account-equations/index.ts'
import { viewAccounts } from '../../src/engine/accounts.ts'
import { type Equation, isBroken } from '../../src/engine/equations.ts'
import { localise } from '../../src/engine/localise/localise.ts'
import { generateAccounts } from '../support/generate-accounts.ts'
import { type Random, randomFrom } from '../support/random.ts'
import { ACCOUNT_INJECTIONS, amountsByPlace, type InjectedAccounts, injectAccounts } from './inject-accounts.ts'
import { recordOf } from './measure.ts'

const CELL_KINDS = ACCOUNT_INJECTIONS.filter((kind) => kind !== 'row left out')

const equationsOf = (record: FinalAccounts): readonly Equation[] => accountEquations(viewAccounts(record))

const injectAny = (
  record: FinalAccounts,
  equations: readonly Equation[],
  random: Random,
  before: FinalAccounts,
): InjectedAccounts | undefined =>
  injectAccounts(record, equations, random.pick(CELL_KINDS), random, amountsByPlace(before))

export interface Doubles {
  readonly visible: number
  /** Both true cells are in the first repairs of the groups. */
  readonly both: number
  readonly one: number
}

/** Two cells wrong at once, wherever they are. */
export const measureDoubles = (booklets: number, firstSeed: number, each: number): Doubles => {
  let [visible, both, one] = [0, 0, 0]
  for (let seed = firstSeed; seed < firstSeed + booklets; seed++) {
    const [before, now] = generateAccounts(seed, { years: 2, set: 'national' }).years.map(recordOf)
    const random = randomFrom(seed * 104_729)
    const equations = equationsOf(now!)
    for (let n = 0; n < each; n++) {
      const first = injectAny(now!, equations, random, before!)
      const second = first && injectAny(first.record, equationsOf(first.record), random, before!)
      if (!first || !second) continue
      const own = equationsOf(second.record)
      // Both must show: an error inside rounding, or one that undoes the other, cannot be found.
      if (!equationsOf(first.record).some(isBroken) || own.filter(isBroken).length < 2) continue
      visible++
      const repairs = localise(own).flatMap(({ repairs: [best] }) => best?.cells ?? [])
      const found = [first.truth, second.truth].filter(({ table, row, column }) =>
        repairs.some(({ cell }) => cell.table.index === table && cell.row === row && cell.column === column),
      ).length
      if (found === 2) both++
      else if (found === 1) one++
    }
  }
  return { visible, both, one }
}

export interface ThreeYears {
  readonly cells: number
  readonly equations: number
  readonly list: readonly Equation[]
}

/** Nine tables of three years that follow each other, with `errors` wrong cells in each year. */
export const threeYears = (seed: number, errors: number): ThreeYears => {
  const records = generateAccounts(seed, { years: 3, set: 'national' }).years.map(recordOf)
  const random = randomFrom(seed)
  const list = records.flatMap((record, i) => {
    let own = record
    for (let n = 0; n < errors; n++)
      own = injectAny(own, equationsOf(own), random, records[Math.max(0, i - 1)]!)?.record ?? own
    return equationsOf(own)
  })
  const cells = new Set(list.flatMap(({ total, parts }) => [total, ...parts.map(({ cell }) => cell)])).size
  return { cells, equations: list.length, list }
}
