/** What a first reading shows about the document: how wide its columns are, what its line ends mean. */
import type { Habits, LayoutTask, Placement } from './layout-task.ts'
import { GAPS, type Token } from './tokens.ts'

/** All that widths are learnt from, so that tables of other kinds can ask as well. */
type ColumnsTask = Pick<LayoutTask, 'tokens' | 'columns'>
type PlacedToken = Pick<Placement, 'column' | 'row'>

interface CellLine {
  readonly width: number
  /** Width with the piece that did not fit any more; `undefined` on a cell's last line. */
  readonly reach: number | undefined
}

/** Lines of each column's cells, for learning how wide the column is. */
function cellLines(task: ColumnsTask, placements: readonly PlacedToken[]): CellLine[][] {
  const lines: CellLine[][] = task.columns.map(() => [])
  const open = new Map<number, { row: number; from: Token; last: Token }>()
  for (const [index, { column, row }] of placements.entries()) {
    if (column < 0 || task.columns[column]!.kind === 'label') continue
    const token = task.tokens[index]!
    const cell = open.get(column)
    if (cell && cell.row === row && cell.last.line === token.line) {
      open.set(column, { ...cell, last: token })
      continue
    }
    if (cell) {
      const width = cell.last.to - cell.from.from
      lines[column]!.push({ width, reach: cell.row === row ? width + token.unit : undefined })
    }
    open.set(column, { row, from: token, last: token })
  }
  for (const [column, cell] of open) lines[column]!.push({ width: cell.last.to - cell.from.from, reach: undefined })
  return lines
}

/** A column whose cells never broke has shown nothing but that it is wide enough. */
const FEWEST_BREAKS = 2

/** The width that explains most line breaks of a column, by column. */
export function learnWidths(task: ColumnsTask, placements: readonly PlacedToken[]): (number | undefined)[] {
  return cellLines(task, placements).map((lines, column) => {
    const { kind } = task.columns[column]!
    const broken = lines.filter((line) => line.reach !== undefined)
    if (kind === 'label' || kind === 'number' || broken.length < FEWEST_BREAKS) return undefined
    const sample = lines.slice(0, 300)
    let best: { width: number; faults: number } | undefined
    for (const candidate of new Set(sample.map((line) => line.width))) {
      const faults = sample.reduce((sum, line) => sum + faultOf(line, candidate), 0)
      if (!best || faults < best.faults || (faults === best.faults && candidate > best.width))
        best = { width: candidate, faults }
    }
    // Breaks that no width explains were hardly breaks of this column.
    return best && best.faults <= 0.9 * broken.length ? best.width : undefined
  })
}

function faultOf({ width, reach }: CellLine, limit: number): number {
  if (width > limit + 1) return Math.min(3, 1 + (width - limit) / 4)
  return reach !== undefined && reach <= limit ? Math.min(2, 0.7 + (limit - reach) / 8) : 0
}

/** Counts what line ends meant in all readings and turns the shares into costs. */
export function learnHabits(
  readings: readonly { task: LayoutTask; placements: readonly Placement[] }[],
  first: Habits,
): Habits {
  const counts = { wrap: [0, 0, 1, 1, 1], cell: [0, 0, 1, 1, 1], row: [0, 0, 1, 1, 1] }
  let back = 0.5
  let chances = 8
  for (const { task, placements } of readings) {
    let seen = new Set<number>()
    for (let index = 1; index < placements.length; index += 1) {
      const { column, row } = placements[index]!
      const before = placements[index - 1]!
      const { gap } = task.tokens[index]!
      if (column < 0 || before.column < 0) continue
      if (row !== before.row) seen = new Set()
      if (gap >= GAPS.line) {
        const relation = row !== before.row ? 'row' : seen.has(column) ? 'wrap' : 'cell'
        counts[relation][gap]! += 1
        if (relation !== 'row' && gap !== GAPS.page) {
          chances += 1
          if (column < before.column) back += 1
        }
      }
      seen.add(column)
    }
  }
  const shares = (relation: readonly number[]): number[] => {
    const sum = relation[GAPS.line]! + relation[GAPS.blank]!
    return relation.map((count, gap) =>
      gap < GAPS.line ? 0 : gap === GAPS.page ? 0.5 : Math.min(3, -Math.log(count / sum)),
    )
  }
  return {
    wrap: shares(counts.wrap),
    cell: shares(counts.cell).map((cost) => cost + 0.3),
    row: shares(counts.row).map((cost) => cost + 0.3),
    ...(first.align
      ? { back: first.back, align: first.align }
      : { back: Math.min(first.back * 1.6, Math.max(0.3, -Math.log(back / chances))) }),
  }
}
