import type { Glyph, Matrix, PageContent, Ruling } from '../layout/geometry.ts'
import { addRulings } from '../layout/paths.ts'
import type { OfdBox } from './numbers.ts'
import type { PageObject } from './objects.ts'
import { objectMatrix, placeText } from './place-text.ts'

/** OFD measures in millimetres. */
const POINTS = 72 / 25.4
/** More than this on one page is not a document that a person filled in. */
const MOST_GLYPHS = 200_000
const MOST_RULINGS = 100_000
/** Shared drawings inside shared drawings; one that holds itself ends here. */
const DEEPEST = 8
/** A4 upright, where a file names no size. */
const USUAL_PAGE: OfdBox = [0, 0, 210, 297]
const MOST_POINTS = 14_400

export type Composites = ReadonlyMap<string, readonly PageObject[]>

interface Canvas {
  readonly glyphs: Glyph[]
  readonly horizontal: Ruling[]
  readonly vertical: Ruling[]
  readonly composites: Composites
  hasPicture: boolean
  /** Objects left to draw; shared drawings that name one another could double with each level. */
  left: number
}

const MOST_DRAWN = 2_000_000

/** One page as glyphs and lines, in points from its top left; `layers` lie over one another, the lowest first. */
export function drawPage(
  number: number,
  box: OfdBox | undefined,
  layers: readonly (readonly PageObject[])[],
  composites: Composites,
): PageContent {
  const [left, top, width, height] = box ?? USUAL_PAGE
  const canvas: Canvas = {
    glyphs: [],
    horizontal: [],
    vertical: [],
    composites,
    hasPicture: false,
    left: MOST_DRAWN,
  }
  const toPage: Matrix = [POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS]
  for (const layer of layers) drawAll(canvas, layer, toPage, 0)
  const size = (side: number): number => Math.min(Math.max(0, side * POINTS), MOST_POINTS)
  return {
    number,
    width: size(width),
    height: size(height),
    glyphs: canvas.glyphs.filter((glyph) => isWithin(glyph, size(width), size(height))),
    horizontal: canvas.horizontal.filter((line) => isUsable(line, size(height), size(width))),
    vertical: canvas.vertical.filter((line) => isUsable(line, size(width), size(height))),
    mayHavePicture: canvas.hasPicture,
  }
}

const isWithin = ({ x, y }: Glyph, width: number, height: number): boolean =>
  x >= -2 && y >= -2 && x <= width + 2 && y <= height + 2

const MARGIN = 10

const isUsable = ({ at, from, to }: Ruling, across: number, along: number): boolean =>
  at >= -MARGIN && at <= across + MARGIN && to >= -MARGIN && from <= along + MARGIN && to - from <= 2 * MOST_POINTS

function drawAll(canvas: Canvas, objects: readonly PageObject[], outer: Matrix, depth: number): void {
  for (const object of objects) {
    canvas.left -= 1
    if (canvas.left < 0) return
    draw(canvas, object, outer, depth)
  }
}

function draw(canvas: Canvas, object: PageObject, outer: Matrix, depth: number): void {
  if (object.kind === 'picture') canvas.hasPicture = true
  else if (object.kind === 'text') placeText(object, objectMatrix(outer, object), canvas.glyphs, MOST_GLYPHS)
  else if (object.kind === 'composite') {
    const shared = canvas.composites.get(object.resource)
    if (shared && depth < DEEPEST) drawAll(canvas, shared, objectMatrix(outer, object), depth + 1)
  } else if (canvas.horizontal.length + canvas.vertical.length < MOST_RULINGS) {
    const { stroke, fill, lineWidth, data } = object
    addRulings(data, { stroke, fill, lineWidth: lineWidth * POINTS }, objectMatrix(outer, object), canvas)
  }
}
