/** Tables that only some places publish (FA-261 Beijing, FA-262 Yunnan, FA-263 Sichuan). */
import { type AccountsView, tableOf } from '../accounts.ts'
import { addHierarchy } from './codes.ts'
import { addEconomic, type FinalTables, rowCell, totalCell } from './final.ts'
import { addRows } from './rows.ts'
import type { EquationSheet } from './sheet.ts'
import { amountRolesOf } from './totals.ts'

const BEIJING = { classes: 'FA-261', staff: 'FA-261', running: 'FA-261', total: 'FA-261' } as const

const addBeijing = (sheet: EquationSheet, view: AccountsView, tables: FinalTables): void => {
  const fundBasic = tableOf(view, 'fund-basic-expenditure')
  addEconomic(sheet, fundBasic, totalCell(tables.fund, 'basic'), BEIJING)
  const procurement = tableOf(view, 'procurement')
  if (!procurement) return
  addRows(sheet, procurement, () => 'FA-261')
  for (const column of amountRolesOf(procurement)) {
    const parts = ['goods', 'works', 'services'].map((role) => rowCell(procurement, role, column))
    if (parts.every((cell) => cell !== undefined))
      sheet.sum('FA-261', '政府采购支出合计 = 货物 + 工程 + 服务', rowCell(procurement, 'total', column), parts)
  }
}

const addYunnan = (sheet: EquationSheet, view: AccountsView, { spendingByCode, general }: FinalTables): void => {
  addRows(sheet, tableOf(view, 'state-assets'), () => 'FA-262')
  const projects = tableOf(view, 'project-expenditure')
  if (!projects) return
  addHierarchy(sheet, projects, 'FA-262', 'FA-262')
  const isGeneral = projects.record.title?.printed.includes('一般公共预算') ?? false
  const [name, of] = isGeneral
    ? (['一般公共预算财政拨款支出决算表', general] as const)
    : (['支出决算表', spendingByCode] as const)
  sheet.same(
    'FA-262',
    `项目支出决算表合计 = ${name}项目支出合计`,
    totalCell(projects, 'total'),
    totalCell(of, 'project'),
  )
}

const addSichuan = (sheet: EquationSheet, view: AccountsView, { fiscalSpending }: FinalTables): void => {
  const detail = tableOf(view, 'fiscal-detail')
  if (!detail) return
  addHierarchy(sheet, detail, 'FA-263', 'FA-263')
  for (const column of ['total', 'general', 'fund', 'capital'])
    sheet.same(
      'FA-263',
      '财政拨款支出决算明细表合计 = 财政拨款总表本年支出合计',
      totalCell(detail, column),
      rowCell(fiscalSpending, 'spendingTotal', column),
    )
}

export const addPlaces = (sheet: EquationSheet, view: AccountsView, tables: FinalTables): void => {
  addBeijing(sheet, view, tables)
  addYunnan(sheet, view, tables)
  addSichuan(sheet, view, tables)
}
