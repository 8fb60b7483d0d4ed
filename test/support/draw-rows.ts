/** A table drawn row by row, with cells that reach over columns and rows, as one writes HTML. */
import type { DrawnCell, DrawnTable } from './printed-form.ts'

/** A text, or a text with the columns and rows that it covers. */
export type RowPart = string | readonly [text: string, columnSpan: number, rowSpan?: number]

export const drawRows = (columns: number, rows: readonly (readonly RowPart[])[]): DrawnTable => {
  const taken = rows.map(() => new Set<number>())
  const cells: DrawnCell[] = []
  rows.forEach((parts, row) => {
    let column = 0
    for (const part of parts) {
      const [text, columnSpan, rowSpan = 1] = typeof part === 'string' ? [part, 1] : part
      while (taken[row]!.has(column)) column += 1
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + columnSpan; c += 1) taken[r]?.add(c)
      cells.push({ text, row, column, rowSpan, columnSpan })
      column += columnSpan
    }
    if (column > columns) throw new Error(`row ${row} has ${column} of ${columns} columns`)
  })
  return { rows: rows.length, columns, cells }
}

/** How many neighbours from `from` on share a value: the rows that a merged cell covers. */
export const runLength = <T>(items: readonly T[], from: number, key: (item: T) => string): number => {
  let to = from + 1
  while (to < items.length && key(items[to]!) === key(items[from]!)) to += 1
  return to - from
}
