/**
 * Finds the likeliest way to take the lines of a sheet apart into rows and cells: names of levels, what they mean, how
 * they are scored, points, score. A search over the tokens in their order that keeps the best of all readings with the same future.
 */
import { GAPS } from '../lines/tokens.ts'
import { endCost, isNumber, joinCost, NUMBER, startCost, textOf } from './cell-costs.ts'
import { POINTS } from './points.ts'
import { AFTER_END, LEFT_OUT, type SheetPlacement, type SheetTask } from './row-task.ts'

interface Reading {
  readonly cost: number
  readonly step: number
  readonly before: Reading | undefined
  readonly column: number
  readonly row: number
  /** First token of the cell that is open, and of its last line. */
  readonly start: number
  readonly lineStart: number
  /** Bits of the columns that the row has. */
  readonly has: number
  /** Points of the row; NaN until they are known. */
  readonly weight: number
  /** Tokens left out since the last one of the cell. */
  readonly last: number
}

const WINDOW = 10
const BEAM = 80
const FORBIDDEN = 50

const bit = (column: number): number => 1 << column

/** What a row costs that lacks the columns from `from` up to `to`, exclusive. */
function lackCost({ columns, leaf, weight, score }: SheetTask, has: number, from: number, to: number): number {
  let cost = 0
  for (let column = from; column < to; column += 1) {
    if ((has & bit(column)) !== 0) continue
    if (column === leaf) cost += 5
    else if (column === score) cost += 6
    else if (column === weight) cost += 5
    else if (columns[column]!.kind === 'text') cost += 1.2
    else if (columns[column]!.kind === 'comment') cost += 0.4
    // 决策 without 项目立项 beside it: a new group begins with the first of its parts.
    else if (columns[column]!.kind === 'level' && (has & (bit(column) - 1)) !== 0) cost += 1.5
    else if (columns[column]!.kind === 'points' && (has & bit(column - 1)) !== 0) cost += 3
  }
  return cost
}

