/**
 * Finds the reading of broken table lines that is most likely: which token stands in which column of which row. A beam
 * search over the tokens in their order; what it weighs is in likelihood.ts and cell-cost.ts.
 */
import { closeCost, emptyCells, enterCell, FIELDS, hasContent, lackCost, type Search } from './cell-cost.ts'
import type { LayoutTask, Placement } from './layout-task.ts'
import { IMPOSSIBLE, traitsOf } from './likelihood.ts'
import { GAPS } from './tokens.ts'
import { ROOT } from './trie.ts'

/** How much worse than the best reading one may be that is followed. */
const WINDOW = 8
/**
 * A form of 250 tokens weighs some ten thousand placements, an odd one twice as many. Damaged text may go on as one form for pages:
 * the more has been weighed, the fewer readings are followed, so that its time stays in proportion to its length.
 */
const windowAfter = (weighed: number): number =>
  weighed < 60_000 ? WINDOW : weighed < 150_000 ? WINDOW / 2 : weighed < 300_000 ? WINDOW / 4 : WINDOW / 8
/** So that one way of reading on does not crowd out the others while it has not yet paid for its gaps. */
const PER_COLUMN = 0.25

const ACTIONS = { cell: 0, newLabel: 1, moreLabel: 2, oddLabel: 3, skip: 4 } as const

/** A label that the vocabulary does not have. */
export const ODD_LABEL = -2

interface Reading {
  readonly cost: number
  readonly step: number
  readonly before: Reading | undefined
  readonly column: number
  readonly row: number
  readonly action: number
  readonly cells: Float32Array
  readonly nodes: readonly number[]
  /** A first-level label came and no second-level one yet. */
  readonly isPending: boolean
  /** Bits of the label columns that began a label in this row. */
  readonly labels: number
  /** Rightmost column of the row that has a cell. */
  readonly reach: number
}

interface Candidate {
  readonly from: Reading
  readonly column: number
  readonly isNewRow: boolean
  readonly action: number
  readonly node: number
  readonly cost: number
}

export function assign(task: LayoutTask): { placements: Placement[]; cost: number } {
  const search: Search = {
    task,
    traits: task.tokens.map((_, index) => traitsOf(task.tokens, index)),
    templates: task.tokens.map((token) => task.isTemplateRow(token.text)),
  }
  let readings: Reading[] = [firstReading(task)]
  let weighed = 0
  for (let index = 0; index < task.tokens.length; index += 1) {
    const candidates: Candidate[] = []
    const window = windowAfter(weighed)
    let best = Number.POSITIVE_INFINITY
    for (const reading of readings) {
      if (reading.cost > best + window) continue
      addCandidates(search, reading, index, (candidate) => {
        if (candidate.cost > best + window) return
        best = Math.min(best, candidate.cost)
        candidates.push(candidate)
      })
    }
    weighed += candidates.length
    readings = keepBest(search, candidates, index, best, window)
  }
  const last = readings.reduce((a, b) => (finalCost(search, a) <= finalCost(search, b) ? a : b))
  return { placements: trace(last), cost: finalCost(search, last) }
}

function firstReading(task: LayoutTask): Reading {
  const nodes = task.columns.map((_, column) => task.openLabels?.[column] ?? ROOT)
  const cells = emptyCells(task.columns.length)
  return {
    cost: 0,
    step: 0,
    before: undefined,
    column: -1,
    row: task.hasRows ? -1 : 0,
    action: ACTIONS.skip,
    cells,
    nodes,
    isPending: false,
    labels: 0,
    reach: -1,
  }
}

