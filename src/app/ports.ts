/** What use cases need from outside: the file system of Node, of a browser, or of a test. */

export type { Ocr } from '../readers/index.ts'

export interface FilePort {
  /** All bytes of a file. Throws AppError NOT_FOUND or UNREADABLE_FILE. */
  readonly read: (file: string) => Promise<Uint8Array>
}
