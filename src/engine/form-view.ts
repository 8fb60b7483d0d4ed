/**
 * A form with its numbers read once, so that sixty checks do not parse the same cell sixty times. The printed record
 * stays beside it; a view adds understanding, it changes nothing.
 */

import type { FieldAddress } from '../domain/field-address.ts'
import {
  type Cell,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundColumn,
  type FundRow,
  type FundRowKey,
  type Indicator,
  type SelfEvaluation,
} from '../domain/self-evaluation.ts'
import type { Decimal } from '../kernel/decimal.ts'
import { parseQuantity } from '../kernel/parse-quantity.ts'
import { type PrintedNumber, plainNumber, readPrintedNumber } from '../kernel/printed-number.ts'
import { simpleQuantity } from '../kernel/quantity/simple.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { remembering } from '../kernel/remember.ts'
import { type Comparison, compareIndicator } from './comparison.ts'
import type { Amount } from './verdict.ts'

/** A number cell with its address. `number` is the exact printed value when the cell holds a number. */
export interface NumberField {
  readonly field: FieldAddress
  readonly cell: Cell
  readonly read: PrintedNumber
  readonly number: Decimal | undefined
}

/** A cell of the fund block. */
export interface FundField extends NumberField {
  /** The number as money, see `fundAmount` in `money.ts`. */
  readonly amount: Amount | undefined
}

export interface FundRowView {
  readonly key: FundRowKey | `moreSources[${number}]`
  readonly row: FundRow
  /** `undefined`: the form has no such column. */
  readonly columns: Readonly<Record<FundColumn, FundField | undefined>>
  /** What was worked out once for this row; reached through `oncePerRow` only. */
  readonly memo: unknown[]
}

export interface IndicatorView {
  /** 0-based. */
  readonly index: number
  readonly row: Indicator
  readonly weight: NumberField
  readonly score: NumberField
  readonly target: Quantity
  readonly actual: Quantity
  /** True for rows such as 无/不涉及 with weight 0: printed, and not in use. */
  readonly isUnused: boolean
  /** Target against actual, read on first use; `undefined` when they cannot be compared. */
  readonly comparison: Comparison | undefined
}

export interface FormView {
  readonly record: SelfEvaluation
  /** What checks worked out once for this form; reached through `oncePerForm` only. */
  readonly memo: unknown[]
  readonly index: number
  readonly year: number
  readonly funds: {
    readonly total: FundRowView | undefined
    /** All source rows that the form prints, in order: appropriation, carryover, other, further sources. */
    readonly sources: readonly FundRowView[]
    /** The total, if there is one, and the sources. */
    readonly rows: readonly FundRowView[]
  }
  readonly indicators: readonly IndicatorView[]
  readonly totalWeight: NumberField | undefined
  readonly totalScore: NumberField | undefined
}

const readOther = remembering(readPrintedNumber)

/** Most cells are a plain number, which is read faster than it is looked up. */
const readNumber = (printed: string): PrintedNumber => plainNumber(printed) ?? readOther(printed)

const readOtherQuantity = remembering(parseQuantity)
const readQuantity = (printed: string): Quantity => simpleQuantity(printed) ?? readOtherQuantity(printed)

const numberField = (field: FieldAddress, cell: Cell): NumberField => {
  const read = readNumber(cell.printed)
  return { field, cell, read, number: read.kind === 'number' ? read.value : undefined }
}

/** Addresses are the same on every form; building them anew costs more than reading the numbers. */
const fundFields = new Map<FundRowView['key'], Readonly<Record<FundColumn, FieldAddress>>>()
const fundFieldsOf = (key: FundRowView['key']): Readonly<Record<FundColumn, FieldAddress>> => {
  let fields = fundFields.get(key)
  if (!fields) {
    fields = Object.fromEntries(FUND_COLUMNS.map((column) => [column, `funds.${key}.${column}`])) as Record<
      FundColumn,
      FieldAddress
    >
    fundFields.set(key, fields)
  }
  return fields
}

const HEADER_POWER: Readonly<Record<string, number>> = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 }

/** Power of ten of 元 behind a fund block's numbers; `undefined` when the form states no unit. */
export const unitPower = (unit: string): number | undefined => HEADER_POWER[unit]

const fundField = (field: FieldAddress, cell: Cell | undefined, headerPower: number): FundField | undefined => {
  if (!cell) return undefined
  const read = readNumber(cell.printed)
  if (read.kind !== 'number') return { field, cell, read, number: undefined, amount: undefined }
  const { value, suffix, power, isPercent } = read
  const amount = isPercent ? undefined : { value, power: suffix === '' ? headerPower : power }
  return { field, cell, read, number: value, amount }
}

/** All columns in one order on every row, present or not: objects of one shape are read fastest. */
const fundRowView = (key: FundRowView['key'], row: FundRow, headerPower: number): FundRowView => {
  const fields = fundFieldsOf(key)
  const { cells } = row
  const columns = {
    initialBudget: fundField(fields.initialBudget, cells.initialBudget, headerPower),
    fullYearBudget: fundField(fields.fullYearBudget, cells.fullYearBudget, headerPower),
    executed: fundField(fields.executed, cells.executed, headerPower),
    weight: fundField(fields.weight, cells.weight, headerPower),
    rate: fundField(fields.rate, cells.rate, headerPower),
    score: fundField(fields.score, cells.score, headerPower),
  }
  return { key, row, columns, memo: new Array<unknown>(rowSlots).fill(undefined) }
}

