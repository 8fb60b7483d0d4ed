/**
 * Puts the cells of a ragged row under the columns of its header. Merged and empty cells may be missing and stray ones
 * added, so the cheapest order-preserving assignment is sought: each column says how well a text suits it, and a cell
 * is the dearer the farther it stands from its column's place, counted from the left or from the right.
 */

export interface AlignColumn {
  /** Index of the header's cell. */
  readonly index: number
  /** Cost when no cell is put under the column. */
  readonly absent: number
  /** Cost of putting this text there; 0 is neutral, negative is a good sign. */
  readonly cost: (text: string) => number
}

const SKIP_BLANK = 0.05
const SKIP_TEXT = 6
/** A cell that repeats its neighbour may have been printed twice. */
const SKIP_DOUBLE = 3
const PER_PLACE = 0.35

/**
 * Distance from the column's place. A row as long as its header stands under it cell by cell; in any other row cells
 * were dropped or added, so the place may count from the right as well, where one trailing cell more or less is free.
 */
const displacement = (i: number, n: number, index: number, total: number): number => {
  const fromLeft = Math.abs(i - index)
  if (n === total) return PER_PLACE * fromLeft
  return PER_PLACE * Math.min(fromLeft, Math.max(0, Math.abs(n - 1 - i - (total - 1 - index)) - 1))
}

const skipCost = (texts: readonly string[], i: number): number =>
  texts[i] === '' ? SKIP_BLANK : texts[i] === texts[i - 1] ? SKIP_DOUBLE : SKIP_TEXT

/**
 * `texts` are the cells in order (blank ones as ''), `headerCount` the cells of the header row. Returns for each column
 * the index of its cell or -1. O(cells × columns).
 */
export const align = (
  texts: readonly string[],
  columns: readonly AlignColumn[],
  headerCount: number,
): readonly number[] => {
  const n = texts.length
  const k = columns.length
  // best[i][j]: cheapest way to place cells i… under columns j…
  const best: Float64Array[] = Array.from({ length: n + 1 }, () => new Float64Array(k + 1))
  for (let j = k - 1; j >= 0; j--) best[n]![j] = best[n]![j + 1]! + columns[j]!.absent
  for (let i = n - 1; i >= 0; i--) {
    const skip = skipCost(texts, i)
    best[i]![k] = best[i + 1]![k]! + skip
    for (let j = k - 1; j >= 0; j--) {
      const put =
        best[i + 1]![j + 1]! + columns[j]!.cost(texts[i]!) + displacement(i, n, columns[j]!.index, headerCount)
      best[i]![j] = Math.min(put, best[i + 1]![j]! + skip, best[i]![j + 1]! + columns[j]!.absent)
    }
  }
  return trace(texts, columns, headerCount, best)
}

const trace = (
  texts: readonly string[],
  columns: readonly AlignColumn[],
  headerCount: number,
  best: readonly Float64Array[],
): readonly number[] => {
  const n = texts.length
  const placed = columns.map(() => -1)
  let i = 0
  let j = 0
  while (i < n && j < columns.length) {
    const here = best[i]![j]!
    const column = columns[j]!
    const put = best[i + 1]![j + 1]! + column.cost(texts[i]!) + displacement(i, n, column.index, headerCount)
    if (Math.abs(here - put) < 1e-9) {
      placed[j] = i
      i += 1
      j += 1
    } else if (Math.abs(here - (best[i]![j + 1]! + column.absent)) < 1e-9) j += 1
    else i += 1
  }
  return placed
}
