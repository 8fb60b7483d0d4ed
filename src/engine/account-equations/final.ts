/** The equations of the final-accounts tables (FA): inside each table and between them. */
import { type AccountsView, type AccountTableView, entryOfRole, tableOf } from '../accounts.ts'
import { addByClass, addClasses } from './classes.ts'
import { addHierarchy, codeTree } from './codes.ts'
import { addRows } from './rows.ts'
import { cellIn, type EquationSheet } from './sheet.ts'
import { addThreePublic } from './three-public.ts'
import { addSide, columnCell, rowOf } from './totals.ts'

type Table = AccountTableView | undefined

/** The tables of a set; `undefined` for what is not there, or is there twice. */
export interface FinalTables {
  readonly income: Table
  readonly spending: Table
  readonly incomeByCode: Table
  readonly spendingByCode: Table
  readonly fiscalIncome: Table
  readonly fiscalSpending: Table
  /** By functional code; in Yunnan with income and balances. */
  readonly general: Table
  readonly basic: Table
  readonly threePublic: Table
  readonly fund: Table
  readonly capital: Table
}

export const finalTables = (view: AccountsView): FinalTables => ({
  income: tableOf(view, 'income-expenditure-total', '收入'),
  spending: tableOf(view, 'income-expenditure-total', '支出'),
  incomeByCode: tableOf(view, 'income'),
  spendingByCode: tableOf(view, 'expenditure'),
  fiscalIncome: tableOf(view, 'fiscal-total', '收入'),
  fiscalSpending: tableOf(view, 'fiscal-total', '支出'),
  general: tableOf(view, 'general-budget-expenditure') ?? tableOf(view, 'general-budget-income-expenditure'),
  basic: tableOf(view, 'basic-expenditure'),
  threePublic: tableOf(view, 'three-public'),
  fund: tableOf(view, 'government-fund'),
  capital: tableOf(view, 'state-capital'),
})

/** Amount in a row known by its role: `rowCell(income, 'total', 'amount')`. */
export const rowCell = (table: Table, row: string, column: string) => {
  const entry = rowOf(table, row)
  return table && columnCell(table, entry, column)
}

/** The total of a table of codes, or its only row. */
const totalOf = (table: Table) => {
  if (!table) return undefined
  const { total, tops, isWhole } = codeTree(table)
  return total ?? (isWhole && tops.length === 1 ? tops[0] : undefined)
}

export const totalCell = (table: Table, column: string) => cellIn(totalOf(table), column)

const FUNDS = ['general', 'fund', 'capital'] as const
const FUND_NAMES = { general: '一般公共预算', fund: '政府性基金预算', capital: '国有资本经营预算' } as const
const OPENINGS = { general: 'openingGeneral', fund: 'openingFund', capital: 'openingCapital' } as const

/** 公开01表. */
const addTotals = (sheet: EquationSheet, { income, spending }: FinalTables): void => {
  addSide(
    sheet,
    income,
    { subtotal: 'incomeTotal', more: ['usedBalance', 'opening'] },
    { subtotal: 'FA-101', total: 'FA-103' },
  )
  addSide(
    sheet,
    spending,
    { subtotal: 'spendingTotal', more: ['distribution', 'closing'] },
    { subtotal: 'FA-102', total: 'FA-104' },
  )
  sheet.same('FA-105', '收入总计 = 支出总计', rowCell(income, 'total', 'amount'), rowCell(spending, 'total', 'amount'))
}

const NON_FISCAL = ['superior', 'business', 'operating', 'subordinate', 'other'] as const

/** 公开02表. */
const addIncomeByCode = (sheet: EquationSheet, { income, incomeByCode }: FinalTables): void => {
  addRows(sheet, incomeByCode, () => 'FA-121')
  addHierarchy(sheet, incomeByCode, 'FA-122', 'FA-123')
  sheet.same(
    'FA-124',
    '收入决算表合计 = 收入支出决算总表本年收入合计',
    totalCell(incomeByCode, 'total'),
    rowCell(income, 'incomeTotal', 'amount'),
  )
  if (!income) return
  // 财政拨款收入, 其中：政府性基金: where the first row contains the others it stands alone.
  const funds = FUNDS.flatMap((fund) => rowOf(income, fund) ?? []).filter(({ name }) => !/^\s*其\s*中/.test(name))
  sheet.sum(
    'FA-125',
    '收入决算表财政拨款收入 = 收入支出决算总表各项财政拨款收入之和',
    totalCell(incomeByCode, 'fiscal'),
    funds.map((entry) => cellIn(entry, 'amount')),
  )
  for (const role of NON_FISCAL) {
    const entry = rowOf(income, role)
    sheet.same(
      'FA-126',
      `收入决算表合计 = 收入支出决算总表“${entry?.name ?? ''}”`,
      totalCell(incomeByCode, role),
      cellIn(entry, 'amount'),
    )
  }
}

