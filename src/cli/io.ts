/** What the commands need of the world around them; `src/main/cli.ts` gives the real one. */
import type { BatchOptions } from '../app/check-job.ts'
import type { FilePort, Ocr } from '../app/ports.ts'
import type { CheckOutcome } from '../app/report-words.ts'
import type { Style } from './style.ts'

export interface CliIo {
  readonly files: FilePort
  /** Files named on the command line, with folders opened; in a stable order. Throws AppError NOT_FOUND. */
  readonly expand: (paths: readonly string[]) => Promise<Expanded>
  readonly writeFile: (file: string, content: string | Uint8Array) => Promise<void>
  /** True when both names lead to the same existing file. */
  readonly isSameFile: (a: string, b: string) => Promise<boolean>
  readonly out: (content: string | Uint8Array) => Promise<void>
  readonly error: (text: string) => void
  /** The program that reads scanned pages, by its name. Throws AppError when it is not installed. */
  readonly ocr: (name: string) => Promise<Ocr>
  /**
   * Checks files on several processors at once; outcomes in the order of the files. Undefined where that is of no use: few
   * files, one processor, or `jobs` says one at a time.
   */
  readonly checkMany: CheckMany
  /** Overwrites the last line of standard error; used only when it is a terminal. */
  readonly status: ((text: string) => void) | undefined
  readonly style: Style
  /** Columns of the terminal, or a good width for a file. */
  readonly width: number
  readonly version: string
  /** ISO day, for the head of a report. */
  readonly today: () => string
}

export type CheckMany = (
  files: readonly string[],
  options: BatchOptions,
  jobs: number | undefined,
  step: (done: number, file: string) => void,
) => Promise<readonly CheckOutcome[]> | undefined

export interface Expanded {
  readonly files: readonly string[]
  /** Named on the command line as one file, so that its JSON is one object. */
  readonly isSingle: boolean
}
