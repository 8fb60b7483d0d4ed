/**
 * The official layout of 项目支出绩效自评表 (财预〔2020〕10号's form) drawn from a record, for files that lost their
 * table structure. It has as many columns as the form printed; nothing is added that was not read.
 */
import type { FieldAddress } from '../../domain/field-address.ts'
import {
  EXTRA_FIELDS,
  EXTRA_INDICATOR_COLUMNS,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundColumn,
  type FundRow,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type Indicator,
  type SelfEvaluation,
} from '../../domain/self-evaluation.ts'
import { fieldLabel } from '../field-labels.ts'
import type { DrawnCell, DrawnTable } from './drawn-table.ts'

const label = (text: string, columnSpan = 1, rowSpan = 1): DrawnCell => ({
  text,
  rowSpan,
  columnSpan,
  isLabel: true,
  fields: [],
  nested: [],
})

const value = (text: string, fields: readonly FieldAddress[], columnSpan = 1, rowSpan = 1): DrawnCell => ({
  text,
  rowSpan,
  columnSpan,
  isLabel: false,
  fields,
  nested: [],
})

type Row = DrawnCell[]

/** Label of the last part of an address: 得分 of 资金·年度资金总额·得分. */
const shortLabel = (form: SelfEvaluation, field: FieldAddress): string => fieldLabel(form, field).split('·').at(-1)!

const headRows = (form: SelfEvaluation, width: number): Row[] => {
  const present = HEAD_FIELDS.filter((key) => form.head[key])
  const rows: Row[] = []
  const half = Math.floor((width - 2) / 2)
  for (let i = 0; i < present.length; ) {
    const [a, b] = [present[i]!, present[i + 1]]
    const isWide = a === 'projectName' || b === undefined
    if (isWide) rows.push([label(fieldLabel(form, a)), value(form.head[a]!.printed, [a], width - 1)])
    else
      rows.push([
        label(fieldLabel(form, a)),
        value(form.head[a]!.printed, [a], half),
        label(fieldLabel(form, b)),
        value(form.head[b]!.printed, [b], width - 2 - half),
      ])
    i += isWide ? 1 : 2
  }
  return rows
}

const fundColumns = ({ funds }: SelfEvaluation): readonly (FundColumn | 'reason')[] => {
  const rows = [...Object.values(funds.rows), ...funds.moreSources]
  return ([...FUND_COLUMNS, 'reason'] as const).filter((column) => rows.some((row) => row.cells[column] !== undefined))
}

const fundRows = (form: SelfEvaluation, width: number): Row[] => {
  const { funds } = form
  const named = FUND_ROWS.flatMap((key) => (funds.rows[key] ? [[key as string, funds.rows[key]] as const] : []))
  const rows: readonly (readonly [string, FundRow])[] = [
    ...named,
    ...funds.moreSources.map((row, i) => [`moreSources[${i}]`, row] as const),
  ]
  if (rows.length === 0) return []
  const columns = fundColumns(form)
  const nameSpan = Math.max(1, width - 1 - columns.length)
  const unit = funds.unit ? `（${funds.unit}）` : ''
  const header = columns.map((column) =>
    label(funds.headers[column]?.printed || shortLabel(form, `funds.total.${column}`)),
  )
  return [
    [label(`项目资金${unit}`, 1, rows.length + 1), label('', nameSpan), ...header],
    ...rows.map(([key, row]) => [
      label(row.label.printed || shortLabel(form, `funds.${key}`), nameSpan),
      ...columns.map((column) =>
        value(row.cells[column]?.printed ?? '', row.cells[column] ? [`funds.${key}.${column}`] : []),
      ),
    ]),
  ]
}

const goalRows = (form: SelfEvaluation, width: number): Row[] => {
  if (!form.goalExpected && !form.goalActual) return []
  const left = Math.floor((width - 1) / 2)
  const right = width - 1 - left
  return [
    [
      label('年度总体目标', 1, 2),
      label(fieldLabel(form, 'goalExpected'), left),
      label(fieldLabel(form, 'goalActual'), right),
    ],
    [
      value(form.goalExpected?.printed ?? '', form.goalExpected ? ['goalExpected'] : [], left),
      value(form.goalActual?.printed ?? '', form.goalActual ? ['goalActual'] : [], right),
    ],
  ]
}