/** 公开03表. */
const addSpendingByCode = (sheet: EquationSheet, { spending, spendingByCode }: FinalTables): void => {
  addRows(sheet, spendingByCode, () => 'FA-141')
  addHierarchy(sheet, spendingByCode, 'FA-142', 'FA-143')
  sheet.same(
    'FA-144',
    '支出决算表合计 = 收入支出决算总表本年支出合计',
    totalCell(spendingByCode, 'total'),
    rowCell(spending, 'spendingTotal', 'amount'),
  )
  addByClass(sheet, 'FA-145', [spendingByCode, 'total'], [spending, 'amount'], '收入支出决算总表')
}

const fiscalRowCode = (role: string): string =>
  role === 'spendingTotal' ? 'FA-163' : role.startsWith('closing') ? 'FA-164' : role === 'total' ? 'FA-166' : 'FA-162'

/** 公开04表. */
const addFiscal = (sheet: EquationSheet, { income, incomeByCode, fiscalIncome, fiscalSpending }: FinalTables): void => {
  addSide(sheet, fiscalIncome, { subtotal: 'incomeTotal', more: ['opening'] }, { subtotal: 'FA-161', total: 'FA-166' })
  addSide(
    sheet,
    fiscalSpending,
    { subtotal: 'spendingTotal', more: ['closing'] },
    { subtotal: 'FA-163', total: 'FA-166' },
  )
  addRows(sheet, fiscalSpending, (_, { role }) => fiscalRowCode(role))
  sheet.sum(
    'FA-164',
    '年初财政拨款结转和结余 = 三种预算之和',
    rowCell(fiscalIncome, 'opening', 'amount'),
    FUNDS.map((fund) => rowCell(fiscalIncome, OPENINGS[fund], 'amount')),
  )
  for (const fund of FUNDS) addFundBalance(sheet, { fiscalIncome, fiscalSpending }, fund)
  sheet.same(
    'FA-166',
    '财政拨款收入总计 = 财政拨款支出总计',
    rowCell(fiscalIncome, 'total', 'amount'),
    rowCell(fiscalSpending, 'total', 'total'),
  )
  for (const fund of FUNDS) {
    const other = rowOf(income, fund)
    if (fund === 'general' && other && other.name.includes('财政拨款收入') && !other.name.includes('预算')) continue
    sheet.same(
      'FA-167',
      `财政拨款总表${FUND_NAMES[fund]}财政拨款 = 收入支出决算总表同名收入`,
      rowCell(fiscalIncome, fund, 'amount'),
      cellIn(other, 'amount'),
    )
  }
  sheet.same(
    'FA-168',
    '财政拨款总表本年收入合计 = 收入决算表财政拨款收入合计',
    rowCell(fiscalIncome, 'incomeTotal', 'amount'),
    totalCell(incomeByCode, 'fiscal'),
  )
}

/** FA-165: opening + income = spending + closing of one budget. */
const addFundBalance = (
  sheet: EquationSheet,
  { fiscalIncome, fiscalSpending }: Pick<FinalTables, 'fiscalIncome' | 'fiscalSpending'>,
  fund: (typeof FUNDS)[number],
): void => {
  const income = rowCell(fiscalIncome, fund, 'amount')
  const opening = rowCell(fiscalIncome, OPENINGS[fund], 'amount')
  const spending = rowCell(fiscalSpending, 'spendingTotal', fund)
  const closing = rowCell(fiscalSpending, 'closing', fund)
  if (!income || !opening || !spending || !closing) return
  const name = FUND_NAMES[fund]
  sheet.sum('FA-165', `${name}：年末 = 年初 + 本年收入 - 本年支出`, closing, [opening, income], [spending])
}

/** FA-170: what is not fiscal money balances on its own. */
const addNonFiscal = (sheet: EquationSheet, tables: FinalTables): void => {
  const { income, spending, fiscalIncome, fiscalSpending } = tables
  const all = [
    rowCell(spending, 'closing', 'amount'),
    rowCell(income, 'opening', 'amount'),
    rowCell(spending, 'spendingTotal', 'amount'),
    rowCell(fiscalSpending, 'closing', 'total'),
    rowCell(fiscalIncome, 'opening', 'amount'),
    rowCell(fiscalSpending, 'spendingTotal', 'total'),
  ] as const
  const own = NON_FISCAL.map((role) => rowCell(income, role, 'amount'))
  if (all.some((cell) => cell === undefined) || own.some((cell) => cell === undefined)) return
  const [closing, opening, spent, fiscalClosing, fiscalOpening, fiscalSpent] = all
  sheet.sum(
    'FA-170',
    '非财政拨款：年末 = 年初 + 本年收入 + 使用结余 - 支出 - 结余分配',
    closing,
    [opening, ...own, rowCell(income, 'usedBalance', 'amount'), fiscalClosing, fiscalSpent],
    [spent, rowCell(spending, 'distribution', 'amount'), fiscalOpening],
  )
}

