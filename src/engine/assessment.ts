/**
 * Score sheets and whole-department forms with their numbers read once, for the checks over them. The printed records stand
 * beside; a view adds understanding, it changes nothing.
 */
import type { DepartmentSelfEvaluation, TaskColumn } from '../domain/department-self-evaluation.ts'
import type { EvaluationExcerpt, EvaluationRow, EvaluationSheet } from '../domain/evaluation-sheet.ts'
import { isAtLeast, type Severity } from '../domain/finding.ts'
import type { Cell } from '../domain/self-evaluation.ts'
import type { Position } from '../domain/source-document.ts'
import { Decimal } from '../kernel/decimal.ts'
import { readPrintedNumber } from '../kernel/printed-number.ts'
import type { SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import { type FormView, viewForm } from './form-view.ts'

/** What the records of one document are checked with. */
export interface Assessments {
  readonly sheets: readonly EvaluationSheet[]
  readonly excerpts: readonly EvaluationExcerpt[]
  readonly departments: readonly DepartmentSelfEvaluation[]
  /** Of the place and year of the document. */
  readonly rules: SelfEvaluationRules
}

export interface SheetRowView {
  /** 0-based. */
  readonly index: number
  readonly row: EvaluationRow
  readonly weight: Decimal | undefined
  readonly score: Decimal | undefined
}

export interface SheetView {
  readonly record: EvaluationSheet
  /** 0-based, as findings and gold files count. */
  readonly index: number
  readonly rows: readonly SheetRowView[]
  readonly totalWeight: Decimal | undefined
  readonly totalScore: Decimal | undefined
  /** 评分表1 部门整体支出绩效评分表, for messages. */
  readonly name: string
}

export interface AssessmentContext {
  readonly sheets: readonly SheetView[]
  readonly excerpts: readonly { readonly sheet: SheetView; readonly of: SheetView }[]
  readonly departments: readonly DepartmentSelfEvaluation[]
  readonly forms: readonly FormView[]
  readonly rules: SelfEvaluationRules
}

/** The exact printed number; `undefined` for blanks, dashes and what is none. */
export const numberOf = (cell: Cell | undefined): Decimal | undefined => {
  if (!cell) return undefined
  const read = readPrintedNumber(cell.printed)
  return read.kind === 'number' && read.power === 0 && !read.isPercent ? read.value : undefined
}

export const viewSheet = (record: EvaluationSheet): SheetView => ({
  record,
  index: record.index - 1,
  rows: record.rows.map((row, index) => ({
    index,
    row,
    weight: numberOf(row.weight),
    score: numberOf(row.score),
  })),
  totalWeight: numberOf(record.totalWeight),
  totalScore: numberOf(record.totalScore),
  name: `评分表${record.index}${record.title ? `《${record.title.printed}》` : ''}`,
})

export const assessmentContext = (
  { sheets, excerpts, departments, rules }: Assessments,
  forms: readonly FormView[],
): AssessmentContext => {
  const views = sheets.map(viewSheet)
  return {
    sheets: views,
    excerpts: excerpts.flatMap(({ sheet, of }) => {
      const whole = views[of - 1]
      return whole ? [{ sheet: viewSheet(sheet), of: whole }] : []
    }),
    departments,
    forms,
    rules,
  }
}

/** Name of the row's last level. */
export const leafOf = ({ level1, level2, level3, level4 }: EvaluationRow): Cell =>
  [level4, level3, level2].find(({ printed }) => printed !== '') ?? level1

export interface SheetFindingPlace {
  readonly evaluation: number
  readonly row?: number
  readonly field: string
  readonly section: string
  readonly position: Position
}

/** Where a finding on a sheet stands; `cell` gives the place in the file. */
export const onSheet = (sheet: SheetView, field: string, cell: Cell | undefined, row?: number): SheetFindingPlace => ({
  evaluation: sheet.index,
  ...(row === undefined ? {} : { row }),
  field: row === undefined ? field : `rows[${row}].${field}`,
  section: sheet.name,
  position: (cell ?? sheet.record).at,
})

export interface DepartmentFindingPlace {
  readonly field: string
  readonly section: 'departmentSelfEvaluation'
  readonly position: Position
}

/** Where a finding on the whole department's form stands. */
export const onDepartment = (field: string, cell: Cell): DepartmentFindingPlace => ({
  field,
  section: 'departmentSelfEvaluation',
  position: cell.at,
})

/** The indicators of a whole department's form, read as those of a project's. */
export const departmentIndicators = (form: DepartmentSelfEvaluation): FormView['indicators'] =>
  viewForm({
    index: form.index,
    year: form.year,
    title: form.title,
    yearCell: undefined,
    head: {},
    funds: { unit: form.unit, unitAt: undefined, rows: {}, moreSources: [], headers: {} },
    goalExpected: form.goalExpected,
    goalActual: form.goalActual,
    indicators: form.indicators,
    indicatorHeaders: {},
    totalWeight: form.totalWeight,
    totalScore: form.totalScore,
    more: {},
    emptyTemplateRows: [],
    source: { fromBlock: 0, toBlock: 0 },
  }).indicators

/** A cell that the reader doubted proves nothing against the document: at most a warning. */
export const surely = (severity: Severity, ...cells: readonly (Cell | undefined)[]): Severity =>
  cells.some((cell) => cell?.unsure) && isAtLeast(severity, 'error') ? 'warning' : severity

export interface SheetSum {
  readonly sum: Decimal
  /** A number that should be there is missing or unreadable: then a difference proves nothing. */
  readonly isIncomplete: boolean
}

export const sumOf = (values: readonly (Decimal | undefined)[]): SheetSum => ({
  sum: values.reduce<Decimal>((sum, value) => (value ? sum.add(value) : sum), Decimal.zero),
  isIncomplete: values.length === 0 || values.some((value) => value === undefined),
})

/** Rows that follow each other under one name of a level, and under one name of the levels above it. */
export const groupsOf = (
  sheet: SheetView,
  level: 'level1' | 'level2' | 'level3',
): readonly (readonly SheetRowView[])[] => {
  const keyOf = ({ row }: SheetRowView): string =>
    (level === 'level1'
      ? [row.level1]
      : level === 'level2'
        ? [row.level1, row.level2]
        : [row.level1, row.level2, row.level3]
    )
      .map(({ printed }) => printed)
      .join('|')
  const groups: SheetRowView[][] = []
  for (const row of sheet.rows) {
    const last = groups.at(-1)
    if (last && keyOf(last[0]!) === keyOf(row)) last.push(row)
    else groups.push([row])
  }
  return groups
}

/** 执行数 of the tasks, the printed sum row aside. */
export const taskAmounts = (form: DepartmentSelfEvaluation, column: TaskColumn): readonly (Decimal | undefined)[] =>
  form.tasks.filter(({ isTotal }) => !isTotal).map(({ cells }) => numberOf(cells[column]))
