import { numberOf, onDepartment } from '../../engine/assessment.ts'
import { defineBookletCheck } from '../../engine/check.ts'
import { unitPower } from '../../engine/form-view.ts'
import { placesOf } from '../../engine/ledger/cells.ts'
import { placeInput } from '../../engine/ledger/entry.ts'
import { proof } from '../../engine/proof.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import { agrees, isRounding } from '../support/booklet-ledger.ts'

const cell = (profile: string, row: string, column: string, side: '' | '收入' | '支出' = ''): CellRef => ({
  profile,
  side,
  row,
  label: '',
  column,
})

const SPENDING = [
  cell('income-expenditure-total', 'spendingTotal', 'amount', '支出'),
  cell('expenditure', 'total', 'total'),
]
const INCOME = [cell('income-expenditure-total', 'incomeTotal', 'amount', '收入'), cell('income', 'total', 'total')]

export const departmentTotals = defineBookletCheck({
  id: 'XD-016',
  title: '整体自评表的执行数合计等于支出决算',
  titleEn: 'The spending of the whole-department form is that of the accounts',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '整体自评表各任务执行数的合计 = 本年支出合计（收入支出决算总表、支出决算表）',
  remedy: '核对整体自评表的执行数；只填财政拨款或收入数的改为支出数',
  remedyEn: 'Check the spending of the form; income or fiscal money may have been entered.',
  run({ accounts, assessment }, report) {
    const cells = placesOf(accounts, SPENDING)
    const [spending] = cells
    if (!spending) return
    const income = placesOf(accounts, INCOME)
    for (const department of assessment?.departments ?? []) {
      const power = unitPower(department.unit)
      const index = department.tasks.findIndex(({ isTotal }) => isTotal)
      const total = department.tasks[index]?.cells.executedTotal
      const value = numberOf(total)
      if (!total || !value || power === undefined) continue
      const own = { value, power }
      if (cells.some(({ amount }) => agrees(own, amount) || isRounding(own, amount))) continue
      const isIncome = income.some(({ amount }) => agrees(own, amount))
      report({
        ...onDepartment(`tasks[${index}].executedTotal`, total),
        verdict: 'outside',
        printed: total.printed,
        expected: spending.printed,
        message: `整体自评表的执行数合计是${total.printed}${department.unit}，${spending.name}是${spending.printed}${isIncome ? '；所填的是本年收入合计' : ''}`,
        messageEn: `The form of the department adds up to ${total.printed}; the accounts have ${spending.printed}.`,
        proof: () =>
          proof({
            formula: '执行数合计 = 本年支出合计',
            filledIn: `${total.printed}${department.unit} ≠ ${spending.printed}`,
            result: spending.printed,
            verdict: 'outside',
            inputs: [{ name: '执行数合计', printed: total.printed, position: total.at }, ...cells.map(placeInput)],
          }),
      })
    }
  },
})
