/** Shapes shared by the readers of pages (PDF, OFD, scans). All page coordinates are points, origin top left, y downwards, page rotation applied. */

export type Matrix = readonly [number, number, number, number, number, number]
export type Box = readonly [number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first, then `outer` (as the PDF operator `cm` does with the current matrix as `outer`). */
export function combine(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer
  const g = inner[0] ?? 1
  const h = inner[1] ?? 0
  const i = inner[2] ?? 0
  const j = inner[3] ?? 1
  const k = inner[4] ?? 0
  const l = inner[5] ?? 0
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/**
 * Which way a text runs on the page: to the right, up (turned a quarter left), to the left, down.
 * `from`, `to` and `base` of a glyph are measured in the frame of its own direction, so that text in any direction is put together alike.
 */
export type Turn = 'right' | 'up' | 'left' | 'down'

export interface Glyph {
  readonly text: string
  readonly turn: Turn
  /** Pen before and after the glyph, along the direction of the text. */
  readonly from: number
  readonly to: number
  /** Base line, across the direction of the text. */
  readonly base: number
  readonly size: number
  /** Middle of the glyph on the page; decides which cell it stands in. */
  readonly x: number
  readonly y: number
  /** False for invisible text (laid over a scan) and for characters that the font does not name. */
  readonly sure: boolean
}

/** A horizontal (at = y, from/to = x) or vertical (at = x, from/to = y) ruling line. */
export interface Ruling {
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface PageContent {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
  /** Something was placed with a transformation, as every picture is; with no glyphs it tells a scan from an empty page. */
  readonly mayHavePicture: boolean
  /** Read from a picture: nothing on it is sure, not even that an empty cell is empty. */
  readonly isScan?: true
}

/** One visual line of text. */
export interface TextLine {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly base: number
  readonly size: number
  readonly turn: Turn
  readonly sure: boolean
}

/** A table as it stands on one page. */
export interface PageTable {
  readonly page: number
  readonly pageHeight: number
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly PageCell[]
}

export interface PageCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
  readonly lines: readonly TextLine[]
  readonly nested: readonly PageTable[]
  /** Of a page that was read from a picture. */
  readonly isScan?: true
}

export function boxOf(table: Pick<PageTable, 'xs' | 'ys'>): Box {
  return [table.xs[0] ?? 0, table.ys[0] ?? 0, table.xs.at(-1) ?? 0, table.ys.at(-1) ?? 0]
}

export function textOf(lines: readonly TextLine[]): string {
  return lines
    .map((line) => line.text)
    .join('\n')
    .trim()
}
