import type { Block, Grid, Paragraph, SourceDocument, TextLines } from '../../domain/source-document.ts'
import { cellLinesAt, hasCellLines } from './cell-lines.ts'
import { csvRowsAt } from './csv-rows.ts'
import { pipeTableAt } from './pipe-table.ts'
import { looksBroken } from './prose.ts'
import { positionOf, rowsToGrid } from './rows-to-grid.ts'
import { type Line, splitLines } from './split-lines.ts'
import { type FoundRows, tabRowsAt } from './tab-rows.ts'

/**
 * Reads a plain-text or Markdown file by the shape of its lines: tables (tab-separated rows, one cell per line, bars, commas)
 * become grids, text between them paragraphs. Text whose lines were broken by a page layout, or that may hold tables
 * without separators, becomes `lines` blocks. Never fails: any text has lines.
 */
export function readText(text: string, file: string, encoding: SourceDocument['encoding']): SourceDocument {
  const lines = splitLines(text)
  const blocks = toBlocks(lines)
  const pages = lines.at(-1)?.page
  return {
    file,
    format: /\.(md|markdown)$/i.test(file) ? 'md' : 'txt',
    ...(encoding ? { encoding } : {}),
    ...(pages ? { pages } : {}),
    blocks,
    notes: [],
  }
}

function toBlocks(lines: readonly Line[]): Block[] {
  const pieces: (Grid | readonly Line[])[] = []
  const isCells = hasCellLines(lines)
  let table = 0
  let textFrom = 0
  let at = 0
  while (at < lines.length) {
    const found = tableAt(lines, at, isCells)
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
  lines: readonly Line[],
  at: number,
  isCells: boolean,
): { found: FoundRows; structure: Grid['structure'] } | undefined {
  const text = lines[at]!.text
  if (text === '') return undefined
  if (text.includes('\t')) {
    const found = cellLinesAt(lines, at, isCells) ?? tabRowsAt(lines, at)
    return found ? { found, structure: 'ragged' } : undefined
  }
  const found = pipeTableAt(lines, at) ?? csvRowsAt(lines, at)
  return found ? { found, structure: 'exact' } : undefined
}

/** Beside tables a paragraph is a line; without any, only who knows the subject can tell prose from table lines. */
function textBlocks(lines: readonly Line[], hasTables: boolean): Block[] {
  if (!hasTables || looksBroken(lines)) return textLines(lines)
  return lines
    .filter((line) => line.text.trim() !== '')
    .map((line): Paragraph => ({ kind: 'paragraph', text: plain(line.text), at: positionOf(line) }))
}

function textLines(lines: readonly Line[]): TextLines[] {
  const from = lines.findIndex((line) => line.text.trim() !== '')
  if (from < 0) return []
  const kept = lines.slice(from, lines.findLastIndex((line) => line.text.trim() !== '') + 1)
  return [
    {
      kind: 'lines',
      lines: kept.map((line) => ({ text: line.text.replaceAll('\t', ' '), at: positionOf(line) })),
      at: positionOf(kept[0]!),
    },
  ]
}

/** Tabs, Markdown heading marks and bold marks are layout. */
function plain(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .trim()
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
}
