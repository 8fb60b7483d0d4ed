/**
 * Mutated files of every format through the whole program: `node scripts/bench.mjs robustness --count 12000 [--seed 1]
 * [--workers 2] [--only NUMBER] [--keep FOLDER]`. Exit status 1 when a file crashed, hung, took too much memory, or
 * came out without a message; stopped by SIGTERM it tells what was measured so far. `--big` measures large files instead; `--long NUMBER [--from NUMBER]` puts runs of one
 * piece into the texts of true documents and times patterns, recogniser and checks.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureBigFiles, serveBigFile } from './big-files.ts'
import { measureLongTexts, serveLongTexts } from './long-texts.ts'
import { mutatedFile } from './mutate.ts'
import { runPool } from './pool.ts'
import { loadSeeds } from './seeds.ts'
import { newTally, printTally, type Tally } from './tally.ts'
import { wholePath } from './whole-path.ts'
import { serve } from './worker.ts'

/** By the clock; the verdict of 10 s goes by processor time, as other work may hold a file up. */
const HANG_SECONDS = 120
/** JavaScript heap of a child; with what lies outside the heap a file may take 1 GiB. */
const HEAP_MIB = 900

const root = process.cwd()
const script = fileURLToPath(import.meta.url)

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '12000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    only: { type: 'string' },
    keep: { type: 'string' },
    serve: { type: 'string' },
    big: { type: 'boolean', default: false },
    'big-one': { type: 'string' },
    long: { type: 'string' },
    from: { type: 'string', default: '0' },
    'serve-long': { type: 'string' },
  },
  allowPositionals: true,
})
const run = Number(values.seed)

async function keep(folder: string, indexes: readonly number[]): Promise<void> {
  const seeds = await loadSeeds(root)
  mkdirSync(folder, { recursive: true })
  for (const index of indexes) {
    const { format, bytes } = mutatedFile(seeds, run, index)
    writeFileSync(join(folder, `${run}-${index}.${format}`), bytes)
  }
}

async function one(index: number): Promise<void> {
  const { bytes, ...about } = mutatedFile(await loadSeeds(root), run, index)
  if (values.keep) await keep(values.keep, [index])
  console.log({ ...about, size: bytes.length })
  console.log(await wholePath(bytes, about.name))
  process.exit(0)
}

async function many(count: number): Promise<void> {
  const tally: Tally = newTally()
  const start = performance.now()
  let seen = 0
  const pool = (indexes: readonly number[], workers: number, isAlone: boolean) =>
    runPool(indexes, {
      script,
      run,
      workers,
      heapMiB: HEAP_MIB,
      seconds: HANG_SECONDS,
      onReport(report) {
        tally.add(report, isAlone)
        seen += 1
        if (seen % 1000 === 0) console.error(`${seen} / ${count}`)
      },
      onLost: (index, why) => tally.lose(index, why, isAlone),
    })
  // Stopped by hand: what was measured so far is told.
  process.once('SIGTERM', () => {
    printTally(tally, seen, (performance.now() - start) / 1000)
    process.exit(1)
  })
  await pool(
    Array.from({ length: count }, (_, index) => index),
    Number(values.workers),
    false,
  )
  // A slow or large one is read again in a process of its own: other work may have held it up.
  for (const index of tally.doubtful()) await pool([index], 1, true)
  printTally(tally, count, (performance.now() - start) / 1000)
  const bad = tally.bad()
  if (values.keep) await keep(values.keep, bad)
  process.exit(bad.length > 0 ? 1 : 0)
}

if (values.serve !== undefined) await serve(root, Number(values.serve))
else if (values['big-one'] !== undefined) await serveBigFile(values['big-one'])
else if (values.big) await measureBigFiles(script)
else if (values['serve-long'] !== undefined) {
  const [ownRun, from, to] = values['serve-long'].split(',').map(Number)
  await serveLongTexts(root, ownRun!, from!, to!)
} else if (values.long !== undefined)
  process.exit((await measureLongTexts(script, run, Number(values.from), Number(values.long))) > 0 ? 1 : 0)
else if (values.only !== undefined) await one(Number(values.only))
else await many(Number(values.count))
