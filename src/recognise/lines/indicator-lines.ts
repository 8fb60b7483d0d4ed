/** The indicator block: from its header to its total line, token by token into columns and rows. */

import type { Cell, Indicator } from '../../domain/self-evaluation.ts'
import { greatest, least } from '../../kernel/lists.ts'
import { assign } from './assign.ts'
import { blankCell, cellOf } from './cells.ts'
import { type FoundHeader, headerText } from './header-match.ts'
import { FIRST_HABITS, type Habits, type LayoutColumn, type LayoutTask, type Placement } from './layout-task.ts'
import { type LabelEvent, labelOfRows, type RowPlace } from './levels.ts'
import { IMPOSSIBLE, type Kind } from './likelihood.ts'
import { GAPS, type Token } from './tokens.ts'
import { labelText, ROOT } from './trie.ts'
import type { IndicatorField, LinesVocabulary } from './vocabulary.ts'

const COLUMN_KINDS: Readonly<Record<IndicatorField, { kind: Kind; missing: number }>> = {
  level1: { kind: 'label', missing: 0 },
  level2: { kind: 'label', missing: 0 },
  level3: { kind: 'name', missing: 5 },
  target: { kind: 'value', missing: 2.5 },
  actual: { kind: 'value', missing: 2.5 },
  weight: { kind: 'number', missing: 6 },
  score: { kind: 'number', missing: 4 },
  deviation: { kind: 'note', missing: 0 },
  direction: { kind: 'sign', missing: 1.2 },
  unit: { kind: 'short', missing: 0.8 },
  initialTarget: { kind: 'value', missing: 2.5 },
  coefficient: { kind: 'value', missing: 1 },
  isCore: { kind: 'short', missing: 1 },
  deduction: { kind: 'number', missing: 1 },
  measures: { kind: 'note', missing: 0 },
  rate: { kind: 'value', missing: 1.5 },
  evidence: { kind: 'note', missing: 0 },
  reviewScore: { kind: 'number', missing: 1.5 },
  scoring: { kind: 'note', missing: 1 },
}

export interface IndicatorTask {
  readonly task: LayoutTask
  /** Field of each column; `undefined` for the block label. */
  readonly fields: readonly (IndicatorField | undefined)[]
}

export function indicatorTask(
  tokens: readonly Token[],
  header: FoundHeader<IndicatorField>,
  vocabulary: LinesVocabulary,
  pageNumbers: ReadonlySet<number>,
): IndicatorTask {
  const block = openBlock(header, vocabulary)
  const fields = [...(block === undefined ? [] : [undefined]), ...header.labels.map((label) => label.field)]
  const columns = fields.map((field): LayoutColumn => {
    if (field === undefined) return { kind: 'label', missing: 0, trie: vocabulary.indicators.block }
    const trie = field === 'level1' ? vocabulary.level1 : field === 'level2' ? vocabulary.level2 : undefined
    return trie ? { ...COLUMN_KINDS[field], trie, level: field === 'level1' ? 1 : 2 } : COLUMN_KINDS[field]
  })
  const at = (field: IndicatorField): number => fields.indexOf(field)
  const task: LayoutTask = {
    tokens,
    columns,
    hasRows: true,
    roles: {
      level1: at('level1'),
      level2: at('level2'),
      name: at('level3'),
      target: at('target'),
      actual: at('actual'),
      weight: at('weight'),
      score: at('score'),
    },
    habits: FIRST_HABITS,
    beam: FIRST_BEAM,
    ...(block === undefined ? {} : { openLabels: { 0: block } }),
    skipCost: (index) => pageNumberCost(tokens, index, pageNumbers),
    strayLabel: strayLabels(tokens, vocabulary),
    isTemplateRow: vocabulary.isTemplateRow,
    labelConflict: vocabulary.labelConflict,
  }
  return { task, fields }
}

/** 数量指标 on its own is the label, hardly ever the name or the value of an indicator. */
function strayLabels(tokens: readonly Token[], { level1, level2 }: LinesVocabulary): (index: number) => number {
  const costs = tokens.map(({ key, isAlone }) => {
    const isLabel = level1.isComplete(level1.step(ROOT, key)) || level2.isComplete(level2.step(ROOT, key))
    if (key === '指标') return 3
    if (isLabel && key.length === 2) return isAlone ? 1.5 : 0.5
    return isLabel ? (key.endsWith('指标') ? 5 : 2) : 0
  })
  return (index) => costs[index]!
}

