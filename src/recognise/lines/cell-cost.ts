/** What it costs to put a token into a cell, and to call a row finished. */

import type { LayoutTask } from './layout-task.ts'
import { joinCost, nameEndCost, partingCost, SIGN, type Traits, wholeValueCost } from './likelihood.ts'
import { GAPS } from './tokens.ts'

export interface Search {
  readonly task: LayoutTask
  readonly traits: readonly Traits[]
  /** Tokens that are a row which the template left behind (指标2：). */
  readonly templates: readonly boolean[]
}

interface Place {
  readonly column: number
  readonly cells: Float32Array
}

/** What the row lacks left of its rightmost cell; charged at once, so that the search need not follow hopeless readings. */
export function lackCost({ task }: Search, cells: Float32Array | undefined, reach: number, column: number): number {
  const { columns, roles } = task
  let cost = 0
  if (task.habits.align) {
    // Written across the page, a row may begin with any cell; what stands left of its numbers is there when they come.
    const hasWeight = cells !== undefined && cells[roles.weight * FIELDS + LAST]! >= 0
    if (column < roles.weight) return hasWeight && cells[column * FIELDS + LAST]! < 0 ? -columns[column]!.missing : 0
    if (column > roles.weight || hasWeight) return 0
    for (let left = 0; left < column; left += 1) {
      if (columns[left]!.kind !== 'label' && (!cells || cells[left * FIELDS + LAST]! < 0))
        cost += columns[left]!.missing
    }
    return cost
  }
  // Going right: the columns passed over are missing so far.
  for (let passed = reach + 1; passed < column; passed += 1)
    cost += columns[passed]!.kind === 'label' ? 0 : columns[passed]!.missing
  // Going back to one of them: it is there after all.
  if (column < reach && cells && cells[column * FIELDS + LAST]! < 0) cost -= columns[column]!.missing
  return cost
}

/** Numbers kept for each cell of the row that is being read. */
export const FIELDS = 10
const LAST = 0
/** First token of the cell's last line. */
const LINE = 1
const FIRST = 2
/** Hash of the text, to see that target and actual value say the same. */
const HASH = 3
/** Widest line so far, and the least width that a full line of this cell can have. */
const WIDEST = 4
const FULL = 5
/** Cost charged so far for a last line that is too wide. */
const CHARGED = 6
/** Lines of the cell, those above the line with the weight, and whether one stands on that line. */
const LINES = 7
const ABOVE = 8
const ON = 9

const NO_LIMIT = 1e9
/** Latin letters and squeezed punctuation make lines of a column differ by this much. */
const SLACK = 1.5

export function emptyCells(columns: number): Float32Array {
  const cells = new Float32Array(columns * FIELDS)
  for (let at = 0; at < cells.length; at += FIELDS) {
    cells[at + LAST] = -1
    cells[at + FULL] = NO_LIMIT
  }
  return cells
}

export function hasContent(task: LayoutTask, cells: Float32Array): boolean {
  return task.columns.some((column, index) => column.kind !== 'label' && cells[index * FIELDS + LAST]! >= 0)
}

/** Cost of putting token `index` into `column`; with `into`, the new cells are written there. */
export function enterCell(
  search: Search,
  place: Place,
  index: number,
  column: number,
  isNewRow: boolean,
  into: Float32Array | undefined,
): number {
  const { task } = search
  const token = task.tokens[index]!
  const at = column * FIELDS
  const isEmpty = isNewRow || place.cells[at + LAST]! < 0
  const isSameLine = index > 0 && token.gap <= GAPS.wide
  const isSameCell = isSameLine && column === place.column && !isEmpty
  let cost = 0
  let full = isEmpty ? NO_LIMIT : place.cells[at + FULL]!
  if (isSameCell) cost = stayCost(search, index, column)
  else if (isEmpty) cost = startCost(search, place, index, column, isNewRow)
  else {
    const wrap = wrapCost(search, place.cells, index, column)
    full = wrap.full
    cost = wrap.cost + (isSameLine ? 0.3 : task.habits.wrap[token.gap]!) + moveCost(task, place, token.gap, column)
  }
  if (task.habits.align && task.roles.weight >= 0 && !isSameCell && !isNewRow)
    cost += belowCost(task, place.cells, index, column, isEmpty)
  const line = isSameCell ? place.cells[at + LINE]! : index
  const lineWidth = token.to - task.tokens[line]!.from
  const tooWide = overCost(lineWidth - (task.columns[column]!.width ?? full) - SLACK)
  const charged = isSameCell ? place.cells[at + CHARGED]! : 0
  cost += Math.max(0, tooWide - charged)
  if (into) {
    into[at + FIRST] = isEmpty ? index : place.cells[at + FIRST]!
    into[at + LAST] = index
    into[at + LINE] = line
    into[at + HASH] = hashOn(isEmpty ? 0 : place.cells[at + HASH]!, token.key)
    into[at + WIDEST] = Math.max(isEmpty ? 0 : place.cells[at + WIDEST]!, lineWidth)
    into[at + FULL] = full
    into[at + CHARGED] = Math.max(charged, tooWide)
    if (task.habits.align && task.roles.weight >= 0) countLines(task, into, index, column, isEmpty, isSameCell)
  }
  // Such a row stands for itself.
  if (search.templates[index] && !(isNewRow && task.columns[column]!.kind === 'name')) cost += 4
  return cost + task.strayLabel(index) + (isNewRow ? openCost(task, column) : 0)
}