/** A column whose label fits on one line is at least as wide as that. */
function earlyBreak({ tokens, columns }: SheetTask, reading: Reading, index: number): number {
  const token = tokens[index]!
  if (token.gap < GAPS.line || /^[（(]\d/.test(token.key)) return 0
  const reach = tokens[reading.last]!.to - tokens[reading.lineStart]!.from + token.unit
  return reach <= columns[reading.column]!.leastWidth ? 0.7 : reach <= NARROW ? 0.35 : 0
}

const NARROW = 10

/** Cost of a line break where the next piece would still have fitted, and of a line that is too long for its column. */
function widthFault(task: SheetTask, reading: Reading, index: number): number {
  const { width, kind } = task.columns[reading.column]!
  if (kind !== 'level' && kind !== 'comment') return 0
  if (width === undefined) return kind === 'level' ? earlyBreak(task, reading, index) : 0
  const token = task.tokens[index]!
  const from = task.tokens[reading.lineStart]!.from
  if (token.gap < GAPS.line) return token.to - from > width + 1 ? 2 : 0
  const last = task.tokens[reading.last]!
  if (/^[（(]\d/.test(token.key)) return 0
  const reach = last.to - from + token.unit
  return reach <= width ? Math.min(2, 0.7 + (width - reach) / 8) : 0
}

const tooWide = (task: SheetTask, column: number, index: number): number => {
  const { width, kind } = task.columns[column]!
  const token = task.tokens[index]!
  return width !== undefined && kind === 'level' && token.to - token.from > width + 1 ? 1.5 : 0
}

type Add = (reading: Reading) => void

function goOn(task: SheetTask, reading: Reading, index: number, add: Add): void {
  const step = joinCost(task, task.columns[reading.column]!, reading.start, index) + widthFault(task, reading, index)
  const isNewLine = task.tokens[index]!.gap >= GAPS.line
  add({
    ...reading,
    cost: reading.cost + step,
    step,
    before: reading,
    last: index,
    lineStart: isNewLine ? index : reading.lineStart,
  })
}

function weightAfter(task: SheetTask, reading: Reading): number {
  const { column, start, last, weight } = reading
  if (column === task.weight && column >= 0) {
    const { key } = task.tokens[start]!
    return NUMBER.test(key) ? Number.parseFloat(key) : weight
  }
  if (column !== task.leaf || task.weight >= 0) return weight
  const points = POINTS.exec(textOf(task.tokens, start, last))
  return points ? Number(points[1]) : weight
}

function enter(
  task: SheetTask,
  reading: Reading,
  index: number,
  column: number,
  base: number,
  isNewRow: boolean,
): Reading {
  const weight = isNewRow ? Number.NaN : weightAfter(task, reading)
  const step = base + startCost(task, task.columns[column]!, index, weight) + tooWide(task, column, index)
  return {
    cost: reading.cost + step,
    step,
    before: reading,
    column,
    row: isNewRow ? reading.row + 1 : reading.row,
    start: index,
    lineStart: index,
    has: (isNewRow ? 0 : reading.has) | bit(column),
    weight,
    last: index,
  }
}

function nextCells(task: SheetTask, reading: Reading, index: number, end: number, add: Add): void {
  const gap = task.tokens[index]!.gap
  for (let column = reading.column + 1; column < task.columns.length; column += 1) {
    if ((reading.has & bit(column)) !== 0) continue
    const lack = lackCost(task, reading.has, reading.column + 1, column)
    add(enter(task, reading, index, column, end + lack + (gap >= GAPS.line ? 0.3 : 0.2), false))
  }
  // The rest of cells that a page end cut.
  if (!task.isTurned(index)) return
  for (let column = 0; column <= reading.column; column += 1) {
    const { kind } = task.columns[column]!
    if ((reading.has & bit(column)) === 0 || kind === 'points' || kind === 'score') continue
    add(enter(task, reading, index, column, kind === 'level' ? 2.2 : 1, false))
  }
}

function nextRow(task: SheetTask, reading: Reading, index: number, end: number, add: Add): void {
  const { columns, leaf } = task
  const isFirst = reading.row < 0
  const close = isFirst ? 0 : end + lackCost(task, reading.has, reading.column + 1, columns.length)
  const sameLine = !isFirst && task.tokens[index]!.gap < GAPS.line ? 3 : 0
  for (let column = 0; column <= leaf; column += 1) {
    if (columns[column]!.kind !== 'level') continue
    const headless = isFirst && column > 0 ? 4 : 0
    add(enter(task, reading, index, column, close + sameLine + headless + 0.3, true))
  }
}

const isAtEnd = ({ column }: Reading): boolean => column === AFTER_END

function follow(task: SheetTask, reading: Reading, index: number, add: Add): void {
  if (isAtEnd(reading)) {
    const step = isNumber(task.tokens[index]!) ? 1.5 : 0.15
    add({ ...reading, cost: reading.cost + step, step, before: reading })
    return
  }
  const skip = task.skipCost(index)
  if (skip < FORBIDDEN) add({ ...reading, cost: reading.cost + skip, step: skip, before: reading })
  if (reading.row < 0) {
    nextRow(task, reading, index, 0, add)
    return
  }
  goOn(task, reading, index, add)
  const end = endCost(task, task.columns[reading.column]!, reading.start, reading.last)
  nextCells(task, reading, index, end, add)
  const hasScore = (reading.has & bit(task.score)) !== 0
  if (!hasScore && !task.isTurned(index) && reading.column < task.score) return
  nextRow(task, reading, index, end, add)
  // Text goes on below a table that prints no total.
  if (task.mayEnd && hasScore && task.tokens[index]!.gap >= GAPS.line)
    add({ ...reading, column: AFTER_END, cost: reading.cost + end + 4, step: 4, before: reading })
}

/** Readings that differ only in their past have the same future. */
function identity(task: SheetTask, { column, start, lineStart, has, weight, last }: Reading): string {
  const kind = task.columns[column]?.kind
  const isName = kind === 'level' || kind === 'comment'
  return `${column}|${isName ? `${start},${lineStart}` : ''}|${has}|${weight}|${last}`
}

function keepBest(task: SheetTask, candidates: Reading[]): Reading[] {
  candidates.sort((a, b) => a.cost - b.cost)
  const seen = new Set<string>()
  const kept: Reading[] = []
  const limit = candidates[0]!.cost + WINDOW
  for (const candidate of candidates) {
    if (candidate.cost > limit || kept.length >= BEAM) break
    const key = identity(task, candidate)
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(candidate)
  }
  return kept
}

const START: Reading = {
  cost: 0,
  step: 0,
  before: undefined,
  column: LEFT_OUT,
  row: -1,
  start: 0,
  lineStart: 0,
  has: 0,
  weight: Number.NaN,
  last: -1,
}

/** Places of all tokens, in their order. `cost` is that of the whole reading. */
export function searchRows(task: SheetTask): { placements: SheetPlacement[]; cost: number } {
  let readings: Reading[] = [START]
  for (let index = 0; index < task.tokens.length; index += 1) {
    const candidates: Reading[] = []
    for (const reading of readings) follow(task, reading, index, (next) => candidates.push(next))
    readings = keepBest(task, candidates)
  }
  const closing = (reading: Reading): number =>
    isAtEnd(reading) || reading.row < 0
      ? reading.cost
      : reading.cost +
        endCost(task, task.columns[reading.column]!, reading.start, reading.last) +
        lackCost(task, reading.has, reading.column + 1, task.columns.length)
  const best = readings.reduce((a, b) => (closing(a) <= closing(b) ? a : b))
  return { placements: trace(best, task.tokens.length), cost: closing(best) }
}

function trace(best: Reading, count: number): SheetPlacement[] {
  const placements: SheetPlacement[] = []
  let index = count - 1
  for (let reading: Reading | undefined = best; reading?.before; reading = reading.before) {
    const isOut = reading.column !== AFTER_END && reading.last !== index
    placements.push({ column: isOut ? LEFT_OUT : reading.column, row: reading.row, cost: reading.step })
    index -= 1
  }
  return placements.reverse()
}