/** Number of rows from `i` on that share the value, within the same level-1 group. */
const runLength = (rows: readonly Indicator[], i: number, same: (a: Indicator, b: Indicator) => boolean): number => {
  let n = 1
  while (i + n < rows.length && same(rows[i]!, rows[i + n]!)) n++
  return n
}

const sameLevel1 = (a: Indicator, b: Indicator): boolean => a.level1.printed === b.level1.printed
const sameLevel2 = (a: Indicator, b: Indicator): boolean => sameLevel1(a, b) && a.level2.printed === b.level2.printed

const levelCell = (
  rows: readonly Indicator[],
  i: number,
  level: 'level1' | 'level2',
  same: (a: Indicator, b: Indicator) => boolean,
): Row => {
  if (i > 0 && same(rows[i - 1]!, rows[i]!)) return []
  const n = runLength(rows, i, same)
  return [
    value(
      rows[i]![level].printed,
      Array.from({ length: n }, (_, k) => `indicators[${i + k}].${level}`),
      1,
      n,
    ),
  ]
}

type Column = { readonly key: string; readonly cell: (row: Indicator) => { readonly printed: string } | undefined }

const indicatorColumns = (form: SelfEvaluation): readonly Column[] => [
  ...INDICATOR_COLUMNS.slice(2)
    .filter((key) => form.indicatorHeaders[key] || form.indicators.some((row) => row[key].printed !== ''))
    .map((key) => ({ key, cell: (row: Indicator) => row[key] })),
  ...EXTRA_INDICATOR_COLUMNS.filter((key) => form.indicators.some((row) => row.more[key])).map((key) => ({
    key: `more.${key}`,
    cell: (row: Indicator) => row.more[key],
  })),
]

const indicatorRows = (form: SelfEvaluation, columns: readonly Column[], slack: number): Row[] => {
  const { indicators } = form
  // level 3 takes the columns that the table has beyond what the indicator block needs
  const spanOf = (i: number): number => (i === 0 ? 1 + slack : 1)
  const header = [
    label('绩效指标', 1, indicators.length + 1),
    label(fieldLabel(form, 'indicators[0].level1').split('·').at(-1)!),
    label(fieldLabel(form, 'indicators[0].level2').split('·').at(-1)!),
    ...columns.map(({ key }, i) => label(shortLabel(form, `indicators[0].${key}`), spanOf(i))),
  ]
  return [
    header,
    ...indicators.map((row, i) => [
      ...levelCell(indicators, i, 'level1', sameLevel1),
      ...levelCell(indicators, i, 'level2', sameLevel2),
      ...columns.map(({ key, cell }, k) => value(cell(row)?.printed ?? '', [`indicators[${i}].${key}`], spanOf(k))),
    ]),
  ]
}

const totalRow = (form: SelfEvaluation, columns: readonly Column[], slack: number): Row[] => {
  if (!form.totalWeight && !form.totalScore) return []
  const weightAt = columns.findIndex(({ key }) => key === 'weight')
  const before = Math.max(1, weightAt) + 3 + slack
  const behind = columns.length - Math.max(1, weightAt)
  const cells: Row = [label('总分', before)]
  if (behind > 0) cells.push(value(form.totalWeight?.printed ?? '', form.totalWeight ? ['totalWeight'] : []))
  if (behind > 1) cells.push(value(form.totalScore?.printed ?? '', form.totalScore ? ['totalScore'] : []))
  if (behind > 2) cells.push(label('', behind - 2))
  return [cells]
}

const moreRows = (form: SelfEvaluation, width: number): Row[] =>
  EXTRA_FIELDS.flatMap((key) => {
    const cell = form.more[key]
    return cell ? [[label(fieldLabel(form, `more.${key}`)), value(cell.printed, [`more.${key}`], width - 1)]] : []
  })

export const officialLayout = (form: SelfEvaluation): DrawnTable => {
  const columns = indicatorColumns(form)
  const width = Math.max(3 + columns.length, 3 + fundColumns(form).length)
  const slack = width - 3 - columns.length
  return [
    ...headRows(form, width),
    ...fundRows(form, width),
    ...goalRows(form, width),
    ...(form.indicators.length > 0 ? indicatorRows(form, columns, slack) : []),
    ...totalRow(form, columns, slack),
    ...moreRows(form, width),
  ]
}
