/** A progress bar on standard error, for a person who waits for many files. */
import { displayWidth, padEnd, printable, truncate } from './width.ts'

/** Fewer files than this are done before a bar could be read. */
const MANY = 4
const BAR = 24

export interface Progress {
  readonly step: (done: number, file: string) => void
  readonly end: () => void
}

const bar = (done: number, total: number): string => {
  const full = Math.round((done / total) * BAR)
  return `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}]`
}

export const startProgress = (total: number, width: number, status: ((text: string) => void) | undefined): Progress => {
  if (!status || total < MANY) return { step: () => {}, end: () => {} }
  return {
    step: (done, file) => {
      const head = `${bar(done, total)} ${done}/${total} `
      status(padEnd(head + truncate(printable(file), Math.max(8, width - displayWidth(head) - 1)), width - 1))
    },
    end: () => status(''),
  }
}
