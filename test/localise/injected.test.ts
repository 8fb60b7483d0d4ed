/** Single errors in generated booklets (fixed seeds): the true cell comes first, or among the first three. */
import { describe, expect, it } from 'vitest'
import { ACCOUNT_INJECTIONS } from './inject-accounts.ts'
import { measureLocalisation } from './measure.ts'

const { located, falseAlarms } = measureLocalisation({ booklets: 6, firstSeed: 41, each: 2 })
const share = (own: typeof located, most: number): number =>
  own.filter(({ rank }) => rank >= 1 && rank <= most).length / own.length

describe('errors injected one at a time', () => {
  it('stand in booklets in which every equation held before', () => {
    expect(falseAlarms).toEqual([])
  })

  it('are of every kind, and at least sixty show', () => {
    expect(located.length).toBeGreaterThanOrEqual(60)
    expect([...new Set(located.map(({ kind }) => kind))].sort()).toEqual([...ACCOUNT_INJECTIONS].sort())
  })

  it('are found first in nine of ten cases, and among the first three in 97 of 100', () => {
    expect(share(located, 1)).toBeGreaterThanOrEqual(0.9)
    expect(share(located, 3)).toBeGreaterThanOrEqual(0.97)
  })

  it('of exchanged digits, shifted points and mixed units nearly always', () => {
    const clear = located.filter(({ kind }) => /exchanged|shifted|slip/.test(kind))
    expect(share(clear, 1)).toBeGreaterThanOrEqual(0.95)
  })
})
