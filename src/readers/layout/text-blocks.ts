import type { Block, Paragraph, Position, TextLines } from '../../domain/source-document.ts'
import { append, greatest, least } from '../../kernel/lists.ts'
import type { Box, TextLine } from './geometry.ts'
import { isWide } from './lines.ts'
import { lineBox } from './page-layout.ts'

/** A line outside tables, with its page. */
export interface FlowLine {
  readonly line: TextLine
  readonly page: number
}

/** A gap of this many line heights between two lines is more than line spacing. */
const WIDE_GAP = 1.5

/** Text between tables: paragraphs, and rows of columns without ruling lines as lines. */
export function toTextBlocks(lines: readonly FlowLine[]): Block[] {
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; ) {
    let end = i
    while (end < lines.length && isTabular(lines[end])) end += 1
    if (end - i >= 3) {
      blocks.push(toLinesBlock(lines.slice(i, end)))
      i = end
      continue
    }
    // Up to the next run of at least three lines in columns.
    end = Math.max(end, i + 1)
    while (end < lines.length && !(isTabular(lines[end]) && isTabular(lines[end + 1]) && isTabular(lines[end + 2])))
      end += 1
    append(blocks, toParagraphs(lines.slice(i, end)))
    i = end
  }
  return blocks
}

/** Two blanks or more: the line is set in columns (a table of contents is not: its leaders are dots). */
function isTabular(entry: FlowLine | undefined): boolean {
  return (
    entry !== undefined && (entry.line.text.match(/\S /gu)?.length ?? 0) >= 2 && !/[.…·]{4,}/u.test(entry.line.text)
  )
}

/** Lines as they stand, with an empty one where the page leaves more room than between the lines around it. */
export function toLinesBlock(entries: readonly FlowLine[]): TextLines {
  const pitch = medianPitch(entries)
  const lines: { text: string; at: Position }[] = []
  const bottom = greatest(entries.map(({ line }) => line.base))
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]
    if (before !== undefined) {
      const isSamePage = before.page === entry.page
      const isGap = isSamePage
        ? entry.line.base - before.line.base > WIDE_GAP * pitch
        : bottom - before.line.base > 4 * pitch
      if (isGap) lines.push({ text: '', at: positionOf(before) })
    }
    lines.push({ text: entry.line.text, at: positionOf(entry) })
  }
  return { kind: 'lines', lines, at: positionOf(entries[0]) }
}

function medianPitch(entries: readonly FlowLine[]): number {
  const pitches: number[] = []
  for (const [index, { line, page }] of entries.entries()) {
    const before = entries[index - 1]
    if (before !== undefined && before.page === page && line.base > before.line.base)
      pitches.push(line.base - before.line.base)
  }
  pitches.sort((one, other) => one - other)
  return pitches[Math.floor(pitches.length / 2)] ?? 20
}

/** Joins wrapped lines. */
function toParagraphs(entries: readonly FlowLine[]): Paragraph[] {
  const right = greatest(entries.map(({ line }) => line.to))
  const left = least(entries.map(({ line }) => line.from))
  const pitch = medianPitch(entries)
  const paragraphs: FlowLine[][] = []
  for (const entry of entries) {
    const paragraph = paragraphs.at(-1)
    const before = paragraph?.at(-1)
    if (paragraph !== undefined && before !== undefined && goesOn(before, entry, { left, right, pitch }))
      paragraph.push(entry)
    else paragraphs.push([entry])
  }
  return paragraphs.map((paragraph) => ({
    kind: 'paragraph',
    text: paragraph.map(({ line }) => line.text).reduce(joinTexts),
    at: boxedPosition(paragraph),
  }))
}

/** A line continues the one before when that reaches the right margin and this one is neither indented nor set apart. */
function goesOn(
  before: FlowLine,
  { line, page }: FlowLine,
  frame: { left: number; right: number; pitch: number },
): boolean {
  const above = before.line
  if (above.turn !== line.turn || Math.abs(above.size - line.size) > 0.15 * line.size) return false
  if (above.to < frame.right - 2.5 * line.size) return false
  if (line.from > frame.left + 1.5 * line.size) return false
  const isNear = before.page !== page || line.base - above.base <= Math.max(1.3 * frame.pitch, 2.4 * line.size)
  return isNear && !(before.page !== page && /[。；！？：]$/u.test(above.text))
}

function joinTexts(text: string, next: string): string {
  const isBlankDue = !isWide(text.at(-1) ?? '') && !isWide(next)
  return isBlankDue ? `${text} ${next}` : text + next
}

function boxedPosition(paragraph: readonly FlowLine[]): Position {
  const page = paragraph[0]?.page ?? 1
  const boxes = paragraph.filter((entry) => entry.page === page).map(({ line }) => lineBox(line))
  const edge = (index: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[index]))
  return { page, box: rounded([edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)]) }
}

function positionOf(entry: FlowLine | undefined): Position {
  return entry === undefined ? {} : { page: entry.page, box: rounded(lineBox(entry.line)) }
}

/** Tenths of a point are finer than any printer. */
export function rounded(box: Box): Box {
  const tenth = (value: number) => Math.round(value * 10) / 10
  return [tenth(box[0]), tenth(box[1]), tenth(box[2]), tenth(box[3])]
}
