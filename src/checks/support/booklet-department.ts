/** XD-014: tasks and indicators of the whole department's form against the forms of the projects and the text. */
import type { DepartmentSelfEvaluation, TaskColumn } from '../../domain/department-self-evaluation.ts'
import type { FundColumn } from '../../domain/self-evaluation.ts'
import { numberOf, onDepartment, surely } from '../../engine/assessment.ts'
import type { BookletContext, Report } from '../../engine/check.ts'
import { unitPower } from '../../engine/form-view.ts'
import { bestMatch, projectCell, projectName } from '../../engine/ledger/projects.ts'
import { unitLengthAt } from '../../kernel/units.ts'
import { agrees, isRounding } from './booklet-ledger.ts'

/** Columns of the tasks with those of a form that may print the same amount. */
const COLUMNS: readonly (readonly [TaskColumn, string, readonly FundColumn[]])[] = [
  ['budgetTotal', '预算数', ['initialBudget', 'fullYearBudget']],
  ['executedTotal', '执行数', ['executed']],
]
const BASIC = /基本支出|人员经费|公用经费/u

const reportTask = (
  { forms }: BookletContext,
  department: DepartmentSelfEvaluation,
  index: number,
  report: Report,
): void => {
  const task = department.tasks[index]!
  const name = task.cells.name?.printed ?? ''
  const power = unitPower(department.unit)
  if (task.isTotal || BASIC.test(name) || power === undefined) return
  const form = bestMatch(name, forms, projectName)
  // Two tasks of one project share its form.
  if (
    !form ||
    department.tasks.some((other) => other !== task && bestMatch(other.cells.name?.printed ?? '', [form], projectName))
  )
    return
  for (const [column, word, columns] of COLUMNS) {
    const cell = task.cells[column]
    const value = numberOf(cell)
    const fields = columns.flatMap((each) => projectCell(form, each) ?? [])
    const amounts = fields.flatMap(({ amount }) => amount ?? [])
    if (!cell || !value || amounts.length < columns.length || unitPower(form.record.funds.unit) === undefined) continue
    const own = { value, power }
    if (amounts.some((amount) => agrees(own, amount) || isRounding(own, amount))) continue
    report({
      ...onDepartment(`tasks[${index}].${column}`, cell),
      severity: surely('error', cell, fields[0]!.cell),
      verdict: 'outside',
      printed: cell.printed,
      expected: fields[0]!.cell.printed,
      message: `整体自评表任务“${name}”的${word}印为${cell.printed}${department.unit}，自评表${form.index}是${fields.map((field) => field.cell.printed).join('、')}${form.record.funds.unit}`,
      messageEn: `The task prints ${cell.printed}, form ${form.index} ${fields[0]!.cell.printed}.`,
    })
  }
}

export const reportTasks = (context: BookletContext, report: Report): void => {
  for (const department of context.assessment?.departments ?? [])
    for (const index of department.tasks.keys()) reportTask(context, department, index, report)
}

/** Shorter names stand for too many things. */
const SHORTEST_NAME = 8
const VALUE = /^(?:[≥≤><]|不少于|不低于|不超过)?(\d[\d,]*(?:\.\d+)?)[万亿]?(?=[\u4e00-\u9fff㎡%])/u
const NUMBER = /\d[\d,]*(?:\.\d+)?/gu

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’]+/gu, '')

const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(NUMBER)].map(([number]) => number.replaceAll(',', ''))

/** 整体绩效目标“…≥27人” in the text where the form says ≥11人. */
export const reportDepartmentTargets = ({ narrative, assessment }: BookletContext, report: Report): void => {
  if (!narrative || !assessment) return
  const texts = narrative.paragraphs.map((paragraph) => bare(paragraph.text))
  for (const { indicators } of assessment.departments)
    for (const [index, { level3, target, actual }] of indicators.entries()) {
      const name = bare(level3.printed)
      const own = [...numbersIn(bare(target.printed)), ...numbersIn(bare(actual.printed))]
      if (name.length < SHORTEST_NAME || own.length === 0) continue
      const said = texts.flatMap((text) =>
        text
          .split(name)
          .slice(1)
          .flatMap((rest) => {
            const match = VALUE.exec(rest)
            if (!match || own.includes(match[1]!.replaceAll(',', ''))) return []
            // What has no unit of count behind it is a number of something else.
            const length = rest[match[0].length] === '%' ? 1 : unitLengthAt(rest, match[0].length)
            return length === 0 ? [] : [rest.slice(0, match[0].length + length)]
          }),
      )
      const [first] = said
      if (first === undefined) continue
      report({
        ...onDepartment(`indicators[${index}].target`, target),
        severity: 'warning',
        verdict: 'undecided',
        printed: target.printed,
        expected: first,
        message: `整体自评表“${level3.printed}”的指标值是“${target.printed}”，正文写作“${first}”`,
        messageEn: `The form of the department says ${target.printed}, the text ${first}.`,
      })
    }
}
