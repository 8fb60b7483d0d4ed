/** A final-accounts table drawn from its record: headers in as many rows as they were printed in, income beside spending. */
import { type AccountTable, WORD_ROLES } from '../../domain/final-accounts.ts'
import { type DrawnCell, type DrawnTable, labelCell, recordCell } from './drawn-table.ts'

type Row = readonly DrawnCell[]

/** 公开01表 prints income beside spending; the record has them one after the other. */
export const sidesOf = (tables: readonly AccountTable[]): readonly (readonly number[])[] => {
  const groups: number[][] = []
  tables.forEach((table, i) => {
    const before = tables[i - 1]
    const isOther = before?.side === '收入' && table.side === '支出' && before.code === table.code
    if (isOther && before.profile === table.profile) groups.at(-1)!.push(i)
    else groups.push([i])
  })
  return groups
}

const pathsOf = ({ columns }: AccountTable): readonly (readonly string[])[] =>
  columns.map(({ label }) => label.printed.split(/[:：]/).map((part) => part.trim()))

/** `预算数:小计` beside `预算数:合计` is one cell 预算数 over two. */
const headerRows = (paths: readonly (readonly string[])[]): readonly DrawnCell[][] => {
  const depth = Math.max(1, ...paths.map(({ length }) => length))
  const rows: DrawnCell[][] = Array.from({ length: depth }, () => [])
  const startsAlike = (a: readonly string[], b: readonly string[] | undefined, to: number): boolean =>
    b !== undefined && b.length > to && a.slice(0, to + 1).every((part, i) => part === b[i])
  paths.forEach((path, column) => {
    path.forEach((text, level) => {
      const isLast = level === path.length - 1
      if (!isLast && startsAlike(path, paths[column - 1], level)) return
      let span = 1
      if (!isLast) while (startsAlike(path, paths[column + span], level)) span++
      rows[level]!.push(labelCell(text, span, isLast ? depth - level : 1))
    })
  })
  return rows
}

const bodyRow = (table: AccountTable, record: number, row: number): Row =>
  table.columns.map(({ role }, column) => {
    const cell = table.rows[row]?.cells[column]
    const names = [`rows[${row}].${role === '' ? `cells[${column}]` : role}`]
    const drawn = recordCell(cell, `${record}:${row}:${column}`, names)
    return WORD_ROLES.has(role) && role !== 'line' ? { ...drawn, isLabel: drawn.text !== '' } : drawn
  })

/** `records` are indexes into the document's tables: one, or the two sides of one table. */
export const accountLayout = (tables: readonly AccountTable[], records: readonly number[]): DrawnTable => {
  const sides = records.map((i) => tables[i]!)
  const headers = headerRows(sides.flatMap(pathsOf))
  const length = Math.max(...sides.map(({ rows }) => rows.length))
  const body = Array.from({ length }, (_, row) => sides.flatMap((table, k) => bodyRow(table, records[k]!, row)))
  return [...headers, ...body]
}

/** How many of its first rows are headers: they stay when the middle of a long table is left out. */
export const headerDepth = (tables: readonly AccountTable[], records: readonly number[]): number =>
  Math.max(1, ...records.flatMap((i) => pathsOf(tables[i]!).map(({ length }) => length)))
