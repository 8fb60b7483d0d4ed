/** Monitoring forms in broken lines. Boxes to tick leave no trace of their column in such text and are left out. */
import {
  MONITORED_COLUMNS,
  MONITORED_FUND_COLUMNS,
  MONITORING_FIELDS,
  type MonitoredColumn,
  type MonitoredFundColumn,
  type MonitoredFundRow,
  type Monitoring,
  type MonitoringField,
} from '../../domain/monitoring.ts'
import { type Cell, FUND_ROWS, type FundColumn } from '../../domain/self-evaluation.ts'
import type { TextLines } from '../../domain/source-document.ts'
import { formLayout } from '../../law/forms.ts'
import { type MonitoredLevel, monitoringLayout } from '../../law/monitoring-form.ts'
import { fundRowKey } from '../funds.ts'
import { cellOf } from '../lines/cells.ts'
import { lineStarts, lineText } from '../lines/find-forms.ts'
import { readFunds, unitOf } from '../lines/fund-lines.ts'
import { readHead } from '../lines/head-lines.ts'
import {
  type FoundHeader,
  type HeaderVocabulary,
  headerText,
  headerVocabulary,
  matchHeader,
} from '../lines/header-match.ts'
import type { Token } from '../lines/tokens.ts'
import { labelText } from '../lines/trie.ts'
import type { FundField, IndicatorField } from '../lines/vocabulary.ts'
import { blankAt, findTable, type LineForm, lineForms, planLines, readTable } from '../plans/line-forms.ts'
import { formYear } from '../plans/segments.ts'
import { cutMonthsIn, isCause, isLikelihood, type MonitoredField, monthsIn } from './words.ts'

const LIKE: Readonly<Partial<Record<MonitoredField, IndicatorField>>> = {
  level1: 'level1',
  level2: 'level2',
  level3: 'level3',
  target: 'target',
  actual: 'actual',
  forecast: 'initialTarget',
  weight: 'weight',
  direction: 'direction',
  unit: 'unit',
  causeText: 'deviation',
  cause: 'deviation',
  likelihood: 'isCore',
  measures: 'evidence',
  note: 'measures',
}

/** Columns of the money like those of a self-evaluation; what has none of its own takes one that such forms leave free. */
const FUND_LIKE: Readonly<Record<MonitoredFundColumn, FundColumn>> = {
  initialBudget: 'initialBudget',
  adjustment: 'weight',
  adjustedBudget: 'fullYearBudget',
  executed: 'executed',
  rate: 'rate',
  forecast: 'score',
  forecastRate: 'weight',
}

/** The usual order of columns. */
const ORDER: readonly MonitoredField[] = [
  'level1',
  'level2',
  'level3',
  'weight',
  'direction',
  'target',
  'unit',
  'actual',
  'forecast',
  'money',
  'rules',
  'staff',
  'hardware',
  'other',
  'causeText',
  'cause',
  'certain',
  'possible',
  'impossible',
  'likelihood',
  'measures',
  'note',
]

const MONTHS = ['3', '6', '7', '8', '9', '10', '11']
const DASHES = ['-', '—', '–', '~', '至']
const PERIODS = MONTHS.flatMap((month) => DASHES.map((dash) => `1${dash}${month}月`))

/** 1-7月执行数 for 执行数: what such text prints in one piece or in several. */
const dated = (labels: readonly string[]): readonly string[] => [
  ...labels,
  ...labels
    .filter((label) => !/全年|预计|年初|调整/.test(label))
    .flatMap((label) => PERIODS.map((period) => period + label)),
]

const DATED: ReadonlySet<string> = new Set(['actual', 'executed', 'rate'])

type HeadLabel = MonitoringField | 'cut' | 'goal' | 'block'

