/**
 * Names that a page end cut. Without points behind them rows do not show where they end, and the rest of a name at the top of a page reads
 * like the beginning of the next one.
 */
import type { LayoutTask, Placement } from '../lines/layout-task.ts'
import { GAPS, type Token } from '../lines/tokens.ts'

/** What names of indicators end in. */
const WHOLE = /[率数量度性额次间况本费效力准期用化益展障行设升成值例人个项篇文章]$/

/** Lines of the tokens: where each begins, and where its next one does. */
const lineEnds = (tokens: readonly Token[]): number[] =>
  tokens.flatMap((token, at) => (tokens[at + 1] && tokens[at + 1]!.line !== token.line ? [at + 1] : []))

/** Number of tokens at the top of the page that belong to the name above: up to a line that ends early, or that a whole name ends with. */
function restLength(name: readonly Token[], above: readonly Token[], width: number): number {
  const last = above.at(-1)
  if (!last || WHOLE.test(last.key)) return 0
  let start = 0
  for (const end of lineEnds(name).slice(0, 2)) {
    const before = name[end - 1]!
    const isEarly = before.to - name[start]!.from + name[end]!.unit <= width
    if (isEarly || WHOLE.test(before.key)) return end
    start = end
  }
  return 0
}

/** The same placements, with such rests moved to the row above. */
export function mendPageCuts(
  task: LayoutTask,
  placements: readonly Placement[],
  width: number | undefined,
): Placement[] {
  const mended = [...placements]
  const column = task.roles.name
  if (width === undefined || column < 0) return mended
  const ofRow = new Map<number, number[]>()
  for (const [index, place] of placements.entries())
    if (place.column === column) ofRow.set(place.row, [...(ofRow.get(place.row) ?? []), index])
  for (const [row, indexes] of ofRow) {
    const above = ofRow.get(row - 1)
    if (!above || task.tokens[indexes[0]!]!.gap !== GAPS.page) continue
    const tokens = (list: readonly number[]): Token[] => list.map((index) => task.tokens[index]!)
    const length = restLength(tokens(indexes), tokens(above), width)
    for (const index of indexes.slice(0, length)) mended[index] = { ...mended[index]!, row: row - 1 }
  }
  return mended
}
