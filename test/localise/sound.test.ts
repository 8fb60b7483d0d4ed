/** Every repair that is offered really repairs: printed into the tables it leaves no equation failing that it speaks of. */
import { describe, expect, it } from 'vitest'
import type { FinalAccounts } from '../../src/domain/final-accounts.ts'
import { accountEquations } from '../../src/engine/account-equations/index.ts'
import { viewAccounts } from '../../src/engine/accounts.ts'
import { type Equation, isBroken } from '../../src/engine/equations.ts'
import { localise, type Repair } from '../../src/engine/localise/localise.ts'
import { generateAccounts } from '../support/generate-accounts.ts'
import { randomFrom } from '../support/random.ts'
import { ACCOUNT_INJECTIONS, amountsByPlace, injectAccounts, withPrinted } from './inject-accounts.ts'
import { recordOf } from './measure.ts'

const equationsOf = (record: FinalAccounts): readonly Equation[] => accountEquations(viewAccounts(record))

/** Stated of the same cells by the same check. */
const keyOf = ({ code, total, parts, formula }: Equation): string =>
  [code, formula, total.table.index, total.row, total.column, parts.length].join('|')

const repaired = (record: FinalAccounts, { cells }: Repair): FinalAccounts =>
  cells.reduce((own, { cell, value }) => withPrinted(own, cell, value.toString()), record)

const broken = (record: FinalAccounts): ReadonlySet<string> => new Set(equationsOf(record).filter(isBroken).map(keyOf))

describe('repairs', () => {
  it('leave nothing failing of what they are for, and break nothing that held', () => {
    let tried = 0
    for (let seed = 90; seed < 92; seed++) {
      const [before, now] = generateAccounts(seed, { years: 2, set: 'national' }).years.map(recordOf)
      const random = randomFrom(seed)
      for (const kind of ACCOUNT_INJECTIONS) {
        const first = injectAccounts(now!, equationsOf(now!), kind, random, amountsByPlace(before!))
        const second =
          first &&
          injectAccounts(first.record, equationsOf(first.record), 'one digit wrong', random, amountsByPlace(before!))
        const { record } = second ?? first ?? { record: now! }
        const old = broken(record)
        for (const { failed, repairs } of localise(equationsOf(record)))
          for (const repair of repairs.filter(({ kind: own }) => own !== 'missing-row').slice(0, 4)) {
            const left = broken(repaired(record, repair))
            expect([...left].filter((key) => !old.has(key))).toEqual([])
            expect(failed.map(keyOf).filter((key) => left.has(key))).toEqual([])
            tried++
          }
      }
    }
    expect(tried).toBeGreaterThan(30)
  })
})
