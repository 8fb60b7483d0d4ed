/**
 * A monitoring form as the checks see it. Its indicators are shown twice as rows of a form view: the target against what
 * was reached until now, and against what is expected of the year; so that everything known of targets and units holds.
 */
import type {
  MonitoredColumn,
  MonitoredFundColumn,
  MonitoredFundRow,
  MonitoredIndicator,
  Monitoring,
} from '../../domain/monitoring.ts'
import type { Cell, SelfEvaluation } from '../../domain/self-evaluation.ts'
import type { FindingDraft } from '../../engine/check.ts'
import type { Comparison } from '../../engine/comparison.ts'
import { viewForm } from '../../engine/form-view.ts'
import { factsOf, type RowFacts, saysNone } from './form-facts.ts'
import { type MoneyCell, moneyCell } from './plan-money.ts'

export interface MonitoredRow {
  readonly facts: RowFacts
  readonly indicator: MonitoredIndicator
  /** Target against what was reached until the cut date. */
  readonly untilNow: Comparison | undefined
  /** Target against what is expected of the year. */
  readonly expected: Comparison | undefined
}

export interface MonitoredFunds {
  readonly key: MonitoredFundRow['key']
  readonly name: string
  readonly row: MonitoredFundRow
  readonly index: number
  readonly amounts: Readonly<Partial<Record<MonitoredFundColumn, MoneyCell>>>
}

export interface MonitoringView {
  readonly monitoring: Monitoring
  readonly section: string
  readonly rows: readonly MonitoredRow[]
  readonly funds: readonly MonitoredFunds[]
  readonly total: MonitoredFunds | undefined
  readonly sources: readonly MonitoredFunds[]
}

const SIGN = /^[≥≤><＞＜=＝≧≦]$/
const STARTS_WITH_SIGN = /^[≥≤><＞＜=＝≧≦]|^(?:不|大于|小于|高于|低于|等于)/
const ENDS_IN_DIGIT = /[\d０-９]$/
const NO_UNIT = /^[—–\-/无]*$/

const withUnit = (cell: Cell | undefined, sign: string, unit: string, at: Cell['at']): Cell => {
  const printed = cell?.printed ?? ''
  if (!cell || printed === '') return { printed: '', at }
  const front = SIGN.test(sign) && !STARTS_WITH_SIGN.test(printed) ? sign : ''
  const behind = ENDS_IN_DIGIT.test(printed) && !NO_UNIT.test(unit) ? unit : ''
  return { ...cell, printed: `${front}${printed}${behind}` }
}

/** `column`: what stands as the actual value. */
const asIndicator = (row: MonitoredIndicator, column: 'actual' | 'forecast'): SelfEvaluation['indicators'][number] => {
  const { direction, unit, weight } = row.cells
  const { at } = row.level3
  const blank: Cell = { printed: '', at }
  const own = unit?.printed.trim() ?? ''
  return {
    level1: row.level1,
    level2: row.level2,
    level3: row.level3,
    target: withUnit(row.cells.target, direction?.printed.trim() ?? '', own, at),
    actual: withUnit(row.cells[column], '', own, at),
    weight: weight ?? blank,
    score: blank,
    deviation: blank,
    more: { ...(direction ? { direction } : {}), ...(unit ? { unit } : {}) },
  }
}

const asForm = (monitoring: Monitoring, column: 'actual' | 'forecast'): SelfEvaluation => ({
  index: monitoring.index,
  year: monitoring.year,
  title: monitoring.title,
  yearCell: monitoring.yearCell,
  head: {},
  funds: { unit: monitoring.funds.unit, unitAt: undefined, rows: {}, moreSources: [], headers: {} },
  goalExpected: monitoring.goal,
  goalActual: undefined,
  indicators: monitoring.indicators.map((row) => asIndicator(row, column)),
  indicatorHeaders: {},
  totalWeight: undefined,
  totalScore: undefined,
  more: {},
  emptyTemplateRows: [],
  source: monitoring.source,
})

const fundsOf = ({ funds }: Monitoring): readonly MonitoredFunds[] =>
  funds.rows.map((row, index) => ({
    key: row.key,
    name: row.label.printed.replace(/^(?:其中|其)\s*[:：]\s*|[:：]\s*$/g, ''),
    row,
    index,
    amounts: Object.fromEntries(
      Object.entries(row.cells).map(([column, cell]) => [
        column,
        moneyCell(row.label, `funds.rows[${index}].${column}`, cell, funds.unit),
      ]),
    ),
  }))

const views = new WeakMap<Monitoring, MonitoringView>()

export const viewMonitoring = (monitoring: Monitoring): MonitoringView => {
  const known = views.get(monitoring)
  if (known) return known
  const now = viewForm(asForm(monitoring, 'actual'))
  const year = viewForm(asForm(monitoring, 'forecast'))
  const rows = factsOf(now).rows.flatMap((facts): MonitoredRow[] => {
    if (saysNone(facts.name.text) && saysNone(facts.target.text)) return []
    const { index } = facts
    return [
      {
        facts,
        indicator: monitoring.indicators[index]!,
        untilNow: facts.view.comparison,
        expected: year.indicators[index]!.comparison,
      },
    ]
  })
  const funds = fundsOf(monitoring)
  const view: MonitoringView = {
    monitoring,
    section: `monitorings[${monitoring.index - 1}]`,
    rows,
    funds,
    total: funds.find(({ key }) => key === 'total'),
    sources: funds.filter(({ key }) => key !== 'total'),
  }
  views.set(monitoring, view)
  return view
}

type Place = Pick<FindingDraft, 'section' | 'field' | 'also' | 'position'>

export const onMonitoring = (
  { section }: Pick<MonitoringView, 'section'>,
  field: string,
  cell: Cell | undefined,
  also: readonly string[] = [],
): Place => ({ section, field, ...(also.length > 0 ? { also } : {}), ...(cell ? { position: cell.at } : {}) })

export const onColumn = (
  view: Pick<MonitoringView, 'section'>,
  { facts, indicator }: MonitoredRow,
  column: MonitoredColumn,
  also: readonly MonitoredColumn[] = [],
): Place => {
  const field = (one: MonitoredColumn): string => `indicators[${facts.index}].${one}`
  return onMonitoring(view, field(column), indicator.cells[column] ?? indicator.level3, also.map(field))
}

export const printedIn = ({ indicator }: MonitoredRow, column: MonitoredColumn): string =>
  indicator.cells[column]?.printed.trim() ?? ''

/** The budgets that a rate may divide by: the adjusted one, the initial one. */
export const budgetsOf = ({ amounts }: MonitoredFunds): readonly MoneyCell[] =>
  [amounts.adjustedBudget, amounts.initialBudget].flatMap((cell) => (cell?.amount ? [cell] : []))

const MARK = /^[√✓✔☑■●vV是1]/u
const NOT_TICKED = /^[□☐否0—–\-/]*$/u

/** Boxes that are ticked: those with a mark; where none has one, those that hold anything (○, ×, words). */
export const tickedOf = <Key extends string>(
  cells: Readonly<Partial<Record<Key, Cell>>>,
  keys: readonly Key[],
): readonly Key[] => {
  const printed = keys.map((key) => [key, cells[key]?.printed.trim() ?? ''] as const)
  const marked = printed.filter(([, text]) => MARK.test(text))
  const filled = printed.filter(([, text]) => text !== '' && !NOT_TICKED.test(text))
  return (marked.length > 0 ? marked : filled).map(([key]) => key)
}
