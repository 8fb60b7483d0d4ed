import { defineEquationCheck } from '../support/accounts.ts'

export const budgetTotalsBalance = defineEquationCheck({
  id: 'BG-001',
  title: '收支预算总表：各项相加，收支相等',
  titleEn: 'Budget table 1 adds up and balances',
  severity: 'fatal',
  rule: '合计 = Σ各项；收入总计 = 支出总计',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
