import type { RawCell } from './rows-to-grid.ts'
import type { Line } from './split-lines.ts'
import type { FoundRows } from './tab-rows.ts'

const FEWEST_ROWS = 3
const FEWEST_CELLS = 4
/** A quoted cell with line breaks; more lines than this is a stray quotation mark. */
const LONGEST_RECORD = 50

/**
 * Comma-separated rows, taken only when it is sure: at least three rows in a row with the same number of at least four
 * cells. English prose has no such regularity, and Chinese prose has commas of its own.
 */
export function csvRowsAt(lines: readonly Line[], from: number): FoundRows | undefined {
  if (!lines[from]!.text.includes(',')) return undefined
  const first = recordAt(lines, from)
  if (!first || first.cells.length < FEWEST_CELLS) return undefined
  const rows: RawCell[][] = []
  let at = from
  while (at < lines.length) {
    const record = lines[at]!.text.includes(',') ? recordAt(lines, at) : undefined
    if (record?.cells.length !== first.cells.length) break
    rows.push(record.cells)
    at = record.next
  }
  return rows.length >= FEWEST_ROWS ? { rows, next: at } : undefined
}

function recordAt(lines: readonly Line[], from: number): { cells: RawCell[]; next: number } | undefined {
  const line = lines[from]!
  if (!line.text.includes('"')) {
    return { cells: line.text.split(',').map((text) => ({ text: text.trim(), line })), next: from + 1 }
  }
  let text = ''
  for (let at = from; at < Math.min(from + LONGEST_RECORD, lines.length); at += 1) {
    text += at === from ? lines[at]!.text : `\n${lines[at]!.text}`
    const quotes = text.split('"').length - 1
    if (quotes % 2 === 0) return { cells: splitQuoted(text).map((cell) => ({ text: cell, line })), next: at + 1 }
  }
  return undefined
}

function splitQuoted(text: string): string[] {
  const cells: string[] = []
  const pattern = /(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g
  for (const match of text.matchAll(pattern)) {
    cells.push((match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"')).trim())
  }
  return cells
}
