/**
 * Forms as converters leave them: fifteen layouts, nineteen ways of writing a table as text, nineteen kinds of damage.
 * What a careful person can still read must be read. `npm run bench perturb` measures many more.
 */
import { describe, expect, it } from 'vitest'
import { allCases, mixedCases, runCase } from './cases.ts'

/** Share of fields that must be right, in each case and in cases with two damages at once. */
const LEAST = 0.995
const LEAST_MIXED = 0.99

const FILES = 1
const MIXED = 80

describe('forms in damaged tables', () => {
  it('reads each layout in each way of writing, and each damage', { timeout: 30_000 }, async () => {
    const poor: string[] = []
    for (const one of allCases()) {
      const { right, all, wrong } = await runCase(one, FILES, 7000)
      if (right < all * LEAST) poor.push(`${one.name}: ${right}/${all}, e.g. ${wrong[0]}`)
    }
    expect(poor).toEqual([])
  })

  it('reads two damages at once', { timeout: 30_000 }, async () => {
    let right = 0
    let all = 0
    for (const one of mixedCases(MIXED, 42)) {
      const tally = await runCase(one, FILES, 9000)
      right += tally.right
      all += tally.all
    }
    expect(right / all).toBeGreaterThan(LEAST_MIXED)
  })
})
