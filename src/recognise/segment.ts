/** Where one form ends and the next begins: several forms in a document, or in one table, with other text between. */
import type { FormSource } from '../domain/self-evaluation.ts'
import { fundHeader, indicatorHeader } from './columns.ts'
import { isFormTitle, isOtherTitle, isProjectNameLabel, yearIn } from './head.ts'
import { labelledValues } from './labelled.ts'
import { filledCells, type Row } from './rows.ts'
import { isTotalRow } from './totals.ts'
import { mayHold, TRAIT } from './traits.ts'
import { vocabulary } from './vocabulary.ts'

export interface Segment {
  readonly rows: readonly Row[]
  readonly source: FormSource
}

/** 项目名称 as the label of a value, not as one of many column names of a list. */
const isNameRow = (row: Row): boolean => {
  if (!mayHold(row, TRAIT.projectName)) return false
  if (!row.cells.some((cell) => cell.own && cell.text !== '' && isProjectNameLabel(cell.text))) return false
  return (
    fundHeader(row) === undefined &&
    indicatorHeader(row) === undefined &&
    labelledValues(row).length <= 3 &&
    filledCells(row).length <= 8
  )
}

const HEADING_ROWS = 6

const isHeading = (row: Row): boolean => {
  const cells = filledCells(row)
  if (cells.length === 0) return true
  if (cells.length <= 2 && cells.some((cell) => isFormTitle(cell.text) || isOtherTitle(cell.text))) return true
  if (
    cells.every(
      (cell) =>
        cell.text.length < 40 &&
        (yearIn(cell.text) > 0 ||
          /单位[:：]|^附件|^附表|填报|^[（(]|^(?:公开)?\s*\d*\s*表\s*\d*$|^表格?\s*\d+/.test(cell.text)),
    )
  )
    return true
  return labelledValues(row).length > 0
}

/** Title, year and unit lines above the name row belong to the form. */
const startOf = (rows: readonly Row[], nameRow: number, floor: number): number => {
  let start = nameRow
  for (
    let i = nameRow - 1;
    i > floor && i >= nameRow - HEADING_ROWS && isHeading(rows[i]!) && !isTotalRow(rows[i]!);
    i--
  )
    start = i
  return start
}

const LONG_TEXT = 30

/** True when a row after the indicators have begun belongs to something else. */
const endsForm = (row: Row, sawTotal: boolean, totalBlock: number): boolean => {
  const cells = filledCells(row)
  if (cells.length === 0) return false
  if (row.kind === 'paragraph')
    return (
      isFormTitle(cells[0]!.text) ||
      isOtherTitle(cells[0]!.text) ||
      (cells[0]!.text.length > LONG_TEXT && labelledValues(row).length === 0)
    )
  if (cells.length <= 2 && (isFormTitle(cells[0]!.text) || isOtherTitle(cells[0]!.text))) return true
  if (!sawTotal || row.block === totalBlock) return false
  return vocabulary().more(cells[0]!.text).length === 0
}

const endOf = (rows: readonly Row[], nameRow: number, ceiling: number): number => {
  let isIndicators = false
  let totalBlock = -1
  for (let i = nameRow + 1; i < ceiling; i++) {
    const row = rows[i]!
    if (isIndicators && endsForm(row, totalBlock >= 0, totalBlock)) return i
    if (indicatorHeader(row)) isIndicators = true
    else if (isIndicators && isTotalRow(row)) totalBlock = row.block
  }
  return ceiling
}

const sourceOf = (rows: readonly Row[]): FormSource => {
  const first = rows[0]!
  const last = rows[rows.length - 1]!
  const fromBlock = rows.find((row) => row.kind !== 'paragraph')?.block ?? first.block
  const inBlock = rows.filter((row) => row.block === fromBlock)
  return {
    fromBlock,
    toBlock: Math.max(last.block, fromBlock),
    fromRow: inBlock[0]!.row,
    toRow: inBlock[inBlock.length - 1]!.row + 1,
  }
}

export const segments = (rows: readonly Row[]): readonly Segment[] => {
  const names = rows.flatMap((row, i) => (isNameRow(row) ? [i] : []))
  let floor = -1
  return names.flatMap((nameRow, n) => {
    const start = startOf(rows, nameRow, floor)
    const next = names[n + 1]
    const end = endOf(rows, nameRow, next === undefined ? rows.length : startOf(rows, next, nameRow))
    floor = end - 1
    const own = rows.slice(start, end)
    return own.some((row) => indicatorHeader(row)) ? [{ rows: own, source: sourceOf(own) }] : []
  })
}
