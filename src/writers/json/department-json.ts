/** The whole department's form as JSON, in the shape of the gold files. */
import { type DepartmentSelfEvaluation, TASK_COLUMNS } from '../../domain/department-self-evaluation.ts'
import { INDICATOR_COLUMNS, type IndicatorColumn } from '../../domain/self-evaluation.ts'

const CORE: readonly IndicatorColumn[] = ['level1', 'level2', 'level3', 'target', 'actual']

/** Columns beyond the core only where some row has them: many of these forms have no scores. */
const indicatorColumns = ({ indicators }: DepartmentSelfEvaluation): readonly IndicatorColumn[] =>
  INDICATOR_COLUMNS.filter(
    (column) => CORE.includes(column) || indicators.some((indicator) => indicator[column].printed !== ''),
  )

export const departmentJson = (form: DepartmentSelfEvaluation) => {
  const columns = indicatorColumns(form)
  return {
    title: form.title?.printed ?? '',
    department: form.department?.printed ?? '',
    year: form.year,
    unit: form.unit,
    tasks: form.tasks.map(({ cells }) =>
      Object.fromEntries(
        TASK_COLUMNS.flatMap((column) => (cells[column] ? [[column, cells[column].printed] as const] : [])),
      ),
    ),
    goalExpected: form.goalExpected?.printed ?? '',
    goalActual: form.goalActual?.printed ?? '',
    indicators: form.indicators.map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column].printed])),
    ),
    totalWeight: form.totalWeight?.printed ?? '',
    totalScore: form.totalScore?.printed ?? '',
    position: form.at,
  }
}
