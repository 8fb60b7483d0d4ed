/** Scored framework sheets in text whose cells are parted by single spaces and whose lines are broken. */

import {
  EVALUATION_LEVELS,
  type EvaluationLevel,
  type EvaluationRow,
  type EvaluationSheet,
} from '../../domain/evaluation-sheet.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position, TextLines } from '../../domain/source-document.ts'
import { greatest, least } from '../../kernel/lists.ts'
import { blankCell, cellOf } from '../lines/cells.ts'
import type { HeaderLabel } from '../lines/header-match.ts'
import { learnWidths } from '../lines/learn.ts'
import type { RowPlace } from '../lines/levels.ts'
import { IMPOSSIBLE } from '../lines/likelihood.ts'
import { GAPS, pageNumberLines, type Token, tokenise, widthOf } from '../lines/tokens.ts'
import { narrow } from '../text.ts'
import { findSheets, lineOf, type SheetRange } from './find-sheets.ts'
import { type GroupEvent, groupsOfRows } from './groups.ts'
import { POINTS, pointsFromNames } from './points.ts'
import { searchRows } from './row-search.ts'
import { LEFT_OUT, type SheetColumn, type SheetPlacement, type SheetTask } from './row-task.ts'
import { closing } from './tail.ts'
import { type SheetField, sheetWords } from './words.ts'

export interface LineSheet extends Omit<EvaluationSheet, 'index'> {
  /** 0-based line of the block in which it begins. */
  readonly line: number
}

/** What may still be searched of a document, in tokens; `stoppedAt` is the first sheet that was left out. */
export interface SearchBudget {
  tokens: number
  stoppedAt: Position | undefined
}

/** Some hundred sheets. Each token costs a search of its own, so that more would keep a person waiting for a minute. */
export const wholeBudget = (): SearchBudget => ({ tokens: 40_000, stoppedAt: undefined })

/** Every scored sheet of a block that the budget reaches. Never throws, never repairs. */
export function sheetsFromLines(block: TextLines, budget: SearchBudget): LineSheet[] {
  const tokens = tokenise(block)
  const pageNumbers = pageNumberLines(tokens)
  return findSheets(tokens).flatMap((range) => {
    budget.tokens -= range.body.length
    if (budget.tokens >= 0) return readSheet(tokens, range, pageNumbers) ?? []
    budget.stoppedAt ??= tokens[range.header]!.at
    return []
  })
}

type RowField =
  | EvaluationLevel
  | 'weight'
  | 'score'
  | 'comment'
  | 'criteria'
  | 'level1Weight'
  | 'level2Weight'
  | 'level3Weight'

interface FieldColumn extends SheetColumn {
  readonly field: RowField
}

/** A label that is broken over lines shows how narrow its column is, one that is not how wide it is at least. */
function labelSize(tokens: readonly Token[]): Pick<SheetColumn, 'width' | 'leastWidth'> {
  const lines = new Set(tokens.map(({ line }) => line))
  const widest = Math.max(
    ...[...lines].map((line) =>
      widthOf(
        tokens
          .filter((token) => token.line === line)
          .map(({ text }) => text)
          .join(''),
      ),
    ),
  )
  return lines.size > 1 ? { width: widest, leastWidth: widest } : { leastWidth: widest }
}

/** Explanation and criteria beside each other are one long text: nothing in print parts them. */
function columnsOf(labels: readonly HeaderLabel<SheetField>[]): FieldColumn[] {
  const columns: FieldColumn[] = []
  let depth = 0
  for (const { field, tokens } of labels) {
    const size = labelSize(tokens)
    if ((EVALUATION_LEVELS as readonly string[]).includes(field)) {
      depth = EVALUATION_LEVELS.indexOf(field as EvaluationLevel)
      columns.push({ ...size, kind: 'level', depth, isGroup: false, field: field as EvaluationLevel })
    } else if (field === 'weight' || field === 'groupWeightA' || field === 'groupWeightB')
      columns.push({ ...size, kind: 'points', depth, isGroup: false, field: 'weight' })
    else if (field === 'explanation' || field === 'scoring') {
      if (columns.at(-1)?.kind !== 'text')
        columns.push({ ...size, kind: 'text', depth, isGroup: false, field: 'criteria' })
    } else
      columns.push({
        ...size,
        kind: field === 'score' ? 'score' : 'comment',
        depth,
        isGroup: false,
        field: field as 'score' | 'comment',
      })
  }
  const deepest = greatest(columns.filter(({ kind }) => kind === 'level').map((column) => column.depth))
  return columns.map((column) =>
    column.kind === 'points' && column.depth < deepest
      ? { ...column, isGroup: true, field: GROUP_FIELDS[column.depth]! }
      : column,
  )
}

