/** Many files at once: each thread takes the next file when it has done one, so that one large file holds up no other. */
import { availableParallelism, totalmem } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type BatchOptions, revived } from '../app/check-job.ts'
import { failedFile } from '../app/failures.ts'
import type { CheckOutcome } from '../app/report-words.ts'
import { AppError } from '../domain/failure.ts'

/** A file that needs more takes its thread down, and is told as failed; a real document stays under a quarter of it. */
const HEAP_MIB = 2048
const MIB = 2 ** 20
const MOST_THREADS = 16
/** Below this the threads would start for longer than they work. */
const FEWEST_FILES = 4

/** Threads for so many files: one a processor, as far as memory lasts; 1 means no threads. `jobs` is the person's wish. */
export const threadsFor = (files: number, jobs: number | undefined): number => {
  if (jobs !== undefined) return Math.min(jobs, files, MOST_THREADS)
  if (files < FEWEST_FILES) return 1
  return Math.max(1, Math.min(availableParallelism(), files, MOST_THREADS, Math.floor(totalmem() / (HEAP_MIB * MIB))))
}

/** `check-worker.mjs` stands beside the built program (see scripts/build.mjs). */
export const checkWorker = (options: BatchOptions): Worker =>
  new Worker(new URL('./check-worker.mjs', import.meta.url), {
    workerData: options,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  })

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooMuchMemory = (file: string, error: unknown): AppError =>
  new AppError(
    'LIMIT_EXCEEDED',
    file,
    `检查这个文件需要的内存超过 ${HEAP_MIB / 1024} GB`,
    '请确认文件来源可靠；如属正常，请拆分后再检查',
    {
      cause: error,
      english: {
        message: `checking this file takes more than ${HEAP_MIB / 1024} GB of memory`,
        remedy: 'make sure that the file can be trusted; if it is right, split it into smaller ones',
      },
    },
  )

const crashed = (file: string, error: unknown): CheckOutcome =>
  failedFile(file, isOutOfMemory(error) ? tooMuchMemory(file, error) : error)

interface Answer {
  readonly outcome: CheckOutcome
  /** The thread ended under this file. */
  readonly isCrash: boolean
}

interface Thread {
  readonly check: (file: string) => Promise<Answer>
  readonly end: () => Promise<unknown>
}

/** One file at a time: its outcome, or the end of the thread, is the answer to the file that was asked for last. */
const threadOf = (worker: Worker): Thread => {
  let waiting: { readonly file: string; readonly resolve: (answer: Answer) => void } | undefined
  const answer = (of: (file: string) => Answer): void => {
    const asked = waiting
    waiting = undefined
    asked?.resolve(of(asked.file))
  }
  let death: unknown
  const crash = (error: unknown): void => {
    death ??= error
    answer((file) => ({ outcome: crashed(file, error), isCrash: true }))
  }
  worker.on('message', (outcome: CheckOutcome) => answer(() => ({ outcome: revived(outcome), isCrash: false })))
  worker.on('messageerror', crash)
  worker.on('error', crash)
  worker.on('exit', (code) => crash(new Error(`check thread ended with code ${code}`)))
  return {
    check: (file) =>
      new Promise((resolve) => {
        waiting = { file, resolve }
        if (death === undefined) worker.postMessage(file)
        else crash(death)
      }),
    end: () => worker.terminate(),
  }
}

/**
 * Outcomes in the order of the files. A thread that ends under a file makes that file a failure, and a new thread goes on
 * with the next. `step` is told before each file how many are done.
 */
export const checkInPool = async (
  files: readonly string[],
  threads: number,
  start: () => Worker,
  step: (done: number, file: string) => void,
): Promise<readonly CheckOutcome[]> => {
  const outcomes: CheckOutcome[] = []
  let next = 0
  let done = 0
  const lane = async (): Promise<void> => {
    let thread: Thread | undefined
    while (next < files.length) {
      const index = next++
      const file = files[index]!
      step(done, file)
      thread ??= threadOf(start())
      const { outcome, isCrash } = await thread.check(file)
      outcomes[index] = outcome
      done += 1
      if (!isCrash) continue
      await thread.end()
      thread = undefined
    }
    await thread?.end()
  }
  await Promise.all(Array.from({ length: threads }, lane))
  return outcomes
}
