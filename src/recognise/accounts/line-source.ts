/** Lines of broken text and rows of ragged tables as one stream: words and numbers in their order. */
import type { Position, SourceDocument } from '../../domain/source-document.ts'
import type { Row } from '../rows.ts'
import { denseKey, isFigure } from './words.ts'

export interface Word {
  readonly text: string
  readonly at: Position
  /** Index of the cell in its row, where the row has cells. */
  readonly slot?: number
}

export interface SourceLine {
  readonly words: readonly Word[]
  readonly text: string
  readonly key: string
  readonly at: Position
  readonly block: number
  /** 0-based line or row in its block. */
  readonly row: number
  /** Cells of the row, blank ones included; 0 for a line of text. */
  readonly cells: number
  /** A table that is read elsewhere stands here: nothing goes on beyond it. */
  readonly isBreak: boolean
}

/** - 12 -, 第 3 页 */
const PAGE_LINE = /^\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/

const lineOf = (words: readonly Word[], at: Position, block: number, row: number, cells: number): SourceLine => {
  const text = words.map((word) => word.text).join(' ')
  return { words, text, key: denseKey(text), at, block, row, cells, isBreak: false }
}

/** A number cut in a narrow cell: 364,062. at a line end, 40 on the next line. */
const CUT = /^[-−]?\d{1,3}(?:,\d{3})*(?:,\d{0,2}|\.)$/

const splitWords = (text: string, at: Position): Word[] =>
  text
    .split(/[\s\u3000]+/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, at }))

const withJoinedNumbers = (lines: readonly SourceLine[]): readonly SourceLine[] => {
  const out: SourceLine[] = []
  for (const line of lines) {
    const before = out.at(-1)
    const last = before?.words.at(-1)
    const first = line.words[0]
    const isCut =
      before !== undefined &&
      last !== undefined &&
      first !== undefined &&
      CUT.test(last.text) &&
      /^[\d,.]+$/.test(first.text) &&
      isFigure(last.text + first.text)
    if (!isCut) {
      out.push(line)
      continue
    }
    const words = [...before.words.slice(0, -1), { ...last, text: last.text + first.text }]
    out[out.length - 1] = lineOf(words, before.at, before.block, before.row, before.cells)
    if (line.words.length > 1) out.push(lineOf(line.words.slice(1), line.at, line.block, line.row, line.cells))
  }
  return out
}

const FEWEST_PAGES = 3
const PAGE_LINES = { least: 12, most: 120 }

/** Lines that are nothing but a number which grows by one from page to page. */
const withoutPageNumbers = (lines: readonly SourceLine[]): readonly SourceLine[] => {
  const chains = new Map<number, number[]>()
  const dropped = new Set<number>()
  lines.forEach(({ words }, i) => {
    if (words.length !== 1 || !/^\d{1,3}$/.test(words[0]!.text)) return
    const number = Number(words[0]!.text)
    const before = chains.get(number - 1)
    const distance = before ? i - before.at(-1)! : 0
    const chain = before && distance >= PAGE_LINES.least && distance <= PAGE_LINES.most ? [...before, i] : [i]
    chains.set(number, chain)
    if (chain.length >= FEWEST_PAGES) for (const at of chain) dropped.add(at)
  })
  return dropped.size === 0 ? lines : lines.filter((_, i) => !dropped.has(i))
}

const breakAt = (at: Position, block: number, row: number): SourceLine => ({
  words: [],
  text: '',
  key: '',
  at,
  block,
  row,
  cells: 0,
  isBreak: true,
})

/** A line of a table on paper is a fraction of this. What reads a line looks at its words in pairs. */
const MOST_WORDS = 600
const MOST_CHARACTERS = 8000

/** Blank lines are left out; a line that no page holds belongs to no table. */
const takeLine = (
  lines: SourceLine[],
  words: readonly Word[],
  at: Position,
  block: number,
  row: number,
  cells = 0,
): void => {
  if (words.length === 0) return
  const isLine = words.length <= MOST_WORDS && words.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS
  lines.push(isLine ? lineOf(words, at, block, row, cells) : breakAt(at, block, row))
}

/** `rows` are those of the document's paragraphs and grids; `isRead` tells the rows that were read as exact tables. */
export const sourceLines = (
  source: SourceDocument,
  rows: readonly Row[],
  isRead: (row: Row) => boolean,
): readonly SourceLine[] => {
  const byBlock = new Map<number, Row[]>()
  for (const row of rows) {
    const list = byBlock.get(row.block)
    if (list) list.push(row)
    else byBlock.set(row.block, [row])
  }
  const lines: SourceLine[] = []
  source.blocks.forEach((block, index) => {
    if (block.kind === 'lines') {
      block.lines.forEach((line, row) => {
        if (!PAGE_LINE.test(line.text)) takeLine(lines, splitWords(line.text, line.at), line.at, index, row)
      })
      return
    }
    for (const row of byBlock.get(index) ?? []) {
      if (row.kind === 'paragraph') {
        takeLine(lines, splitWords(row.cells[0]?.text ?? '', row.at), row.at, index, 0)
      } else if (isRead(row)) {
        if (!lines.at(-1)?.isBreak) lines.push(breakAt(row.at, row.block, row.row))
      } else {
        const words = row.cells.flatMap((cell, slot) =>
          cell.text === '' ? [] : [{ text: cell.text, at: cell.at, slot }],
        )
        takeLine(lines, words, row.at, index, row.row, row.cells.length)
      }
    }
  })
  return withoutPageNumbers(withJoinedNumbers(lines))
}