const GROUP_FIELDS = ['level1Weight', 'level2Weight', 'level3Weight'] as const

function taskOf(range: SheetRange, columns: readonly FieldColumn[], pageNumbers: ReadonlySet<number>): SheetTask {
  const { body, turns } = range
  const find = (kind: SheetColumn['kind']): number => columns.findLastIndex((column) => column.kind === kind)
  const weight = columns.findIndex((column) => column.kind === 'points' && !column.isGroup)
  const pointed = body.filter(({ key }, at) => POINTS.test((at > 0 ? body[at - 1]!.key : '') + key)).length
  return {
    tokens: body,
    columns,
    leaf: find('level'),
    weight,
    score: find('score'),
    isTurned: (index) => turns.has(index) || body[index]!.gap === GAPS.page,
    skipCost: (index) => skipCost(range, index, pageNumbers),
    hasPointsInNames: weight < 0 && pointed > 2,
    mayEnd: range.tail.length === 0,
    lineWidth: medianWidth(body),
    hasBothGaps: hasBothGaps(body),
    names: sheetWords().names,
  }
}

/** Share of line ends with blank lines, from which on and up to which both kinds mean something. */
const BOTH = { least: 0.15, most: 0.85 }

function hasBothGaps(tokens: readonly Token[]): boolean {
  const ends = tokens.filter(({ gap }) => gap === GAPS.line || gap === GAPS.blank)
  const share = ends.filter(({ gap }) => gap === GAPS.blank).length / Math.max(1, ends.length)
  return share >= BOTH.least && share <= BOTH.most
}

function medianWidth(tokens: readonly Token[]): number {
  const widths = tokens.filter((token, at) => tokens[at + 1]?.line !== token.line).map((token) => token.to)
  widths.sort((a, b) => a - b)
  return widths[widths.length >> 1] ?? 0
}

/**
 * Scores stand alone on their lines as page numbers do, and are often one more than the last. Only where a page turns
 * can a number be the page's.
 */
function skipCost({ body, turns }: SheetRange, index: number, pageNumbers: ReadonlySet<number>): number {
  const token = body[index]!
  if (!token.isAlone || !/^\d{1,3}$/.test(token.key)) return IMPOSSIBLE
  const next = body[index + 1]
  const isTurn = turns.has(index + 1) || token.gap === GAPS.page || next?.gap === GAPS.page
  const isApart = token.blanks > 1 && (next === undefined || next.blanks > 1)
  if (!isTurn && !isApart) return IMPOSSIBLE
  return token.blanks > 1 ? (pageNumbers.has(token.line) ? 0.1 : 1) : 4
}

function readSheet(
  tokens: readonly Token[],
  range: SheetRange,
  pageNumbers: ReadonlySet<number>,
): LineSheet | undefined {
  const columns = columnsOf(range.labels)
  if (range.body.length === 0) return undefined
  const first = taskOf(range, columns, pageNumbers)
  const widths = learnWidths(
    {
      tokens: range.body,
      columns: columns.map(({ kind }) => ({
        kind: kind === 'level' || kind === 'comment' ? ('name' as const) : ('number' as const),
        missing: 0,
      })),
    },
    searchRows(first).placements,
  )
  const task = {
    ...first,
    columns: columns.map((column, index) => ({ ...column, width: widths[index] ?? column.width })),
  }
  const rows = toRows(task, columns, searchRows(task).placements)
  if (rows.length < 2) return undefined
  const start = tokens[range.header]!
  return { title: titleAbove(tokens, range.header), rows, ...closing(range.tail), at: start.at, line: start.line }
}

/** A step that costs this much was taken for want of a better one. */
const DOUBTFUL = 4.5

interface RowDraft {
  readonly cells: Token[][]
  readonly isDoubtful: boolean[]
}

