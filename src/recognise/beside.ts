/** Forms that stand beside each other in one table are put below each other, so that a row belongs to one form. */
import { isProjectNameLabel } from './head.ts'
import type { Row, RowCell } from './rows.ts'
import { mayHold, TRAIT } from './traits.ts'

const NONE: readonly number[] = []

/** Where each form of a row begins: the places of its labels 项目名称 (columns, or indexes in a ragged row). */
const starts = (row: Row): readonly number[] => {
  if (row.kind === 'paragraph' || !mayHold(row, TRAIT.projectName)) return NONE
  let places: number[] | undefined
  for (let i = 0; i < row.cells.length; i++) {
    const { text, own, column } = row.cells[i]!
    if (!own || text === '' || text.length > LONGEST_LABEL || text === row.cells[i - 1]?.text) continue
    if (isProjectNameLabel(text)) (places ??= []).push(column)
  }
  return places && places.length > 1 ? places : NONE
}

const FEWEST_ROWS = 6
const LONGEST_LABEL = 16
const HEADING_ROWS = 3

/** A code in front of the name (项目编码 | … | 项目名称) belongs to the same form, so a form begins where its row does. */
const partOf = (row: Row, from: number, to: number): Row => {
  const cells: RowCell[] = row.cells.filter((cell) => cell.column >= from && cell.column < to)
  return { ...row, cells: cells.map((cell) => ({ ...cell, column: cell.column - from })) }
}

const apart = (rows: readonly Row[], at: readonly number[]): readonly Row[] => {
  const shift = at[0]!
  return at.flatMap((place, i) => {
    const from = place - shift
    const to = i + 1 < at.length ? at[i + 1]! - shift : Number.POSITIVE_INFINITY
    return rows.map((row) => partOf(row, from, to))
  })
}

/** Rows above the names in which the second form has a text of its own (title, unit). */
const headingsAbove = (table: readonly Row[], named: number, column: number): number => {
  const isHeading = (row: Row | undefined): boolean =>
    row?.cells.some((cell) => cell.own && cell.text !== '' && cell.column >= column) === true
  let above = 0
  while (above < HEADING_ROWS && isHeading(table[named - above - 1])) above += 1
  return above
}

/** Each table is looked through once. */
export const formsApart = (rows: readonly Row[]): readonly Row[] => {
  const out: Row[] = []
  for (let from = 0; from < rows.length; ) {
    let to = from + 1
    while (to < rows.length && rows[to]!.block === rows[from]!.block) to += 1
    const table = rows.slice(from, to)
    const named = table.findIndex((row) => starts(row).length > 0)
    const isApart = named >= 0 && table.length - named >= FEWEST_ROWS
    const next = isApart ? table.findIndex((row, i) => i > named && starts(row).length > 0) : -1
    if (!isApart || next >= 0) for (const row of table) out.push(row)
    else {
      const at = starts(table[named]!)
      const above = headingsAbove(table, named, at[1]! - at[0]!)
      // A damaged sheet may have more rows than a call takes arguments.
      for (const row of [...table.slice(0, named - above), ...apart(table.slice(named - above), at)]) out.push(row)
    }
    from = to
  }
  return out
}
