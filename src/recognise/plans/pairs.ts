/** Rows of labels and their values: 项目名称 | 甲 | 年度资金总额： | 100, or label and value in one cell. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { toCell } from '../columns.ts'
import type { Row, RowCell } from '../rows.ts'

export interface Pair<Label> {
  readonly label: Label
  /** The label as printed. */
  readonly labelCell: RowCell
  /** `undefined`: nothing stands behind the label. */
  readonly value: RowCell | undefined
  /** Where a blank value stands: the empty cell behind the label, or the label itself. */
  readonly blank: RowCell
  /** The next label follows at once, with no cell between: such a row may be the header of the rows below. */
  readonly isBare: boolean
}

/** Reads the label of a text; `hasValue` tells that something follows in the same cell. */
export type LabelOf<Label> = (text: string, cell: RowCell) => Label | undefined

const INLINE = /^((?:其中|其)\s*[:：]\s*)?([^:：]{2,24})[:：]\s*([\s\S]+)$/
const LONGEST_LINE = 2000

const inline = <Label>(cell: RowCell, labelOf: LabelOf<Label>): Pair<Label> | undefined => {
  const match = INLINE.exec(cell.text)
  const label = match ? labelOf(match[2]!, cell) : undefined
  if (!match || label === undefined) return undefined
  const printed = (match[1] ?? '') + match[2]!
  return {
    label,
    labelCell: { ...cell, text: printed },
    value: { ...cell, text: match[3]! },
    blank: cell,
    isBare: false,
  }
}

/** `项目负责人：甲 联系电话：乙` on one line of text: each label takes the text up to the next. */
const ofParagraph = <Label>(row: Row, labelOf: LabelOf<Label>): readonly Pair<Label>[] => {
  const cell = row.cells[0]!
  if (cell.text.length > LONGEST_LINE) return []
  return cell.text.split(/\s+(?=[^\s:：]{2,12}[:：])/).flatMap((text) => {
    const blank = /^([^\s:：]{2,24})[:：]\s*$/.exec(text)
    const label = blank ? labelOf(blank[1]!, cell) : undefined
    if (label !== undefined) return [{ label, labelCell: cell, value: undefined, blank: cell, isBare: false }]
    return inline({ ...cell, text }, labelOf) ?? []
  })
}

/** Labels of a row in order, each with the filled cell behind it. Texts that belong to no label are left out. */
export const pairsOf = <Label>(row: Row, labelOf: LabelOf<Label>): readonly Pair<Label>[] => {
  if (row.kind === 'paragraph') return ofParagraph(row, labelOf)
  const pairs: Pair<Label>[] = []
  const own = row.cells.filter((cell) => cell.own)
  for (let i = 0; i < own.length; i += 1) {
    const cell = own[i]!
    if (cell.text === '') continue
    const both = inline(cell, labelOf)
    if (both) {
      pairs.push(both)
      continue
    }
    const label = labelOf(cell.text, cell)
    if (label === undefined) continue
    let next = i + 1
    while (next < own.length && own[next]!.text === '') next += 1
    const behind = own[next]
    const isValue = behind !== undefined && labelOf(behind.text, behind) === undefined && !inline(behind, labelOf)
    pairs.push({
      label,
      labelCell: cell,
      value: isValue ? behind : undefined,
      blank: own[i + 1]?.text === '' ? own[i + 1]! : cell,
      isBare: !isValue && (behind === undefined || next === i + 1),
    })
    if (isValue) i = next
  }
  return pairs
}

export const valueCell = <Label>({ value, blank }: Pair<Label>): Cell =>
  value ? toCell(value) : { printed: '', at: blank.at }
