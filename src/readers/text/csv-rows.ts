import { countOf, type TableBudget } from './budget.ts'
import type { RawCell } from './rows-to-grid.ts'
import type { Line } from './split-lines.ts'
import type { FoundRows } from './tab-rows.ts'

const FEWEST_ROWS = 3
const FEWEST_CELLS = 4
/** A quoted cell with line breaks; more lines or characters than this is a stray quotation mark. */
const MOST_LINES = 50
const MOST_CHARACTERS = 20_000

/**
 * Comma-separated rows, taken only when it is sure: at least three rows in a row with the same number of at least four
 * cells. English prose has no such regularity, and Chinese prose has commas of its own.
 */
export function csvRowsAt(lines: readonly Line[], from: number, budget: TableBudget): FoundRows | undefined {
  if (!mayBeRecord(lines[from]!.text)) return undefined
  const first = recordAt(lines, from)
  if (!first || first.cells.length < FEWEST_CELLS) return undefined
  const rows: RawCell[][] = []
  let at = from
  while (at < lines.length) {
    const record = mayBeRecord(lines[at]!.text) ? recordAt(lines, at) : undefined
    if (record?.cells.length !== first.cells.length) break
    rows.push(record.cells)
    if (rows.length === FEWEST_ROWS) budget.spend(FEWEST_ROWS * record.cells.length)
    else if (rows.length > FEWEST_ROWS) budget.spend(record.cells.length)
    at = record.next
  }
  return rows.length >= FEWEST_ROWS ? { rows, next: at } : undefined
}

/** The first line of a record may be the beginning of a quoted cell with a line break, and have no comma yet. */
function mayBeRecord(text: string): boolean {
  return (text.includes(',') && !hasOnlyGroupedNumbers(text)) || text.startsWith('"')
}

const GROUP_COMMA = /(?<=\d),(?=\d{3}(?!\d))/g

/** 20113 商贸事务 5,636.98 5,636.98: the commas group digits, and the cells stand apart by spaces. */
function hasOnlyGroupedNumbers(text: string): boolean {
  return /\S \S/.test(text) && !text.replace(GROUP_COMMA, '').includes(',')
}

function recordAt(lines: readonly Line[], from: number): { cells: RawCell[]; next: number } | undefined {
  const line = lines[from]!
  if (line.text.length > MOST_CHARACTERS) return undefined
  if (!line.text.includes('"')) {
    return { cells: line.text.split(',').map((text) => ({ text: text.trim(), line })), next: from + 1 }
  }
  let quotes = 0
  let length = 0
  for (let at = from; at < Math.min(from + MOST_LINES, lines.length); at += 1) {
    const { text } = lines[at]!
    length += text.length + 1
    if (length > MOST_CHARACTERS) return undefined
    quotes += countOf(text, '"')
    if (quotes % 2 !== 0) continue
    const record = lines.slice(from, at + 1).map((each) => each.text)
    return { cells: splitQuoted(record.join('\n')).map((cell) => ({ text: cell, line })), next: at + 1 }
  }
  return undefined
}

function splitQuoted(text: string): string[] {
  const cells: string[] = []
  // Each cell has a comma before it: an empty match at the beginning would swallow the next comma.
  const pattern = /,(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g
  for (const match of `,${text}`.matchAll(pattern)) {
    cells.push((match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"')).trim())
  }
  return cells
}
