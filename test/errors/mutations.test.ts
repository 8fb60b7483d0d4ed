/** A small part of the measurement of bench/robustness with each test run: damaged files of every format, always an answer. */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { mutatedFile } from '../../bench/robustness/mutate.ts'
import { FORMATS, type Format, loadSeeds, type Seed } from '../../bench/robustness/seeds.ts'
import { wholePath } from '../../bench/robustness/whole-path.ts'

/** A damaged PDF takes twenty times as long as a text. */
const filesOf = (format: Format): number => (format === 'pdf' ? 12 : 40)
const MOST_SECONDS = 10

let seeds: readonly Seed[] = []
beforeAll(async () => {
  seeds = await loadSeeds(fileURLToPath(new URL('../..', import.meta.url)))
})

describe('damaged files', () => {
  it.each(FORMATS.map((format, place) => [format, place] as const))('.%s', async (format, place) => {
    const bad: unknown[] = []
    for (let round = 0; round < filesOf(format); round += 1) {
      const index = round * FORMATS.length + place
      const { bytes, name, seed, mutations } = mutatedFile(seeds, 77, index)
      const outcome = await wholePath(bytes, name)
      const isBad = outcome.kind === 'defect' || outcome.milliseconds > MOST_SECONDS * 1000
      if (isBad) bad.push({ index, seed, mutations, ...outcome })
    }
    expect(bad).toEqual([])
  })
})