function countLines(
  task: LayoutTask,
  into: Float32Array,
  index: number,
  column: number,
  isEmpty: boolean,
  isSameCell: boolean,
): void {
  const at = column * FIELDS
  const { line } = task.tokens[index]!
  const weight = into[task.roles.weight * FIELDS + LAST]!
  into[at + LINES] = isEmpty ? 1 : isSameCell ? into[at + LINES]! : into[at + LINES]! + 1
  if (isEmpty) into[at + ABOVE] = 0
  if (column === task.roles.weight) {
    for (let other = 0; other < into.length; other += FIELDS) {
      if (into[other + LAST]! < 0) continue
      const isOn = task.tokens[into[other + LINE]!]!.line === line
      into[other + ON] = isOn ? 1 : 0
      into[other + ABOVE] = into[other + LINES]! - (isOn ? 1 : 0)
    }
  } else if (weight >= 0 && task.tokens[weight]!.line === line) into[at + ON] = 1
  else if (isEmpty) into[at + ON] = 0
}

const UNEVEN = 2

/** A line below the row's numbers that has no counterpart above them. */
function belowCost(task: LayoutTask, cells: Float32Array, index: number, column: number, isEmpty: boolean): number {
  const weight = cells[task.roles.weight * FIELDS + LAST]!
  if (weight < 0 || task.tokens[weight]!.line === task.tokens[index]!.line) return 0
  const at = column * FIELDS
  const on = isEmpty ? 0 : cells[at + ON]!
  const above = isEmpty ? 0 : cells[at + ABOVE]!
  const below = isEmpty ? 1 : cells[at + LINES]! + 1 - above - on
  if (task.habits.align === 'top') return on === 0 ? UNEVEN : 0
  return below > above + on ? UNEVEN : 0
}

/** The lines of each cell stand around the line of the row's numbers, or all begin with it. */
function alignCost(task: LayoutTask, cells: Float32Array): number {
  const { align } = task.habits
  let cost = 0
  for (let column = 0; column < task.columns.length; column += 1) {
    const { kind } = task.columns[column]!
    const at = column * FIELDS
    if (kind === 'label' || kind === 'number' || cells[at + LAST]! < 0) continue
    const lines = cells[at + LINES]!
    const above = cells[at + ABOVE]!
    const on = cells[at + ON]!
    const below = lines - above - on
    // A cell of an even number of lines has its middle between two of them, and either may fall on the line of the numbers.
    const faults =
      align === 'top'
        ? above
        : lines % 2 === 1
          ? Math.abs(above - below) - (below > above + on ? 1 : 0)
          : Math.max(0, above - below - on)
    cost += Math.min(6, faults * UNEVEN)
  }
  return cost
}

function stayCost({ task, traits }: Search, index: number, column: number): number {
  const cost = joinCost(traits[index - 1]!, traits[index]!, task.tokens[index]!.gap) + traits[index]!.inText
  const { kind } = task.columns[column]!
  return kind === 'number'
    ? cost + 8
    : kind === 'name'
      ? cost + traits[index]!.inName
      : kind === 'value'
        ? cost + traits[index]!.inValue
        : cost
}

