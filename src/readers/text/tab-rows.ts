import { countOf, type TableBudget } from './budget.ts'
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
export function tabRowsAt(lines: readonly Line[], from: number, budget: TableBudget): FoundRows | undefined {
  if (!isTabRow(lines[from])) return undefined
  const rows: RawCell[][] = []
  const widths = usualWidth()
  let at = from
  let next = from
  while (at < lines.length) {
    const line = lines[at]!
    if (isTabRow(line)) {
      const joined = joinOpenParagraph(lines, at)
      budget.spend(countOf(joined.text, '\t') + 1)
      const row = joined.text.split('\t').map((text) => ({ text: cellText(text), line }))
      rows.push(row)
      widths.add(row.length)
      at = joined.next
      next = at
    } else if (line.text.trim() === '') at += 1
    else if (at === next && isRestOfCell(rows, widths.usual(), lines, at)) {
      budget.spend(countOf(lines[at + 1]!.text, '\t'))
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
    // The last tag decides, so one line tells what the joined ones would.
    if (!lines[end]!.text.includes('</p>') || isOpen(lines[end]!.text)) continue
    const text = lines
      .slice(at, end + 1)
      .map((line) => line.text)
      .join('\n')
    return { text, next: end + 1 }
  }
  return { text: first, next: at + 1 }
}

function isOpen(text: string): boolean {
  const from = text.lastIndexOf('<p>')
  return from >= 0 && text.indexOf('</p>', from) < 0
}

interface WidthCount {
  count: number
  readonly place: number
}

/** The width that most rows have; of several the one seen first. Kept while rows are added, as a table may have millions. */
function usualWidth(): { add(width: number): void; usual(): number } {
  const widths = new Map<number, WidthCount>()
  let usual = 0
  let best: WidthCount = { count: 0, place: -1 }
  return {
    add(width) {
      let own = widths.get(width)
      if (own === undefined) widths.set(width, (own = { count: 0, place: widths.size }))
      own.count += 1
      if (own.count < best.count || (own.count === best.count && own.place > best.place)) return
      usual = width
      best = own
    },
    usual: () => usual,
  }
}

/** Sure only when the halves of the row add up to the width that most rows of the table have. */
function isRestOfCell(rows: readonly RawRow[], usual: number, lines: readonly Line[], at: number): boolean {
  const rest = lines[at + 1]
  if (!isTabRow(rest)) return false
  const above = rows.at(-1)!.length
  return usual > 2 && above < usual && above + countOf(rest!.text, '\t') === usual
}

function continueRow(row: RawCell[], middle: Line, rest: Line): void {
  const [head, ...more] = rest.text.split('\t')
  const last = row.pop()!
  row.push({ text: cellText(`${last.text}\n${middle.text}\n${head}`), line: last.line })
  for (const text of more) row.push({ text: cellText(text), line: rest })
}
