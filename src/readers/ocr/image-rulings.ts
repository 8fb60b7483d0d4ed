import type { Ruling } from '../layout/geometry.ts'
import type { GrayImage } from './engine.ts'

/** Ruling lines of a picture, in pixels. */
export interface ImageRulings {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
}

/** Darker than this is ink. */
const INK = 150
/** Shortest lines, in points: longer than the strokes of characters, no longer than the side of a small cell. */
const SHORTEST_ACROSS = 22
const SHORTEST_DOWN = 12
/** A hole in a line of this many points is bridged. */
const HOLE = 0.7
/** Broader marks are bars or pictures, not lines. */
const BROADEST = 4

interface Run {
  readonly from: number
  readonly to: number
}

interface Band {
  first: number
  last: number
  from: number
  to: number
}

/** Finds straight lines along the axes; `perPoint` is the number of pixels in a point. A skewed scan shows pieces of them. */
export function findRulings(image: GrayImage, perPoint: number): ImageRulings {
  const { width, height, pixels } = image
  const across = bands(height, width, perPoint, SHORTEST_ACROSS, (y, x) => pixels[y * width + x]! < INK)
  const down = bands(width, height, perPoint, SHORTEST_DOWN, (x, y) => pixels[y * width + x]! < INK)
  return { horizontal: across.map(toRuling), vertical: down.map(toRuling) }
}

const toRuling = ({ first, last, from, to }: Band): Ruling => ({ at: (first + last + 1) / 2, from, to })

/** Runs of ink row by row, put together with those of the row before that they lie on. */
function bands(
  rows: number,
  length: number,
  perPoint: number,
  shortest: number,
  isInk: (row: number, at: number) => boolean,
): Band[] {
  const finished: Band[] = []
  let open: Band[] = []
  for (let row = 0; row < rows; row += 1) {
    const next: Band[] = []
    for (const run of runsOf(row, length, perPoint, shortest, isInk)) {
      const band = open.find((each) => run.from < each.to && run.to > each.from && !next.includes(each))
      if (band === undefined) next.push({ first: row, last: row, ...run })
      else {
        band.last = row
        band.from = Math.min(band.from, run.from)
        band.to = Math.max(band.to, run.to)
        next.push(band)
      }
    }
    for (const band of open) if (!next.includes(band)) finished.push(band)
    open = next
  }
  return [...finished, ...open].filter((band) => band.last - band.first < BROADEST * perPoint)
}

function runsOf(
  row: number,
  length: number,
  perPoint: number,
  shortest: number,
  isInk: (row: number, at: number) => boolean,
): Run[] {
  const hole = Math.max(1, Math.round(HOLE * perPoint))
  const runs: Run[] = []
  let from = -1
  let last = -1
  const close = (): void => {
    if (from >= 0 && last + 1 - from >= shortest * perPoint) runs.push({ from, to: last + 1 })
  }
  for (let at = 0; at < length; at += 1) {
    if (!isInk(row, at)) continue
    if (from < 0 || at - last > hole + 1) {
      close()
      from = at
    }
    last = at
  }
  close()
  return runs
}

/** The picture without the lines: an engine takes those for characters. */
export function withoutRulings(image: GrayImage, { horizontal, vertical }: ImageRulings, perPoint: number): GrayImage {
  const { width, height } = image
  const pixels = image.pixels.slice()
  const half = Math.ceil(0.9 * perPoint)
  const wipe = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, y1); y += 1) {
      pixels.fill(255, y * width + Math.max(0, Math.floor(x0)), y * width + Math.min(width, Math.ceil(x1)))
    }
  }
  for (const { at, from, to } of horizontal) wipe(from, at - half, to, at + half)
  for (const { at, from, to } of vertical) wipe(at - half, from, at + half, to)
  return { width, height, pixels }
}
