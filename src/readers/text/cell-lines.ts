import type { TableBudget } from './budget.ts'
import { cellText } from './cell-markup.ts'
import type { RawCell } from './rows-to-grid.ts'
import type { Line } from './split-lines.ts'
import type { FoundRows } from './tab-rows.ts'

/** A line that begins with its only tab: one cell. */
function isCellLine(line: Line | undefined): boolean {
  return line?.text.startsWith('\t') === true && line.text.indexOf('\t', 1) < 0
}

/**
 * One cell per line: a cell begins with a tab, a line without one goes on with the cell above, a blank line ends the
 * row. Blank lines also stand inside cells (then the text after them has no tab) and after a cell's last paragraph
 * (then two of them stand before the next cell of the same row).
 */
export function cellLinesAt(
  lines: readonly Line[],
  from: number,
  isCells: boolean,
  budget: TableBudget,
): FoundRows | undefined {
  if (!isCells || !isCellLine(lines[from])) return undefined
  const rows: OpenCell[][] = [[]]
  let at = from
  while (at < lines.length) {
    const blanks = countBlank(lines, at)
    const line = lines[at + blanks]
    if (line === undefined) break
    if (isCellLine(line)) {
      if (blanks > 0 && !(blanks > 1 && isRestOfRow(rows, lines, at + blanks))) rows.push([])
      budget.spend(1)
      rows.at(-1)!.push({ texts: [line.text], line })
    } else if (isRestOfCell(lines, at + blanks, blanks, isCompleteCell(rows)))
      rows.at(-1)!.at(-1)!.texts.push(line.text)
    else break
    at += blanks + 1
  }
  const filled = rows.filter((row) => row.length > 0)
  const finish = ({ texts, line }: OpenCell): RawCell => ({ text: cellText(texts.join('\n')), line })
  return { rows: filled.map((row) => row.map(finish)), next: at }
}

/** A cell with the lines found so far; they are joined once, as a damaged file may give one cell a million of them. */
interface OpenCell {
  readonly texts: string[]
  readonly line: Line
}

/** True when the file writes its tables this way: rows of at least three cell lines, most of them short. */
export function hasCellLines(lines: readonly Line[]): boolean {
  let run = 0
  let runs = 0
  let length = 0
  let cells = 0
  for (const line of lines) {
    if (isCellLine(line)) {
      run += 1
      cells += 1
      length += line.text.length
      if (run === 3) runs += 1
    } else if (line.text === '') run = 0
  }
  return runs >= 3 && length < cells * 60
}

function countBlank(lines: readonly Line[], at: number): number {
  let blanks = 0
  while (at + blanks < lines.length && lines[at + blanks]!.text === '') blanks += 1
  return blanks
}

/** True when the cell read last is empty or a number. */
function isCompleteCell(rows: readonly (readonly OpenCell[])[]): boolean {
  const texts = rows.at(-1)!.at(-1)?.texts ?? []
  return texts.every((text) => /^\s*(?:[\d.,]+\s*[%％]?)?$/.test(text))
}

const LONGEST_REST = 60

/** Text without a tab belongs to the cell above when nothing or one blank line stands between and cells follow. */
function isRestOfCell(lines: readonly Line[], at: number, blanks: number, isComplete: boolean): boolean {
  if (blanks === 0) return true
  // Behind a blank line an empty cell or a number has nothing that could go on: what comes is the title of the next table.
  if (isComplete || blanks > 1 || lines[at]!.text.length > LONGEST_REST) return false
  for (let next = at + 1; next < lines.length && next < at + 8; next += 1) {
    const line = lines[next]!
    if (isCellLine(line)) return true
    // A title or a caption stands between blank lines and is followed by text; the rest of a cell by the next cell.
    if (line.text === '') return isCellLine(lines[next + 1])
  }
  return false
}

/** Two blank lines inside a row: the row above is shorter than its neighbours and this piece makes it whole. */
function isRestOfRow(rows: readonly (readonly OpenCell[])[], lines: readonly Line[], at: number): boolean {
  const usual = Math.max(...rows.slice(-6).map((row) => row.length), 2)
  let piece = 0
  while (isCellLine(lines[at + piece])) piece += 1
  return rows.at(-1)!.length + piece <= Math.max(usual, rows.at(-2)?.length ?? 0)
}