function addCandidates(search: Search, reading: Reading, index: number, add: (candidate: Candidate) => void): void {
  const { task } = search
  const token = task.tokens[index]!
  const isSameLine = index > 0 && token.gap <= GAPS.wide
  const rowOptions = isSameLine || !task.hasRows ? [false] : reading.row < 0 ? [true] : [false, true]
  const leaving = rowOptions.includes(true) && reading.row >= 0 ? closeCost(search, reading.cells, reading.reach) : 0
  for (const isNewRow of rowOptions) {
    const base = reading.cost + (isNewRow ? leaving + task.habits.row[token.gap]! : 0)
    const firstColumn = isSameLine && reading.column >= 0 ? reading.column : 0
    for (let column = firstColumn; column < task.columns.length; column += 1) {
      if (task.columns[column]!.kind === 'label') {
        if (mayBeLabel(search, reading, index, column)) addLabels(search, reading, index, column, isNewRow, base, add)
      } else {
        const lack = isNewRow
          ? lackCost(search, undefined, -1, column)
          : lackCost(search, reading.cells, reading.reach, column)
        const pending = isNewRow ? 0 : pendingCost(task, reading)
        const cost = base + lack + pending + enterCell(search, reading, index, column, isNewRow, undefined)
        add({ from: reading, column, isNewRow, action: ACTIONS.cell, node: ROOT, cost })
      }
    }
  }
  const skip = task.skipCost(index)
  if (skip < IMPOSSIBLE)
    add({
      from: reading,
      column: reading.column,
      isNewRow: false,
      action: ACTIONS.skip,
      node: ROOT,
      cost: reading.cost + skip,
    })
}

/** A first-level label that is followed by a name has no second-level one. */
function pendingCost(task: LayoutTask, reading: Reading): number {
  return reading.isPending && !task.habits.align ? 1.2 : 0
}

/** Most tokens are no piece of any label; this finds out at the price of two look-ups. */
function mayBeLabel({ task }: Search, reading: Reading, index: number, column: number): boolean {
  const trie = task.columns[column]!.trie!
  const { key } = task.tokens[index]!
  const node = reading.nodes[column]!
  return trie.step(ROOT, key) >= 0 || (node > ROOT && trie.step(node, key) >= 0) || ODD.test(key)
}

/** A second-level name of a place's own. */
const ODD = /^[\u4e00-\u9fff]{2,8}(?:指标|效益|影响|满意度)$/

/** A label piece goes on with the label above it, or begins another one. */
function addLabels(
  search: Search,
  reading: Reading,
  index: number,
  column: number,
  isNewRow: boolean,
  base: number,
  add: (candidate: Candidate) => void,
): void {
  const { task } = search
  const token = task.tokens[index]!
  const trie = task.columns[column]!.trie!
  const node = reading.nodes[column]!
  const isBack = !isNewRow && hasContent(task, reading.cells) && token.gap >= GAPS.line
  const back = isBack ? task.habits.back : 0
  const backMore = isBack && token.gap === GAPS.page ? Math.min(0.5, back) : back * 0.6
  // A row has one label of a level.
  const second = !isNewRow && (reading.labels & (1 << column)) !== 0 ? 5 : 0
  const jumps = token.gap <= GAPS.wide && reading.column === column ? 1 : 0
  const candidate = { from: reading, column, isNewRow }
  if (node > ROOT && !isNewRow) {
    const longer = trie.step(node, token.key)
    if (longer >= 0)
      add({
        ...candidate,
        action: ACTIONS.moreLabel,
        node: longer,
        cost: base + 0.2 + jumps + (reading.column === column ? 0 : 0.5) + backMore,
      })
  }
  if (jumps > 0) return
  const open = node > ROOT && !trie.isComplete(node) ? 5 : 0
  const started = trie.step(ROOT, token.key)
  if (started >= 0) {
    const conflict =
      column === task.roles.level2 && task.roles.level1 >= 0 && !task.habits.align
        ? task.labelConflict(reading.nodes[task.roles.level1]!, started)
        : 0
    const doubt = bareCost(task, column, token.key)
    add({
      ...candidate,
      action: ACTIONS.newLabel,
      node: started,
      cost: base + 0.2 + open + back + second + conflict + doubt,
    })
  } else if (
    (column === task.roles.level1 || column === task.roles.level2) &&
    (isNewRow || !isBack) &&
    token.key.length <= 12 &&
    /^[\u4e00-\u9fff]/.test(token.key)
  ) {
    const odd = token.key.endsWith('指标') ? 3 : 6
    add({ ...candidate, action: ACTIONS.oddLabel, node: ODD_LABEL, cost: base + odd + open + back + second })
  }
}

