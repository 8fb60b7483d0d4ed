/** The labels of the whole department's form, ready for looking up. */
import type { TaskColumn } from '../../domain/department-self-evaluation.ts'
import { departmentLayout, TASK_LABELS, type TaskLabel } from '../../law/department-form.ts'
import { buildTrie, labelText, type Trie } from '../lines/trie.ts'
import { keys, type Lookup, lookup } from '../lookup.ts'
import { labelKey } from '../text.ts'

interface DepartmentWords {
  readonly columns: Lookup<TaskLabel>
  readonly tries: readonly { readonly label: TaskLabel; readonly trie: Trie }[]
  readonly departments: ReadonlySet<string>
  readonly years: ReadonlySet<string>
  readonly totals: ReadonlySet<string>
}

let built: DepartmentWords | undefined

export const departmentWords = (): DepartmentWords => {
  if (built) return built
  const { tasks, department, year, taskTotals } = departmentLayout()
  built = {
    columns: lookup<TaskLabel>(TASK_LABELS, (label) => tasks[label]),
    tries: TASK_LABELS.map((label) => ({ label, trie: buildTrie(tasks[label]) })),
    departments: new Set([...keys(department), ...department.map(labelText)]),
    years: keys(year),
    totals: new Set([...keys(taskTotals), ...taskTotals.map(labelText)]),
  }
  return built
}

const LONGEST_TITLE = 60

/** 部门整体支出绩效自评表, and no sheet of scores and no declaration. */
export const isDepartmentTitle = (text: string): boolean => {
  if (text.length > LONGEST_TITLE) return false
  const { titles, otherTitles } = departmentLayout()
  const key = labelText(text)
  const bare = labelKey(text)
  return (
    [key, bare].some((one) => titles.some((pattern) => pattern.test(one))) &&
    !otherTitles.some((other) => other.test(key))
  )
}

const SUBS = ['total', 'appropriation', 'other'] as const
const SUFFIX = { total: 'Total', appropriation: 'Appropriation', other: 'Other' } as const

/** 预算数 over 全额 and 财政拨款 are two columns of amounts; 预算数 alone is the total. */
export const amountColumn = (main: 'budget' | 'executed', sub: TaskLabel | undefined): TaskColumn => {
  const known = SUBS.find((one) => one === sub) ?? 'total'
  return `${main}${SUFFIX[known]}`
}

export const isSubLabel = (label: TaskLabel): boolean => (SUBS as readonly string[]).includes(label)