function draftRows(
  task: SheetTask,
  columns: readonly FieldColumn[],
  placements: readonly SheetPlacement[],
): RowDraft[] {
  const drafts: RowDraft[] = []
  for (const [index, { column, row, cost }] of placements.entries()) {
    if (column <= LEFT_OUT || row < 0) continue
    const draft = (drafts[row] ??= { cells: columns.map(() => []), isDoubtful: columns.map(() => false) })
    draft.cells[column]!.push(task.tokens[index]!)
    if (cost > DOUBTFUL) draft.isDoubtful[column] = true
  }
  return drafts
}

type Fields = Partial<Record<RowField, Cell>>

const fieldsOf = ({ cells, isDoubtful }: RowDraft, columns: readonly FieldColumn[]): Fields => {
  const fields: Fields = {}
  for (const [at, { field }] of columns.entries()) {
    const cell = cellOf(cells[at]!, isDoubtful[at])
    if (cell) fields[field] = cell
  }
  return fields
}

const placeOf = ({ cells }: RowDraft): RowPlace => {
  const lines = cells.flat().map((token) => token.line)
  return { from: least(lines), to: greatest(lines) }
}

/** Names of groups and their points, filled down (or out) over the rows that they cover. */
function groupFields(
  drafts: readonly RowDraft[],
  own: readonly Fields[],
  columns: readonly FieldColumn[],
  leaf: number,
): Fields[] {
  const filled = own.map((): Fields => ({}))
  const places = drafts.map(placeOf)
  const weights = own.map(
    (fields) => fields.weight?.printed ?? POINTS.exec(narrow(fields[columns[leaf]!.field]?.printed ?? ''))?.[1] ?? '',
  )
  let outer: (GroupEvent | undefined)[] = []
  for (const [at, { kind, field, depth }] of columns.entries()) {
    if (kind !== 'level' || at === leaf) continue
    const points = GROUP_FIELDS[depth]
    const events = own.flatMap((fields, row): GroupEvent[] =>
      fields[field]
        ? [{ row, tokens: drafts[row]!.cells[at]!, name: fields[field], points: points && fields[points] }]
        : [],
    )
    const found = groupsOfRows(events, places, weights)
    const of = outer
    // A new outer group without a name on this level has none.
    const groups = found.map((event, row) => (event && of[event.row] === of[row] ? event : undefined))
    for (const [row, event] of groups.entries()) {
      if (!event) continue
      filled[row]![field] = event.name
      if (points && event.points) filled[row]![points] = event.points
    }
    outer = groups
  }
  return filled
}

function toRows(
  task: SheetTask,
  columns: readonly FieldColumn[],
  placements: readonly SheetPlacement[],
): EvaluationRow[] {
  const drafts = draftRows(task, columns, placements)
  const own = drafts.map((draft) => fieldsOf(draft, columns))
  const groups = groupFields(drafts, own, columns, task.leaf)
  return own.map((fields, row) => {
    const at = drafts[row]!.cells.flat()[0]!.at
    const cell = (field: RowField): Cell => groups[row]![field] ?? fields[field] ?? blankCell(at)
    const printed: EvaluationRow = {
      level1: cell('level1'),
      level2: cell('level2'),
      level3: cell('level3'),
      level4: cell('level4'),
      weight: cell('weight'),
      score: cell('score'),
      comment: cell('comment'),
      ...Object.fromEntries(
        GROUP_FIELDS.flatMap((field) => (groups[row]![field] ? [[field, groups[row]![field]]] : [])),
      ),
      ...(fields.criteria ? { criteria: fields.criteria } : {}),
    }
    return pointsFromNames(printed, task.weight >= 0)
  })
}

const LONGEST_TITLE = 40

function titleAbove(tokens: readonly Token[], header: number): Cell | undefined {
  let at = header
  for (let lines = 0; lines < 4 && at > 0; lines += 1) {
    let from = at - 1
    while (from > 0 && tokens[from - 1]!.line === tokens[from]!.line) from -= 1
    const text = lineOf(tokens, from)
    if (text.length <= LONGEST_TITLE && /[表况]$|评分|一览/.test(text) && !/[。；，]/.test(text))
      return cellOf(tokens.slice(from, at))
    at = from
  }
  return undefined
}
