/** One form from its rows: head, funds, goals, indicators, totals, in the order in which forms print them. */
import {
  type Cell,
  type ExtraField,
  HEAD_FIELDS,
  type HeadField,
  type SelfEvaluation,
} from '../domain/self-evaluation.ts'
import { type FundField, fundHeader, type Header, type IndicatorField, indicatorHeader, toCell } from './columns.ts'
import { addPairRow, startPairs } from './fund-pairs.ts'
import { addFundRow, type FundBlock, finishFunds, newFundBlock, noteUnit } from './funds.ts'
import { addGoalRow, type GoalBlock, isGoalRow, newGoalBlock } from './goals.ts'
import { isFormTitle, isOtherTitle, yearIn } from './head.ts'
import {
  addIndicatorRow,
  type IndicatorBlock,
  type IndicatorCells,
  type IndicatorLayout,
  indicatorCells,
  indicatorLayout,
  newIndicatorBlock,
} from './indicators.ts'
import { labelledValues } from './labelled.ts'
import { filledCells, hasOwnText, type Row } from './rows.ts'
import type { Segment } from './segment.ts'
import { labelKey, narrow } from './text.ts'
import { isTotalRow } from './totals.ts'
import { mayHold, TRAIT } from './traits.ts'
import { isCostLevel2, isLevel1, vocabulary } from './vocabulary.ts'

const NUMBER = /^\d+(?:\.\d+)?分?$/
const POINTS = new Set<IndicatorField>(['weight', 'score', 'reviewScore', 'deduction'])

interface Draft {
  phase: 'head' | 'funds' | 'goals' | 'indicators' | 'done'
  title: Cell | undefined
  yearCell: Cell | undefined
  year: number
  readonly head: Partial<Record<HeadField, Cell>>
  /** Fields printed before 项目名称. */
  readonly above: Partial<Record<HeadField, Cell>>
  readonly more: Partial<Record<ExtraField, Cell>>
  readonly funds: FundBlock
  readonly goals: GoalBlock
  readonly block: IndicatorBlock
  readonly isCostLevel1: boolean
  layout: IndicatorLayout | undefined
  /** The total line was read: what follows in the table is no indicator. */
  isClosed: boolean
  totalWeight: Cell | undefined
  totalScore: Cell | undefined
}

const newDraft = (isCostLevel1: boolean): Draft => ({
  isCostLevel1,
  phase: 'head',
  title: undefined,
  yearCell: undefined,
  year: 0,
  head: {},
  above: {},
  more: {},
  funds: newFundBlock(),
  goals: newGoalBlock(),
  block: newIndicatorBlock(),
  layout: undefined,
  isClosed: false,
  totalWeight: undefined,
  totalScore: undefined,
})

const isHeadField = (field: string): field is HeadField => (HEAD_FIELDS as readonly string[]).includes(field)

/** 自评总分 | 97.60 above the table: forms of this kind print no total line below. */
const addHeadTotal = (draft: Draft, row: Row): void => {
  if (row.kind === 'paragraph' || draft.totalScore || !mayHold(row, TRAIT.total)) return
  const cells = filledCells(row)
  const label = cells.findIndex((cell) => cell.own && vocabulary().totalLabels.has(labelKey(cell.text)))
  const value = label >= 0 ? cells[label + 1] : undefined
  if (value && NUMBER.test(narrow(value.text))) draft.totalScore = toCell(value)
}

/**
 * The first print of a field counts; a later one in the same form (a footer) never overwrites it. 填报单位 in a line above
 * the table is who sent the form in: it gives way to the 实施单位 of the table.
 */
const addLabelled = (draft: Draft, row: Row): void => {
  const values = labelledValues(row)
  const isAbove = draft.head.projectName === undefined && values.every(({ field }) => field !== 'projectName')
  for (const { field, cell } of values) {
    if (!isHeadField(field)) draft.more[field] ??= cell
    else if (isAbove) draft.above[field] ??= cell
    else draft.head[field] ??= cell
  }
}

const addHeading = (draft: Draft, row: Row): void => {
  for (const cell of filledCells(row)) {
    if (!draft.title && isFormTitle(cell.text)) draft.title = toCell(cell)
    const year = draft.year === 0 && cell.text.length < 60 ? yearIn(cell.text) : 0
    if (year > 0) {
      draft.year = year
      draft.yearCell = toCell(cell)
    }
  }
}

const addTotal = (draft: Draft, row: Row): void => {
  if (!draft.layout) return
  if (row.kind === 'paragraph') {
    const numbers = row.cells[0]!.text.match(/\d+(?:\.\d+)?/g) ?? []
    const [weight, score] = numbers.length > 1 ? numbers : [undefined, numbers[0]]
    if (weight !== undefined) draft.totalWeight = { printed: weight, at: row.at }
    if (score !== undefined) draft.totalScore = { printed: score, at: row.at }
    return
  }
  const cells = indicatorCells(row, draft.layout)
  const numbers = filledCells(row).filter((cell) => NUMBER.test(narrow(cell.text)))
  // As many numbers as there are columns of points stand in their order, unless the places of an exact row say otherwise.
  const isPlaced = row.kind === 'exact' && NUMBER.test(narrow(cells.score?.text ?? ''))
  const pointed = draft.layout.header.columns.map(({ field }) => field).filter((field) => POINTS.has(field))
  const places = numbers.length === 2 ? ['weight', 'score'] : numbers.length === pointed.length ? pointed : []
  const ordered: IndicatorCells = Object.fromEntries(places.map((field, i) => [field, numbers[i]]))
  const ofRow = places.length > 1 && !isPlaced ? ordered : cells
  const blank: Cell = { printed: '', at: row.at }
  const isIn = (field: IndicatorField): boolean => draft.layout!.header.columns.some((column) => column.field === field)
  draft.totalWeight = ofRow.weight ? toCell(ofRow.weight) : isIn('weight') ? blank : undefined
  draft.totalScore = ofRow.score ? toCell(ofRow.score) : isIn('score') ? blank : undefined
  if (draft.totalScore?.printed === '' && numbers.length === 1 && draft.totalWeight?.printed === '')
    draft.totalScore = toCell(numbers[0]!)
}

