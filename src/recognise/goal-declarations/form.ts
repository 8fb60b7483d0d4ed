/** One goal declaration from its rows: head, money, goals, calculation, indicators, in the order in which forms print them. */

import type {
  CostingLine,
  DeclarationField,
  DeclaredIndicator,
  GoalDeclaration,
} from '../../domain/goal-declaration.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { append } from '../../kernel/lists.ts'
import { toCell } from '../columns.ts'
import type { PlanHeader } from '../plans/columns.ts'
import { type LabelOf, type Pair, pairsOf, valueCell } from '../plans/pairs.ts'
import { formYear, type PlanSegment } from '../plans/segments.ts'
import { titleKind } from '../plans/titles.ts'
import { filledCells, type Row } from '../rows.ts'
import { isTotalRow } from '../totals.ts'
import { isCostLevel2, isLevel1 } from '../vocabulary.ts'
import { costingHeader, costingHeaders, costingLine } from './costing.ts'
import { addGoals, addGoalTexts, finishGoals, isGoalsRow, newGoalsBlock } from './goals.ts'
import {
  addDeclaredRow,
  type DeclaredBlock,
  declaredHeader,
  dividedBlock,
  finishBlock,
  headersOf,
  openBlock,
  termsOf,
  totalWeightIn,
} from './indicators.ts'
import { type GoalLabel, goalLabel } from './labels.ts'
import { addMoney, addPendingMoney, finishMoney, newMoneyBlock, noteMoneyUnit } from './money.ts'

interface Draft {
  phase: 'head' | 'money' | 'goals' | 'costing' | 'indicators'
  title: Cell | undefined
  year: number
  yearCell: Cell | undefined
  readonly head: Partial<Record<DeclarationField, Cell>>
  readonly money: ReturnType<typeof newMoneyBlock>
  readonly goals: ReturnType<typeof newGoalsBlock>
  readonly costing: CostingLine[]
  costingHeader: PlanHeader<'name' | 'quantity' | 'unit' | 'price' | 'amount'> | undefined
  block: DeclaredBlock | undefined
  /** Indicators of blocks that ended: some forms print one table for the period and one for the year. */
  readonly done: DeclaredIndicator[]
  totalWeight: Cell | undefined
  isClosed: boolean
  above: Row | undefined
  readonly hasCostGroup: boolean
}

const newDraft = (rows: readonly Row[]): Draft => ({
  phase: 'head',
  title: undefined,
  year: 0,
  yearCell: undefined,
  head: {},
  money: newMoneyBlock(),
  goals: newGoalsBlock(),
  costing: [],
  costingHeader: undefined,
  block: undefined,
  done: [],
  totalWeight: undefined,
  isClosed: false,
  above: undefined,
  hasCostGroup: rows.some((row) => row.cells.some((cell) => isCostLevel2(cell.text))),
})

const addHeading = (draft: Draft, row: Row): void => {
  for (const cell of filledCells(row)) {
    if (!draft.title && titleKind(cell.text) === 'goal') draft.title = toCell(cell)
    const year = draft.year === 0 && cell.text.length < 60 ? formYear(cell.text) : 0
    if (year > 0) {
      draft.year = year
      draft.yearCell = toCell(cell)
    }
  }
}

const labelsIn = (row: Row, isMoney: boolean): readonly Pair<GoalLabel>[] => {
  const labelOf: LabelOf<GoalLabel> = (text) => goalLabel(text, isMoney)
  return pairsOf(row, labelOf)
}

const namesMoney = ({ label }: Pair<GoalLabel>): boolean => label.kind === 'total' || label.kind === 'moneyBlock'

const addFields = (draft: Draft, pairs: readonly Pair<GoalLabel>[]): void => {
  for (const pair of pairs) if (pair.label.kind === 'head') draft.head[pair.label.field] ??= valueCell(pair)
}

const isMoneyLabel = ({ label }: Pair<GoalLabel>): boolean =>
  label.kind === 'total' || label.kind === 'source' || label.kind === 'year'

const addMoneyRow = (draft: Draft, row: Row, pairs: readonly Pair<GoalLabel>[]): void => {
  const money = pairs.filter(isMoneyLabel)
  noteMoneyUnit(draft.money, row)
  if (money.length > 1 && money.every(({ isBare }) => isBare)) draft.money.pending = money
  else addMoney(draft.money, row, money)
}

