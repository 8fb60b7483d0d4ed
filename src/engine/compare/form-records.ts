/** Self-evaluation forms and forms of a whole department as rows of cells. */
import { type DepartmentSelfEvaluation, TASK_COLUMNS } from '../../domain/department-self-evaluation.ts'
import { fundField, indicatorField } from '../../domain/field-address.ts'
import {
  EXTRA_FIELDS,
  EXTRA_INDICATOR_COLUMNS,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundRow,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type Indicator,
  type SelfEvaluation,
} from '../../domain/self-evaluation.ts'
import { unitPower } from '../form-view.ts'
import {
  type ComparedCell,
  type ComparedRecord,
  type ComparedRow,
  cellOrBlank,
  comparedCell,
  keyOf,
  Occurrences,
} from './compared-record.ts'

const MONEY_COLUMNS: ReadonlySet<string> = new Set(['initialBudget', 'fullYearBudget', 'executed'])

const fundRow = (key: Parameters<typeof fundField>[0], row: FundRow, unit: string, rowKey: string): ComparedRow => ({
  keys: [rowKey],
  name: row.label.printed,
  cells: [...FUND_COLUMNS, 'reason' as const].flatMap((column) => {
    const cell = row.cells[column]
    if (!cell) return []
    const power = MONEY_COLUMNS.has(column) ? unitPower(unit) : undefined
    const own = power === undefined ? '' : unit
    return [comparedCell(column, fundField(key, column), cell, { power, unit: own, isFigure: column !== 'reason' })]
  }),
})

const fundRows = ({ funds }: SelfEvaluation): ComparedRow[] => [
  ...FUND_ROWS.flatMap((key) => (funds.rows[key] ? [fundRow(key, funds.rows[key], funds.unit, `funds.${key}`)] : [])),
  ...funds.moreSources.map((row, i) =>
    fundRow(`moreSources[${i}]`, row, funds.unit, `funds|${keyOf(row.label.printed)}`),
  ),
]

/** An indicator is the same when its name is; a new name in the same place with the same target is a renaming. */
const indicatorRows = (indicators: readonly Indicator[]): ComparedRow[] => {
  const occurrences = new Occurrences()
  return indicators.map((row, i) => ({
    keys: [occurrences.of(`indicator|${keyOf(row.level1.printed, row.level2.printed, row.level3.printed)}`)],
    name: row.level3.printed || row.level2.printed,
    cells: [
      ...INDICATOR_COLUMNS.map((column) =>
        comparedCell(column, indicatorField(i, column), row[column], {
          isFigure: column === 'weight' || column === 'score',
        }),
      ),
      ...EXTRA_INDICATOR_COLUMNS.flatMap((column) => {
        const cell = row.more[column]
        return cell ? [comparedCell(`more.${column}`, indicatorField(i, `more.${column}`), cell)] : []
      }),
    ],
  }))
}

const single = (form: SelfEvaluation): ComparedCell[] => [
  ...HEAD_FIELDS.map((field) => comparedCell(field, field, cellOrBlank(form.head[field]))),
  comparedCell('goalExpected', 'goalExpected', cellOrBlank(form.goalExpected)),
  comparedCell('goalActual', 'goalActual', cellOrBlank(form.goalActual)),
  comparedCell('totalWeight', 'totalWeight', cellOrBlank(form.totalWeight), { isFigure: true }),
  comparedCell('totalScore', 'totalScore', cellOrBlank(form.totalScore), { isFigure: true }),
  ...EXTRA_FIELDS.map((field) => comparedCell(`more.${field}`, `more.${field}`, cellOrBlank(form.more[field]))),
]

const projectKeys = (code: string, name: string): string[] => [
  ...(code === '' ? [] : [`code|${keyOf(code)}`]),
  ...(name === '' ? [] : [`name|${keyOf(name)}`]),
]

export const formRecords = (forms: readonly SelfEvaluation[]): readonly ComparedRecord[] => {
  const occurrences = new Occurrences()
  return forms.map((form) => {
    const name = form.head.projectName?.printed ?? ''
    return {
      kind: 'form',
      index: form.index,
      name,
      keys: projectKeys(form.more.projectCode?.printed ?? '', name).map((key) => occurrences.of(key)),
      rows: [{ keys: ['head'], name: '', cells: single(form) }, ...fundRows(form), ...indicatorRows(form.indicators)],
    }
  })
}

const taskRows = ({ tasks, unit }: DepartmentSelfEvaluation): ComparedRow[] => {
  const occurrences = new Occurrences()
  const power = unitPower(unit)
  return tasks.map(({ cells, isTotal }, i) => ({
    keys: [isTotal ? 'task total' : occurrences.of(`task|${keyOf(cells.name?.printed ?? '')}`)],
    name: cells.name?.printed ?? '',
    cells: TASK_COLUMNS.flatMap((column) => {
      const cell = cells[column]
      if (!cell) return []
      const isMoney = /^(?:budget|executed)/.test(column)
      const isFigure = isMoney || column === 'weight' || column === 'score' || column === 'rate'
      const own = isMoney && power !== undefined ? { power, unit } : {}
      return [comparedCell(column, `tasks[${i}].${column}`, cell, { ...own, isFigure })]
    }),
  }))
}

export const departmentRecords = (forms: readonly DepartmentSelfEvaluation[]): readonly ComparedRecord[] =>
  forms.map((form, i) => ({
    kind: 'department',
    index: form.index,
    name: form.department?.printed ?? '',
    keys: [`department|${i}`],
    rows: [
      {
        keys: ['head'],
        name: '',
        cells: [
          comparedCell('department', 'department', cellOrBlank(form.department)),
          comparedCell('goalExpected', 'goalExpected', cellOrBlank(form.goalExpected)),
          comparedCell('goalActual', 'goalActual', cellOrBlank(form.goalActual)),
          comparedCell('totalWeight', 'totalWeight', cellOrBlank(form.totalWeight), { isFigure: true }),
          comparedCell('totalScore', 'totalScore', cellOrBlank(form.totalScore), { isFigure: true }),
        ],
      },
      ...FUND_ROWS.flatMap((key) => {
        const row = form.funds?.rows[key]
        return row ? [fundRow(key, row, form.funds?.unit ?? '', `funds.${key}`)] : []
      }),
      ...taskRows(form),
      ...indicatorRows(form.indicators),
    ],
  }))
