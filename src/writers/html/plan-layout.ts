/** Goal declarations and monitoring forms drawn from their records; labels are those that the forms print. */
import {
  COSTING_COLUMNS,
  type CostingColumn,
  DECLARATION_FIELDS,
  DECLARED_COLUMNS,
  type DeclarationField,
  type DeclaredColumn,
  type DeclaredIndicator,
  type GoalDeclaration,
  type MoneyLine,
} from '../../domain/goal-declaration.ts'
import {
  CAUSE_CLASSES,
  LIKELIHOODS,
  MONITORED_COLUMNS,
  MONITORED_FUND_COLUMNS,
  MONITORING_FIELDS,
  type Monitoring,
  type MonitoringField,
} from '../../domain/monitoring.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { COLUMN_NAMES, HEAD_NAMES, MONEY_NAMES } from '../records/plan-names.ts'
import { type DrawnCell, type DrawnTable, labelCell, recordCell } from './drawn-table.ts'

type Cells<K extends string> = Readonly<Partial<Record<K, Cell>>>

const headTable = <K extends DeclarationField | MonitoringField>(
  head: Cells<K>,
  fields: readonly K[],
): readonly DrawnTable[] => {
  const rows = fields.flatMap((field) => {
    const cell = head[field]
    return cell ? [[labelCell(HEAD_NAMES[field]), recordCell(cell, field)]] : []
  })
  return rows.length > 0 ? [rows] : []
}

const header = (label: Cell | undefined, column: string): DrawnCell =>
  labelCell(label?.printed || (COLUMN_NAMES[column] ?? column))

const moneyTable = ({ money }: GoalDeclaration): readonly DrawnTable[] => {
  const line = (
    { label, amount }: MoneyLine,
    field: string,
    standard: string,
    names: readonly string[] = [],
  ): DrawnCell[] => [labelCell(label.printed || standard), recordCell(amount, field, names)]
  const terms = (['annual', 'multiYear'] as const).flatMap((term) => {
    const block = money[term]
    if (!block) return []
    return [
      ...(block.total ? [line(block.total, `money.${term}.total`, MONEY_NAMES.total)] : []),
      ...block.sources.map((source, i) =>
        line(source, `money.${term}.sources[${i}]`, MONEY_NAMES[source.key], [`money.${term}.${source.key}`]),
      ),
    ]
  })
  const rows = [...terms, ...money.yearly.map((plan, i) => line(plan, `money.yearly[${i}]`, `${plan.year}年`))]
  return rows.length > 0 ? [[[labelCell(`资金${money.unit === '' ? '' : `（${money.unit}）`}`, 2)], ...rows]] : []
}

const costingTable = ({ costing, costingHeaders }: GoalDeclaration): readonly DrawnTable[] => {
  const columns: readonly CostingColumn[] = COSTING_COLUMNS.filter((column) =>
    costing.some(({ cells }) => cells[column]),
  )
  if (costing.length === 0) return []
  return [
    [
      columns.map((column) => header(costingHeaders[column], column)),
      ...costing.map(({ cells }, i) => columns.map((column) => recordCell(cells[column], `costing[${i}].${column}`))),
    ],
  ]
}

const declaredCell = (row: DeclaredIndicator, column: string): Cell | undefined =>
  column === 'level1' || column === 'level2' || column === 'level3' || column === 'target'
    ? row[column]
    : row.more[column as DeclaredColumn]

const declaredTable = ({ indicators, indicatorHeaders, totalWeight }: GoalDeclaration): readonly DrawnTable[] => {
  const more = DECLARED_COLUMNS.filter((column) => indicators.some((row) => row.more[column]))
  const columns = ['level1', 'level2', 'level3', 'target', ...more] as const
  if (indicators.length === 0) return []
  return [
    [
      columns.map((column) => header(indicatorHeaders[column], column)),
      ...indicators.map((row, i) =>
        columns.map((column) =>
          recordCell(declaredCell(row, column), `indicators[${i}].${column}`, [`indicators[${i}].more.${column}`]),
        ),
      ),
      ...(totalWeight ? [[labelCell('合计', columns.length - 1), recordCell(totalWeight, 'totalWeight')]] : []),
    ],
  ]
}

export const goalLayout = (form: GoalDeclaration): readonly DrawnTable[] => [
  ...headTable(form.head, DECLARATION_FIELDS),
  ...moneyTable(form),
  ...costingTable(form),
  ...(form.goals.length > 0
    ? [
        form.goals.map(({ term, text }, i) => [
          labelCell(term === 'annual' ? '年度目标' : '中期目标'),
          recordCell(text, `goals[${i}].text`, [`goals[${i}]`]),
        ]),
      ]
    : []),
  ...declaredTable(form),
]

const fundTable = ({ funds }: Monitoring): readonly DrawnTable[] => {
  const columns = MONITORED_FUND_COLUMNS.filter((column) => funds.rows.some(({ cells }) => cells[column]))
  if (funds.rows.length === 0) return []
  return [
    [
      [
        labelCell(`资金${funds.unit === '' ? '' : `（${funds.unit}）`}`),
        ...columns.map((column) => header(funds.headers[column], column)),
      ],
      ...funds.rows.map(({ key, label, cells }, i) => [
        labelCell(label.printed || MONEY_NAMES[key]),
        ...columns.map((column) => recordCell(cells[column], `funds.rows[${i}].${column}`, [`funds.${key}.${column}`])),
      ]),
    ],
  ]
}

const monitoredTable = ({ indicators, indicatorHeaders }: Monitoring): readonly DrawnTable[] => {
  const of = (i: number): Readonly<Record<string, Cell | undefined>> => {
    const { level1, level2, level3, cells, causes, likelihoods } = indicators[i]!
    return { level1, level2, level3, ...cells, ...causes, ...likelihoods }
  }
  const columns = (
    ['level1', 'level2', 'level3', ...MONITORED_COLUMNS, ...CAUSE_CLASSES, ...LIKELIHOODS] as const
  ).filter((column) => indicators.some((_, i) => of(i)[column]))
  if (indicators.length === 0) return []
  return [
    [
      columns.map((column) => header(indicatorHeaders[column], column)),
      ...indicators.map((_, i) => columns.map((column) => recordCell(of(i)[column], `indicators[${i}].${column}`))),
    ],
  ]
}

export const monitoringLayout = (form: Monitoring): readonly DrawnTable[] => [
  ...headTable(form.head, MONITORING_FIELDS),
  ...fundTable(form),
  ...(form.goal ? [[[labelCell('年度总体目标'), recordCell(form.goal, 'goal')]]] : []),
  ...monitoredTable(form),
]
