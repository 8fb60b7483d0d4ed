import { defineEquationCheck } from '../support/accounts.ts'

export const inEqualsOut = defineEquationCheck({
  id: 'FA-105',
  title: '收支总表：收入总计等于支出总计',
  titleEn: 'Table 1: income and spending balance',
  severity: 'fatal',
  rule: '收入总计 = 支出总计',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
