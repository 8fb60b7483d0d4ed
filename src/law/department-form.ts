/** Labels of the whole department's self-evaluation. Data: law/forms/department-self-evaluation.yaml. */
import { compiledLaw, type LawNode } from './compiled.ts'
import type { Labels } from './forms.ts'
import { listOf, need, onlyKeys, type Placed, placed, type Read, text } from './read-node.ts'

export const TASK_LABELS = [
  'name',
  'content',
  'completion',
  'budget',
  'executed',
  'rate',
  'weight',
  'score',
  'total',
  'appropriation',
  'other',
] as const
export type TaskLabel = (typeof TASK_LABELS)[number]

export interface DepartmentLayout {
  readonly title: string
  /** Patterns of its own titles, and of titles that name another paper. */
  readonly titles: readonly RegExp[]
  readonly otherTitles: readonly RegExp[]
  readonly department: Labels
  readonly year: Labels
  readonly tasks: Readonly<Record<TaskLabel, Labels>>
  readonly taskTotals: Labels
}

const labels: Read<Labels> = listOf(text)

const patterns: Read<readonly RegExp[]> = (at) => labels(at).map((label) => new RegExp(label.slice(1, -1), 'u'))

const tasks: Read<DepartmentLayout['tasks']> = (at: Placed) => {
  onlyKeys(at, [...TASK_LABELS, 'totalLabels'])
  return Object.fromEntries(TASK_LABELS.map((key) => [key, need(at, key, labels)])) as Record<TaskLabel, Labels>
}

const taskTotals: Read<Labels> = (at: Placed) => need(at, 'totalLabels', labels)

/** Throws AppError INVALID_LAW with file and path when the data does not fit. */
export const readDepartmentLayout = (file: string, node: LawNode): DepartmentLayout => {
  const at = placed(file, node)
  onlyKeys(at, ['id', 'title', 'titles', 'otherTitles', 'department', 'year', 'tasks'])
  return {
    title: need(at, 'title', text),
    titles: need(at, 'titles', patterns),
    otherTitles: need(at, 'otherTitles', patterns),
    department: need(at, 'department', labels),
    year: need(at, 'year', labels),
    tasks: need(at, 'tasks', tasks),
    taskTotals: need(at, 'tasks', taskTotals),
  }
}

let layout: DepartmentLayout | undefined

export const departmentLayout = (): DepartmentLayout =>
  (layout ??= readDepartmentLayout(
    'forms/department-self-evaluation',
    compiledLaw['forms/department-self-evaluation'] ?? {},
  ))
