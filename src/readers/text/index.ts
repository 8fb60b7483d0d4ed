import type { Block, Grid, Paragraph, SourceDocument, TextLines } from '../../domain/source-document.ts'
import type { DecodedText } from '../decode-text.ts'
import { LIMITS, limitExceeded, type ReaderLimits } from '../limits.ts'
import { type TableBudget, tableBudget } from './budget.ts'
import { cellLinesAt, hasCellLines } from './cell-lines.ts'
import { cellText } from './cell-markup.ts'
import { csvRowsAt } from './csv-rows.ts'
import { type PipeTables, pipeTables } from './pipe-table.ts'
import { looksBroken } from './prose.ts'
import { rowsToGrid } from './rows-to-grid.ts'
import { type Line, splitLines } from './split-lines.ts'
import { type FoundRows, tabRowsAt } from './tab-rows.ts'

/**
 * Reads a plain-text or Markdown file by the shape of its lines: tables (tab-separated rows, one cell per line, bars, commas)
 * become grids, text between them paragraphs. Text whose lines were broken by a page layout, or that may hold tables
 * without separators, becomes `lines` blocks. Any text has lines; only the limits make it fail. Throws LIMIT_EXCEEDED.
 */
export function readDecodedText({ pieces, encoding }: DecodedText, file: string, limits: ReaderLimits): SourceDocument {
  const lines = splitLines(pieces, (count) => {
    if (count > limits.lines) throw limitExceeded(file, '行数', `${limits.lines} 行`)
  })
  const blocks = toBlocks(lines, tableBudget(file, limits))
  const pages = lines.at(-1)?.at.page
  return {
    file,
    format: /\.(md|markdown)$/i.test(file) ? 'md' : 'txt',
    encoding,
    ...(pages ? { pages } : {}),
    blocks,
    notes: [],
  }
}

/** The same for text that is a string already. */
export function readText(text: string, file: string, encoding: DecodedText['encoding']): SourceDocument {
  return readDecodedText({ pieces: [text], encoding, undecodable: 0 }, file, LIMITS)
}

/** What the search for tables at one line after the other shares. */
interface Search {
  readonly lines: readonly Line[]
  readonly budget: TableBudget
  readonly pipes: PipeTables
  /** True when the file writes a cell per line. */
  readonly isCells: boolean
}

function toBlocks(lines: readonly Line[], budget: TableBudget): Block[] {
  const pieces: (Grid | readonly Line[])[] = []
  const search = { lines, budget, pipes: pipeTables(lines, budget), isCells: hasCellLines(lines) }
  let table = 0
  let textFrom = 0
  let at = 0
  while (at < lines.length) {
    const found = tableAt(search, at)
    if (!found) {
      at += 1
      continue
    }
    if (textFrom < at) pieces.push(lines.slice(textFrom, at))
    table += 1
    pieces.push(rowsToGrid(found.found.rows, found.structure, table))
    at = found.found.next
    textFrom = at
  }
  if (textFrom < lines.length) pieces.push(lines.slice(textFrom))
  return pieces.flatMap((piece): Block[] => ('kind' in piece ? [piece] : textBlocks(piece, table > 0)))
}

function tableAt(
  { lines, budget, pipes, isCells }: Search,
  at: number,
): { found: FoundRows; structure: Grid['structure'] } | undefined {
  const text = lines[at]!.text
  if (text === '') return undefined
  if (text.includes('\t')) {
    const found = cellLinesAt(lines, at, isCells, budget) ?? tabRowsAt(lines, at, budget)
    return found ? { found, structure: 'ragged' } : undefined
  }
  const found = pipes.at(at) ?? csvRowsAt(lines, at, budget)
  return found ? { found, structure: 'exact' } : undefined
}

/** Beside tables a paragraph is a line; without any, only who knows the subject can tell prose from table lines. */
function textBlocks(lines: readonly Line[], hasTables: boolean): Block[] {
  if (!hasTables || looksBroken(lines)) return textLines(lines)
  return lines
    .filter((line) => line.text.trim() !== '')
    .map((line): Paragraph => ({ kind: 'paragraph', text: plain(line.text), at: line.at }))
}

function textLines(lines: readonly Line[]): TextLines[] {
  const from = lines.findIndex((line) => line.text.trim() !== '')
  if (from < 0) return []
  const kept = lines.slice(from, lines.findLastIndex((line) => line.text.trim() !== '') + 1)
  const plainLines = kept.map((line) =>
    line.text.includes('\t') ? { text: line.text.replaceAll('\t', ' '), at: line.at } : line,
  )
  return [{ kind: 'lines', lines: plainLines, at: kept[0]!.at }]
}

/** Tabs, paragraph tags, Markdown heading marks and bold marks are layout. */
function plain(text: string): string {
  const bare = /<\/?(?:p|br|div)\b/i.test(text) ? cellText(text).replaceAll('\n', ' ') : text
  return bare
    .replaceAll('\t', ' ')
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
}
