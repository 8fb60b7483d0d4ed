/**
 * Paragraphs of prose out of a document: lines that a page broke are joined, white space that the layout put between
 * characters is dropped, and every character keeps the place it was printed at. Forms and tables are left out.
 */

import type { Position, SourceDocument, TextLines } from '../../domain/source-document.ts'
import { append } from '../../kernel/lists.ts'
import { enumeratorOf } from './headings.ts'
import { proseLines } from './prose-lines.ts'

export interface ProseParagraph {
  /** Without layout white space; one space stays between two Latin words or numbers. */
  readonly text: string
  /** Same length: brackets, colons, digits and percent signs half width, so that patterns need one spelling. */
  readonly key: string
  readonly at: Position
  /** Where each line of the print begins in `text`. */
  readonly pieces: readonly { readonly from: number; readonly at: Position }[]
}

/** Blocks, or rows and lines of one, that forms and tables took. */
export interface TakenRange {
  readonly fromBlock: number
  readonly toBlock: number
  readonly fromRow?: number
  readonly toRow?: number
}

interface Piece {
  readonly text: string
  readonly at: Position
  /** How far the line goes: a sentence goes on behind a line that reaches the margin. */
  readonly extent: 'full' | 'long' | 'short'
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '：': ':',
  '％': '%',
  '﹪': '%',
  '．': '.',
  '；': '；',
  ';': '；',
  '－': '-',
  '−': '-',
  '～': '~',
  '／': '/',
  '？': '？',
  '\u3000': ' ',
}
const WIDE_DIGIT = /[０-９Ａ-Ｚａ-ｚ]/

const halfWidth = (character: string): string =>
  HALF_WIDTH[character] ??
  (WIDE_DIGIT.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character)

/** A comma between digits groups thousands only in front of three digits; any other one divides clauses. */
const keyOf = (text: string): string =>
  text.replace(/[^\u4e00-\u9fff0-9a-z，。、“”]/g, halfWidth).replace(/,(?!\d{3}(?!\d))|(?<!\d),/g, '，')

const isWord = (character: string | undefined): boolean => character !== undefined && /[0-9A-Za-z]/.test(character)

const compact = (text: string): string =>
  text.replace(/[\s\u200b\u3000]+/g, (gap, at: number) => {
    const before = text[at - 1]
    const after = text[at + gap.length]
    return isWord(before) && isWord(after) ? ' ' : ''
  })

