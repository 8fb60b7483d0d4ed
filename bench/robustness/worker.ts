/** Child process: makes and reads the files whose numbers it is sent, and reports each with the memory it took. */
import { readFileSync, writeFileSync } from 'node:fs'
import { mutatedFile } from './mutate.ts'
import { loadSeeds } from './seeds.ts'
import { type Outcome, wholePath } from './whole-path.ts'

export interface Report extends Outcome {
  readonly index: number
  readonly format: string
  readonly seed: string
  readonly mutations: readonly string[]
  readonly size: number
  /** Highest resident memory of the process while it read this file, MiB. */
  readonly peak: number
}

/** Sets the process's high-water mark of memory back (Linux; elsewhere it stays that of the process). */
export function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Not Linux, or not allowed: the figure is then the highest of all files so far.
  }
}

export function peakMiB(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

const COLLECT_EVERY = 40
/** Bytes: what making a file took must not count as what reading it takes. */
const MUCH = 350 * 1024 * 1024

export async function serve(root: string, run: number): Promise<void> {
  const seeds = await loadSeeds(root)
  const send = (message: unknown): void => void process.send!(message)
  process.on('message', async (index: number) => {
    const { name, format, seed, mutations, bytes } = mutatedFile(seeds, run, index)
    // Collecting before each file would take longer than reading it; what is left over only makes the figure higher.
    if (index % COLLECT_EVERY < 2 || process.memoryUsage.rss() > MUCH) globalThis.gc?.()
    resetPeak()
    send({ started: index })
    const outcome = await wholePath(bytes, name)
    send({ ...outcome, index, format, seed, mutations, size: bytes.length, peak: peakMiB() } satisfies Report)
  })
  send({ ready: true })
}
