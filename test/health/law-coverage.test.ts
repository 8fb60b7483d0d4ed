/** Walks all packs over all days and years: no gap, no overlap, every refusal as announced. */
import { describe, expect, it } from 'vitest'
import { choosePack } from '../../src/law/choose-pack.ts'
import { compiledLaw } from '../../src/law/compiled.ts'
import { citationText, instruments } from '../../src/law/instruments.ts'
import type { Pack } from '../../src/law/pack-files.ts'
import { packs, parameterAt, rulesFor } from '../../src/law/packs.ts'
import { PARAMETER_NAMES, PARAMETERS } from '../../src/law/parameters.ts'
import { lawProblems } from '../../src/law/validate.ts'

const LAST_YEAR = 2035
const all = [...packs().values()]

/** Every day on which something may change, with the day before: from the day the pack begins to its end. */
const daysOf = (pack: Pack): readonly string[] => {
  const end = pack.until ?? `${LAST_YEAR}-12-31`
  const days = new Set<string>([pack.from, end])
  for (const other of all) for (const values of other.values.values()) for (const { since } of values) days.add(since)
  for (const { from } of all.flatMap((other) => other.extends)) days.add(from)
  for (let year = Number(pack.from.slice(0, 4)); year <= LAST_YEAR; year += 1)
    for (const day of ['01-01', '06-30', '12-31']) days.add(`${year}-${day}`)
  return [...days].filter((day) => day >= pack.from && day <= end).sort()
}

const nationalIn = (year: number): readonly string[] =>
  all
    .filter(
      ({ chosen, budgetYears: years }) =>
        chosen === 'by-year' && years && years.from <= year && year <= (years.until ?? year),
    )
    .map(({ id }) => id)

describe('law data', () => {
  it('is sound: every file has its reader, every reference leads somewhere', () => {
    expect(lawProblems(compiledLaw)).toEqual([])
  })

  it('gives every required parameter a value on every day of every pack', () => {
    const gaps = all.flatMap((pack) =>
      daysOf(pack).flatMap((on) =>
        PARAMETER_NAMES.filter((name) => PARAMETERS[name].isRequired).flatMap((name) => {
          try {
            return parameterAt(pack.id, name, on) ? [] : [`${pack.id} ${on}: ${name} has no value`]
          } catch (error) {
            return [(error as Error).message]
          }
        }),
      ),
    )
    expect(gaps).toEqual([])
  })

  it('refuses every pack on the day before it begins and after it ends', () => {
    for (const pack of all) {
      expect(() => rulesFor(pack.id, `${Number(pack.from.slice(0, 4)) - 1}-12-31`)).toThrow(pack.from)
      if (pack.until !== undefined) expect(() => rulesFor(pack.id, `${LAST_YEAR}-12-31`)).toThrow(pack.until)
    }
  })

  it('has exactly one national pack for every budget year from the first on', () => {
    const first = Math.min(
      ...all.flatMap(({ chosen, budgetYears }) => (chosen === 'by-year' && budgetYears ? [budgetYears.from] : [])),
    )
    const years = Array.from({ length: LAST_YEAR - first + 1 }, (_, i) => first + i)
    expect(years.map((year) => [year, nationalIn(year).length])).toEqual(years.map((year) => [year, 1]))
    expect(nationalIn(first - 1)).toEqual([])
  })

  it('has at most one pack for a place and a year', () => {
    const places = all.filter(({ chosen }) => chosen === 'by-place')
    const words = places.flatMap(({ id, places: list }) => list.map((word) => ({ id, word })))
    const shared = words.filter(({ id, word }) => words.some((other) => other.id !== id && other.word.includes(word)))
    expect(shared).toEqual([])
  })

  it('chooses for every place and year a pack that covers the day on which it judges', () => {
    for (const place of ['', ...all.flatMap(({ places }) => places)])
      for (let year = 2018; year <= LAST_YEAR; year += 1) {
        const { pack, on } = choosePack({ year, region: place })
        expect(rulesFor(pack, on).on).toBe(on)
      }
  })

  it('adds up: each set of level weights gives the total of the form', () => {
    const wrong = all.flatMap(({ id, from }) => {
      const { levelWeights, totalWeight } = rulesFor(id, from)
      return (levelWeights?.value ?? [])
        .filter(
          ({ execution, groups }) =>
            !Object.values(groups)
              .reduce((a, b) => a.add(b), execution)
              .equals(totalWeight.value),
        )
        .map(() => id)
    })
    expect(wrong).toEqual([])
  })

  it('prints no recalled article number anywhere', () => {
    const numbers = [...instruments().values()].flatMap(({ id, articles }) =>
      Object.entries(articles).flatMap(([key, { no, noCertainty }]) =>
        no !== undefined && noCertainty === 'recalled' && citationText(`${id}#${key}`).includes(no)
          ? [`${id}#${key}`]
          : [],
      ),
    )
    expect(numbers).toEqual([])
  })
})
