/** The equations of the budget tables (BG). */
import { type AccountsView, type AccountTableView, tableOf } from '../accounts.ts'
import { addByClass } from './classes.ts'
import { addHierarchy } from './codes.ts'
import { addEconomic, rowCell, totalCell } from './final.ts'
import { addRows } from './rows.ts'
import { allNothing, type EquationSheet } from './sheet.ts'
import { addThreePublic } from './three-public.ts'
import { addSide, rowOf } from './totals.ts'

type Table = AccountTableView | undefined

interface BudgetTables {
  readonly income: Table
  readonly spending: Table
  readonly incomeByCode: Table
  readonly spendingByCode: Table
  readonly fiscalIncome: Table
  readonly fiscalSpending: Table
  readonly general: Table
  readonly fund: Table
  readonly capital: Table
}

const budgetTables = (view: AccountsView): BudgetTables => ({
  income: tableOf(view, 'budget-total', '收入'),
  spending: tableOf(view, 'budget-total', '支出'),
  incomeByCode: tableOf(view, 'budget-income'),
  spendingByCode: tableOf(view, 'budget-expenditure'),
  fiscalIncome: tableOf(view, 'budget-fiscal-total', '收入'),
  fiscalSpending: tableOf(view, 'budget-fiscal-total', '支出'),
  general: tableOf(view, 'budget-general-expenditure'),
  fund: tableOf(view, 'budget-fund'),
  capital: tableOf(view, 'budget-state-capital'),
})

/** What comes in this year: its own row, or the grand total where nothing is carried over. */
const yearCell = (table: Table, own: string, carried: readonly string[], column: string) => {
  if (!table) return undefined
  if (rowOf(table, own)) return rowCell(table, own, column)
  const more = carried.map((role) => rowCell(table, role, column))
  return allNothing(more) ? rowCell(table, 'total', column) : undefined
}

const yearIncome = (table: Table) => yearCell(table, 'incomeTotal', ['opening', 'usedBalance'], 'amount')
const yearSpending = (table: Table, column: string) => yearCell(table, 'spendingTotal', ['closing'], column)

const INCOME = { subtotal: 'incomeTotal', more: ['usedBalance', 'opening'] } as const
const FISCAL_INCOME = { subtotal: 'incomeTotal', more: ['opening'] } as const
const SPENDING = { subtotal: 'spendingTotal', more: ['closing'] } as const
const one = (code: string) => ({ subtotal: code, total: code })

const addTotals = (sheet: EquationSheet, { income, spending }: BudgetTables): void => {
  addSide(sheet, income, INCOME, one('BG-001'))
  addSide(sheet, spending, SPENDING, one('BG-001'))
  sheet.same('BG-001', '收入总计 = 支出总计', rowCell(income, 'total', 'amount'), rowCell(spending, 'total', 'amount'))
}

const addByCode = (sheet: EquationSheet, tables: BudgetTables): void => {
  const { income, spending, incomeByCode, spendingByCode } = tables
  addRows(sheet, incomeByCode, () => 'BG-002')
  addHierarchy(sheet, incomeByCode, 'BG-002', 'BG-002')
  const hasOpening = incomeByCode?.record.columns.some(({ role }) => role === 'opening')
  sheet.same(
    'BG-002',
    '部门收入预算总表合计 = 收支预算总表收入',
    totalCell(incomeByCode, 'total'),
    hasOpening ? rowCell(income, 'total', 'amount') : yearIncome(income),
  )
  sheet.same(
    'BG-002',
    '部门收入预算总表财政拨款收入 = 收支预算总表财政拨款收入',
    totalCell(incomeByCode, 'fiscal'),
    rowCell(income, 'fiscal', 'amount'),
  )
  addRows(sheet, spendingByCode, () => 'BG-003')
  addHierarchy(sheet, spendingByCode, 'BG-003', 'BG-003')
  sheet.same(
    'BG-003',
    '部门支出预算总表合计 = 收支预算总表支出',
    totalCell(spendingByCode, 'total'),
    yearSpending(spending, 'amount'),
  )
  addByClass(sheet, 'BG-003', [spendingByCode, 'total'], [spending, 'amount'], '收支预算总表')
}

const FUNDS = [
  ['general', '一般公共预算'],
  ['fund', '政府性基金预算'],
  ['capital', '国有资本经营预算'],
] as const

const addFiscal = (sheet: EquationSheet, tables: BudgetTables): void => {
  const { income, fiscalIncome, fiscalSpending } = tables
  addSide(sheet, fiscalIncome, FISCAL_INCOME, one('BG-004'))
  addSide(sheet, fiscalSpending, SPENDING, one('BG-004'))
  addRows(sheet, fiscalSpending, () => 'BG-004')
  sheet.same(
    'BG-004',
    '财政拨款收入总计 = 财政拨款支出总计',
    rowCell(fiscalIncome, 'total', 'amount'),
    rowCell(fiscalSpending, 'total', 'total'),
  )
  sheet.same(
    'BG-004',
    '财政拨款收支总表收入 = 收支预算总表财政拨款收入',
    yearIncome(fiscalIncome),
    rowCell(income, 'fiscal', 'amount'),
  )
  for (const [fund, name] of FUNDS)
    sheet.same(
      'BG-005',
      `${name}支出表合计 = 财政拨款收支总表${name}支出`,
      totalCell(tables[fund], 'total'),
      yearSpending(fiscalSpending, fund),
    )
  for (const [fund, name] of FUNDS) {
    addRows(sheet, tables[fund], () => 'BG-006')
    addHierarchy(sheet, tables[fund], 'BG-006', 'BG-006')
    addByClass(sheet, 'BG-006', [tables[fund], 'total'], [fiscalSpending, fund], `财政拨款收支总表${name}`)
  }
}

export const addBudget = (sheet: EquationSheet, view: AccountsView): void => {
  const tables = budgetTables(view)
  addTotals(sheet, tables)
  addByCode(sheet, tables)
  addFiscal(sheet, tables)
  const basic = tableOf(view, 'budget-basic-expenditure')
  const codes = { classes: 'BG-007', staff: 'BG-007', running: 'BG-007', total: 'BG-007' }
  addEconomic(sheet, basic, totalCell(tables.general, 'basic'), codes)
  addThreePublic(sheet, tableOf(view, 'budget-three-public'), 'BG-008', 'BG-008')
  const projects = tableOf(view, 'budget-project')
  sheet.same(
    'BG-009',
    '项目支出预算表合计 = 支出预算总表项目支出合计',
    rowCell(projects, 'total', 'amount'),
    totalCell(tables.spendingByCode, 'project'),
  )
}
