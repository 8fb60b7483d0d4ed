import type { Cell } from '../../domain/self-evaluation.ts'
import { tableOf } from '../../engine/accounts.ts'
import type { AcrossDocument } from '../../engine/across.ts'
import { numberOf } from '../../engine/assessment.ts'
import { defineAcrossCheck, type Report } from '../../engine/check.ts'
import { unitPower } from '../../engine/form-view.ts'
import { projectCell, projectName } from '../../engine/ledger/projects.ts'
import { proof } from '../../engine/proof.ts'
import type { Amount } from '../../engine/verdict.ts'
import { sameYearPairs } from '../support/across.ts'
import { baseName, sharedProjects } from '../support/across-projects.ts'
import { agrees, isRounding } from '../support/booklet-ledger.ts'

/** An amount that another document gives a project at the beginning of the year. */
interface Planned {
  readonly name: string
  readonly amount: Amount
  readonly printed: string
  readonly where: string
  readonly cell: Cell
}

const amountOf = (cell: Cell | undefined, unit: string): Amount | undefined => {
  const value = numberOf(cell)
  const power = unitPower(unit)
  return value && power !== undefined ? { value, power } : undefined
}

const plannedIn = ({ goals = [], monitorings = [], accounts }: AcrossDocument): readonly Planned[] => {
  const declared = goals.flatMap(({ head, money }): readonly Planned[] => {
    const cell = money.annual?.total?.amount
    const amount = amountOf(cell, money.unit)
    const name = head.projectName?.printed ?? ''
    return cell && amount ? [{ name, amount, printed: cell.printed + money.unit, where: '绩效目标申报表', cell }] : []
  })
  const monitored = monitorings.flatMap(({ head, funds }): readonly Planned[] => {
    const cell = funds.rows.find(({ key }) => key === 'total')?.cells.initialBudget
    const amount = amountOf(cell, funds.unit)
    const name = head.projectName?.printed ?? ''
    return cell && amount ? [{ name, amount, printed: cell.printed + funds.unit, where: '绩效运行监控表', cell }] : []
  })
  const table = accounts && tableOf(accounts, 'budget-project')
  const listed = (table?.entries ?? []).flatMap((entry): readonly Planned[] => {
    const own = entry.cells.get('amount')
    if (entry.role !== '' || entry.name === '' || !own?.amount || own.state !== 'number') return []
    return [
      {
        name: entry.name,
        amount: own.amount,
        printed: own.cell.printed + table!.record.unit,
        where: table!.name,
        cell: own.cell,
      },
    ]
  })
  return [...declared, ...monitored, ...listed]
}

const reportPair = (own: AcrossDocument, other: AcrossDocument, report: Report): void => {
  for (const { form, other: plan } of sharedProjects(own, plannedIn(other), other.file, ({ name }) => name)) {
    const field = projectCell(form, 'initialBudget')
    const { unit } = form.record.funds
    if (!field?.amount || unitPower(unit) === undefined || agrees(field.amount, plan.amount)) continue
    const isNear = isRounding(field.amount, plan.amount)
    const verdict = isNear ? 'rounding-only' : 'outside'
    const isSure = !field.cell.unsure && !plan.cell.unsure
    const where = `${baseName(other.file)}的${plan.where}`
    report({
      file: own.file,
      form: form.index,
      field: field.field,
      position: field.cell.at,
      severity: isNear ? 'info' : isSure ? 'error' : 'warning',
      verdict,
      printed: field.cell.printed,
      expected: plan.printed,
      message: `“${projectName(form)}”的年初预算数印为${field.cell.printed}${unit}，${where}是${plan.printed}${isNear ? '，相差在舍入范围内' : ''}`,
      messageEn: `The form begins with ${field.cell.printed}${unit}; the other document has ${plan.printed}.`,
      proof: () =>
        proof({
          formula: `自评表的年初预算数 = ${plan.where}的金额`,
          filledIn: `${field.cell.printed}${unit} ≠ ${plan.printed}`,
          result: plan.printed,
          verdict,
          inputs: [
            {
              name: `${baseName(own.file)}的自评表${form.index}`,
              printed: field.cell.printed,
              field: field.field,
              position: field.cell.at,
            },
            { name: where, printed: plan.printed, position: plan.cell.at },
          ],
        }),
    })
  }
}

export const oneAmountOneProject = defineAcrossCheck({
  id: 'XD-001',
  title: '一个项目的年初预算数在各文件中相同',
  titleEn: 'A project has one initial budget in all documents',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '自评表的年初预算数 = 绩效目标申报表的年度资金总额 = 绩效运行监控表的年初预算数 = 项目支出预算表的预算数（同一部门、年度、项目）',
  remedy: '以批复的预算为准统一；批复后调整的填入全年预算数',
  remedyEn: 'Use the approved budget; later changes belong to the budget of the full year.',
  run({ documents }, report) {
    for (const [a, b] of sameYearPairs(documents)) {
      reportPair(a, b, report)
      reportPair(b, a, report)
    }
  },
})
