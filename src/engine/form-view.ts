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
import { type PrintedNumber, readPrintedNumber } from '../kernel/printed-number.ts'
import type { Quantity } from '../kernel/quantity.ts'
import { type Comparison, compareIndicator } from './comparison.ts'

/** A number cell with its address. `number` is the exact printed value when the cell holds a number. */
export interface NumberField {
  readonly field: FieldAddress
  readonly cell: Cell
  readonly read: PrintedNumber
  readonly number: Decimal | undefined
}

export interface FundRowView {
  readonly key: FundRowKey | `moreSources[${number}]`
  readonly row: FundRow
  readonly columns: Readonly<Partial<Record<FundColumn, NumberField>>>
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
  readonly index: number
  readonly year: number
  readonly funds: {
    readonly total: FundRowView | undefined
    /** All source rows that the form prints, in order: appropriation, carryover, other, further sources. */
    readonly sources: readonly FundRowView[]
  }
  readonly indicators: readonly IndicatorView[]
  readonly totalWeight: NumberField | undefined
  readonly totalScore: NumberField | undefined
}

const numberField = (field: FieldAddress, cell: Cell): NumberField => {
  const read = readPrintedNumber(cell.printed)
  return { field, cell, read, number: read.kind === 'number' ? read.value : undefined }
}

const fundRowView = (key: FundRowView['key'], row: FundRow): FundRowView => {
  const columns: Partial<Record<FundColumn, NumberField>> = {}
  for (const column of FUND_COLUMNS) {
    const cell = row.cells[column]
    if (cell) columns[column] = numberField(`funds.${key}.${column}`, cell)
  }
  return { key, row, columns }
}

const saysNothing = (quantity: Quantity): boolean => quantity.kind === 'none' || quantity.kind === 'blank'

/** Targets and actuals are parsed on first use: most arithmetic never asks for them. */
const indicatorView = (row: Indicator, index: number): IndicatorView => {
  let target: Quantity | undefined
  let actual: Quantity | undefined
  let comparison: Comparison | null | undefined
  const weight = numberField(`indicators[${index}].weight`, row.weight)
  return {
    index,
    row,
    weight,
    score: numberField(`indicators[${index}].score`, row.score),
    get target() {
      return (target ??= parseQuantity(row.target.printed))
    },
    get actual() {
      return (actual ??= parseQuantity(row.actual.printed))
    },
    get comparison() {
      if (comparison === undefined) comparison = compareIndicator(this) ?? null
      return comparison ?? undefined
    },
    get isUnused() {
      return (
        (weight.number === undefined || weight.number.isZero()) && saysNothing(this.target) && saysNothing(this.actual)
      )
    },
  }
}

export const viewForm = (record: SelfEvaluation): FormView => {
  const rows = record.funds.rows
  const sources = FUND_ROWS.filter((key) => key !== 'total').flatMap((key) =>
    rows[key] ? [fundRowView(key, rows[key])] : [],
  )
  const more = record.funds.moreSources.map((row, i) => fundRowView(`moreSources[${i}]`, row))
  return {
    record,
    index: record.index,
    year: record.year,
    funds: { total: rows.total && fundRowView('total', rows.total), sources: [...sources, ...more] },
    indicators: record.indicators.map(indicatorView),
    totalWeight: record.totalWeight && numberField('totalWeight', record.totalWeight),
    totalScore: record.totalScore && numberField('totalScore', record.totalScore),
  }
}