const isSameHeader = (a: Header<IndicatorField>, b: Header<IndicatorField>): boolean =>
  a.columns.length === b.columns.length && a.columns.every((column, i) => column.field === b.columns[i]!.field)

const startIndicators = (draft: Draft, header: Header<IndicatorField>): void => {
  // A header repeated at the top of a page counts once; its columns may stand elsewhere on the new page.
  const { layout, block, isCostLevel1 } = draft
  if (!layout || block.indicators.length === 0 || isSameHeader(layout.header, header))
    draft.layout = indicatorLayout(header, isCostLevel1)
  draft.phase = 'indicators'
}

/** Below the table a telephone is the filler's, not the project leader's: only fields of the foot are taken. */
const addTail = (draft: Draft, row: Row): void => {
  for (const { field, cell } of labelledValues(row)) if (!isHeadField(field)) draft.more[field] ??= cell
}

const isTailRow = (row: Row): boolean => {
  // A section row (一、产出指标) of a table saved as text is a line of its own.
  if (row.kind === 'paragraph') return !isLevel1(row.cells[0]!.text)
  if (!mayHold(row, TRAIT.field)) return false
  const first = filledCells(row)[0]
  return first !== undefined && !isLevel1(first.text) && vocabulary().more(first.text.split(/[:：]/)[0]!).length > 0
}

const addIndicatorPhaseRow = (draft: Draft, row: Row, layout: IndicatorLayout): void => {
  if (isTotalRow(row)) {
    draft.isClosed = true
    addTotal(draft, row)
  } else if (isTailRow(row)) addTail(draft, row)
  else if (!draft.isClosed || draft.block.indicators.length === 0) addIndicatorRow(draft.block, row, layout)
}

const startFunds = (draft: Draft, row: Row, header: Header<FundField>): void => {
  draft.funds.header = header
  draft.phase = 'funds'
  noteUnit(draft.funds, row)
}

/** Rows between the head and the indicators: funds under their header, then goals; anything else is head. */
const addEarlyRow = (draft: Draft, row: Row): void => {
  const isGoals = isGoalRow(row)
  if (draft.phase === 'funds' && (draft.funds.isPairs ? addPairRow : addFundRow)(draft.funds, row))
    noteUnit(draft.funds, row)
  else if (draft.phase === 'goals' || (draft.phase === 'funds' && isGoals)) {
    draft.phase = 'goals'
    addGoalRow(draft.goals, row)
  } else if (startPairs(draft.funds, row)) draft.phase = 'funds'
  else {
    noteUnit(draft.funds, row)
    addHeading(draft, row)
    if (isGoals && labelledValues(row).length === 0) addGoalRow(draft.goals, row)
    else {
      addHeadTotal(draft, row)
      addLabelled(draft, row)
    }
  }
}

const addRow = (draft: Draft, row: Row): void => {
  const indicators = indicatorHeader(row)
  const funds = indicators ? undefined : fundHeader(row)
  if (indicators) startIndicators(draft, indicators)
  else if (draft.phase === 'indicators' && draft.layout) addIndicatorPhaseRow(draft, row, draft.layout)
  else if (funds) startFunds(draft, row, funds)
  else addEarlyRow(draft, row)
}

/** The nearest title above the rows names another paper. */
const isOtherPaper = (rows: readonly Row[]): boolean => {
  const header = rows.findIndex((row) => indicatorHeader(row) || fundHeader(row))
  const titles = rows
    .slice(0, Math.max(header, 0))
    .filter((row) => mayHold(row, TRAIT.title))
    .flatMap((row) =>
      filledCells(row).filter((cell) => cell.own && (isFormTitle(cell.text) || isOtherTitle(cell.text))),
    )
  const last = titles.at(-1)
  return last !== undefined && isOtherTitle(last.text)
}

/** `undefined` when the rows turn out to hold no self-evaluation (no indicator with an actual value or a score). */
export const readForm = (segment: Segment): Omit<SelfEvaluation, 'index'> | undefined => {
  if (isOtherPaper(segment.rows)) return undefined
  const draft = newDraft(
    segment.rows.some((row) => mayHold(row, TRAIT.costLevel2) && row.cells.some((cell) => isCostLevel2(cell.text))),
  )
  for (const row of segment.rows) if (hasOwnText(row)) addRow(draft, row)
  const header = draft.layout?.header
  const isScored = header?.columns.some(({ field }) => field === 'actual' || field === 'score')
  if (!header || !isScored || (draft.block.indicators.length === 0 && !draft.funds.header)) return undefined
  return {
    year: draft.year,
    title: draft.title,
    yearCell: draft.yearCell,
    head: { ...draft.above, ...draft.head },
    funds: finishFunds(draft.funds),
    goalExpected: draft.goals.expected,
    goalActual: draft.goals.actual,
    indicators: draft.block.indicators,
    indicatorHeaders: Object.fromEntries(header.columns.map(({ field, cell }) => [field, cell])),
    totalWeight: draft.totalWeight,
    totalScore: draft.totalScore,
    more: draft.more,
    emptyTemplateRows: draft.block.emptyTemplateRows,
    source: segment.source,
  }
}
