import { cellText } from './cell-markup.ts'
import type { RawCell, RawRow } from './rows-to-grid.ts'
import type { Line } from './split-lines.ts'

export interface FoundRows {
  readonly rows: readonly RawRow[]
  /** Index of the first line after the table. */
  readonly next: number
}

/** A line with a tab other than one at its beginning: two cells at least. */
export function isTabRow(line: Line | undefined): boolean {
  return line !== undefined && line.text.indexOf('\t', 1) > 0
}

/**
 * A table of tab-separated rows that begins at `from`. Blank lines between two rows do not end it, a line without a
 * tab does, unless it can only be the rest of a wrapped cell.
 */
export function tabRowsAt(lines: readonly Line[], from: number): FoundRows | undefined {
  if (!isTabRow(lines[from])) return undefined
  const rows: RawCell[][] = []
  const widths = new Map<number, number>()
  let at = from
  let next = from
  while (at < lines.length) {
    const line = lines[at]!
    if (isTabRow(line)) {
      const joined = joinOpenParagraph(lines, at)
      const row = joined.text.split('\t').map((text) => ({ text: cellText(text), line }))
      rows.push(row)
      widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
      at = joined.next
      next = at
    } else if (line.text === '') at += 1
    else if (at === next && isRestOfCell(rows, widths, lines, at)) {
      continueRow(rows.at(-1)!, line, lines[at + 1]!)
      at += 2
      next = at
    } else break
  }
  return rows.length > 1 || rows[0]!.length > 2 ? { rows, next } : undefined
}

/** A cell whose `<p>` is still open goes on in the next lines. */
function joinOpenParagraph(lines: readonly Line[], at: number): { text: string; next: number } {
  const first = lines[at]!.text
  if (!isOpen(first)) return { text: first, next: at + 1 }
  for (let end = at + 1; end < Math.min(at + 40, lines.length); end += 1) {
    if (!lines[end]!.text.includes('</p>')) continue
    const text = lines
      .slice(at, end + 1)
      .map((line) => line.text)
      .join('\n')
    if (!isOpen(text)) return { text, next: end + 1 }
  }
  return { text: first, next: at + 1 }
}

function isOpen(text: string): boolean {
  const from = text.lastIndexOf('<p>')
  return from >= 0 && text.indexOf('</p>', from) < 0
}

/** Sure only when the halves of the row add up to the width that most rows of the table have. */
function isRestOfCell(
  rows: readonly RawRow[],
  widths: ReadonlyMap<number, number>,
  lines: readonly Line[],
  at: number,
) {
  const rest = lines[at + 1]
  if (!isTabRow(rest)) return false
  const usual = [...widths].reduce((best, entry) => (entry[1] > best[1] ? entry : best))
  const above = rows.at(-1)!.length
  return usual[0] > 2 && above < usual[0] && above + rest!.text.split('\t').length === usual[0] + 1
}

function continueRow(row: RawCell[], middle: Line, rest: Line): void {
  const [head, ...more] = rest.text.split('\t')
  const last = row.pop()!
  row.push({ text: cellText(`${last.text}\n${middle.text}\n${head}`), line: last.line })
  for (const text of more) row.push({ text: cellText(text), line: rest })
}