/** Trie node of a block label that was begun beside the header and ends among the rows. */
function openBlock(
  header: FoundHeader<IndicatorField>,
  { indicators: { block } }: LinesVocabulary,
): number | undefined {
  const node = block.step(ROOT, header.block.map((token) => labelText(token.text).replace(/[（(].*$/, '')).join(''))
  return node === ROOT || (node > ROOT && !block.isComplete(node)) ? Math.max(node, ROOT) : undefined
}

/** A page number stands alone on its line, and mostly where white space or a page end shows that a page was turned. */
export function pageNumberCost(tokens: readonly Token[], index: number, pageNumbers: ReadonlySet<number>): number {
  const token = tokens[index]!
  if (!token.isAlone || !/^\d{1,3}$/.test(token.key)) return IMPOSSIBLE
  const next = tokens[index + 1]
  const isTurned = token.gap === GAPS.page || next?.gap === GAPS.page || token.blanks > 1 || (next?.blanks ?? 2) > 1
  return pageNumbers.has(token.line) ? 0.1 : isTurned ? 0.5 : 4.5
}

const FIRST_BEAM = 20
const LAST_BEAM = 40
/** Lines of several cells in turn leave more open. */
const ACROSS_BEAM = 120
/** A table this long is no form of one project; it is read with the narrow beam. */
const LONGEST = 1200
/** Only damage makes one of this length: whatever way it is read, it shall not take long. */
const ENDLESS = 20_000
const ENDLESS_BEAM = 4

function beamOf(tokens: number, habits: Habits, isLast: boolean): number {
  if (tokens >= ENDLESS) return ENDLESS_BEAM
  if (habits.align && tokens < LONGEST) return ACROSS_BEAM
  return isLast ? LAST_BEAM : FIRST_BEAM
}

export function readIndicators(
  given: IndicatorTask,
  widths: readonly (number | undefined)[] | undefined,
  habits: Habits,
) {
  const columns = given.task.columns.map((column, index) => ({ ...column, width: widths?.[index] }))
  const task = {
    ...given.task,
    columns,
    habits,
    beam: beamOf(given.task.tokens.length, habits, widths !== undefined),
  }
  return { task, ...assign(task) }
}

/** A step that costs this much was taken for want of a better one. */
const DOUBTFUL = 4.5

export function toIndicators(
  given: IndicatorTask,
  placements: readonly Placement[],
): { indicators: Indicator[]; templates: Cell[] } {
  const { task, fields } = given
  const rows: { cells: Token[][]; isDoubtful: boolean[] }[] = []
  const events = new Map<number, LabelEvent[]>()
  for (const [index, { column, row, startsLabel, cost }] of placements.entries()) {
    if (column < 0) continue
    const token = task.tokens[index]!
    rows[row] ??= { cells: fields.map(() => []), isDoubtful: fields.map(() => false) }
    const isFirstOfRow = rows[row].cells.every((cell, at) => cell.length === 0 || task.columns[at]!.kind === 'label')
    rows[row].cells[column]!.push(token)
    if (cost > DOUBTFUL) rows[row].isDoubtful[column] = true
    if (task.columns[column]!.kind !== 'label') continue
    const list = events.get(column) ?? []
    events.set(column, list)
    if (startsLabel || list.length === 0) list.push({ tokens: [token], row, isFirstOfRow, isDoubtful: cost > DOUBTFUL })
    else list.at(-1)!.tokens.push(token)
  }
  const places = rows.map(
    ({ cells }): RowPlace => placeOf(cells.filter((_, at) => task.columns[at]!.kind !== 'label').flat()),
  )
  const level = (at: number, inner?: Parameters<typeof labelOfRows>[2]) =>
    labelOfRows(places, at < 0 ? [] : (events.get(at) ?? []), inner)
  const level2 = level(task.roles.level2)
  const level1 = level(task.roles.level1, { labels: level2, agree: agreement(task) })
  return collect(given, rows, level1, level2)
}

/** Whether a second-level label may stand under a first-level one. */
function agreement({ columns, roles, labelConflict }: LayoutTask): (outer: string, inner: string) => boolean {
  const level1 = columns[roles.level1]?.trie
  const level2 = columns[roles.level2]?.trie
  return (outer, inner) =>
    !level1 || !level2 || labelConflict(level1.step(ROOT, labelText(outer)), level2.step(ROOT, labelText(inner))) === 0
}

function placeOf(tokens: readonly Token[]): RowPlace {
  const lines = tokens.map((token) => token.line)
  return { from: least(lines), to: greatest(lines) }
}

function collect(
  { task, fields }: IndicatorTask,
  rows: readonly { cells: Token[][]; isDoubtful: boolean[] }[],
  level1: readonly (Cell | undefined)[],
  level2: readonly (Cell | undefined)[],
): { indicators: Indicator[]; templates: Cell[] } {
  const indicators: Indicator[] = []
  const templates: Cell[] = []
  for (const [index, { cells, isDoubtful }] of rows.entries()) {
    const tokens = cells.filter((_, at) => task.columns[at]!.kind !== 'label').flat()
    const first = tokens[0]
    if (first === undefined) continue
    const get = (field: IndicatorField): Cell | undefined => {
      const at = fields.indexOf(field)
      return at < 0 ? undefined : (cellOf(cells[at]!, isDoubtful[at]) ?? blankCell(first.at))
    }
    const core = (field: IndicatorField): Cell => get(field) ?? blankCell(first.at)
    const name = core('level3')
    if (tokens.length === cells[fields.indexOf('level3')]?.length && task.isTemplateRow(name.printed)) {
      templates.push(name)
      continue
    }
    const extra = fields.filter((field) => field !== undefined && !isCore(field))
    indicators.push({
      level1: level1[index] ?? blankCell(first.at),
      level2: level2[index] ?? blankCell(first.at),
      level3: name,
      target: core('target'),
      actual: core('actual'),
      weight: core('weight'),
      score: core('score'),
      deviation: core('deviation'),
      more: Object.fromEntries(extra.map((field) => [field, get(field!)])),
    })
  }
  return { indicators, templates }
}

const CORE: readonly string[] = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'deviation']
const isCore = (field: string): boolean => CORE.includes(field)

export function headerCells(header: FoundHeader<IndicatorField>): Partial<Record<IndicatorField, Cell>> {
  return Object.fromEntries(
    header.labels.map((label) => [label.field, { printed: headerText(label), at: label.tokens[0]!.at }]),
  )
}