/** Rows above the indicators. */
const addUpperRow = (draft: Draft, row: Row): void => {
  if (row.kind === 'paragraph' || filledCells(row).length <= 2) addHeading(draft, row)
  noteMoneyUnit(draft.money, row)
  let pairs = labelsIn(row, draft.phase === 'money')
  if (draft.phase !== 'money' && pairs.some(namesMoney)) pairs = labelsIn(row, true)
  if (!pairs.some(isMoneyLabel) && addPendingMoney(draft.money, row)) return
  if (pairs.some(isMoneyLabel) && !isGoalsRow(pairs)) {
    draft.phase = 'money'
    addMoneyRow(draft, row, pairs)
    addFields(draft, pairs)
  } else if (isGoalsRow(pairs)) {
    draft.phase = 'goals'
    addGoals(draft.goals, pairs)
    addFields(draft, pairs)
  } else if (pairs.length > 0 && pairs.some(({ label }) => label.kind === 'head')) {
    draft.goals.pending = []
    draft.phase = 'head'
    addFields(draft, pairs)
  } else if (draft.phase === 'goals') addGoalTexts(draft.goals, row)
}

const TAIL: ReadonlySet<DeclarationField> = new Set([
  'filledBy',
  'filledOn',
  'remarks',
  'satisfactionReason',
  'leader',
  'phone',
])

/** A field below the indicators: 填报人, 备注, the reason why there is no satisfaction. */
const isTail = (row: Row, pairs: readonly Pair<GoalLabel>[]): boolean => {
  const first = filledCells(row)[0]
  if (!first || (row.kind === 'paragraph' && isLevel1(first.text))) return false
  return pairs.some(
    ({ label, labelCell }) => label.kind === 'head' && TAIL.has(label.field) && labelCell.at === first.at,
  )
}

const closeBlock = (draft: Draft): void => {
  if (draft.block) append(draft.done, finishBlock(draft.block))
}

const isSame = (block: DeclaredBlock, header: DeclaredBlock['header']): boolean =>
  block.header.columns.length === header.columns.length &&
  block.header.columns.every(({ field }, i) => field === header.columns[i]!.field)

const startBlock = (draft: Draft, row: Row, header: DeclaredBlock['header']): void => {
  const goals = draft.goals.goals.map(({ term }) => term)
  const terms = termsOf(header, row, draft.above, goals)
  // Printed again at the top of a page the header counts once.
  const isRepeat = draft.block !== undefined && isSame(draft.block, header) && draft.block.terms[0] === terms[0]
  if (isRepeat) return
  closeBlock(draft)
  draft.block = openBlock(header, draft.hasCostGroup, terms)
  draft.phase = 'indicators'
  draft.isClosed = false
}

const addLowerRow = (draft: Draft, row: Row, block: DeclaredBlock): void => {
  const pairs = labelsIn(row, false)
  if (isTotalRow(row)) {
    draft.isClosed = true
    draft.totalWeight ??= totalWeightIn(row, block)
  } else if (isTail(row, pairs)) addFields(draft, pairs)
  else if (!draft.isClosed && row.kind !== 'paragraph') addDeclaredRow(block, row)
}

const addRow = (draft: Draft, row: Row): void => {
  const divided = draft.block && draft.phase === 'indicators' ? dividedBlock(draft.block, row) : undefined
  if (divided) {
    draft.block = divided
    return
  }
  const header = declaredHeader(row)
  const costing = header ? undefined : costingHeader(row)
  if (header) startBlock(draft, row, header)
  else if (costing) {
    draft.costingHeader ??= costing
    draft.phase = 'costing'
  } else if (draft.phase === 'costing' && draft.costingHeader) {
    const line = costingLine(row, draft.costingHeader)
    if (line) draft.costing.push(line)
    else {
      draft.phase = 'head'
      addUpperRow(draft, row)
    }
  } else if (draft.phase === 'indicators' && draft.block) addLowerRow(draft, row, draft.block)
  else addUpperRow(draft, row)
  draft.above = row
}

/** `undefined` when the rows hold no goal declaration. */
export const readDeclaration = ({ title, rows, source }: PlanSegment): Omit<GoalDeclaration, 'index'> | undefined => {
  if (title === 'monitoring' || title === 'other') return undefined
  const draft = newDraft(rows)
  for (const row of rows) if (filledCells(row).some((cell) => cell.own)) addRow(draft, row)
  if (!draft.block) return undefined
  closeBlock(draft)
  const money = finishMoney(draft.money)
  const goals = finishGoals(draft.goals)
  // Without a title its money or its goals must show what the paper is.
  if (title === 'none' && goals.length === 0 && !money.annual && !money.multiYear) return undefined
  return {
    year: draft.year,
    title: draft.title,
    yearCell: draft.yearCell,
    head: draft.head,
    money,
    costing: draft.costing,
    costingHeaders: draft.costingHeader ? costingHeaders(draft.costingHeader) : {},
    goals,
    indicators: draft.done,
    indicatorHeaders: headersOf(draft.block),
    totalWeight: draft.totalWeight,
    source,
    at: draft.title?.at ?? rows[0]!.at,
  }
}