const weightFields: FieldAddress[] = []
const scoreFields: FieldAddress[] = []
const rowField = (fields: FieldAddress[], index: number, column: 'weight' | 'score'): FieldAddress =>
  (fields[index] ??= `indicators[${index}].${column}`)

const saysNothing = (quantity: Quantity): boolean => quantity.kind === 'none' || quantity.kind === 'blank'

/** Targets and actuals are parsed on first use: most arithmetic never asks for them. A class, because ten of them are made per form. */
class LazyIndicator implements IndicatorView {
  readonly index: number
  readonly row: Indicator
  readonly weight: NumberField
  readonly score: NumberField
  #target: Quantity | undefined = undefined
  #actual: Quantity | undefined = undefined
  #comparison: Comparison | null | undefined = undefined

  constructor(row: Indicator, index: number) {
    this.index = index
    this.row = row
    this.weight = numberField(rowField(weightFields, index, 'weight'), row.weight)
    this.score = numberField(rowField(scoreFields, index, 'score'), row.score)
  }

  get target(): Quantity {
    this.#target ??= readQuantity(this.row.target.printed)
    return this.#target
  }

  get actual(): Quantity {
    this.#actual ??= readQuantity(this.row.actual.printed)
    return this.#actual
  }

  get comparison(): Comparison | undefined {
    if (this.#comparison === undefined) this.#comparison = compareIndicator(this) ?? null
    return this.#comparison ?? undefined
  }

  get isUnused(): boolean {
    const { number } = this.weight
    return (number === undefined || number.isZero()) && saysNothing(this.target) && saysNothing(this.actual)
  }
}

let slots = 0
let rowSlots = 0

/**
 * Remembers what `make` gives for a form as long as its view lives. A slot of the view instead of a WeakMap: dozens of
 * look-ups per form are cheap, and the garbage collector has no table to walk.
 */
export const oncePerForm = <T extends object>(make: (form: FormView) => T): ((form: FormView) => T) => {
  const slot = slots++
  return (form) => {
    const known = form.memo[slot] as T | undefined
    if (known !== undefined) return known
    const made = make(form)
    form.memo[slot] = made
    return made
  }
}

/** The same for one row of the fund block under one set of rules; other rules are worked out anew. */
export const oncePerRow = <K extends object, T>(
  make: (form: FormView, row: FundRowView, rules: K) => T,
): ((form: FormView, row: FundRowView, rules: K) => T) => {
  const slot = rowSlots++
  return (form, row, rules) => {
    const known = row.memo[slot] as { readonly rules: K; readonly made: T } | undefined
    if (known?.rules === rules) return known.made
    const made = make(form, row, rules)
    row.memo[slot] = { rules, made }
    return made
  }
}

const SOURCE_ROWS = FUND_ROWS.filter((key) => key !== 'total')

const viewFunds = ({ rows, moreSources, unit }: SelfEvaluation['funds']): FormView['funds'] => {
  // Without any stated unit the numbers are taken as they stand: cells of one block still compare.
  const power = unitPower(unit) ?? 0
  const total = rows.total && fundRowView('total', rows.total, power)
  const sources: FundRowView[] = []
  for (const key of SOURCE_ROWS) if (rows[key]) sources.push(fundRowView(key, rows[key], power))
  for (let i = 0; i < moreSources.length; i++) sources.push(fundRowView(`moreSources[${i}]`, moreSources[i]!, power))
  return { total, sources, rows: total ? [total, ...sources] : sources }
}

const viewIndicators = (rows: readonly Indicator[]): readonly IndicatorView[] => {
  const views = new Array<IndicatorView>(rows.length)
  for (let i = 0; i < rows.length; i++) views[i] = new LazyIndicator(rows[i]!, i)
  return views
}

/** A view whose parts can be given back. */
export interface HeldForm extends FormView {
  /** Forgets what was read; whoever asks again has it read again. */
  readonly release: () => void
}

/**
 * Its parts are read on first use and forgotten when the checks of the form are through: what hundreds of forms still held
 * while the checks of the whole document run would be copied about by the garbage collector, and little of it is used then.
 */
class LazyForm implements HeldForm {
  readonly record: SelfEvaluation
  readonly index: number
  readonly year: number
  #memo: unknown[] | undefined = undefined
  #funds: FormView['funds'] | undefined = undefined
  #indicators: readonly IndicatorView[] | undefined = undefined
  #totalWeight: NumberField | undefined = undefined
  #totalScore: NumberField | undefined = undefined

  constructor(record: SelfEvaluation) {
    this.record = record
    this.index = record.index
    this.year = record.year
  }

  get memo(): unknown[] {
    this.#memo ??= new Array<unknown>(slots).fill(undefined)
    return this.#memo
  }

  get funds(): FormView['funds'] {
    this.#funds ??= viewFunds(this.record.funds)
    return this.#funds
  }

  get indicators(): readonly IndicatorView[] {
    this.#indicators ??= viewIndicators(this.record.indicators)
    return this.#indicators
  }

  get totalWeight(): NumberField | undefined {
    const cell = this.record.totalWeight
    if (cell) this.#totalWeight ??= numberField('totalWeight', cell)
    return this.#totalWeight
  }

  get totalScore(): NumberField | undefined {
    const cell = this.record.totalScore
    if (cell) this.#totalScore ??= numberField('totalScore', cell)
    return this.#totalScore
  }

  release(): void {
    this.#memo = undefined
    this.#funds = undefined
    this.#indicators = undefined
    this.#totalWeight = undefined
    this.#totalScore = undefined
  }
}

export const viewForm = (record: SelfEvaluation): HeldForm => new LazyForm(record)
