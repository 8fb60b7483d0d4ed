import type { Matrix } from '../layout/geometry.ts'
import { CLOSE, CURVE, LINE, MOVE, QUADRATIC } from '../layout/paths.ts'

/** Left, top, width, height in millimetres. */
export type OfdBox = readonly [number, number, number, number]

/** A few numbers: a box, a matrix. */
const SHORT_LIST = 1000

export function numbers(text: string | undefined): number[] {
  if (text === undefined || text.length > SHORT_LIST) return []
  return text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter((value) => Number.isFinite(value))
}

export function parseBox(text: string | undefined): OfdBox | undefined {
  const [x, y, width, height] = numbers(text)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return [x, y, width, height]
}

export function parseMatrix(text: string | undefined): Matrix | undefined {
  const [a, b, c, d, e, f] = numbers(text)
  return f === undefined ? undefined : [a!, b!, c!, d!, e!, f]
}

/** Longer lists of numbers are pictures drawn as paths, or made to take all memory. */
const LONGEST_LIST = 1_000_000
/** Longer lists of steps are not text of one object. */
const MOST_STEPS = 100_000

/** Steps between characters: numbers, with `g 3 4.2` for three times 4.2. */
export function parseSteps(text: string | undefined): number[] {
  const steps: number[] = []
  if (text === undefined || text.length > LONGEST_LIST) return steps
  const words = text.trim().split(/[\s,]+/)
  for (let index = 0; index < words.length && steps.length < MOST_STEPS; index += 1) {
    if (words[index] !== 'g') {
      const value = Number(words[index])
      if (Number.isFinite(value)) steps.push(value)
      continue
    }
    const count = Number(words[index + 1])
    const value = Number(words[index + 2])
    index += 2
    if (!Number.isFinite(value)) continue
    for (let time = 0; time < count && steps.length < MOST_STEPS; time += 1) steps.push(value)
  }
  return steps
}

/** Numbers behind each letter of path data, and how the path is written for the search for lines. */
const PATH_LETTERS: Readonly<Record<string, readonly [count: number, code: number]>> = {
  S: [2, MOVE],
  M: [2, MOVE],
  L: [2, LINE],
  Q: [4, QUADRATIC],
  B: [6, CURVE],
  A: [7, CURVE],
  C: [0, CLOSE],
}

/** Path data of OFD (GB/T 33190—2016, 9.1) in the form that `addRulings` takes; an arc counts by its end only. */
export function parsePath(text: string): number[] {
  if (text.length > LONGEST_LIST) return []
  const words = text.trim().split(/[\s,]+/)
  const data: number[] = []
  for (let index = 0; index < words.length; ) {
    const letter = PATH_LETTERS[words[index]!]
    if (letter === undefined) {
      index += 1
      continue
    }
    const [count, code] = letter
    const values = words.slice(index + 1, index + 1 + count).map(Number)
    if (values.length < count || !values.every((value) => Number.isFinite(value))) return data
    index += 1 + count
    const [x = 0, y = 0] = values.slice(-2)
    data.push(code, ...(count === 7 ? [x, y, x, y, x, y] : values))
  }
  return data
}
