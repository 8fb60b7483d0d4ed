/**
 * Cells of forms as CSV, one row per cell (RFC 4180). A spreadsheet program runs text that begins with = + - @ as a
 * formula, so such text gets an apostrophe in front unless it is a plain number.
 */
import { fieldLabel } from '../field-labels.ts'
import { positionText } from '../position-text.ts'
import { recordCells } from '../record-fields.ts'
import type { ReadFile } from '../report-model.ts'
import type { Language } from '../words.ts'

const FORMULA = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?[\d,]*\.?\d+%?$/

export const csvField = (text: string): string => {
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const HEADER: Readonly<Record<Language, readonly string[]>> = {
  zh: ['文件', '自评表', '项目名称', '字段', '栏目', '印刷值', '位置'],
  en: ['file', 'form', 'project', 'field', 'label', 'printed', 'position'],
}

const line = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`

export const csvHeader = (language: Language): string => line(HEADER[language])

export const formsCsv = (read: ReadFile, language: Language): string =>
  read.forms
    .flatMap((form) =>
      recordCells(form).map(({ field, cell }) =>
        line([
          read.file,
          String(form.index),
          form.head.projectName?.printed ?? '',
          field,
          fieldLabel(form, field, language),
          cell.printed,
          positionText(cell.at, language),
        ]),
      ),
    )
    .join('')
