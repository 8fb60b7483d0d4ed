/** The form of a whole department drawn from its record: head, tasks with their money, goals, indicators, totals. */
import {
  type DepartmentSelfEvaluation,
  type DepartmentTask,
  TASK_COLUMNS,
  type TaskColumn,
} from '../../domain/department-self-evaluation.ts'
import {
  FUND_COLUMNS,
  FUND_ROWS,
  INDICATOR_COLUMNS,
  type Indicator,
  type IndicatorColumn,
} from '../../domain/self-evaluation.ts'
import { fieldLabel } from '../field-labels.ts'
import { TASK_NAMES } from '../records/task-names.ts'
import { type DrawnCell, type DrawnTable, labelCell, recordCell } from './drawn-table.ts'

const taskColumns = ({ taskColumns: printed, tasks }: DepartmentSelfEvaluation): readonly TaskColumn[] =>
  TASK_COLUMNS.filter((column) => printed.includes(column) || tasks.some(({ cells }) => cells[column]))

/** A finding about a task as a whole stands at its name. */
const taskCell = ({ cells }: DepartmentTask, column: TaskColumn, index: number): DrawnCell =>
  recordCell(cells[column], `tasks[${index}].${column}`, column === 'name' ? [`tasks[${index}]`] : [])

const taskTable = (form: DepartmentSelfEvaluation): readonly DrawnTable[] => {
  const columns = taskColumns(form)
  if (form.tasks.length === 0) return []
  const unit = form.unit === '' ? '' : `（${form.unit}）`
  return [
    [
      columns.map((column) => labelCell(TASK_NAMES.zh[column] + (/^(?:budget|executed)/.test(column) ? unit : ''))),
      ...form.tasks.map((task, i) => columns.map((column) => taskCell(task, column, i))),
    ],
  ]
}

const fundTable = ({ funds }: DepartmentSelfEvaluation): readonly DrawnTable[] => {
  if (!funds) return []
  const columns = FUND_COLUMNS.filter((column) => Object.values(funds.rows).some(({ cells }) => cells[column]))
  const rows = FUND_ROWS.flatMap((key) => (funds.rows[key] ? [[key, funds.rows[key]] as const] : []))
  return [
    [
      [
        labelCell(`预算执行情况${funds.unit === '' ? '' : `（${funds.unit}）`}`),
        ...columns.map((column) => labelCell(fieldLabel(undefined, `funds.total.${column}`).split('·').at(-1)!)),
      ],
      ...rows.map(([key, row]) => [
        labelCell(row.label.printed),
        ...columns.map((column) => recordCell(row.cells[column], `funds.${key}.${column}`)),
      ]),
    ],
  ]
}

const indicatorColumns = ({ indicators }: DepartmentSelfEvaluation): readonly IndicatorColumn[] =>
  INDICATOR_COLUMNS.filter((column) => indicators.some((row) => row[column].printed !== ''))

const isSame = (a: Indicator, b: Indicator | undefined, column: IndicatorColumn): boolean =>
  b !== undefined &&
  a.level1.printed === b.level1.printed &&
  (column === 'level1' || a.level2.printed === b.level2.printed)

const indicatorRow = (rows: readonly Indicator[], i: number, columns: readonly IndicatorColumn[]): DrawnCell[] =>
  columns.flatMap((column) => {
    const isGroup = column === 'level1' || column === 'level2'
    if (!isGroup) return [recordCell(rows[i]![column], `indicators[${i}].${column}`)]
    if (isSame(rows[i]!, rows[i - 1], column)) return []
    let n = 1
    while (isSame(rows[i]!, rows[i + n], column)) n++
    const fields = Array.from({ length: n }, (_, k) => `indicators[${i + k}].${column}`)
    return [{ ...recordCell(rows[i]![column], fields[0]!, [], 1, n), fields }]
  })

const indicatorTable = (form: DepartmentSelfEvaluation): readonly DrawnTable[] => {
  const { indicators, totalWeight, totalScore } = form
  if (indicators.length === 0) return []
  const columns = indicatorColumns(form)
  const name = (column: IndicatorColumn): string => fieldLabel(undefined, `indicators[0].${column}`).split('·').at(-1)!
  const lead = Math.max(1, columns.filter((column) => !['weight', 'score', 'deviation'].includes(column)).length)
  const total = [
    labelCell('总分', lead),
    ...columns
      .slice(lead)
      .map((column) =>
        column === 'weight'
          ? recordCell(totalWeight, 'totalWeight')
          : column === 'score'
            ? recordCell(totalScore, 'totalScore')
            : labelCell(''),
      ),
  ]
  return [
    [
      columns.map((column) => labelCell(name(column))),
      ...indicators.map((_, i) => indicatorRow(indicators, i, columns)),
      ...(totalWeight || totalScore ? [total] : []),
    ],
  ]
}

export const departmentLayout = (form: DepartmentSelfEvaluation): readonly DrawnTable[] => {
  const goals = [
    ['goalExpected', form.goalExpected],
    ['goalActual', form.goalActual],
  ] as const
  const head: DrawnTable = [
    ...(form.department ? [[labelCell('部门（单位）名称'), recordCell(form.department, 'department')]] : []),
    ...goals.flatMap(([field, cell]) =>
      cell ? [[labelCell(fieldLabel(undefined, field)), recordCell(cell, field)]] : [],
    ),
  ]
  return [...(head.length > 0 ? [head] : []), ...fundTable(form), ...taskTable(form), ...indicatorTable(form)]
}
