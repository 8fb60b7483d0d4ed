import { limitExceeded } from '../limits.ts'
import { CHARACTER_PAGES, type Fib, PARAGRAPH_PAGES } from './fib.ts'

/** Properties of the text between two file positions, as modifiers still packed. */
export interface PropertyRun {
  readonly from: number
  readonly to: number
  readonly packed: Uint8Array
}

const PAGE = 512
/** Stretches of text with properties of their own; a long document has some ten thousand. */
const MOST_RUNS = 4_000_000
const NOTHING = new Uint8Array(0)

/** Runs of paragraph properties by file position ([MS-DOC] 2.9.175). */
export function paragraphRuns(fib: Fib): PropertyRun[] {
  return readPages(fib, PARAGRAPH_PAGES, (page, count, index) => {
    const offset = 2 * (page[4 * (count + 1) + 13 * index] ?? 0)
    if (offset === 0) return NOTHING
    const words = page[offset]!
    // An even length is told by a zero and the count of words behind it. The first two bytes name the style.
    const start = words === 0 ? offset + 2 : offset + 1
    const size = words === 0 ? 2 * (page[offset + 1] ?? 0) : 2 * words - 1
    return page.subarray(start + 2, Math.max(start + 2, start + size))
  })
}

/** Runs of character properties by file position ([MS-DOC] 2.9.33). */
export function characterRuns(fib: Fib): PropertyRun[] {
  return readPages(fib, CHARACTER_PAGES, (page, count, index) => {
    const offset = 2 * (page[4 * (count + 1) + index] ?? 0)
    return offset === 0 ? NOTHING : page.subarray(offset + 1, offset + 1 + page[offset]!)
  })
}

type PropertiesAt = (page: Uint8Array, count: number, index: number) => Uint8Array

function readPages(fib: Fib, list: number, propertiesAt: PropertiesAt): PropertyRun[] {
  const { table, word } = fib
  const { from, length } = fib.place(list)
  const count = Math.max(0, Math.floor((length - 4) / 8))
  const runs: PropertyRun[] = []
  const seen = new Set<number>()
  for (let index = 0; index < count; index += 1) {
    const number = table.u32(from + 4 * (count + 1) + 4 * index) & 0x3fffff
    const page = word.slice(number * PAGE, PAGE)
    // Each page is read once, however often a damaged list names it.
    if (page.length < PAGE || seen.has(number)) continue
    seen.add(number)
    const view = new DataView(page.buffer, page.byteOffset, PAGE)
    const inPage = page[PAGE - 1]!
    for (let run = 0; run < inPage && 4 * run + 8 <= PAGE; run += 1) {
      const start = view.getUint32(4 * run, true)
      const end = view.getUint32(4 * run + 4, true)
      if (runs.length >= MOST_RUNS) throw limitExceeded(fib.where, '格式段数', `${MOST_RUNS} 段`)
      if (end > start) runs.push({ from: start, to: end, packed: propertiesAt(page, inPage, run) })
    }
  }
  return runs.sort((one, other) => one.from - other.from)
}

/** Index of the run that holds a position, or of the first behind it. */
export function runAt(runs: readonly PropertyRun[], fc: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.to <= fc) low = middle + 1
    else high = middle
  }
  return low
}
