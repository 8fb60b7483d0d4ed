/** One monitoring form from its rows: head, money, goal, indicators, remarks, in the order in which forms print them. */
import type { Monitoring, MonitoringField } from '../../domain/monitoring.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import { toCell } from '../columns.ts'
import { statedUnit } from '../funds.ts'
import { type Pair, pairsOf, valueCell } from '../plans/pairs.ts'
import { formYear, type PlanSegment } from '../plans/segments.ts'
import { titleKind } from '../plans/titles.ts'
import { filledCells, type Row } from '../rows.ts'
import { labelKey } from '../text.ts'
import { isTotalRow } from '../totals.ts'
import { isCostLevel2, isIndicatorBlock, isLevel1 } from '../vocabulary.ts'
import { addMonitoredFunds, fundHeaders, type MonitoredFunds, monitoredFundHeader } from './funds.ts'
import {
  addMonitoredRow,
  dividedMonitored,
  finishMonitored,
  type MonitoredBlock,
  monitoredHeader,
  monitoredHeaders,
  openMonitored,
} from './indicators.ts'
import { cutMonthsIn, monitoringWords, monthsIn } from './words.ts'

type Label = { readonly kind: 'head'; readonly field: MonitoringField } | { readonly kind: 'cut' | 'goal' }

interface Draft {
  phase: 'head' | 'funds' | 'goals' | 'indicators'
  title: Cell | undefined
  year: number
  yearCell: Cell | undefined
  cut: Cell | undefined
  months: number
  unit: string
  unitAt: Position | undefined
  readonly head: Partial<Record<MonitoringField, Cell>>
  funds: MonitoredFunds | undefined
  goal: Cell | undefined
  block: MonitoredBlock | undefined
  isClosed: boolean
}

const LONGEST_LABEL = 24

const labelOf = (text: string): Label | undefined => {
  if (text.length > LONGEST_LABEL) return undefined
  const words = monitoringWords()
  const field = words.head(text)[0]
  if (field) return { kind: 'head', field }
  const key = labelKey(text)
  return words.cut.has(key) ? { kind: 'cut' } : words.goalBlock.has(key) ? { kind: 'goal' } : undefined
}

const noteUnit = (draft: Draft, row: Row): void => {
  if (draft.unit !== '') return
  for (const cell of row.cells) {
    const unit = cell.text.length < 60 ? statedUnit(cell.text) : undefined
    if (unit === undefined) continue
    draft.unit = unit
    draft.unitAt = cell.at
    return
  }
}

/** 截至2023年7月31日 and （1—7月） in the lines of the title. */
const addHeading = (draft: Draft, row: Row): void => {
  for (const cell of filledCells(row)) {
    if (!draft.title && titleKind(cell.text) === 'monitoring') draft.title = toCell(cell)
    const year = draft.year === 0 && cell.text.length < 60 ? formYear(cell.text) : 0
    if (year > 0) {
      draft.year = year
      draft.yearCell = toCell(cell)
    }
    const months = draft.months === 0 && cell.text.length < 60 ? cutMonthsIn(cell.text) : 0
    if (months > 0) {
      draft.months = months
      draft.cut = toCell(cell)
    }
  }
}

const addFields = (draft: Draft, pairs: readonly Pair<Label>[]): void => {
  for (const pair of pairs) {
    if (pair.label.kind === 'head') draft.head[pair.label.field] ??= valueCell(pair)
    else if (pair.label.kind === 'cut') {
      draft.cut = valueCell(pair)
      draft.months = monthsIn(draft.cut.printed) || draft.months
    }
  }
}

const addGoal = (draft: Draft, row: Row, pairs: readonly Pair<Label>[]): boolean => {
  const pair = pairs.find(({ label }) => label.kind === 'goal')
  if (pair) {
    draft.phase = 'goals'
    const value = valueCell(pair)
    if (!draft.goal || draft.goal.printed === '') draft.goal = value
    return true
  }
  const text = filledCells(row).find((cell) => cell.own && !isIndicatorBlock(cell.text))
  if (draft.phase !== 'goals' || pairs.length > 0 || !text || row.kind === 'paragraph') return false
  if (draft.goal?.printed === '') draft.goal = toCell(text)
  return true
}

