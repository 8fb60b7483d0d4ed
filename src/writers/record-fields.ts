/** All cells of a form with their addresses, in the order of the printed form. One walk for JSON, CSV and drawings. */
import { type FieldAddress, fundField, indicatorField } from '../domain/field-address.ts'
import {
  type Cell,
  EXTRA_FIELDS,
  EXTRA_INDICATOR_COLUMNS,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundRow,
  type FundRowKey,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type SelfEvaluation,
} from '../domain/self-evaluation.ts'

export interface AddressedCell {
  readonly field: FieldAddress
  readonly cell: Cell
}

const FUND_CELLS = [...FUND_COLUMNS, 'reason'] as const

type FundKey = FundRowKey | `moreSources[${number}]`

const fundCells = (key: FundKey, row: FundRow | undefined): AddressedCell[] =>
  FUND_CELLS.flatMap((column) => {
    const cell = row?.cells[column]
    return cell ? [{ field: fundField(key, column), cell }] : []
  })

const indicatorCells = (form: SelfEvaluation): AddressedCell[] =>
  form.indicators.flatMap((row, i) => [
    ...INDICATOR_COLUMNS.map((column) => ({ field: indicatorField(i, column), cell: row[column] })),
    ...EXTRA_INDICATOR_COLUMNS.flatMap((column) => {
      const cell = row.more[column]
      return cell ? [{ field: indicatorField(i, `more.${column}`), cell }] : []
    }),
  ])

const single = (field: FieldAddress, cell: Cell | undefined): AddressedCell[] => (cell ? [{ field, cell }] : [])

/** Cells the form does not have are left out; blank cells are in. */
export const recordCells = (form: SelfEvaluation): readonly AddressedCell[] => [
  ...HEAD_FIELDS.flatMap((key) => single(key, form.head[key])),
  ...FUND_ROWS.flatMap((key) => fundCells(key, form.funds.rows[key])),
  ...form.funds.moreSources.flatMap((row, i) => fundCells(`moreSources[${i}]`, row)),
  ...single('goalExpected', form.goalExpected),
  ...single('goalActual', form.goalActual),
  ...indicatorCells(form),
  ...single('totalWeight', form.totalWeight),
  ...single('totalScore', form.totalScore),
  ...EXTRA_FIELDS.flatMap((key) => single(`more.${key}`, form.more[key])),
]
