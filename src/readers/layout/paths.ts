import type { Matrix, Ruling } from './geometry.ts'

/** Path data of pdf.js: a stream of move (0), line (1), curve (2), quadratic curve (3) and close (4), each with its coordinates. */
export const MOVE = 0
export const LINE = 1
export const CURVE = 2
export const QUADRATIC = 3
export const CLOSE = 4

/** Thickest mark, in points, that is still a line; above it a filled rectangle is a background. */
const THICKEST = 3
/** A drawing with more points than this is a picture, not the border of a table. */
const MOST_NUMBERS = 60_000

export interface RulingSink {
  readonly horizontal: Ruling[]
  readonly vertical: Ruling[]
}

interface Subpath {
  readonly xs: number[]
  readonly ys: number[]
  /** True at i when the piece from point i - 1 to point i is a curve. */
  readonly curved: boolean[]
  closed: boolean
}

/** Adds the ruling lines of one painted path: straight strokes, thin fills, and the edges of thin frames. */
export function addRulings(
  data: ArrayLike<number>,
  paint: { readonly stroke: boolean; readonly fill: boolean; readonly lineWidth: number },
  matrix: Matrix,
  sink: RulingSink,
): void {
  if (data.length > MOST_NUMBERS) return
  const subpaths = split(data, matrix)
  if (paint.stroke && paint.lineWidth <= 2 * THICKEST) for (const path of subpaths) addStroke(path, sink)
  if (paint.fill) {
    for (const path of subpaths) addThinFill(path, sink)
    addFrame(subpaths, sink)
  }
}

function split(data: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Subpath[] {
  const subpaths: Subpath[] = []
  let current: Subpath | undefined
  const push = (index: number, isCurve: boolean) => {
    const x = data[index] ?? 0
    const y = data[index + 1] ?? 0
    current ??= begin(subpaths)
    current.xs.push(a * x + c * y + e)
    current.ys.push(b * x + d * y + f)
    current.curved.push(isCurve)
  }
  for (let i = 0; i < data.length; ) {
    const op = data[i]
    if (op === MOVE) {
      current = begin(subpaths)
      push(i + 1, false)
      i += 3
    } else if (op === LINE) {
      push(i + 1, false)
      i += 3
    } else if (op === CURVE) {
      push(i + 5, true)
      i += 7
    } else if (op === QUADRATIC) {
      push(i + 3, true)
      i += 5
    } else {
      if (current !== undefined) current.closed = true
      i += 1
    }
  }
  return subpaths
}

function begin(subpaths: Subpath[]): Subpath {
  const path: Subpath = { xs: [], ys: [], curved: [], closed: false }
  subpaths.push(path)
  return path
}

function addStroke(path: Subpath, sink: RulingSink): void {
  const count = path.xs.length
  for (let i = 1; i < (path.closed ? count + 1 : count); i += 1) {
    const j = i % count
    if (path.curved[j] === true && j !== 0) continue
    addSegment(path.xs[i - 1] ?? 0, path.ys[i - 1] ?? 0, path.xs[j] ?? 0, path.ys[j] ?? 0, sink)
  }
}

/** Keeps a straight piece when it runs along an axis; a slope of half a point over the page is drawing noise. */
function addSegment(x0: number, y0: number, x1: number, y1: number, sink: RulingSink): void {
  const width = Math.abs(x1 - x0)
  const height = Math.abs(y1 - y0)
  if (height <= 0.5 && width > height) {
    sink.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
  } else if (width <= 0.5 && height > width) {
    sink.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
  }
}

function extent(values: readonly number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** A filled shape that is thin in one direction is a line, whatever its ends look like (mitred corners are polygons). */
function addThinFill(path: Subpath, sink: RulingSink): void {
  if (path.xs.length < 2) return
  const [x0, x1] = extent(path.xs)
  const [y0, y1] = extent(path.ys)
  const width = x1 - x0
  const height = y1 - y0
  const isThinAcross = height <= THICKEST
  const isThinDown = width <= THICKEST
  // A dot of a dotted border may belong to a line of either direction; a lone dot is dropped later for its length.
  if (isThinAcross && (width >= height || isThinDown)) sink.horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 })
  if (isThinDown && (height >= width || isThinAcross)) sink.vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 })
}

/** Two rectangles, one just inside the other and filled by the even-odd rule, are a frame of four lines. */
function addFrame(subpaths: readonly Subpath[], sink: RulingSink): void {
  if (subpaths.length !== 2) return
  const boxes = subpaths.map((path) => ({ x: extent(path.xs), y: extent(path.ys), count: path.xs.length }))
  boxes.sort((one, other) => other.x[1] - other.x[0] - (one.x[1] - one.x[0]))
  const [outer, inner] = boxes
  if (outer === undefined || inner === undefined || outer.count > 5 || inner.count > 5) return
  const margins = [inner.x[0] - outer.x[0], outer.x[1] - inner.x[1], inner.y[0] - outer.y[0], outer.y[1] - inner.y[1]]
  if (margins.some((margin) => !(margin > 0 && margin <= THICKEST))) return
  const [x0, x1] = outer.x
  const [y0, y1] = outer.y
  sink.horizontal.push({ at: y0, from: x0, to: x1 }, { at: y1, from: x0, to: x1 })
  sink.vertical.push({ at: x0, from: y0, to: y1 }, { at: x1, from: y0, to: y1 })
}
