/** Turns whatever was thrown into a failure that can be shown; the original stays as the cause. */
import { AppError } from '../domain/failure.ts'
import type { FailedFile } from '../writers/report-model.ts'

/** A fault of our own is told apart from a fault of the file, and says how to report it. */
export const failedFile = (file: string, thrown: unknown): FailedFile => {
  if (thrown instanceof AppError) {
    const { code, where, message, remedy } = thrown
    return { outcome: 'failed', file, failure: { code, where, message, remedy } }
  }
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return {
    outcome: 'failed',
    file,
    failure: {
      code: 'INTERNAL',
      where: file,
      message: `程序内部错误（${detail}）`,
      remedy: '这不是文件的问题；请保留该文件并报告此错误',
    },
  }
}
