/** XD-014: budget, spending and rate of a project in the text against its form. */
import type { BookletContext, Report } from '../../engine/check.ts'
import type { FundField } from '../../engine/form-view.ts'
import { projectCell, projectName } from '../../engine/ledger/projects.ts'
import { proof, valueInput } from '../../engine/proof.ts'
import { baseValue, maySame } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { isRounding, sameValue, shownLike } from './booklet-ledger.ts'
import { type ProjectFigure, projectFigures } from './booklet-projects.ts'
import { about, inputOf, printedOf } from './narrative.ts'
import { unitSlipsOf } from './narrative-unit-slips.ts'

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  initialBudget: '年初预算数',
  fullYearBudget: '全年预算数',
  executed: '全年执行数',
}

const cellsOf = ({
  form,
  columns,
}: ProjectFigure): readonly (FundField & { amount: NonNullable<FundField['amount']> })[] =>
  columns.flatMap((column) => {
    const cell = projectCell(form, column)
    return cell?.amount ? [{ ...cell, amount: cell.amount }] : []
  })

const reportAmount = (own: ProjectFigure, report: Report): void => {
  const { one, form, columns, by } = own
  const cells = cellsOf(own)
  // A blank cell of another column may be the one that the text means.
  if (cells.length === 0 || cells.length < columns.length) return
  const isSame = cells.some(
    ({ amount }) => sameValue(amount, one.amount) || (amount.power !== one.amount.power && maySame(amount, one.amount)),
  )
  if (isSame) return
  const near = cells.find(({ amount }) => isRounding(one.amount, amount))
  const cell = near ?? cells[0]!
  const column = COLUMN_NAMES[columns[cells.indexOf(cell)]!]!
  const verdict = near ? 'rounding-only' : 'outside'
  const expected = shownLike(cell.amount, one)
  const name = projectName(form)
  report(
    about(one, {
      severity: near ? 'info' : cell.cell.unsure ? 'warning' : 'error',
      verdict,
      expected,
      message: `正文中“${name}”的${column}印为${printedOf(one)}，自评表${form.index}是${cell.cell.printed}${form.record.funds.unit}${near ? '，相差在舍入范围内' : by === 'amount' ? '（同句另一金额与该表一致）' : ''}`,
      messageEn: `The text gives ${printedOf(one)} for the project, form ${form.index} ${cell.cell.printed}.`,
      proof: () =>
        proof({
          formula: `正文中的${column} = 自评表中的${column}`,
          filledIn: `${printedOf(one)} ≠ ${cell.cell.printed}${form.record.funds.unit}`,
          result: expected,
          verdict,
          inputs: [
            inputOf('正文', one),
            { name: `自评表${form.index}`, printed: cell.cell.printed, field: cell.field, position: cell.cell.at },
          ],
        }),
    }),
  )
}

/** One point: what rounding of both amounts to 万元 may do to the rate of a small project. */
const TRIFLE = Decimal.one

/** A rate that follows from the rounded amounts of the text is not that of the form: worth a note, no more. */
const reportRate = ({ one, form }: ProjectFigure, report: Report): void => {
  const executed = projectCell(form, 'executed')?.amount
  const budgets = (['fullYearBudget', 'initialBudget'] as const).flatMap(
    (column) => projectCell(form, column)?.amount ?? [],
  )
  const { value } = one.mention
  if (!executed) return
  const rates = budgets.flatMap((budget) =>
    baseValue(budget).isPositive()
      ? [Decimal.hundred.multiply(baseValue(executed)).divide(baseValue(budget), value.scale)]
      : [],
  )
  const [rate] = rates
  if (!rate || rates.some((each) => each.subtract(value).abs().compare(value.lastUnit()) < 0)) return
  if (rate.subtract(value).abs().compare(TRIFLE) > 0) return
  report(
    about(one, {
      severity: 'info',
      verdict: 'rounding-only',
      expected: `${rate}%`,
      message: `正文中“${projectName(form)}”的预算执行率印为${printedOf(one)}，按自评表${form.index}的金额是${rate}%`,
      messageEn: `The text gives a rate of ${printedOf(one)}; the amounts of form ${form.index} give ${rate}%.`,
      proof: () =>
        proof({
          formula: '预算执行率 = 全年执行数 ÷ 全年预算数',
          filledIn: `${baseValue(executed).normalize()} ÷ ${baseValue(budgets[0]!).normalize()}`,
          result: `${rate}%`,
          verdict: 'rounding-only',
          inputs: [inputOf('正文', one), valueInput('自评表的执行率', `${rate}%`)],
        }),
    }),
  )
}

export const reportProjectFigures = (context: BookletContext, report: Report): void => {
  const { narrative } = context
  if (!narrative) return
  const slips = unitSlipsOf(narrative)
  for (const own of projectFigures(context)) {
    if (slips.has(own.one.statement.index)) continue
    if (own.kind === 'amount') reportAmount(own, report)
    else if (own.kind === 'rate') reportRate(own, report)
  }
}
