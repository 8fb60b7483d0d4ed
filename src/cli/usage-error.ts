/** A command line that cannot be understood; said in both languages. */

import type { Language } from '../app/report-words.ts'
import { AppError } from '../domain/failure.ts'

export interface Said {
  readonly message: string
  readonly remedy: string
}

export const usageError = (where: string, zh: Said, en: Said): AppError =>
  new AppError('USAGE', where, zh.message, zh.remedy, { cause: en })

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'message' in value && 'remedy' in value

/** Failures of files are worded in Chinese by whoever met them; in English they get the meaning of their code first. */
const ENGLISH: Readonly<Record<string, Said>> = {
  NOT_FOUND: { message: 'no such file or folder', remedy: 'check the path; quote it when it holds blanks' },
  UNREADABLE_FILE: { message: 'the file cannot be read', remedy: 'open it in an office program and save it anew' },
  UNSUPPORTED_FORMAT: { message: 'this format is not read', remedy: 'save it as .docx, .xlsx, .pdf, .html or .txt' },
  ENCRYPTED_FILE: { message: 'the file is encrypted', remedy: 'remove the password and try again' },
  TRUNCATED_FILE: { message: 'the file is cut off', remedy: 'fetch the whole file again' },
  MISLABELLED_FILE: { message: 'the file is not what its name says', remedy: 'check where the file came from' },
  FILE_TOO_LARGE: { message: 'the file is too large', remedy: 'remove pictures or split it' },
  LIMIT_EXCEEDED: { message: 'the file needs more than the reading limits allow', remedy: 'split it' },
  LAW_NOT_COVERED: { message: 'no rule pack covers that year', remedy: 'see jiheng packs' },
  UNKNOWN_PACK: { message: 'there is no such rule pack', remedy: 'see jiheng packs' },
  UNKNOWN_CHECK: { message: 'there is no such check', remedy: 'jiheng explain lists them all' },
  INVALID_LAW: { message: 'the law data is damaged', remedy: 'install the program anew' },
  USAGE: { message: 'the command cannot be carried out', remedy: 'see jiheng --help' },
  INTERNAL: { message: 'internal error', remedy: 'keep the file and report this' },
}

/** What to print of a failure. The English keeps the Chinese wording in brackets: it holds the details. */
export const saidIn = (
  language: Language,
  { code, message, remedy }: { readonly code: string } & Said,
  cause?: unknown,
): Said => {
  if (language === 'zh') return { message, remedy }
  if (isSaid(cause) && !(cause instanceof Error)) return cause
  const english = ENGLISH[code] ?? ENGLISH.USAGE!
  return { message: `${english.message} (${message})`, remedy: english.remedy }
}
