/** Keeps child processes busy; one that hangs or dies is named with the file it was at, and replaced. */
import { type ChildProcess, fork } from 'node:child_process'
import type { Report } from './worker.ts'

export interface PoolOptions {
  readonly script: string
  readonly run: number
  readonly workers: number
  readonly heapMiB: number
  readonly seconds: number
  readonly onReport: (report: Report) => void
  readonly onLost: (index: number, why: 'hang' | 'crash') => void
}

/** Each message from a child: it has started on a file, it is done with one, or it is ready for the first. */
type Message = Report | { readonly started: number } | { readonly ready: true }

/** A process that has read this many files is replaced, so that what it keeps does not count against later files. */
const FILES_PER_PROCESS = 400

export async function runPool(indexes: readonly number[], options: PoolOptions): Promise<void> {
  const queue = [...indexes].reverse()
  await Promise.all(Array.from({ length: options.workers }, () => keepBusy(queue, options)))
}

async function keepBusy(queue: number[], options: PoolOptions): Promise<void> {
  while (queue.length > 0) await oneProcess(queue, options)
}

function oneProcess(queue: number[], options: PoolOptions): Promise<void> {
  const { script, run, heapMiB, seconds, onReport, onLost } = options
  const child = fork(script, ['--serve', String(run)], {
    execArgv: ['--expose-gc', `--max-old-space-size=${heapMiB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let at: number | undefined
  let done = 0
  let timer: NodeJS.Timeout | undefined
  const lose = (why: 'hang' | 'crash'): void => {
    if (at !== undefined) onLost(at, why)
    at = undefined
  }
  const next = (): void => {
    at = done < FILES_PER_PROCESS ? queue.pop() : undefined
    if (at === undefined) return void child.kill('SIGKILL')
    child.send(at)
  }
  child.on('message', (message: Message) => {
    clearTimeout(timer)
    if ('started' in message) {
      timer = setTimeout(() => {
        lose('hang')
        child.kill('SIGKILL')
      }, seconds * 1000)
    } else {
      if (!('ready' in message)) {
        at = undefined
        done += 1
        onReport(message)
      }
      next()
    }
  })
  return ended(child).then(() => {
    clearTimeout(timer)
    lose('crash')
  })
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()))
