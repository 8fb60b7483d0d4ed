/** Where one plan form ends and the next begins: from its title, or its 项目名称, to the next title or to other text. */
import type { FormSource } from '../../domain/self-evaluation.ts'
import { isProjectNameLabel, yearIn } from '../head.ts'
import { filledCells, type Row } from '../rows.ts'
import { narrow } from '../text.ts'
import { isLevel1, isLevel2 } from '../vocabulary.ts'
import { type PlanKind, type TitleKind, titleKind } from './titles.ts'

/** 预算年度：2023 above a table or in its first rows. */
const LABELLED_YEAR = /(?:预算|申报|所属|填报)年度?[:：]?\s*((?:19|20)\d{2})/
export const formYear = (text: string): number => yearIn(text) || Number(LABELLED_YEAR.exec(narrow(text))?.[1] ?? 0)

export interface PlanSegment {
  readonly title: TitleKind
  readonly rows: readonly Row[]
  readonly source: FormSource
}

const FEW = 2
const MOST_IN_NAME_ROW = 8

const titleOfRow = (row: Row): TitleKind => {
  const cells = filledCells(row)
  if (cells.length === 0 || cells.length > FEW + 1) return 'none'
  for (const cell of cells) {
    if (!cell.own) continue
    const kind = titleKind(cell.text)
    if (kind !== 'none') return kind
  }
  return 'none'
}

const isNameRow = (row: Row): boolean => {
  const cells = filledCells(row)
  if (cells.length === 0 || cells.length > MOST_IN_NAME_ROW) return false
  return cells[0]!.own && cells.slice(0, FEW + 1).some((cell) => cell.own && isProjectNameLabel(cell.text))
}

const HEADING_ROWS = 10
/** Rows between the name of a project and the header of its indicators: a calculation may stand there, no second document. */
const MOST_ROWS_ABOVE_BODY = 200
const LONG_TEXT = 30

/** Index of the title above a name row; rows of another form in between end the search. */
const titleAbove = (titleAt: (i: number) => TitleKind, rows: readonly Row[], at: number, floor: number): number => {
  for (let i = at - 1; i > floor && i >= at - HEADING_ROWS; i -= 1) {
    if (titleAt(i) !== 'none') return i
    const row = rows[i]!
    if (row.kind === 'paragraph' && row.cells[0]!.text.length > LONG_TEXT) return -1
    if (row.kind !== 'paragraph' && row.block !== rows[at]!.block) return -1
  }
  return -1
}

const PAGE_NUMBER = /^[-—\s]*\d{1,4}[-—\s]*$|^第\s*\d+\s*页/
const LABELLED = /^[^\s:：]{2,16}[:：]/

/** Prose below a table, or a table that goes on with something else, ends the form. */
const endsAt = (rows: readonly Row[], i: number, isBody: boolean, block: number): boolean => {
  const row = rows[i]!
  const cells = filledCells(row)
  if (!isBody || cells.length === 0) return false
  if (row.kind === 'paragraph') {
    const { text } = cells[0]!
    if (PAGE_NUMBER.test(text) || LABELLED.test(text) || text.startsWith('注')) return false
    return text.length > FEW
  }
  return row.block !== block && !cells.some(({ text }) => isLevel1(text) || isLevel2(text) || text.includes('指标'))
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

/** Rows of the forms that are known to be something else. */
const isTaken = (taken: readonly FormSource[], { block, row, kind }: Row): boolean =>
  kind !== 'paragraph' &&
  taken.some(
    ({ fromBlock, toBlock, fromRow = 0, toRow = Number.POSITIVE_INFINITY }) =>
      block >= fromBlock &&
      block <= toBlock &&
      (block > fromBlock || row >= fromRow) &&
      (block < toBlock || fromBlock < toBlock || row < toRow),
  )

/** `isHeader` says whether a row is the header of the block of indicators of such a form. */
export const planSegments = (
  rows: readonly Row[],
  isHeader: (row: Row, kind: PlanKind) => boolean,
  taken: readonly FormSource[],
): readonly PlanSegment[] => {
  const known: TitleKind[] = []
  const titleAt = (i: number): TitleKind => (known[i] ??= titleOfRow(rows[i]!))
  const segments: PlanSegment[] = []
  let floor = -1
  for (let name = 0; name < rows.length; name += 1) {
    if (name <= floor || !isNameRow(rows[name]!) || isTaken(taken, rows[name]!)) continue
    const above = titleAbove(titleAt, rows, name, floor)
    const title = above < 0 ? 'none' : titleAt(above)
    const from = above < 0 ? name : above
    let to = name + 1
    let isBody = false
    let block = rows[name]!.block
    for (; to < rows.length; to += 1) {
      const row = rows[to]!
      if (!isBody && to - name > MOST_ROWS_ABOVE_BODY) break
      if (titleAt(to) !== 'none' || (isBody && isNameRow(row)) || endsAt(rows, to, isBody, block)) break
      if (row.kind !== 'paragraph') block = row.block
      isBody ||= isHeader(row, 'goal') || isHeader(row, 'monitoring')
    }
    const own = rows.slice(from, to)
    if (isBody) segments.push({ title, rows: own, source: sourceOf(own) })
    floor = isBody ? to - 1 : name
  }
  return segments
}
