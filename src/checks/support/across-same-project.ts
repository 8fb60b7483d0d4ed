/** XD-014 and XD-008 between documents: one project's form in two files of a year, and what one year hands to the next. */
import type { FundColumn } from '../../domain/self-evaluation.ts'
import type { AcrossDocument } from '../../engine/across.ts'
import type { AcrossContext, Report } from '../../engine/check.ts'
import { type FormView, unitPower } from '../../engine/form-view.ts'
import { projectCell, projectName } from '../../engine/ledger/projects.ts'
import { amountInterval, baseValue } from '../../engine/verdict.ts'
import { byDepartment, sameYearPairs, yearOf } from './across.ts'
import { baseName, sharedProjects } from './across-projects.ts'
import { agrees, isRounding } from './booklet-ledger.ts'

const COLUMNS: readonly (readonly [FundColumn, string])[] = [
  ['initialBudget', '年初预算数'],
  ['fullYearBudget', '全年预算数'],
  ['executed', '全年执行数'],
]

const reportForms = (
  { form, file, other, otherFile }: { form: FormView; file: string; other: FormView; otherFile: string },
  report: Report,
): void => {
  const where = `${baseName(otherFile)}的自评表${other.index}`
  for (const [column, name] of COLUMNS) {
    const [own, theirs] = [projectCell(form, column), projectCell(other, column)]
    if (!own?.amount || !theirs?.amount) continue
    if ([form, other].some(({ record }) => unitPower(record.funds.unit) === undefined)) continue
    if (agrees(own.amount, theirs.amount) || isRounding(own.amount, theirs.amount)) continue
    report({
      file,
      form: form.index,
      field: own.field,
      position: own.cell.at,
      severity: own.cell.unsure || theirs.cell.unsure ? 'warning' : 'error',
      verdict: 'outside',
      printed: own.cell.printed,
      expected: `${theirs.cell.printed}${other.record.funds.unit}`,
      message: `“${projectName(form)}”的${name}印为${own.cell.printed}${form.record.funds.unit}，${where}是${theirs.cell.printed}${other.record.funds.unit}`,
      messageEn: `The form prints ${own.cell.printed}, the same project's form in the other file ${theirs.cell.printed}.`,
    })
  }
  const [score, theirs] = [form.totalScore, other.totalScore]
  if (!score?.number || !theirs?.number || score.number.equals(theirs.number)) return
  report({
    file,
    form: form.index,
    field: 'totalScore',
    position: score.cell.at,
    severity: score.cell.unsure || theirs.cell.unsure ? 'warning' : 'error',
    verdict: 'outside',
    printed: score.cell.printed,
    expected: theirs.cell.printed,
    message: `“${projectName(form)}”的总分印为${score.cell.printed}，${where}是${theirs.cell.printed}`,
    messageEn: `The total is ${score.cell.printed} here and ${theirs.cell.printed} in the other file.`,
  })
}

/** The form of one project, printed in two files of one year. */
export const reportSameProject = ({ documents }: AcrossContext, report: Report): undefined => {
  for (const [a, b] of sameYearPairs(documents))
    for (const shared of sharedProjects(b, a.forms, a.file, projectName)) reportForms(shared, report)
}

const yearsApart = (documents: readonly AcrossDocument[]): readonly (readonly [AcrossDocument, AcrossDocument])[] =>
  byDepartment(documents).flatMap((group) =>
    group.flatMap((later) =>
      group.flatMap((earlier) =>
        yearOf(earlier) === yearOf(later) - 1 && earlier.forms.length > 0 && later.forms.length > 0
          ? [[earlier, later] as const]
          : [],
      ),
    ),
  )

/** What a project carries over cannot be more than it had left the year before. */
export const reportCarriedProjects = ({ documents }: AcrossContext, report: Report): undefined => {
  for (const [earlier, later] of yearsApart(documents))
    for (const { form, other } of sharedProjects(later, earlier.forms, earlier.file, projectName)) {
      const row = form.funds.sources.find(({ key }) => key === 'carryover')
      const field = row?.columns.fullYearBudget ?? row?.columns.initialBudget
      const [budget, executed] = [projectCell(other, 'fullYearBudget')?.amount, projectCell(other, 'executed')?.amount]
      if (!field?.amount || !budget || !executed) continue
      if ([form, other].some(({ record }) => unitPower(record.funds.unit) === undefined)) continue
      const left = baseValue(budget).subtract(baseValue(executed))
      const most = amountInterval(budget).high.subtract(amountInterval(executed).low)
      if (left.isNegative() || amountInterval(field.amount).low.compare(most) <= 0) continue
      const power = unitPower(form.record.funds.unit)!
      report({
        file: later.file,
        form: form.index,
        field: field.field,
        position: field.cell.at,
        verdict: 'outside',
        printed: field.cell.printed,
        expected: `≤${left.shift(-power).normalize()}`,
        message: `“${projectName(form)}”的上年结转资金是${field.cell.printed}${form.record.funds.unit}，${baseName(earlier.file)}的自评表${other.index}年末只剩${left.shift(-power).normalize()}${form.record.funds.unit}`,
        messageEn: `The form carries ${field.cell.printed} over; the project had less left the year before.`,
      })
    }
}