const build = () => {
  const { head, cut, fundBlock, funds, goalBlock, columns, causes, likelihoods } = monitoringLayout()
  const all: Record<string, readonly string[]> = { ...columns, ...causes, ...likelihoods }
  const labelled = Object.fromEntries(
    ORDER.map((field) => [field, DATED.has(field) ? dated(all[field]!) : all[field]!]),
  ) as Record<MonitoredField, readonly string[]>
  const labels = new Map<string, HeadLabel>()
  const add = (field: HeadLabel, names: readonly string[]): void => {
    for (const name of names) labels.set(labelText(name), field)
  }
  add('block', fundBlock)
  add('cut', cut)
  add('goal', goalBlock)
  for (const field of MONITORING_FIELDS) add(field, head[field])
  const fundLabels = Object.fromEntries(
    MONITORED_FUND_COLUMNS.map((column) => [column, DATED.has(column) ? dated(funds[column]) : funds[column]]),
  ) as Record<MonitoredFundColumn, readonly string[]>
  return {
    labels,
    table: headerVocabulary(labelled, ORDER, formLayout().indicators.block, 3) as HeaderVocabulary<MonitoredField>,
    funds: headerVocabulary(fundLabels, MONITORED_FUND_COLUMNS, fundBlock),
  }
}
let built: ReturnType<typeof build> | undefined

/** Names above the boxes: they head no column of their own. */
const GROUPS: ReadonlySet<MonitoredField> = new Set(['cause', 'likelihood'])
const TICK = /^[√✓✔☑■●○□☐×]$/u

interface FundPart {
  readonly at: number
  readonly header: FoundHeader<MonitoredFundColumn>
}

const findFunds = (tokens: readonly Token[], words: HeaderVocabulary<MonitoredFundColumn>): FundPart | undefined => {
  for (const at of lineStarts(tokens)) {
    const header = matchHeader(tokens.slice(at, at + 40), words, 3)
    if (header?.labels.some(({ field }) => field === 'executed')) return { at, header }
  }
  return undefined
}

/** The goal's label, set in pieces over several lines, ends the money: numbers of the goal are no amounts. */
const goalStart = (tokens: readonly Token[]): number => {
  for (const at of lineStarts(tokens)) {
    let text = ''
    for (const token of tokens.slice(at, at + MOST_PIECES)) {
      text += labelText(token.text)
      if (built?.labels.get(text.replace(/:$/, '')) === 'goal') return at
    }
  }
  return tokens.length
}
const MOST_PIECES = 5

/** 年度资金总额： with its colon is no name that the list of sources knows. */
const keyOf = (label: Cell, hasTotal: boolean): MonitoredFundRow['key'] => {
  const key = fundRowKey(label.printed.replace(/[:：]$/, ''), NONE)
  return key === 'total' && !hasTotal ? 'total' : 'more'
}
const NONE: ReadonlySet<string> = new Set()

const byTotal = (a: MonitoredFundRow, b: MonitoredFundRow): number =>
  Number(b.key === 'total') - Number(a.key === 'total')

const fundsOf = (tokens: readonly Token[], found: FundPart | undefined): Monitoring['funds'] => {
  if (!found) return { ...unitOf(tokens), headers: {}, rows: [] }
  const { header, at } = found
  // Adjustments and a second rate share a place: a form with both is read without the second rate.
  const hasAdjustment = header.labels.some(({ field }) => field === 'adjustment')
  const own = header.labels.filter(({ field }) => !(hasAdjustment && field === 'forecastRate'))
  const like = own.map((label) => ({ ...label, field: FUND_LIKE[label.field] }))
  const rest = tokens.slice(at + header.length)
  const behind = rest.slice(0, goalStart(rest)).map((token) => ({ ...token, key: token.key.replace(/:$/, '') }))
  const read = readFunds(behind, { ...header, labels: like } as unknown as FoundHeader<FundField>, planLines())
  const columns = own.map(({ field }) => field)
  const row = (key: MonitoredFundRow['key'], { label, cells }: { label: Cell; cells: object }): MonitoredFundRow => ({
    key,
    label,
    cells: Object.fromEntries(
      columns.flatMap((column) => {
        const cell = (cells as Readonly<Partial<Record<string, Cell>>>)[FUND_LIKE[column]]
        return cell ? [[column, cell] as const] : []
      }),
    ),
  })
  return {
    ...(read.unit === '' ? unitOf(tokens) : { unit: read.unit, unitAt: read.unitAt }),
    headers: Object.fromEntries(
      header.labels.map((label) => [label.field, { printed: headerText(label), at: label.tokens[0]!.at }]),
    ),
    rows: [
      ...FUND_ROWS.flatMap((key) => (read.rows[key] ? [row(key, read.rows[key])] : [])),
      ...read.moreSources.map((source) => row(keyOf(source.label, read.rows.total !== undefined), source)),
    ].sort(byTotal),
  }
}

