/** Turns a form in the shape of the gold files (printed strings only) into the record that the recogniser would give. */
import {
  type Cell,
  EXTRA_FIELDS,
  EXTRA_INDICATOR_COLUMNS,
  FUND_COLUMNS,
  type FundRow,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type Indicator,
  type SelfEvaluation,
} from '../../src/domain/self-evaluation.ts'

export interface GoldForm {
  readonly index: number
  readonly year: number
  readonly funds: Readonly<Record<string, unknown>>
  readonly indicators: readonly Readonly<Record<string, string>>[]
  readonly [field: string]: unknown
}

const FUND_LABELS: Readonly<Record<string, string>> = {
  total: '年度资金总额',
  appropriation: '其中：当年财政拨款',
  carryover: '上年结转资金',
  other: '其他资金',
}

/** Rows are counted on, so that every cell of a form has a place of its own. */
const placeCells = (form: number) => {
  let row = 0
  return {
    nextRow: () => {
      row += 1
    },
    cell: (printed: string, column: number): Cell => ({ printed, at: { table: form, row, column } }),
  }
}

const printedCells = <K extends string>(
  columns: readonly K[],
  from: Readonly<Record<string, unknown>>,
  cell: (printed: string, column: number) => Cell,
): Partial<Record<K, Cell>> => {
  const cells: Partial<Record<K, Cell>> = {}
  columns.forEach((column, i) => {
    const printed = from[column]
    if (typeof printed === 'string') cells[column] = cell(printed, i + 1)
  })
  return cells
}

/** Field names as in samples/SCHEMA.md; `more` columns and fields may stand beside the plain ones. */
export const recordFromGold = (form: GoldForm): SelfEvaluation => {
  const { cell, nextRow } = placeCells(form.index)
  const head = printedCells(HEAD_FIELDS, form, cell)
  const fundRow = (label: string, from: Readonly<Record<string, unknown>>): FundRow => {
    nextRow()
    return { label: cell(label, 0), cells: printedCells([...FUND_COLUMNS, 'reason'], from, cell) }
  }
  const rows: Record<string, FundRow> = {}
  const moreSources: FundRow[] = []
  for (const [key, value] of Object.entries(form.funds)) {
    if (key === 'moreSources')
      for (const row of value as Record<string, string>[]) moreSources.push(fundRow(row.label ?? '', row))
    else if (typeof value === 'object' && value !== null && key in FUND_LABELS)
      rows[key] = fundRow(FUND_LABELS[key]!, value as Record<string, unknown>)
  }
  const indicators = form.indicators.map((from): Indicator => {
    nextRow()
    const plain = printedCells(INDICATOR_COLUMNS, from, cell)
    const cells = Object.fromEntries(INDICATOR_COLUMNS.map((column, i) => [column, plain[column] ?? cell('', i + 1)]))
    return { ...(cells as Omit<Indicator, 'more'>), more: printedCells(EXTRA_INDICATOR_COLUMNS, from, cell) }
  })
  nextRow()
  const single = (field: string): Cell | undefined => {
    const printed = form[field]
    return typeof printed === 'string' ? cell(printed, 1) : undefined
  }
  const first = form.indicators[0] ?? {}
  const headers = printedCells([...INDICATOR_COLUMNS, ...EXTRA_INDICATOR_COLUMNS], first, cell)
  return {
    index: form.index,
    year: form.year,
    title: cell(`项目支出绩效自评表（${form.year}年度）`, 1),
    yearCell: cell(`${form.year}年度`, 1),
    head,
    funds: {
      unit: typeof form.funds.unit === 'string' ? form.funds.unit : '',
      unitAt: undefined,
      rows,
      moreSources,
      headers: (form.funds.headers as SelfEvaluation['funds']['headers'] | undefined) ?? {},
    },
    goalExpected: single('goalExpected'),
    goalActual: single('goalActual'),
    indicators,
    indicatorHeaders: headers,
    totalWeight: single('totalWeight'),
    totalScore: single('totalScore'),
    more: printedCells(EXTRA_FIELDS, (form.more as Record<string, unknown> | undefined) ?? {}, cell),
    emptyTemplateRows: [],
    source: { fromBlock: 0, toBlock: 0 },
  }
}
