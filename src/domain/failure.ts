/**
 * Failures of the system or of a file, never findings about a document (two channels, see ARCHITECTURE.md).
 * A failure says where, what, and what to do; `message` is safe to show to a user.
 */
export const FAILURE_EXIT_CODE = 2

export type FailureCode =
  | 'NOT_FOUND'
  | 'UNREADABLE_FILE'
  | 'UNSUPPORTED_FORMAT'
  | 'ENCRYPTED_FILE'
  | 'TRUNCATED_FILE'
  | 'MISLABELLED_FILE'
  | 'FILE_TOO_LARGE'
  | 'LIMIT_EXCEEDED'
  | 'LAW_NOT_COVERED'
  | 'UNKNOWN_PACK'
  | 'UNKNOWN_CHECK'
  | 'INVALID_LAW'
  | 'USAGE'

/** What is wrong and what to do about it. */
export interface Said {
  readonly message: string
  readonly remedy: string
}

export interface FailureOptions {
  readonly cause?: unknown
  /** The same in English; without it the meaning of the code is told. */
  readonly english?: Said
}

const MEANINGS: Readonly<Record<FailureCode, Said>> = {
  NOT_FOUND: { message: 'there is no such file or folder', remedy: 'check the path; quote it when it holds blanks' },
  UNREADABLE_FILE: { message: 'the file cannot be read', remedy: 'open it in an office program and save it anew' },
  UNSUPPORTED_FORMAT: { message: 'this format is not read', remedy: 'save it as .docx, .xlsx, .pdf, .html or .txt' },
  ENCRYPTED_FILE: { message: 'the file is encrypted', remedy: 'remove the password, save it and try again' },
  TRUNCATED_FILE: { message: 'the file is cut off', remedy: 'fetch or copy the whole file again' },
  MISLABELLED_FILE: { message: 'the file is not what its name says', remedy: 'check where the file came from' },
  FILE_TOO_LARGE: { message: 'the file is too large', remedy: 'remove pictures and attachments, or split the file' },
  LIMIT_EXCEEDED: {
    message: 'the file goes beyond what is read of one file',
    remedy: 'make sure that the file can be trusted; if it is right, split it into smaller ones',
  },
  LAW_NOT_COVERED: { message: 'no rule pack covers that year', remedy: 'see jiheng packs for the years of each' },
  UNKNOWN_PACK: { message: 'there is no such rule pack', remedy: 'see jiheng packs' },
  UNKNOWN_CHECK: { message: 'there is no such check', remedy: 'jiheng explain lists them all' },
  INVALID_LAW: { message: 'the law data is damaged', remedy: 'install the program anew' },
  USAGE: { message: 'the command cannot be carried out', remedy: 'see jiheng --help' },
}

export class AppError extends Error {
  readonly code: FailureCode
  /** Where: a file name, a path inside an archive, a law id. */
  readonly where: string
  /** What the person can do about it, in Chinese. */
  readonly remedy: string
  /** Message and remedy in English. */
  readonly english: Said

  constructor(code: FailureCode, where: string, message: string, remedy: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.where = where
    this.remedy = remedy
    this.english = options.english ?? MEANINGS[code]
  }
}
