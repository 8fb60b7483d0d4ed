/** A command line that cannot be understood; said in both languages. */

import type { Language } from '../app/report-words.ts'
import { AppError, type Said } from '../domain/failure.ts'

export const usageError = (where: string, zh: Said, en: Said): AppError =>
  new AppError('USAGE', where, zh.message, zh.remedy, { english: en })

/** What to print of a failure. */
export const saidIn = (language: Language, { message, remedy, english }: AppError): Said =>
  language === 'zh' ? { message, remedy } : english