/** 指标 alone is more often the rest of another label; a name that both levels have is more often the inner one. */
function bareCost(task: LayoutTask, column: number, key: string): number {
  if (task.columns[column]!.level === undefined) return key.length <= 2 && SUFFIX.test(key) ? 2 : 0
  const inner = task.columns[task.roles.level2]?.trie
  if (!task.habits.align || column !== task.roles.level1 || !inner) return 0
  return inner.isComplete(inner.step(ROOT, key)) ? 0.5 : 0
}

const SUFFIX = /^指?标$/

function keepBest(search: Search, candidates: Candidate[], index: number, best: number, window: number): Reading[] {
  candidates.sort((a, b) => a.cost - b.cost)
  const seen = new Set<number>()
  const kept: Reading[] = []
  const perColumn: number[] = []
  const isSameLine = index > 0 && search.task.tokens[index]!.gap <= GAPS.wide
  for (const candidate of candidates) {
    if (candidate.cost > best + window || kept.length >= search.task.beam) break
    const share = perColumn[candidate.column + 1] ?? 0
    if (share >= search.task.beam * PER_COLUMN) continue
    const identity = identityOf(candidate, index, isSameLine)
    if (seen.has(identity)) continue
    seen.add(identity)
    perColumn[candidate.column + 1] = share + 1
    kept.push(follow(search, candidate, index))
  }
  return kept
}

function follow(search: Search, candidate: Candidate, index: number): Reading {
  const { from, column, isNewRow, action, node, cost } = candidate
  const step = cost - from.cost
  if (action === ACTIONS.skip) return { ...from, cost, step, before: from, action }
  const cells = isNewRow ? emptyCells(search.task.columns.length) : from.cells.slice()
  const row = isNewRow ? from.row + 1 : from.row
  let { nodes, isPending } = from
  let labels = isNewRow ? 0 : from.labels
  let reach = isNewRow ? -1 : from.reach
  if (isNewRow) isPending = false
  if (action === ACTIONS.cell) {
    enterCell(search, from, index, column, isNewRow, cells)
    reach = Math.max(reach, column)
    isPending = false
  } else {
    nodes = nodes.with(column, node)
    const { level1, level2 } = search.task.roles
    if (action !== ACTIONS.moreLabel) labels |= 1 << column
    if (action !== ACTIONS.moreLabel && level2 >= 0)
      isPending = column === level1 ? true : column === level2 ? false : isPending
  }
  return { cost, step, before: from, column, row, action, cells, nodes, isPending, labels, reach }
}

/** Readings that differ only in their past have the same future; the cheapest stands for all. */
function identityOf({ from, column, isNewRow, action, node }: Candidate, index: number, isSameLine: boolean): number {
  const isCell = action === ACTIONS.cell
  const isPending = !isNewRow && from.isPending && !isCell
  let hash = mix(column + 1 + (isPending ? 64 : 0), action === ACTIONS.cell || action === ACTIONS.skip ? 0 : action)
  for (let at = 0, own = 0; at < from.cells.length; at += FIELDS, own += 1) {
    let last = isNewRow ? -1 : from.cells[at]!
    let line = isNewRow ? 0 : from.cells[at + 1]!
    if (isCell && own === column) {
      line = isSameLine && from.column === column && last >= 0 ? line : index
      last = index
    }
    hash = mix(mix(hash, last + 2), line)
  }
  for (let own = 0; own < from.nodes.length; own += 1)
    hash = mix(hash, (!isCell && own === column && action !== ACTIONS.skip ? node : from.nodes[own]!) + 3)
  return hash
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

function finalCost(search: Search, reading: Reading): number {
  const { columns } = search.task
  const open = reading.nodes.filter((node, column) => {
    const trie = columns[column]!.trie
    return trie !== undefined && node > ROOT && !trie.isComplete(node)
  }).length
  return reading.cost + closeCost(search, reading.cells, reading.reach) + open * 5
}

function trace(last: Reading): Placement[] {
  const placements: Placement[] = []
  for (let reading: Reading | undefined = last; reading?.before; reading = reading.before) {
    const isSkip = reading.action === ACTIONS.skip
    const startsLabel = reading.action === ACTIONS.newLabel || reading.action === ACTIONS.oddLabel
    placements.push({ column: isSkip ? -1 : reading.column, row: reading.row, startsLabel, cost: reading.step })
  }
  return placements.reverse()
}