/** 公开05表. */
const addGeneral = (sheet: EquationSheet, { general, fiscalIncome, fiscalSpending }: FinalTables): void => {
  if (!general) return
  addRows(sheet, general, ({ sum }) => (sum.includes('total') || sum.includes('basic') ? 'FA-181' : 'FA-187'))
  addHierarchy(sheet, general, 'FA-182', 'FA-182')
  sheet.same(
    'FA-183',
    '一般公共预算支出表合计 = 财政拨款总表一般公共预算本年支出合计',
    totalCell(general, 'total'),
    rowCell(fiscalSpending, 'spendingTotal', 'general'),
  )
  addByClass(sheet, 'FA-184', [general, 'total'], [fiscalSpending, 'general'], '财政拨款总表一般公共预算')
  addFundTotals(sheet, 'FA-187', general, 'general', { fiscalIncome, fiscalSpending }, false)
}

/** Opening, income, spending and closing of one budget in its own table and in the fiscal total. */
const addFundTotals = (
  sheet: EquationSheet,
  code: string,
  table: Table,
  fund: (typeof FUNDS)[number],
  { fiscalIncome, fiscalSpending }: Pick<FinalTables, 'fiscalIncome' | 'fiscalSpending'>,
  withSpending = true,
): void => {
  if (!table || table.record.isBlank) return
  const of = `财政拨款总表${FUND_NAMES[fund]}`
  sheet.same(
    code,
    `年初结转和结余 = ${of}年初结转和结余`,
    totalCell(table, 'opening'),
    rowCell(fiscalIncome, OPENINGS[fund], 'amount'),
  )
  sheet.same(code, `本年收入 = ${of}本年收入`, totalCell(table, 'income'), rowCell(fiscalIncome, fund, 'amount'))
  if (withSpending)
    sheet.same(
      code,
      `本年支出 = ${of}本年支出合计`,
      totalCell(table, 'total'),
      rowCell(fiscalSpending, 'spendingTotal', fund),
    )
  sheet.same(
    code,
    `年末结转和结余 = ${of}年末结转和结余`,
    totalCell(table, 'closing'),
    rowCell(fiscalSpending, 'closing', fund),
  )
}

/** 公开06表: by economic code, in one column or in groups side by side. */
export const addEconomic = (
  sheet: EquationSheet,
  table: Table,
  basicTotal: ReturnType<typeof cellIn>,
  codes: { readonly classes: string; readonly staff: string; readonly running: string; readonly total: string },
): void => {
  if (!table) return
  addClasses(sheet, table, codes.classes)
  addRows(sheet, table, () => codes.running)
  const { tops, isWhole } = codeTree(table)
  const isStaff = ({ code }: { code: string }): boolean => /^\s*30[13]/.test(code)
  const staff = entryOfRole(table, 'staffTotal')
  const running = entryOfRole(table, 'runningTotal')
  if (isWhole) {
    const amounts = (own: typeof tops) => own.map((entry) => cellIn(entry, 'amount'))
    sheet.sum(
      codes.staff,
      '人员经费合计 = 工资福利支出 + 对个人和家庭的补助',
      cellIn(staff, 'amount'),
      amounts(tops.filter(isStaff)),
    )
    sheet.sum(
      codes.running,
      '公用经费合计 = 其余各类之和',
      cellIn(running, 'amount'),
      amounts(tops.filter((top) => !isStaff(top))),
    )
  }
  const total = entryOfRole(table, 'total')
  const parts = staff && running ? [staff, running] : isWhole ? tops : []
  for (const role of ['amount', 'staff', 'running'])
    sheet.sum(
      codes.running,
      '合计 = 各类之和',
      cellIn(total, role),
      (role === 'amount' ? parts : isWhole ? tops : []).map((entry) => cellIn(entry, role)),
    )
  if (total) sheet.same(codes.total, '基本支出合计 = 支出表基本支出', cellIn(total, 'amount'), basicTotal)
  else if (staff && running)
    sheet.sum(codes.total, '支出表基本支出 = 人员经费合计 + 公用经费合计', basicTotal, [
      cellIn(staff, 'amount'),
      cellIn(running, 'amount'),
    ])
}

/** 公开08表, 公开09表. */
const addBudgets = (sheet: EquationSheet, tables: FinalTables): void => {
  for (const [table, fund, code] of [
    [tables.fund, 'fund', 'FA-244'],
    [tables.capital, 'capital', 'FA-245'],
  ] as const) {
    addRows(sheet, table, ({ sum }) => (sum.length > 1 ? 'FA-241' : 'FA-242'))
    addHierarchy(sheet, table, 'FA-243', 'FA-243')
    addFundTotals(sheet, code, table, fund, tables)
  }
}

export const addFinal = (sheet: EquationSheet, tables: FinalTables): void => {
  addTotals(sheet, tables)
  addIncomeByCode(sheet, tables)
  addSpendingByCode(sheet, tables)
  addFiscal(sheet, tables)
  addNonFiscal(sheet, tables)
  addGeneral(sheet, tables)
  addEconomic(sheet, tables.basic, totalCell(tables.general, 'basic'), {
    classes: 'FA-201',
    staff: 'FA-202',
    running: 'FA-203',
    total: 'FA-204',
  })
  addThreePublic(sheet, tables.threePublic, 'FA-221', 'FA-222')
  addBudgets(sheet, tables)
}
