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

export class AppError extends Error {
  readonly code: FailureCode
  /** Where: a file name, a path inside an archive, a law id. */
  readonly where: string
  /** What the person can do about it, in Chinese. */
  readonly remedy: string

  constructor(code: FailureCode, where: string, message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
    this.where = where
    this.remedy = remedy
  }
}
