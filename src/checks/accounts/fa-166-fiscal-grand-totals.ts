import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalGrandTotals = defineEquationCheck({
  id: 'FA-166',
  title: '财政拨款总表：总计构成正确，收支相等',
  titleEn: 'Table 4: the grand totals add up and balance',
  severity: 'fatal',
  rule: '收入总计 = 本年收入合计 + 年初结转；支出总计 = 本年支出合计 + 年末结转；收入总计 = 支出总计',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
