/** A form as plain strings in the SCHEMA shape, for comparing with expected files. */
import {
  type Cell,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundRow,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type SelfEvaluation,
} from '../../src/domain/self-evaluation.ts'

type Cells = Readonly<Partial<Record<string, Cell>>>

const pick = (keys: readonly string[], cells: Cells): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => (cells[key] && cells[key].printed !== '' ? [[key, cells[key].printed]] : [])),
  )

const fundRow = (row: FundRow | undefined): Record<string, string> =>
  pick([...FUND_COLUMNS, 'reason'], row?.cells ?? {})

export interface PlainForm {
  readonly [field: string]: unknown
  readonly indicators: readonly Readonly<Record<string, string>>[]
}

/** Blank fields are left out, so that an expected file shows what is printed and nothing else. */
export const plainForm = (form: SelfEvaluation): PlainForm => ({
  year: form.year,
  ...pick(HEAD_FIELDS, form.head),
  funds: {
    unit: form.funds.unit,
    ...Object.fromEntries(
      FUND_ROWS.flatMap((key) => (form.funds.rows[key] ? [[key, fundRow(form.funds.rows[key])]] : [])),
    ),
    ...(form.funds.moreSources.length > 0
      ? { moreSources: form.funds.moreSources.map((row) => ({ label: row.label.printed, ...fundRow(row) })) }
      : {}),
  },
  ...(form.goalExpected ? { goalExpected: form.goalExpected.printed } : {}),
  ...(form.goalActual ? { goalActual: form.goalActual.printed } : {}),
  indicators: form.indicators.map((row) => ({
    ...pick(INDICATOR_COLUMNS, row as unknown as Cells),
    ...pick(Object.keys(row.more), row.more),
  })),
  ...(form.totalWeight ? { totalWeight: form.totalWeight.printed } : {}),
  ...(form.totalScore ? { totalScore: form.totalScore.printed } : {}),
  ...(Object.keys(form.more).length > 0 ? { more: pick(Object.keys(form.more), form.more) } : {}),
  ...(form.emptyTemplateRows.length > 0
    ? { emptyTemplateRows: form.emptyTemplateRows.map((cell) => cell.printed) }
    : {}),
})
