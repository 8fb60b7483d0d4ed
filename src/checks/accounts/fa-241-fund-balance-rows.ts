import { defineEquationCheck } from '../support/accounts.ts'

export const fundBalanceRows = defineEquationCheck({
  id: 'FA-241',
  title: '政府性基金、国有资本经营预算表：每行收支平衡',
  titleEn: 'Tables 8 and 9: each row balances',
  severity: 'error',
  rule: '年末 = 年初 + 本年收入 − 本年支出',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
