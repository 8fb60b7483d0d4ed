/** WD-015: money that a department spent on a task is in one of the forms that it publishes beside. */
import type { DepartmentSelfEvaluation, DepartmentTask } from '../../domain/department-self-evaluation.ts'
import { numberOf, onDepartment } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { type FormView, unitPower } from '../../engine/form-view.ts'
import { type Amount, maySame } from '../../engine/verdict.ts'
import { bareName } from '../support/sheets.ts'

/** Basic spending has no project, and so no form. */
const BASIC = /基本支出|人员经费|公用经费/
/** Beside a single form nothing says that all of them are here. */
const FEWEST_FORMS = 2

const spentOn = ({ unit }: DepartmentSelfEvaluation, { cells }: DepartmentTask): Amount | undefined => {
  const value = numberOf(cells.executedTotal)
  return value?.isPositive() ? { value, power: unitPower(unit) ?? 0 } : undefined
}

const nameOf = (form: FormView): string => bareName(form.record.head.projectName?.printed ?? '')

const isSameName = (a: string, b: string): boolean => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

export const tasksHaveForms = defineAssessmentCheck({
  id: 'WD-015',
  title: '有支出的任务有相应的项目自评表',
  titleEn: 'A task with spending has its self-evaluation form',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#coverage'],
  rule: '文件同时公开多张项目自评表时，整体自评表中有支出的项目任务（基本支出除外）应能按名称或执行数找到自评表',
  remedy: '补上该项目的自评表，或说明它包含在哪张表中',
  remedyEn: 'Add the form of the project, or say which form holds it.',
  run({ departments, forms }, report) {
    if (forms.length < FEWEST_FORMS) return
    for (const form of departments)
      for (const [index, task] of form.tasks.entries()) {
        const name = bareName(task.cells.name?.printed ?? '')
        const spent = spentOn(form, task)
        const cell = task.cells.executedTotal
        if (task.isTotal || !cell || !spent || name === '' || BASIC.test(name)) continue
        const isFound = forms.some((one) => {
          const amount = one.funds.total?.columns.executed?.amount
          return isSameName(name, nameOf(one)) || (amount !== undefined && maySame(spent, amount))
        })
        if (isFound) continue
        report({
          ...onDepartment(`tasks[${index}]`, task.cells.name!),
          verdict: 'outside',
          printed: cell.printed,
          expected: '项目自评表',
          message: `任务“${task.cells.name!.printed}”执行${cell.printed}${form.unit}，文件中的${forms.length}张项目自评表里没有它`,
          messageEn: `The task spent ${cell.printed}; none of the ${forms.length} forms is about it.`,
        })
      }
  },
})