const headingOf = (tokens: readonly Token[]): Pick<Monitoring, 'year' | 'yearCell' | 'cut' | 'months'> => {
  let [year, months] = [0, 0]
  let [yearCell, cut]: (Cell | undefined)[] = []
  for (const at of lineStarts(tokens).slice(0, 8)) {
    const printed = lineText(tokens, at)
    const cell = { printed, at: tokens[at]!.at }
    if (printed.length > 40) continue
    if (year === 0 && formYear(printed) > 0) [year, yearCell] = [formYear(printed), cell]
    if (months === 0 && cutMonthsIn(printed) > 0) [months, cut] = [cutMonthsIn(printed), cell]
  }
  return { year, yearCell, cut, months }
}

type Cells = Readonly<Partial<Record<HeadLabel, Cell>>>
const labelled = (tokens: readonly Token[], labels: ReadonlyMap<string, HeadLabel>): Cells => {
  const { head, more } = readHead(tokens, labels as never) as unknown as { head: Cells; more: Cells }
  return { ...head, ...more }
}

const monthsOfHeaders = (cells: readonly (Cell | undefined)[]): { months: number; cut: Cell } | undefined =>
  cells.flatMap((cell) =>
    cell && monthsIn(cell.printed) > 0 ? [{ months: monthsIn(cell.printed), cut: cell }] : [],
  )[0]

const readForm = ({ tokens, pageNumbers, fromLine, toLine }: LineForm, block: number) => {
  built ??= build()
  const table = findTable(
    tokens,
    built.table,
    4,
    (fields) => fields.has('target') && (fields.has('actual') || fields.has('forecast')),
  )
  if (!table) return []
  const funds = findFunds(tokens.slice(0, table.at), built.funds)
  const above = tokens.slice(0, funds?.at ?? table.at)
  const cells = {
    ...labelled(tokens.slice(funds ? funds.at + funds.header.length : 0, table.at), built.labels),
    ...labelled(above, built.labels),
  }
  const isBoxed = table.header.labels.some(({ field }) => isCause(field) || isLikelihood(field))
  const body = readTable(
    tokens,
    table,
    pageNumbers,
    (field) => (isBoxed && GROUPS.has(field) ? undefined : LIKE[field]),
    ({ key }) => isBoxed && TICK.test(key),
  )
  const below = labelled(body.rest, built.labels)
  const head: Partial<Record<MonitoringField, Cell>> = {}
  for (const field of MONITORING_FIELDS) {
    const cell = cells[field] ?? below[field]
    if (cell) head[field] = cell
  }
  const heading = headingOf(tokens)
  const money = fundsOf(tokens.slice(0, table.at), funds)
  const stated = monthsOfHeaders([money.headers.executed, money.headers.rate, body.headers.actual])
  const first = tokens[0]!
  const { at } = first
  const form: Omit<Monitoring, 'index'> = {
    ...heading,
    ...(heading.months === 0 && stated ? stated : {}),
    title: cellOf(tokens.filter(({ line }) => line === first.line)),
    head,
    funds: money,
    goal: cells.goal,
    indicators: body.rows.map((row) => ({
      level1: row.level1 ?? blankAt(at),
      level2: row.level2 ?? blankAt(at),
      level3: row.level3 ?? blankAt(at),
      cells: Object.fromEntries(
        MONITORED_COLUMNS.flatMap((column) => (row[column] ? [[column, row[column]] as const] : [])),
      ) as Partial<Record<MonitoredColumn, Cell>>,
      causes: {},
      likelihoods: {},
    })),
    indicatorHeaders: body.headers as Partial<Record<MonitoredLevel | MonitoredField, Cell>>,
    source: { fromBlock: block, toBlock: block, fromRow: fromLine, toRow: toLine },
    at,
  }
  return form.indicators.length > 0 ? [form] : []
}

/** All monitoring forms of a block. Never throws, never repairs. */
export const monitoringsFromLines = (block: TextLines, index: number): readonly Omit<Monitoring, 'index'>[] =>
  lineForms(block, 'monitoring').flatMap((form) => readForm(form, index))
