/** Broken lines taken apart at their spaces. Widths are in half characters: a Han character is 2, a digit 1. */
import type { Position, TextLines } from '../../domain/source-document.ts'

/** What stands before a token: a space, a wider gap, a line end, a line end and blank lines, a page end. */
export const GAPS = { space: 0, wide: 1, line: 2, blank: 3, page: 4 } as const
export type Gap = (typeof GAPS)[keyof typeof GAPS]

export interface Token {
  readonly text: string
  /** `text` for comparing: compatibility forms unified; of a long text the beginning, as it is no label or number. */
  readonly key: string
  /** Index of the line in the block. */
  readonly line: number
  readonly gap: Gap
  /** Blank lines before the token's line. */
  readonly blanks: number
  /** Where the token begins and ends in its line. */
  readonly from: number
  readonly to: number
  /** Width of the first piece that a line break cannot split. */
  readonly unit: number
  /** The only token of its line. */
  readonly isAlone: boolean
  readonly at: Position
}

type Line = TextLines['lines'][number]

/** The space that an extraction puts between a digit and a Han character stands for a quarter of a character. */
const SPACE_WIDTH = 0.5

/** Patterns try a key many times over, with those of its neighbours. */
const LONGEST_KEY = 400

/** - 12 -, 第 3 页, 第3页 共10页: lines that are nothing but a page's number. */
const PAGE_LINE = /^\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/

/** One and the same line again and again is damage: each further one would be tried as the beginning of a row. */
const MOST_ALIKE = 100

export function tokenise(block: TextLines): Token[] {
  const { lines } = block
  const isIndented = lines.filter((line) => /^[ \u3000]/.test(line.text)).length * 3 > lines.length
  const tokens: Token[] = []
  let blanks = 0
  let alike = 0
  let page: number | undefined
  for (const [index, line] of lines.entries()) {
    alike = line.text === lines[index - 1]?.text ? alike + 1 : 0
    if (alike > MOST_ALIKE || line.text.trim() === '' || PAGE_LINE.test(line.text)) {
      blanks += 1
      continue
    }
    const turns = line.at.page !== page || (!isIndented && /^[ \u3000]/.test(line.text) && blanks === 0)
    const gap = turns ? GAPS.page : blanks > 0 ? GAPS.blank : GAPS.line
    addTokens(tokens, line, index, gap, blanks)
    page = line.at.page
    blanks = 0
  }
  return tokens
}

/** No line on paper has as many pieces; what stands behind them is one more piece, so that the search over tokens ends. */
const MOST_PIECES = 400

function piecesOf(text: string): readonly string[] {
  const pieces = text.split(/([ \u00a0\u3000\t]+)/)
  return pieces.length <= MOST_PIECES
    ? pieces
    : [...pieces.slice(0, MOST_PIECES), pieces.slice(MOST_PIECES).join('').trim()]
}

function addTokens(tokens: Token[], line: Line, index: number, first: Gap, blanks: number): void {
  const pieces = piecesOf(line.text)
  let from = 0
  let gap = first
  const isAlone = pieces.filter((piece) => piece.trim() !== '').length === 1
  for (const piece of pieces) {
    if (piece === '') continue
    if (piece.trim() === '') {
      if (from > 0) gap = piece.length > 1 ? GAPS.wide : GAPS.space
      from += SPACE_WIDTH
      continue
    }
    const to = from + widthOf(piece)
    tokens.push({
      text: piece,
      key: piece.slice(0, LONGEST_KEY).normalize('NFKC'),
      line: index,
      gap,
      blanks,
      from,
      to,
      unit: unitOf(piece),
      isAlone,
      at: line.at,
    })
    from = to
  }
}

export function widthOf(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) width += isWide(text.charCodeAt(index)) ? 2 : 1
  return width
}

/** Han, full-width forms, and the punctuation and symbols that Chinese fonts draw as wide as a Han character. */
function isWide(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2010 && code <= 0x2bff) || code === 0xd7 || code === 0xb7
}

const UNIT = /^[（(“‘《〈【「[]*(?:[0-9A-Za-z.,%:\-/]+|.)[，。；：、！？）)”’》〉】」\],.;:!?%‰℃]*/u

function unitOf(text: string): number {
  return widthOf(UNIT.exec(text)?.[0] ?? text)
}

/** The lines between two indexes, tokens only. */
export function tokensBetween(tokens: readonly Token[], fromLine: number, toLine: number): Token[] {
  return tokens.slice(lowerBound(tokens, fromLine), lowerBound(tokens, toLine))
}

function lowerBound(tokens: readonly Token[], line: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.line < line) low = middle + 1
    else high = middle
  }
  return low
}

/** Lines of a page, at least and at most, between two page numbers. */
const PAGE = { least: 6, most: 200 }

/** Lines that hold nothing but a number, one more than such a line a page before or one less than one a page behind. */
export function pageNumberLines(tokens: readonly Token[]): ReadonlySet<number> {
  const alone = tokens.filter((token) => token.isAlone && /^\d{1,3}$/.test(token.key))
  const found = new Set<number>()
  const lastOf = new Map<number, Token>()
  for (const token of alone) {
    const before = lastOf.get(Number(token.key) - 1)
    const distance = before ? token.line - before.line : 0
    if (before && distance >= PAGE.least && distance <= PAGE.most) {
      found.add(before.line)
      found.add(token.line)
    }
    lastOf.set(Number(token.key), token)
  }
  return found
}
