import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { Decimal } from '../../src/kernel/decimal.ts'
import { caseFiles, runCase } from '../support/run-cases.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../cases')

const numbersIn = (text: string): readonly Decimal[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => Decimal.from(number.replaceAll(',', '')))

/** Money in 万元 beside an interval in 元 is ten thousand times off, a rounded quotient hardly at all. */
const TIMES = Decimal.of(100)

/** Is no number of the formula or the result within a hundredfold of the interval? */
const isFarOff = ({ proof }: Finding): boolean => {
  if (!proof?.interval) return false
  const ends = proof.interval.map((end) => Decimal.from(end).abs())
  const near = (number: Decimal): boolean =>
    ends.some((end) => end.compare(number.multiply(TIMES)) <= 0 && number.compare(end.multiply(TIMES)) <= 0)
  // An interval around zero is near everything.
  if (ends.some((end) => end.isZero()) || proof.interval[0].startsWith('-') !== proof.interval[1].startsWith('-'))
    return false
  return ![...numbersIn(proof.result), ...numbersIn(proof.filledIn)].some((number) => !number.isZero() && near(number))
}

const isShown = ({ proof }: Finding): boolean => proof?.interval !== undefined

describe('the interval of a proof', () => {
  it('is in the unit that its formula is printed in', () => {
    const findings = readdirSync(root)
      .filter((folder) => folder !== 'law')
      .flatMap((folder) => caseFiles(join(root, folder)))
      .flatMap(({ code, cases }) => cases.flatMap((one) => runCase(code, one)))
      .filter(isShown)
    expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThan(10)
    const wrong = findings.filter(isFarOff)
    expect(wrong.map(({ code, proof }) => `${code}: ${proof!.filledIn} ∈ ${proof!.interval!.join('…')}`)).toEqual([])
  })
})
