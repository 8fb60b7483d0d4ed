import { defineEquationCheck } from '../support/accounts.ts'

export const nonFiscalBalance = defineEquationCheck({
  id: 'FA-170',
  title: '非财政拨款资金自成平衡',
  titleEn: 'What is not fiscal money balances',
  severity: 'info',
  rule: '（公开01表 − 公开04表）：年初 + 非财政拨款收入 + 使用结余 = 支出 + 结余分配 + 年末',
  remedy: '核对年初、本年收入、本年支出和年末各数，改正写错的一处',
  remedyEn: 'Compare opening, income, spending and closing with the ledger and correct the wrong figure.',
})
