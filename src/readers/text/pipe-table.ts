import type { TableBudget } from './budget.ts'
import { cellText } from './cell-markup.ts'
import type { RawCell, RawRow } from './rows-to-grid.ts'
import type { Line } from './split-lines.ts'
import type { FoundRows } from './tab-rows.ts'

/** The `---` row below a Markdown header, without white space at its ends (a pattern for that would backtrack). */
const RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/
const BOX_BAR = /[│┃║|]/
const BOX_BORDER = /^[\s+\-=─━═┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╪╓╖╙╜╟╢╫|│┃║:]+$/

export interface PipeTables {
  /**
   * A table drawn with bars that begins at this line: Markdown (with or without its `---` rule and outer bars),
   * `+---+` borders, box-drawing characters. Between drawn borders several lines make one row, so their texts are
   * joined cell by cell.
   */
  at(from: number): FoundRows | undefined
}

/** A run of lines that may all belong to one table. */
interface Region {
  readonly next: number
  /** The last line that does not begin and end with a bar; tables of bars alone begin after it. */
  readonly lastUnbarred: number
}

/** Each run of lines is looked through once, however many of its lines are asked for. */
export function pipeTables(lines: readonly Line[], budget: TableBudget): PipeTables {
  let region: Region = { next: 0, lastUnbarred: -1 }
  return {
    at(from) {
      if (!mayBelong(lines[from])) return undefined
      if (from >= region.next) region = regionFrom(lines, from)
      const { next, lastUnbarred } = region
      if (next - from < 2) return undefined
      const isDrawn = isBorder(lines[from]!) && next - from > 2 && isBorder(lines[next - 1]!)
      const isMarkdown = isRule(lines[from + 1]!) && lines[from + 1]!.text.includes('|')
      if (!isDrawn && !isMarkdown && lastUnbarred >= from) return undefined
      const tableLines = lines.slice(from, next)
      const rows = isDrawn
        ? drawnRows(tableLines, budget)
        : tableLines.filter((line) => !isRule(line)).map((line) => splitRow(line, budget))
      return rows.some((row) => row.length > 1) ? { rows, next } : undefined
    },
  }
}

function regionFrom(lines: readonly Line[], from: number): Region {
  let next = from
  let lastUnbarred = from - 1
  for (; mayBelong(lines[next]); next += 1) if (!isBarred(lines[next]!)) lastUnbarred = next
  return { next, lastUnbarred }
}

function isBarred(line: Line): boolean {
  const text = line.text.trim()
  return text.length > 1 && text.startsWith('|') && text.endsWith('|')
}

function isRule(line: Line): boolean {
  return RULE.test(line.text.trim())
}

function mayBelong(line: Line | undefined): boolean {
  return line !== undefined && line.text !== '' && (BOX_BAR.test(line.text) || isBorder(line))
}

function isBorder(line: Line): boolean {
  return /[+┌├└┏┣┗╔╠╚╒╞╘╓╟╙|]/.test(line.text) && /[-─━═=]{2}/.test(line.text) && BOX_BORDER.test(line.text)
}

function splitRow(line: Line, budget: TableBudget): RawRow {
  const inner = line.text
    .trim()
    .replace(/^[|│┃║]/, '')
    .replace(/(?<!\\)[|│┃║]$/, '')
  const bars = inner.match(BARS)?.length ?? 0
  budget.spend(bars + 1)
  return inner.split(BARS).map((text) => ({ text: cellText(text.replaceAll('\\|', '|')), line }))
}

const BARS = /(?<!\\)[|│┃║]/g

function drawnRows(region: readonly Line[], budget: TableBudget): RawRow[] {
  const rows: { texts: string[]; line: Line }[][] = []
  // With a border after every row, lines between borders are one row; with borders around the whole only, each line is one.
  const borders = region.filter(isBorder).length
  const isRuled = borders > 3
  let open: { texts: string[]; line: Line }[] | undefined
  for (const line of region) {
    if (isBorder(line)) {
      open = undefined
      continue
    }
    const cells = splitRow(line, budget)
    if (isRuled && open && open.length === cells.length) {
      for (const [index, cell] of cells.entries()) open[index]!.texts.push(cell.text)
    } else {
      open = cells.map((cell) => ({ texts: [cell.text], line: cell.line }))
      rows.push(open)
    }
  }
  return rows.map((row) => row.map(({ texts, line }): RawCell => ({ text: cellText(texts.join('\n')), line })))
}
