/**
 * Long texts at every place of true documents: `node scripts/bench.mjs robustness --long 3000 [--seed 1] [--from N]`.
 * Each job takes a seed apart, puts a run of one piece into some of its texts, and times every pattern, the recogniser
 * and every check on its own. What takes more than a second by the processor is listed with the pattern or check at fault.
 */
import { fork } from 'node:child_process'
import { randomFrom } from '../../test/support/random.ts'
import { longDocument, MOST_LENGTH } from './long-document.ts'
import { loadSeeds } from './seeds.ts'
import { startClocks, timedPath } from './timed-path.ts'

/** A run of text takes some milliseconds; patterns whose time grows with the square of it take seconds. */
const SLOW_MILLISECONDS = 1000
const HANG_MILLISECONDS = 90_000

interface Slow {
  readonly index: number
  readonly about: string
  readonly what: readonly string[]
}

type Message = { readonly at: number; readonly about: string } | { readonly slow: Slow } | { readonly done: true }

/** Child process: one job after the other, each named before it starts. */
export async function serveLongTexts(root: string, run: number, from: number, count: number): Promise<void> {
  const seeds = await loadSeeds(root)
  const clocks = startClocks(SLOW_MILLISECONDS)
  const send = (message: Message): void => void process.send?.(message)
  for (let index = from; index < count; index += 1) {
    const random = randomFrom(Math.imul(run + 7, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
    const seed = random.pick(seeds)
    const { source, about } = await longDocument(seed, random)
    if (!source) continue
    send({ at: index, about })
    const slow = timedPath(source, clocks)
    if (slow.length > 0) send({ slow: { index, about, what: slow } })
    await new Promise((resolve) => setImmediate(resolve))
  }
  send({ done: true })
  process.disconnect?.()
}

/** Runs children until all jobs are done; a job that hangs is named and skipped. Returns the number of slow ones. */
export async function measureLongTexts(script: string, run: number, first: number, count: number): Promise<number> {
  const slow: Slow[] = []
  let next = first
  while (next < count) next = await oneChild(script, run, next, count, slow)
  console.log(`${count - first} documents with runs of ${MOST_LENGTH} characters: ${slow.length} slow`)
  return slow.length
}

function oneChild(script: string, run: number, from: number, count: number, slow: Slow[]): Promise<number> {
  const child = fork(script, ['--serve-long', `${run},${from},${count}`], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let at = from
  let about = ''
  let next = from
  let timer: NodeJS.Timeout | undefined
  const found = (one: Slow): void => {
    console.log(`${one.index} ${one.about}\n  ${one.what.join('\n  ')}`)
    slow.push(one)
  }
  child.on('message', (message: Message) => {
    clearTimeout(timer)
    if ('done' in message) next = count
    else if ('slow' in message) found(message.slow)
    else {
      ;({ at, about } = message)
      next = at + 1
      timer = setTimeout(() => {
        found({ index: at, about, what: ['does not end'] })
        child.kill('SIGKILL')
      }, HANG_MILLISECONDS)
    }
  })
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(timer)
      if (code !== null && code !== 0) found({ index: at, about, what: [`exit ${code}`] })
      resolve(Math.max(next, from + 1))
    })
  })
}