function startCost(search: Search, place: Place, index: number, column: number, isNewRow: boolean): number {
  const { task, traits } = search
  const token = task.tokens[index]!
  const { kind } = task.columns[column]!
  const isSameLine = index > 0 && token.gap <= GAPS.wide
  const parting = isNewRow || index === 0 || kind === 'short' ? 0 : partingCost(task.tokens[index - 1]!, token)
  const arrive = parting + (isSameLine ? 0.3 : isNewRow ? 0 : task.habits.cell[token.gap]!)
  let cost = traits[index]!.start[kind] + arrive
  if (!isNewRow && !isSameLine && column < place.column) cost += backCost(task, token.gap)
  if (place.column === task.roles.name && column > place.column && index > 0)
    cost += nameEndCost(task.tokens[index - 1]!)
  if (kind === 'text') cost += newTextCost(search, place, index, column)
  return cost
}

/** The second goal text begins like the first, and after the end of a sentence. */
function newTextCost({ task, traits }: Search, place: Place, index: number, column: number): number {
  let cost = 0
  for (let other = 0; other < task.columns.length; other += 1) {
    const at = other * FIELDS
    if (other === column || task.columns[other]!.kind !== 'text' || place.cells[at + LAST]! < 0) continue
    const { marker } = traits[index]!
    if (marker !== '' && marker === traits[place.cells[at + FIRST]!]!.marker) cost -= 1.5
    if (task.tokens[index]!.gap >= GAPS.line && !traits[place.cells[at + LAST]!]!.endsSentence) cost += 1
  }
  return cost
}

function moveCost(task: LayoutTask, place: Place, gap: number, column: number): number {
  if (gap <= GAPS.wide || column === place.column) return 0
  return column < place.column ? backCost(task, gap) : backCost(task, gap) * 0.7
}

function backCost(task: LayoutTask, gap: number): number {
  return gap === GAPS.page ? Math.min(0.5, task.habits.back) : task.habits.back
}

/** A line that breaks where more would have fitted is not the inside of a paragraph. */
function wrapCost(
  { task, traits }: Search,
  cells: Float32Array,
  index: number,
  column: number,
): { cost: number; full: number } {
  const at = column * FIELDS
  const { kind, width } = task.columns[column]!
  const last = cells[at + LAST]!
  const reach = task.tokens[last]!.to - task.tokens[cells[at + LINE]!]!.from + task.tokens[index]!.unit
  const widest = width ?? cells[at + WIDEST]!
  const gap = widest - reach
  const base = kind === 'number' ? 8 : 0
  const before = traits[last]!
  const { marker, first } = traits[index]!
  const restarts = marker !== '' && marker === traits[cells[at + FIRST]!]!.marker ? 3 : 0
  // Two values one below the other are two cells, unless the upper one leaves a number without its unit.
  const whole =
    ((kind === 'value' && before.endsClause) || (kind === 'name' && before.endsSentence) ? 2 : 0) +
    (kind === 'name' && marker !== '' ? 3 : 0) +
    (kind === 'name' ? traits[index]!.inName : 0) +
    (kind === 'value' && first === SIGN ? 3 : 0) +
    (kind === 'value' ? wholeValueCost(task.tokens, last) : 0)
  const full = Math.min(cells[at + FULL]!, reach)
  if (gap < (width === undefined ? SLACK : 0.5))
    return { cost: base + restarts + whole + (width === undefined ? 0.3 : 0), full }
  const isParagraph = (kind === 'text' || kind === 'note') && (before.endsSentence || marker !== '')
  const hard = isParagraph ? 1.6 : 3.5 + Math.min(4, gap * 0.25) + (first === SIGN ? 1 : 0)
  const bent = width === undefined ? 1 + gap * 0.4 : Number.POSITIVE_INFINITY
  return bent < hard
    ? { cost: base + restarts + whole + bent, full }
    : { cost: base + restarts + whole + hard, full: cells[at + FULL]! }
}

function overCost(excess: number): number {
  return excess <= 0 ? 0 : Math.min(7, 1 + excess * 0.4)
}

/** What a 32-bit float holds exactly. */
const HASH_BITS = 0xffffff

function hashOn(hash: number, text: string): number {
  let value = hash
  for (let index = 0; index < text.length; index += 1)
    value = (Math.imul(value, 33) + text.charCodeAt(index)) & HASH_BITS
  return value
}

