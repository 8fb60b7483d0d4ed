import { defineEquationCheck } from '../support/accounts.ts'

export const incomeGrandTotal = defineEquationCheck({
  id: 'FA-103',
  title: '收支总表：收入总计由合计、使用结余和年初结转构成',
  titleEn: 'Table 1: the grand total of income adds up',
  severity: 'error',
  rule: '收入总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
