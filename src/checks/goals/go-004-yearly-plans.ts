/** GO-004: the plans of the years make the amount of the period, stand inside it, and agree with the year's amount. */
import { surely } from '../../engine/assessment.ts'
import { defineGoalCheck, type Report } from '../../engine/check.ts'
import { baseValue, maySame } from '../../engine/verdict.ts'
import { type DeclarationView, onDeclaration, viewDeclaration } from '../support/declaration.ts'
import { type MoneyCell, moneyCell, sumFinding } from '../support/plan-money.ts'

interface Plan {
  readonly year: number
  readonly cell: MoneyCell
}

/** Plans that leave out years of the period are a part of it. */
const coversPeriod = (plans: readonly Plan[], years: DeclarationView['years']): boolean => {
  const own = new Set(plans.map(({ year }) => year))
  if (!years) return false
  for (let year = years[0]; year <= years[1]; year += 1) if (!own.has(year)) return false
  return true
}

const judgeSum = (view: DeclarationView, plans: readonly Plan[], report: Report): void => {
  const total = view.money.find(({ term }) => term === 'multiYear')?.total
  const found =
    total &&
    plans.length > 1 &&
    sumFinding(
      total,
      plans.map(({ cell }) => cell),
      coversPeriod(plans, view.years),
    )
  if (!total || !found) return
  const expected = found.judged.expected.toString()
  report({
    ...onDeclaration(
      view,
      total.field,
      total.cell,
      plans.map(({ cell }) => cell.field),
    ),
    severity: surely(found.severity, total.cell, ...plans.map(({ cell }) => cell.cell)),
    verdict: found.judged.verdict,
    printed: total.cell.printed,
    expected,
    message: `${total.name}印为${total.cell.printed}，分年度计划之和是${expected}：${found.terms}`,
    messageEn: `The amount of the period is printed ${total.cell.printed}; the plans of the years add up to ${expected}.`,
    proof: found.proof,
  })
}

const judgeYears = (view: DeclarationView, plans: readonly Plan[], report: Report): void => {
  const { years } = view
  if (!years) return
  for (const { year, cell } of plans) {
    if ((year >= years[0] && year <= years[1]) || !cell.amount || cell.amount.value.isZero()) continue
    report({
      ...onDeclaration(view, cell.field, cell.cell),
      verdict: 'outside',
      printed: `${year}年`,
      expected: `${years[0]}—${years[1]}年`,
      message: `${year}年安排了资金，不在项目期${years[0]}—${years[1]}年之内。`,
      messageEn: `${year} has money, but the project runs from ${years[0]} to ${years[1]}.`,
    })
  }
}

/** The year that the declaration is for stands twice: as the year's amount and in the plan. */
const judgeYear = (view: DeclarationView, plans: readonly Plan[], report: Report): void => {
  const total = view.money.find(({ term }) => term === 'annual')?.total
  const plan = plans.find(({ year }) => year === view.declaration.year)
  if (!total?.amount || !plan?.cell.amount || maySame(total.amount, plan.cell.amount)) return
  const expected = baseValue(plan.cell.amount).shift(-total.amount.power).normalize().toString()
  report({
    ...onDeclaration(view, total.field, total.cell, [plan.cell.field]),
    severity: surely('error', total.cell, plan.cell.cell),
    verdict: 'outside',
    printed: total.cell.printed,
    expected,
    message: `${total.name}印为${total.cell.printed}，分年度计划中${plan.year}年是${plan.cell.cell.printed}。`,
    messageEn: `The year's amount is printed ${total.cell.printed}; the plan has ${plan.cell.cell.printed} for ${plan.year}.`,
  })
}

export const yearlyPlans = defineGoalCheck({
  id: 'GO-004',
  title: '分年度计划之和等于项目总额，年度在项目期内',
  titleEn: 'The plans of the years add up to the period’s amount and stand inside it',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic', 'definition#date-order'],
  rule: 'Σ 各年度资金 = 项目（中期）资金总额；各年度在项目期内；申报年度的计划 = 年度资金总额',
  remedy: '核对分年度计划、项目期和总额，改正不符的一处。',
  remedyEn: 'Let the plans, the period and the totals agree.',
  run({ declaration }, report) {
    const { yearly, unit } = declaration.money
    if (yearly.length === 0) return
    const view = viewDeclaration(declaration)
    const plans = yearly.map(({ year, label, amount }, i) => ({
      year,
      cell: moneyCell(label, `money.yearly[${i}].amount`, amount, unit),
    }))
    judgeSum(view, plans, report)
    judgeYears(view, plans, report)
    judgeYear(view, plans, report)
  },
})