/** A row that begins in its middle has lost its name, or its name comes later. */
function openCost(task: LayoutTask, column: number): number {
  const { kind } = task.columns[column]!
  if (kind === 'name' || kind === 'text') return 0
  return kind === 'value' ? 0.5 : kind === 'note' ? 1 : 2
}

/** What is missing in a finished row, what does not go together, what does. */
export function closeCost(search: Search, cells: Float32Array, reach: number): number {
  const { task, traits } = search
  const { columns, roles } = task
  const filled = (column: number): boolean => column >= 0 && cells[column * FIELDS + LAST]! >= 0
  // See lackCost.
  const isCharged = (column: number): boolean =>
    task.habits.align ? filled(roles.weight) && column < roles.weight : column <= reach
  let cost = 0
  let count = 0
  for (let column = 0; column < columns.length; column += 1) {
    if (columns[column]!.kind === 'label') continue
    if (!filled(column)) cost += isCharged(column) ? 0 : columns[column]!.missing
    else {
      count += 1
      cost += fullEndCost(task, cells, column)
      if (isBrokenOff(search, cells, column)) cost += 2
    }
  }
  if (task.habits.align && !task.hasRows) cost += offCentreCost(task, cells)
  if (count === 1 && filled(roles.name) && isTemplate(task, cells, roles.name)) return 1
  if (filled(roles.target) && filled(roles.actual)) cost += likenessCost(search, cells)
  if (filled(roles.weight)) {
    const weight = traits[cells[roles.weight * FIELDS + LAST]!]!.number
    if (weight > 100) cost += 6
    if (task.habits.align) cost += alignCost(task, cells)
    if (filled(roles.score)) {
      const score = traits[cells[roles.score * FIELDS + LAST]!]!.number
      if (score > weight) cost += 3
      if (score === weight) cost -= 0.4
    }
  }
  return cost
}

/** Two texts side by side have their middles at one height, or their first lines. */
function offCentreCost(task: LayoutTask, cells: Float32Array): number {
  const heights: number[] = []
  for (let column = 0; column < task.columns.length; column += 1) {
    const at = column * FIELDS
    if (task.columns[column]!.kind !== 'text' || cells[at + LAST]! < 0) continue
    const from = task.tokens[cells[at + FIRST]!]!.line
    heights.push(task.habits.align === 'top' ? from : (from + task.tokens[cells[at + LAST]!]!.line) / 2)
  }
  if (heights.length < 2) return 0
  const step = task.tokens.find((token) => token.blanks > 0) ? 2 : 1
  return Math.min(8, (1.2 * (Math.max(...heights) - Math.min(...heights))) / step)
}

/** Names and values do not end in a comma or full stop; a part of a longer text does. */
function isBrokenOff({ task, traits }: Search, cells: Float32Array, column: number): boolean {
  const { kind } = task.columns[column]!
  return (kind === 'value' || kind === 'name') && traits[cells[column * FIELDS + LAST]!]!.endsClause
}

function isTemplate(task: LayoutTask, cells: Float32Array, column: number): boolean {
  const at = column * FIELDS
  if (cells[at + LAST]! - cells[at + FIRST]! > 2) return false
  const texts = task.tokens.slice(cells[at + FIRST]!, cells[at + LAST]! + 1).map((token) => token.text)
  return task.isTemplateRow(texts.join(''))
}

/** A last line that is as full as the others: rarer the wider the column. */
function fullEndCost(task: LayoutTask, cells: Float32Array, column: number): number {
  const { width, kind } = task.columns[column]!
  if (kind === 'number' || kind === 'short' || kind === 'sign') return 0
  const at = column * FIELDS
  const limit = width ?? (cells[at + FULL]! < NO_LIMIT ? cells[at + WIDEST]! : 0)
  const line = task.tokens[cells[at + LAST]!]!.to - task.tokens[cells[at + LINE]!]!.from
  return limit > 8 && line > limit - 1.5 ? 0.6 * Math.log(limit / 2) : 0
}

function likenessCost({ task, traits }: Search, cells: Float32Array): number {
  const target = task.roles.target * FIELDS
  const actual = task.roles.actual * FIELDS
  if (cells[target + HASH] === cells[actual + HASH]) return -1.5
  const a = traits[cells[target + LAST]!]!.unit
  const b = traits[cells[actual + LAST]!]!.unit
  return a !== '' && a === b ? -0.8 : 0
}
