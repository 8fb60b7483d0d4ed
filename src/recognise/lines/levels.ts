/** Which merged label covers which rows. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { cellOf } from './cells.ts'
import type { Token } from './tokens.ts'

export interface LabelEvent {
  readonly tokens: Token[]
  /** Row in which the label was met. */
  readonly row: number
  /** The label came before all other cells of that row. */
  readonly isFirstOfRow: boolean
  readonly isDoubtful: boolean
}

/** First and last line of a row. */
export interface RowPlace {
  readonly from: number
  readonly to: number
}

/**
 * The label of each row. Text that was written cell after cell has a merged label before the rows that it covers; text that was
 * written line by line has it at the height of their middle, which shows when rows stand above the first label.
 */
export function labelOfRows(
  rows: readonly RowPlace[],
  events: readonly LabelEvent[],
  inner?: { readonly labels: readonly (Cell | undefined)[]; readonly agree: (outer: string, inner: string) => boolean },
): (Cell | undefined)[] {
  if (events.length === 0) return rows.map(() => undefined)
  const cells = events.map((event) => cellOf(event.tokens, event.isDoubtful)!)
  const isTop =
    (events[0]!.row === 0 && events.every((event) => event.isFirstOfRow)) ||
    rows.length * rows.length * events.length > MOST_STEPS
  if (isTop) return rows.map((_, row) => cells[events.findLastIndex((event) => event.row <= row)])
  // An outer label ends where an inner one does, and covers inner ones that belong to it.
  const strange = (label: number, row: number): number =>
    inner?.labels[row] && !inner.agree(cells[label]!.printed, inner.labels[row].printed) ? STRANGE_ROW : 0
  const canCut = (row: number): boolean => !inner || inner.labels[row] !== inner.labels[row - 1]
  const groups = centredGroups(rows, events.map(middleOf), strange, canCut)
  return rows.map((_, row) => cells[groups[row]!])
}

/** No real form comes near: 200 rows with 100 labels. */
const MOST_STEPS = 4_000_000

/** In lines: a row under a label that does not go with its inner label. */
const STRANGE_ROW = 4

function middleOf({ tokens }: LabelEvent): number {
  return (tokens[0]!.line + tokens.at(-1)!.line) / 2
}

/**
 * Cuts the rows into as many runs as there are labels so that each label stands as near as can be to the middle of its
 * run. O(labels × rows²), and a form has tens of rows.
 */
function centredGroups(
  rows: readonly RowPlace[],
  middles: readonly number[],
  strange: (label: number, row: number) => number,
  canCut: (row: number) => boolean,
): number[] {
  const count = rows.length
  const labels = Math.min(middles.length, count)
  const edge = (row: number): number =>
    row === 0 ? rows[0]!.from : row === count ? rows[count - 1]!.to : (rows[row - 1]!.to + rows[row]!.from) / 2
  const costs: number[][] = [[0, ...Array<number>(count).fill(Number.POSITIVE_INFINITY)]]
  const cuts: number[][] = [[]]
  for (let label = 1; label <= labels; label += 1) {
    costs.push(Array<number>(count + 1).fill(Number.POSITIVE_INFINITY))
    cuts.push(Array<number>(count + 1).fill(0))
    for (let end = label; end <= count; end += 1) {
      if (end < count && !canCut(end)) continue
      let odd = 0
      for (let start = end - 1; start >= label - 1; start -= 1) {
        odd += strange(label - 1, start)
        const cost = odd + costs[label - 1]![start]! + Math.abs((edge(start) + edge(end)) / 2 - middles[label - 1]!)
        if (cost < costs[label]![end]!) {
          costs[label]![end] = cost
          cuts[label]![end] = start
        }
      }
    }
  }
  const groups = Array<number>(count).fill(0)
  let end = count
  for (let label = labels; label > 0; label -= 1) {
    const start = cuts[label]![end]!
    groups.fill(label - 1, start, end)
    end = start
  }
  return groups
}
