/** Labelled fields around the table: 项目名称 … 联系电话 above it, 评价结论, 填表人 … below it. */
import type { Cell, ExtraField, HeadField } from '../domain/self-evaluation.ts'
import type { Row, RowCell } from './rows.ts'
import { labelKey, narrow } from './text.ts'
import { vocabulary } from './vocabulary.ts'

export type Labelled = HeadField | ExtraField

const fieldOf = (text: string): Labelled | undefined => vocabulary().head(text)[0] ?? vocabulary().more(text)[0]

const COLON = /^([^:：]{2,20})[:：]\s*([\s\S]*)$/

/** `联系电话：010-…` in one cell: label and value together. */
const inline = (cell: RowCell): { field: Labelled; value: string } | undefined => {
  const match = COLON.exec(cell.text)
  const field = match ? fieldOf(match[1]!) : undefined
  return field && match![2] !== '' ? { field, value: match![2]! } : undefined
}

export interface LabelledValue {
  readonly field: Labelled
  readonly cell: Cell
}

/** A longer paragraph is prose; a damaged file may have one of many megabytes. */
const LONGEST_LINE = 2000

/** `项目负责人：甲 联系电话：乙` on one line of text: each label takes the text up to the next. */
const ofParagraph = (row: Row): LabelledValue[] => {
  const cell = row.cells[0]!
  if (cell.text.length > LONGEST_LINE) return []
  const parts = cell.text.split(/\s+(?=[^\s:：]{2,12}[:：])/)
  return parts.flatMap((text) => {
    const found = inline({ ...cell, text })
    return found ? [{ field: found.field, cell: { printed: found.value, at: cell.at } }] : []
  })
}

/**
 * Each label takes the first filled cell behind it, before the next label; none means the field is there and blank.
 * A cell that directly follows a label is a value even where it reads like a label of another field only if the
 * row would otherwise leave the label without one and no further cell follows.
 */
export const labelledValues = (row: Row): LabelledValue[] => {
  if (row.kind === 'paragraph') return ofParagraph(row)
  const values: LabelledValue[] = []
  let open: { field: Labelled; label: RowCell; at: RowCell | undefined } | undefined
  const close = (value: RowCell | undefined): void => {
    if (!open) return
    const blankAt = (open.at ?? open.label).at
    values.push({
      field: open.field,
      cell: value ? { printed: value.text, at: value.at } : { printed: '', at: blankAt },
    })
    open = undefined
  }
  for (const cell of row.cells) {
    if (cell.text === '') {
      if (open && !open.at) open.at = cell
      continue
    }
    const both = inline(cell)
    if (both) {
      close(undefined)
      values.push({ field: both.field, cell: { printed: both.value, at: cell.at } })
      continue
    }
    const field = fieldOf(cell.text)
    if (field) {
      close(undefined)
      open = { field, label: cell, at: undefined }
    } else close(cell)
  }
  close(undefined)
  return values
}

export const isProjectNameLabel = (text: string): boolean =>
  vocabulary().head(text)[0] === 'projectName' ||
  (/[:：]/.test(text) && vocabulary().head(COLON.exec(text)?.[1] ?? '')[0] === 'projectName')

/** A heading of a form: 项目支出绩效自评表, also with a year or a unit's name before it and （2020年度） behind it. */
export const isFormTitle = (text: string): boolean => {
  if (text.length > 60) return false
  const key = labelKey(text).replace(/^\d{4}年度?/, '')
  if (vocabulary().titles.has(key)) return true
  return /自评表$/.test(key) && !/[。；]/.test(key)
}

const OTHER_TITLE = /(?:监控|监测|申报|审核|批复|备案)(?:情况)?表$|整体(?:支出|项目|绩效).{0,16}表$/

/** A heading of a paper with much the same rows: goals declared, goals watched during the year, a whole department. */
export const isOtherTitle = (text: string): boolean => text.length < 60 && OTHER_TITLE.test(labelKey(text))

/** Not the year of a day or a month: 填报日期：2023年3月2日 stands above forms of 2022. */
const YEAR = /(?:^|[^\d])((?:19|20)\d{2})\s*年(?:度)?(?!\s*\d{1,2}\s*月)/
export const yearIn = (text: string): number => Number(YEAR.exec(narrow(text))?.[1] ?? 0)
