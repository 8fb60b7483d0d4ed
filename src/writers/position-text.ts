/** A position in words a person can follow: sheet1!H9, 第3页第2表第5行第8列, 第12行. */
import type { Position } from '../domain/source-document.ts'
import type { Language } from './words.ts'

const chinese = (at: Position): string => {
  if (at.sheet !== undefined && at.cell) return `${at.sheet}!${at.cell}`
  const parts = [
    at.page === undefined ? '' : `第${at.page}页`,
    at.sheet === undefined ? '' : at.sheet,
    at.line !== undefined || at.table === undefined ? '' : `第${at.table}表`,
    at.line === undefined ? '' : `第${at.line}行`,
    at.line !== undefined || at.row === undefined ? '' : `第${at.row}行`,
    at.column === undefined || (at.line !== undefined && at.row === undefined) ? '' : `第${at.column}列`,
  ]
  return parts.join('')
}

const english = (at: Position): string => {
  if (at.sheet !== undefined && at.cell) return `${at.sheet}!${at.cell}`
  const parts = [
    at.page === undefined ? '' : `page ${at.page}`,
    at.sheet === undefined ? '' : at.sheet,
    at.line !== undefined || at.table === undefined ? '' : `table ${at.table}`,
    at.line === undefined ? '' : `line ${at.line}`,
    at.line !== undefined || at.row === undefined ? '' : `row ${at.row}`,
    at.column === undefined || (at.line !== undefined && at.row === undefined) ? '' : `column ${at.column}`,
  ]
  return parts.filter(Boolean).join(', ')
}

export const positionText = (at: Position | undefined, language: Language = 'zh'): string =>
  at === undefined ? '' : language === 'zh' ? chinese(at) : english(at)

/** Two cells are the same place when all coordinates agree. */
export const positionKey = (at: Position): string =>
  [at.page, at.sheet, at.line, at.table, at.row, at.column, at.cell, at.box?.join(',')].join('|')
