import { defineEquationCheck } from '../support/accounts.ts'

export const generalWithIncome = defineEquationCheck({
  id: 'FA-187',
  title: '一般公共预算收支表：年初、收入、支出、年末平衡',
  titleEn: 'Table 5 with income: each row balances',
  severity: 'error',
  rule: '每行：年末 = 年初 + 本年收入 − 本年支出，各部分之和等于小计，合计等于财政拨款总表',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
