import { defineEquationCheck } from '../support/accounts.ts'

export const budgetFiscalTotals = defineEquationCheck({
  id: 'BG-004',
  title: '财政拨款收支总表：各项相加，收支相等，等于收支总表的财政拨款',
  titleEn: 'Budget table 4 adds up, balances and agrees with table 1',
  severity: 'error',
  rule: '收入 = 支出；每类 = 三种预算之和；收入 = 收支预算总表财政拨款收入',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
