/** A folder of many files through the command line: one thread against all processors, taking turns. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateAccounts } from '../test/support/generate-accounts.ts'
import { generateForm } from '../test/support/generate-form.ts'
import { randomFrom } from '../test/support/random.ts'
import { toDocx, toTabs, toXlsx } from '../test/support/write-forms.ts'
import { machine, ms, printTable } from './_support/measure.ts'

const FILES = Number(process.argv[2] ?? 500)
const FORMS = 30
const ROUNDS = 3
const DIFFERENT = 25

/** A copy of its own: the program must stay the same while it is measured, and still finds its packages. */
const copy = 'node_modules/.cache/bench/dist'
execFileSync(process.execPath, ['bin/jiheng.mjs', '--version'])
rmSync(copy, { recursive: true, force: true })
cpSync('dist', copy, { recursive: true })
const program = join(copy, 'cli.mjs')
const folder = mkdtempSync(join(tmpdir(), 'jiheng-bench-'))

/** A booklet: the tables of a year as text, then forms; every third in another format. */
const bookletOf = async (seed: number): Promise<readonly [ext: string, bytes: Uint8Array]> => {
  const forms = Array.from({ length: FORMS }, (_, i) => generateForm(randomFrom(seed * 1000 + i), i + 1).form)
  if (seed % 3 === 0) return ['docx', await toDocx(forms)]
  if (seed % 3 === 1) return ['xlsx', await toXlsx(forms)]
  const tables = generateAccounts(seed).years[0]!.markdown()
  return ['md', new TextEncoder().encode(`${tables}\n\n${new TextDecoder().decode(toTabs(forms))}`)]
}

const check = (jobs: number): readonly [milliseconds: number, report: string] => {
  const report = join(folder, `report-${jobs}.json`)
  const start = performance.now()
  try {
    execFileSync(
      process.execPath,
      [program, 'check', join(folder, 'in'), '-j', String(jobs), '-f', 'json', '-o', report],
      { stdio: 'ignore' },
    )
  } catch {
    // findings: exit status 1
  }
  return [performance.now() - start, report]
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

mkdirSync(join(folder, 'in'))
let bytes = 0
for (let seed = 0; seed < DIFFERENT; seed++) {
  const [ext, content] = await bookletOf(seed)
  for (let file = seed; file < FILES; file += DIFFERENT) {
    writeFileSync(join(folder, 'in', `册子${file}.${ext}`), content)
    bytes += content.length
  }
}
const most = availableParallelism()
const times: [one: number[], all: number[]] = [[], []]
for (let round = 0; round < ROUNDS; round++) {
  const [one, first] = check(1)
  const [all, second] = check(most)
  if (!readFileSync(first).equals(readFileSync(second))) throw new Error('the reports differ')
  times[0].push(one)
  times[1].push(all)
}
rmSync(folder, { recursive: true })
const [one, all] = times.map(median)
console.log(machine())
printTable(
  `${FILES} booklets of ${FORMS} forms (${(bytes / 2 ** 20).toFixed(0)} MB) checked by the command line, cold`,
  ['threads', 'ms', 'files/s', 'times as fast'],
  [
    ['1', ms(one!), (FILES / (one! / 1000)).toFixed(1), ''],
    [String(most), ms(all!), (FILES / (all! / 1000)).toFixed(1), (one! / all!).toFixed(2)],
  ],
)
