import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { CheckOutcome } from '../app/report-words.ts'
import { checkInPool, threadsFor } from './check-pool.ts'

/** A thread whose files say what becomes of it. */
const SCRIPT = `
const { parentPort, threadId } = require('node:worker_threads')
parentPort.on('message', async (file) => {
  if (file.startsWith('exit')) process.exit(7)
  if (file.startsWith('throw')) setImmediate(() => { throw new Error('a fault of ours') })
  if (file.startsWith('memory')) { const held = []; for (;;) held.push(new Array(100000).fill(file)) }
  await new Promise((resolve) => setTimeout(resolve, file.startsWith('slow') ? 150 : 1))
  if (!file.startsWith('throw')) parentPort.postMessage({ outcome: 'failed', file, failure: { where: String(threadId) } })
})
`
const HEAP_MIB = 64

const run = async (files: readonly string[], threads: number) => {
  let started = 0
  const steps: [number, string][] = []
  const start = (): Worker => {
    started += 1
    return new Worker(SCRIPT, { eval: true, resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB }, stderr: true })
  }
  const outcomes = await checkInPool(files, threads, start, (done, file) => steps.push([done, file]))
  return { outcomes, steps, started }
}

const failure = (outcome: CheckOutcome | undefined) => (outcome?.outcome === 'failed' ? outcome.failure : undefined)

describe('files checked by several threads', () => {
  it('come out in the order of the files, whichever was done first', async () => {
    const files = ['slow', ...Array.from({ length: 20 }, (_, i) => `file ${i}`)]
    const { outcomes, steps, started } = await run(files, 3)
    expect(outcomes.map(({ file }) => file)).toEqual(files)
    expect(steps.map(([, file]) => file)).toEqual(files)
    expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).toSorted((a, b) => a - b))
    expect(started).toBe(3)
    // the slow file held up its own thread only
    const own = outcomes.filter((outcome) => failure(outcome)?.where === failure(outcomes[0])?.where)
    expect(own.length).toBeLessThan(5)
  })
  it('that end or break their thread are failures, and the others go on', async () => {
    const files = ['exit', 'a', 'throw', 'b', 'memory', 'c', 'exit again', 'd']
    const { outcomes, started } = await run(files, 2)
    expect(outcomes.map(({ file }) => file)).toEqual(files)
    const codes = outcomes.map((outcome) => failure(outcome)?.code)
    expect(codes).toEqual([
      'INTERNAL',
      undefined,
      'INTERNAL',
      undefined,
      'LIMIT_EXCEEDED',
      undefined,
      'INTERNAL',
      undefined,
    ])
    expect(failure(outcomes[0])?.message).toContain('7')
    expect(failure(outcomes[2])?.message).toContain('a fault of ours')
    expect(failure(outcomes[4])?.message).toContain('内存')
    expect(started).toBeGreaterThan(4)
  })
})

describe('threads for a batch', () => {
  it('are none for a few files, and no more than files and processors', () => {
    expect(threadsFor(1, undefined)).toBe(1)
    expect(threadsFor(3, undefined)).toBe(1)
    expect(threadsFor(500, undefined)).toBeLessThanOrEqual(availableParallelism())
    expect(threadsFor(500, undefined)).toBeGreaterThanOrEqual(1)
  })
  it('are as many as the person says', () => {
    expect(threadsFor(500, 1)).toBe(1)
    expect(threadsFor(500, 3)).toBe(3)
    expect(threadsFor(2, 8)).toBe(2)
  })
})