const addUpperRow = (draft: Draft, row: Row): void => {
  noteUnit(draft, row)
  if (draft.phase === 'funds' && draft.funds && addMonitoredFunds(draft.funds, row)) return
  if (row.kind === 'paragraph' || filledCells(row).length <= 2) addHeading(draft, row)
  const pairs = pairsOf(row, labelOf)
  if (addGoal(draft, row, pairs)) return
  if (pairs.length > 0) draft.phase = 'head'
  addFields(draft, pairs)
}

/** A field below the indicators takes the whole row. */
const isTail = (row: Row, pairs: readonly Pair<Label>[]): boolean => {
  const first = filledCells(row)[0]
  if (!first || (row.kind === 'paragraph' && isLevel1(first.text))) return false
  return pairs[0]?.label.kind === 'head' && pairs[0].labelCell.at === first.at
}

const addLowerRow = (draft: Draft, row: Row, block: MonitoredBlock): void => {
  const pairs = pairsOf(row, labelOf)
  if (isTail(row, pairs)) {
    draft.isClosed = true
    addFields(draft, pairs)
  } else if (isTotalRow(row)) draft.isClosed = true
  else if (!draft.isClosed && row.kind !== 'paragraph') addMonitoredRow(block, row)
}

/** The months that column names tell (1-7月执行数), where no line above said them. */
const noteMonths = (draft: Draft, cells: readonly (Cell | undefined)[]): void => {
  for (const cell of cells) {
    const months = cell ? monthsIn(cell.printed) : 0
    if (months === 0 || draft.months > 0) continue
    draft.months = months
    draft.cut ??= cell
  }
}

const addRow = (draft: Draft, row: Row, hasCostGroup: boolean): void => {
  const divided = draft.block && draft.phase === 'indicators' ? dividedMonitored(draft.block, row) : undefined
  if (divided) {
    draft.block = divided
    return
  }
  const header = monitoredHeader(row)
  if (header) {
    // Printed again at the top of a page the header counts once.
    draft.block ??= openMonitored(header, hasCostGroup)
    draft.phase = 'indicators'
    return
  }
  if (draft.phase === 'indicators' && draft.block) {
    addLowerRow(draft, row, draft.block)
    return
  }
  const funds = draft.funds ? undefined : monitoredFundHeader(row)
  if (funds) {
    noteUnit(draft, row)
    draft.funds = { header: funds, rows: [], isDetail: false }
    draft.phase = 'funds'
  } else addUpperRow(draft, row)
}

const newDraft = (): Draft => ({
  phase: 'head',
  title: undefined,
  year: 0,
  yearCell: undefined,
  cut: undefined,
  months: 0,
  unit: '',
  unitAt: undefined,
  head: {},
  funds: undefined,
  goal: undefined,
  block: undefined,
  isClosed: false,
})

/** `undefined` when the rows hold no monitoring form. */
export const readMonitoring = ({ title, rows, source }: PlanSegment): Omit<Monitoring, 'index'> | undefined => {
  if (title === 'goal' || title === 'other') return undefined
  const draft = newDraft()
  const hasCostGroup = rows.some((row) => row.cells.some((cell) => isCostLevel2(cell.text)))
  for (const row of rows) if (filledCells(row).some((cell) => cell.own)) addRow(draft, row, hasCostGroup)
  const { block, funds } = draft
  if (!block) return undefined
  const headers = monitoredHeaders(block)
  noteMonths(draft, [funds ? fundHeaders(funds).executed : undefined, funds && fundHeaders(funds).rate, headers.actual])
  // Without a title only what looks ahead tells it from a report on the year.
  if (title === 'none' && !headers.forecast && !headers.likelihood && draft.months === 0) return undefined
  return {
    year: draft.year,
    title: draft.title,
    yearCell: draft.yearCell,
    cut: draft.cut,
    months: draft.months,
    head: draft.head,
    funds: {
      unit: draft.unit,
      unitAt: draft.unitAt,
      headers: funds ? fundHeaders(funds) : {},
      rows: funds?.rows ?? [],
    },
    goal: draft.goal,
    indicators: finishMonitored(block),
    indicatorHeaders: headers,
    source,
    at: draft.title?.at ?? rows[0]!.at,
  }
}
