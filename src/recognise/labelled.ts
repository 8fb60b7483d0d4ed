/** Labelled fields around the table: 项目名称 … 联系电话 above it, 评价结论, 填表人 … below it. */
import type { Cell } from '../domain/self-evaluation.ts'
import { COLON, fieldOf, type Labelled } from './head.ts'
import type { Row, RowCell } from './rows.ts'
import { mayHold, TRAIT } from './traits.ts'

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
  const parts = cell.text.split(/(?<!\s)\s+(?=[^\s:：]{2,12}[:：])/)
  return parts.flatMap((text) => {
    const found = inline({ ...cell, text })
    return found ? [{ field: found.field, cell: { printed: found.value, at: cell.at } }] : []
  })
}

const NONE: readonly LabelledValue[] = []

/**
 * Each label takes the first filled cell behind it, before the next label; none means the field is there and blank.
 * A cell that directly follows a label is a value even where it reads like a label of another field only if the
 * row would otherwise leave the label without one and no further cell follows.
 */
export const labelledValues = (row: Row): readonly LabelledValue[] => {
  if (row.kind === 'paragraph') return ofParagraph(row)
  if (!mayHold(row, TRAIT.field)) return NONE
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
