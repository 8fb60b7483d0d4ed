/** Turns whatever was thrown into a failure that can be shown; the original stays as the cause. */
import { AppError } from '../domain/failure.ts'
import type { FailedFile } from '../writers/report-model.ts'

/** What a person can do about a fault of our own. */
export const REPORT_IT = {
  remedy: '这不是文件的问题；请保留该文件并报告此错误',
  remedyEn: 'This is no fault of the file; keep the file and report the error',
} as const

/** A fault of our own is told apart from a fault of the file, and says how to report it. */
export const failedFile = (file: string, thrown: unknown): FailedFile => {
  if (thrown instanceof AppError) {
    const { code, where, message, remedy, english } = thrown
    const failure = { code, where, message, messageEn: english.message, remedy, remedyEn: english.remedy }
    return { outcome: 'failed', file, failure }
  }
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return {
    outcome: 'failed',
    file,
    failure: {
      code: 'INTERNAL',
      where: file,
      message: `程序内部错误（${detail}）`,
      messageEn: `Internal error of the program (${detail})`,
      ...REPORT_IT,
    },
  }
}
