/** Which merged name covers which rows, in lines: its row is the first of its group, or the one at the group's middle. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { labelOfRows, type RowPlace } from '../lines/levels.ts'
import type { Token } from '../lines/tokens.ts'
import { narrow } from '../text.ts'
import { POINTS } from './points.ts'

/** A group's name where it was met, with the points beside or behind it. */
export interface GroupEvent {
  readonly row: number
  readonly tokens: readonly Token[]
  readonly name: Cell
  readonly points: Cell | undefined
}

/** For finding out what belongs together only; 2.5 and 1.25 points come out whole. */
const thousandths = (text: string): number => Math.round(Number.parseFloat(text) * 1000)

const pointsOf = ({ name, points }: GroupEvent): number =>
  thousandths(points?.printed ?? POINTS.exec(narrow(name.printed))?.[1] ?? '')

/** Runs of rows whose weights add up to the points of each group in turn; `undefined` where they do not. */
function bySums(events: readonly GroupEvent[], weights: readonly number[]): number[] | undefined {
  const groups: number[] = []
  for (const [index, event] of events.entries()) {
    const points = pointsOf(event)
    const from = groups.length
    for (let sum = 0; sum < points && groups.length < weights.length; ) {
      sum += weights[groups.length]!
      groups.push(index)
      if (sum > points) return undefined
    }
    if (event.row < from || event.row >= groups.length) return undefined
  }
  return groups.length === weights.length ? groups : undefined
}

const fromTop = (events: readonly GroupEvent[], rows: number): (number | undefined)[] =>
  Array.from({ length: rows }, (_, row) => {
    const index = events.findLastIndex((event) => event.row <= row)
    return index < 0 ? undefined : index
  })

/**
 * The event of each row. Names mostly stand in the first row of their group; where rows stand above the first name, text was written
 * across the page, and the weights of the rows say where a group ends, or else the place of its name in their middle.
 */
export function groupsOfRows(
  events: readonly GroupEvent[],
  places: readonly RowPlace[],
  weights: readonly string[],
): (GroupEvent | undefined)[] {
  const first = events[0]
  if (!first) return places.map(() => undefined)
  const top = fromTop(events, places.length)
  if (first.row === 0) return top.map((index) => (index === undefined ? undefined : events[index]))
  const sums = bySums(events, weights.map(thousandths))
  if (sums) return sums.map((index) => events[index])
  const labels = events.map((event) => ({
    tokens: [...event.tokens],
    row: event.row,
    isFirstOfRow: true,
    isDoubtful: false,
  }))
  const cells = labelOfRows(places, labels)
  return cells.map((cell) => events.find(({ tokens }) => cell !== undefined && tokens[0]!.at === cell.at))
}
