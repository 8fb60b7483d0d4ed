import { defineEquationCheck } from '../support/accounts.ts'

export const fundBalance = defineEquationCheck({
  id: 'FA-165',
  title: '财政拨款总表：每种预算收支平衡',
  titleEn: 'Table 4: each budget balances',
  severity: 'error',
  rule: '每种预算：年初 + 本年收入 = 本年支出 + 年末',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
