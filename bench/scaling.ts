/**
 * Cost per form from 1 to 10,000 forms in one file: read, recognise, check. The code is warm before the first figure, so
 * that figures of small and large files compare; the median of several rounds counts where one takes no time.
 */
import { allChecks } from '../src/checks/index.ts'
import { runChecks } from '../src/engine/run.ts'
import { rulesFor } from '../src/law/packs.ts'
import { readDocument } from '../src/readers/index.ts'
import { recognise } from '../src/recognise/index.ts'
import { generateForm } from '../test/support/generate-form.ts'
import type { PrintedForm } from '../test/support/printed-form.ts'
import { randomFrom } from '../test/support/random.ts'
import { toTabs, toXlsx } from '../test/support/write-forms.ts'
import { toLargeDocx } from './_support/large-docx.ts'
import { cpuTime, machine, ms, printTable } from './_support/measure.ts'

const COUNTS = [1, 10, 100, 1000, 10_000]
/** Forms read, recognised and checked before the first figure is taken. */
const WARM_UP = { forms: 100, rounds: 6 }
const MOST_ROUNDS = 21

type Times = readonly [read: number, recognise: number, check: number]

const rules = rulesFor('national-2020', '2020-12-31')
const formsOf = (count: number): PrintedForm[] =>
  Array.from({ length: count }, (_, i) => generateForm(randomFrom(i + 1), i + 1).form)

const once = async (bytes: Uint8Array, file: string, count: number): Promise<Times> => {
  const start = cpuTime()
  const source = await readDocument(bytes, file)
  const read = cpuTime()
  const { selfEvaluations } = recognise(source)
  const recognised = cpuTime()
  if (selfEvaluations.length !== count) throw new Error(`${selfEvaluations.length} of ${count} forms recognised`)
  runChecks(source, selfEvaluations, rules, allChecks)
  return [read - start, recognised - read, cpuTime() - recognised]
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

const measured = async (bytes: Uint8Array, file: string, count: number): Promise<Times> => {
  const all: Times[] = []
  for (let round = 0; round < Math.max(1, Math.min(MOST_ROUNDS, 300 / count)); round++) {
    globalThis.gc?.()
    all.push(await once(bytes, file, count))
  }
  return [median(all.map(([a]) => a)), median(all.map(([, b]) => b)), median(all.map(([, , c]) => c))]
}

const wanted = process.argv.slice(2)
const rows: string[][] = []
for (const [ext, write] of [
  ['txt', toTabs],
  ['docx', toLargeDocx],
  ['xlsx', toXlsx],
] as const) {
  if (wanted.length > 0 && !wanted.includes(ext)) continue
  const warm = await write(formsOf(WARM_UP.forms))
  for (let round = 0; round < WARM_UP.rounds; round++) await once(warm, `a.${ext}`, WARM_UP.forms)
  for (const count of COUNTS) {
    const bytes = await write(formsOf(count))
    const times = await measured(bytes, `a.${ext}`, count)
    const each = times.map((time) => (time / count).toFixed(3))
    const total = times[0] + times[1] + times[2]
    rows.push([
      `.${ext}`,
      String(count),
      `${(bytes.length / 2 ** 20).toFixed(1)} MB`,
      ...each,
      (total / count).toFixed(3),
      ms(total),
    ])
  }
}
console.log(machine())
printTable(
  'Cost from 1 to 10,000 forms in a file, milliseconds of processor time per form',
  ['format', 'forms', 'size', 'read', 'recognise', 'check', 'together', 'whole file, ms'],
  rows,
)