const TERMINAL = /[。！？：:；;]["”’）)]?$/
/** A shorter paragraph without a full stop is a heading or a title, not a broken sentence. */
const SHORTEST_BROKEN = 25

const PUNCTUATION = /[，。；、：:]/
const COMPLETE_HEADING = /(?:说明|情况|[^代发]表)$/

const CLASSIFIED = /^[“"]?[\u4e00-\u9fff]{2,24}[”"]?[（(](?:类|款|项)[)）]/u

/** Does the paragraph that ends in the line `before` go on in the line `next`? */
const goesOn = (before: string, { extent }: Piece, isFirst: boolean, next: string): boolean => {
  if (extent === 'short' || before === '') return false
  const enumerator = enumeratorOf(next)
  if (enumerator) return !TERMINAL.test(before) && enumerator.level >= 3 && /[，、（(和及与]$/.test(before)
  const isHeading = isFirst && enumeratorOf(before) !== undefined
  // A heading that happens to fill its line ends there; one that says 决算情 goes on.
  if (isHeading && !/[，。；：:]/.test(before) && COMPLETE_HEADING.test(before)) return false
  // A classified item begins a paragraph of its own, even where the line above happens to be full.
  if (TERMINAL.test(before) && CLASSIFIED.test(next)) return false
  if (extent === 'full') return true
  return !TERMINAL.test(before) && !isHeading && (PUNCTUATION.test(before) || !isFirst)
}

/**
 * A longer text is no paragraph of a booklet. What follows looks back from each number of a paragraph, so that the time
 * would grow with the square of its length.
 */
const LONGEST = 3000

const toParagraphs = (pieces: readonly Piece[]): readonly ProseParagraph[] => {
  const whole = toParagraph(pieces)
  if (whole === undefined) return []
  return whole.text.length <= LONGEST ? [whole] : partsOf(whole)
}

/** Divided behind the last full stop that leaves a part short enough, else right there. */
const partsOf = (whole: ProseParagraph): readonly ProseParagraph[] => {
  const parts: ProseParagraph[] = []
  let piece = 0
  for (let from = 0; from < whole.text.length; ) {
    const most = Math.min(whole.text.length, from + LONGEST)
    const stop = most === whole.text.length ? -1 : whole.text.slice(from, most).lastIndexOf('。')
    const to = stop < 0 ? most : from + stop + 1
    while (piece + 1 < whole.pieces.length && whole.pieces[piece + 1]!.from <= from) piece += 1
    const pieces = [{ from: 0, at: whole.pieces[piece]!.at }]
    for (let i = piece + 1; i < whole.pieces.length && whole.pieces[i]!.from < to; i += 1)
      pieces.push({ from: whole.pieces[i]!.from - from, at: whole.pieces[i]!.at })
    parts.push({ text: whole.text.slice(from, to), key: whole.key.slice(from, to), at: pieces[0]!.at, pieces })
    from = to
  }
  return parts
}

const toParagraph = (pieces: readonly Piece[]): ProseParagraph | undefined => {
  let text = ''
  const starts: { from: number; at: Position }[] = []
  for (const piece of pieces) {
    const own = compact(piece.text.trim())
    if (own === '') continue
    starts.push({ from: text.length, at: piece.at })
    text += own
  }
  return text === '' ? undefined : { text, key: keyOf(text), at: starts[0]!.at, pieces: starts }
}

/** Lines joined: a full line that does not end a paragraph goes on in the next. */
const join = (pieces: readonly Piece[], out: ProseParagraph[]): void => {
  let open: Piece[] = []
  const close = (): void => {
    append(out, toParagraphs(open))
    open = []
  }
  for (const piece of pieces) {
    const last = open.at(-1)
    if (last && !goesOn(last.text.trim(), last, open.length === 1, piece.text.trim())) close()
    open.push(piece)
  }
  close()
}

const linePieces = (block: TextLines, isTaken: (line: number) => boolean, out: ProseParagraph[]): void => {
  const lines = block.lines
    .map((line, index) => ({ text: line.text.trim(), at: line.at, index }))
    .filter(({ text, index }) => text !== '' && !isTaken(index))
  const { traits, isProse } = proseLines(lines.map(({ text }) => text))
  let run: Piece[] = []
  lines.forEach(({ text, at }, i) => {
    if (traits[i]!.isFurniture) return
    const { isFull, isLong } = traits[i]!
    if (isProse[i]) run.push({ text, at, extent: isFull ? 'full' : isLong ? 'long' : 'short' })
    else if (run.length > 0) {
      join(run, out)
      run = []
    }
  })
  join(run, out)
}

const MOST_PIECES = 12

/** Paragraphs that a page end cut in two. A paragraph of its own ends in a full stop or is short. */
const joinBroken = (texts: readonly Piece[], out: ProseParagraph[]): void => {
  let open: Piece[] = []
  const close = (): void => {
    append(out, toParagraphs(open))
    open = []
  }
  for (const piece of texts) {
    const before = open.at(-1)?.text.trim() ?? ''
    const isBroken =
      before.length >= SHORTEST_BROKEN &&
      !TERMINAL.test(before) &&
      open.length < MOST_PIECES &&
      enumeratorOf(piece.text.trim()) === undefined
    if (!isBroken) close()
    open.push(piece)
  }
  close()
}

/** Ranges by the blocks that they lie in; a document may have ten thousand of them. */
const byBlock = (taken: readonly TakenRange[]): ReadonlyMap<number, readonly TakenRange[]> => {
  const ranges = new Map<number, TakenRange[]>()
  for (const range of taken)
    for (let block = range.fromBlock; block <= range.toBlock; block++) {
      const known = ranges.get(block)
      if (known) known.push(range)
      else ranges.set(block, [range])
    }
  return ranges
}

const NONE: readonly TakenRange[] = []

const takenLines = (count: number, ranges: readonly TakenRange[]): ((line: number) => boolean) => {
  const isTaken = new Uint8Array(count)
  for (const { fromRow, toRow } of ranges)
    if (fromRow !== undefined && toRow !== undefined) isTaken.fill(1, fromRow, toRow)
  return (line) => isTaken[line] === 1
}

/** In document order. */
export const proseParagraphs = (source: SourceDocument, taken: readonly TakenRange[]): readonly ProseParagraph[] => {
  const out: ProseParagraph[] = []
  let run: Piece[] = []
  const flush = (): void => {
    joinBroken(run, out)
    run = []
  }
  const ranges = byBlock(taken)
  source.blocks.forEach((block, index) => {
    const own = ranges.get(index) ?? NONE
    if (block.kind === 'paragraph') {
      // Title lines of a form lie in its range; whole paragraphs between two blocks of one form do too.
      if (own.some(({ fromBlock, toBlock }) => fromBlock < index && index < toBlock)) return
      run.push({ text: block.text, at: block.at, extent: 'short' })
    } else if (block.kind === 'lines') {
      flush()
      linePieces(block, takenLines(block.lines.length, own), out)
    } else flush()
  })
  flush()
  return out
}

/** Position of a character: that of the line it was printed in. */
export const positionAt = (paragraph: ProseParagraph, offset: number): Position => {
  let at = paragraph.at
  for (const piece of paragraph.pieces) {
    if (piece.from > offset) break
    at = piece.at
  }
  return at
}
