/** The money of a goal declaration: totals of the year and of the whole period, their sources, plans by year. */
import type {
  DeclaredMoney,
  GoalDeclaration,
  MoneyLine,
  MoneySource,
  Term,
  YearPlan,
} from '../../domain/goal-declaration.ts'
import type { Position } from '../../domain/source-document.ts'
import { toCell } from '../columns.ts'
import { statedUnit } from '../funds.ts'
import { type Pair, valueCell } from '../plans/pairs.ts'
import type { Row, RowCell } from '../rows.ts'
import { narrow } from '../text.ts'
import type { GoalLabel } from './labels.ts'

type Source = MoneyLine & { readonly key: MoneySource }

interface OpenMoney {
  total: MoneyLine | undefined
  readonly sources: Source[]
  /** Column of the total's label: sources below belong to the total under which they stand. */
  column: number
  /** Lines behind a second 其中 say where a source came from. */
  isDetail: boolean
}

export interface MoneyBlock {
  unit: string
  unitAt: Position | undefined
  readonly terms: Partial<Record<Term, OpenMoney>>
  readonly yearly: YearPlan[]
  last: Term
  /** Labels without values: the row below has the amounts under them. */
  pending: readonly Pair<GoalLabel>[]
}

export const newMoneyBlock = (): MoneyBlock => ({
  unit: '',
  unitAt: undefined,
  terms: {},
  yearly: [],
  last: 'annual',
  pending: [],
})

const AMOUNT = /^[-−]?[\d,.]+(?:[万亿]?元?)$|^[—–\-－/]+$|^(?:无|零)$/
/** 108（万元）: the unit of the block said once more. */
const UNIT_BEHIND = /[（(][亿万]?元[)）]$/
export const isAmount = (text: string): boolean =>
  text === '' || AMOUNT.test(narrow(text).replace(/\s/g, '').replace(UNIT_BEHIND, ''))

export const noteMoneyUnit = (block: MoneyBlock, row: Row): void => {
  if (block.unit !== '') return
  for (const cell of row.cells) {
    const unit = cell.text.length < 60 ? statedUnit(cell.text) : undefined
    if (unit === undefined) continue
    block.unit = unit
    block.unitAt = cell.at
    return
  }
}

const DETAIL = /中央|省|市|区|县|地方|补助|上级|本级|一般公共|政府性基金|国有资本/

/** Of two totals side by side each takes the sources below it; in a table of moved cells their order tells. */
const termOf = (block: MoneyBlock, cell: RowCell, row: Row, nth: number, sources: number): Term => {
  const { annual, multiYear } = block.terms
  if (!annual || !multiYear) return annual ? 'annual' : multiYear ? 'multiYear' : block.last
  if (annual.column === multiYear.column) return block.last
  const [left, right]: readonly Term[] =
    annual.column < multiYear.column ? ['annual', 'multiYear'] : ['multiYear', 'annual']
  if (row.kind === 'exact') return cell.column >= block.terms[right!]!.column ? right! : left!
  return sources > 1 ? (nth === 0 ? left! : right!) : block.last
}

const openTerm = (block: MoneyBlock, term: Term): OpenMoney =>
  (block.terms[term] ??= { total: undefined, sources: [], column: -1, isDetail: false })

const addTotal = (block: MoneyBlock, term: Term, pair: Pair<GoalLabel>): void => {
  const free = block.terms[term]?.total ? undefined : term
  if (!free) return
  const open = openTerm(block, free)
  open.total = { label: toCell(pair.labelCell), amount: valueCell(pair) }
  open.column = pair.labelCell.column
  block.last = free
}

const addSource = (block: MoneyBlock, key: MoneySource, term: Term, pair: Pair<GoalLabel>): void => {
  const open = openTerm(block, term)
  const label = toCell(pair.labelCell)
  const has = (wanted: MoneySource): boolean => open.sources.some((source) => source.key === wanted)
  const isWhich = /^其中/.test(label.printed)
  const isPart = key === 'more' || (key === 'appropriation' && has('appropriation'))
  open.isDetail = isPart && (open.isDetail || (isWhich && open.sources.length > 0))
  if (open.isDetail && DETAIL.test(label.printed)) return
  if (key !== 'more' && has(key)) {
    open.sources.push({ key: 'more', label, amount: valueCell(pair) })
    return
  }
  open.sources.push({ key, label, amount: valueCell(pair) })
}

/** Adds the lines of money of one row. */
export const addMoney = (block: MoneyBlock, row: Row, pairs: readonly Pair<GoalLabel>[]): void => {
  const money = pairs.filter(({ value }) => value === undefined || isAmount(value.text))
  const sources = money.filter(({ label }) => label.kind === 'source')
  const totals = money.flatMap(({ label }) => (label.kind === 'total' ? [label.term] : []))
  for (const pair of money) {
    const { label } = pair
    if (label.kind === 'total') addTotal(block, label.term, pair)
    else if (label.kind === 'year')
      block.yearly.push({ year: label.year, label: toCell(pair.labelCell), amount: valueCell(pair) })
    else if (label.kind === 'source') {
      // Beside one total of their own row the sources are its parts.
      const own = totals.length === 1 ? totals[0] : undefined
      const term = own ?? termOf(block, pair.labelCell, row, sources.indexOf(pair), sources.length)
      addSource(block, label.key, term, pair)
    }
  }
}

/** Amounts below a row of labels (合计 | 财政拨款 | 其他资金, 2023年 | 2024年): true when the row was such a one. */
export const addPendingMoney = (block: MoneyBlock, row: Row): boolean => {
  const { pending } = block
  block.pending = []
  if (pending.length === 0) return false
  const values = row.cells.filter((cell) => cell.own && cell.text !== '' && isAmount(cell.text))
  if (values.length === 0) return false
  const under = (label: RowCell, i: number): RowCell | undefined =>
    row.kind === 'exact'
      ? values.find((cell) => cell.column < label.column + label.span && cell.column + cell.span > label.column)
      : values.length === pending.length
        ? values[i]
        : undefined
  const filled = pending.map((pair, i) => ({ ...pair, value: under(pair.labelCell, i), blank: pair.labelCell }))
  addMoney(block, row, filled)
  return true
}

const finished = (open: OpenMoney | undefined): DeclaredMoney | undefined =>
  open && { total: open.total, sources: open.sources }

export const finishMoney = (block: MoneyBlock): GoalDeclaration['money'] => ({
  unit: block.unit,
  unitAt: block.unitAt,
  annual: finished(block.terms.annual),
  multiYear: finished(block.terms.multiYear),
  yearly: block.yearly,
})
