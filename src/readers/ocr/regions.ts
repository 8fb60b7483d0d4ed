import { greatest } from '../../kernel/lists.ts'
import type { Box, PageContent } from '../layout/geometry.ts'
import { cellBox, latticeOf } from '../layout/lattice.ts'
import { componentsOf } from '../layout/rulings.ts'
import type { GrayImage, OcrWord } from './engine.ts'

/**
 * Engines read a column of lines best and lose their way between the cells of a table. So each cell, and each stretch of the
 * page outside tables, is cut out, and the pieces are pasted below one another into sheets of one column.
 */
export interface Sheet {
  readonly image: GrayImage
  readonly pieces: readonly Piece[]
}

/** A piece of the page: where its top left stands on the page and on the sheet. */
export interface Piece {
  readonly fromX: number
  readonly fromY: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Lighter than this is paper. */
const INK = 150
/** White around each piece, in points. */
const MARGIN = 4
/** Engines take no higher pictures than 32,767. */
const HIGHEST_SHEET = 16_000
/** Sides of cells stand inside the lines, in points. */
const INSET = 1

/** Places of the cells and of the text between tables, in points. */
export function textRegions(page: Pick<PageContent, 'horizontal' | 'vertical' | 'width' | 'height'>): Box[] {
  const lattices = componentsOf(page)
    .map(latticeOf)
    .filter((lattice) => lattice !== undefined)
  const cells = lattices.flatMap((lattice) => lattice.cells.map((cell) => cellBox(lattice, cell)))
  const tables = lattices.map(({ ys }) => [ys[0] ?? 0, ys.at(-1) ?? 0] as const).sort((one, other) => one[0] - other[0])
  const between: Box[] = []
  let y = 0
  for (const [top, bottom] of tables) {
    if (top > y) between.push([0, y, page.width, top])
    y = Math.max(y, bottom)
  }
  between.push([0, y, page.width, page.height])
  return [...cells.map(([x0, y0, x1, y1]): Box => [x0 + INSET, y0 + INSET, x1 - INSET, y1 - INSET]), ...between]
}

export function sheetsOf(image: GrayImage, regions: readonly Box[], perPoint: number): Sheet[] {
  const margin = Math.ceil(MARGIN * perPoint)
  const sheets: Sheet[] = []
  let pieces: Piece[] = []
  let top = margin
  const finish = (): void => {
    if (pieces.length > 0) sheets.push(pasted(image, pieces, top, margin))
    pieces = []
    top = margin
  }
  for (const region of regions) {
    const ink = inkOf(image, region, perPoint)
    if (ink === undefined) continue
    if (top + ink.height + margin > HIGHEST_SHEET) finish()
    pieces.push({ ...ink, top })
    top += ink.height + 2 * margin
  }
  finish()
  return sheets
}

/** The part of a region that holds ink; undefined for a blank one. */
function inkOf(image: GrayImage, [x0, y0, x1, y1]: Box, perPoint: number): Omit<Piece, 'top'> | undefined {
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value * perPoint)))
  const [left, right] = [within(x0, image.width), within(x1, image.width)]
  const [upper, lower] = [within(y0, image.height), within(y1, image.height)]
  let [minX, minY, maxX, maxY] = [right, lower, -1, -1]
  for (let y = upper; y < lower; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (image.pixels[y * image.width + x]! >= INK) continue
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      maxY = y
    }
  }
  if (maxX < 0) return undefined
  return { fromX: minX, fromY: minY, width: maxX + 1 - minX, height: maxY + 1 - minY }
}

function pasted(image: GrayImage, pieces: readonly Piece[], height: number, margin: number): Sheet {
  const width = greatest(pieces.map((piece) => piece.width)) + 2 * margin
  const pixels = new Uint8Array(width * height).fill(255)
  for (const piece of pieces) {
    for (let row = 0; row < piece.height; row += 1) {
      const from = (piece.fromY + row) * image.width + piece.fromX
      pixels.set(image.pixels.subarray(from, from + piece.width), (piece.top + row) * width + margin)
    }
  }
  const moved = pieces.map((piece) => ({ ...piece, fromX: piece.fromX - margin }))
  return { image: { width, height, pixels }, pieces: moved }
}

/** A word of a sheet at its place on the page; undefined for one that stands between the pieces. */
export function onPage(word: OcrWord, { pieces }: Sheet): OcrWord | undefined {
  const middle = word.top + word.height / 2
  const piece = pieces.find(({ top, height }) => middle >= top - 2 && middle <= top + height + 2)
  if (piece === undefined) return undefined
  const down = piece.fromY - piece.top
  // A line that an engine saw over two pieces is no taller than the piece it stands in.
  const top = Math.max(word.line.top, piece.top)
  const bottom = Math.min(word.line.top + word.line.height, piece.top + piece.height)
  return {
    ...word,
    left: word.left + piece.fromX,
    top: word.top + down,
    line: bottom > top ? { top: top + down, height: bottom - top } : { top: word.top + down, height: word.height },
  }
}
