import { defineEquationCheck } from '../support/accounts.ts'

export const spendingGrandTotal = defineEquationCheck({
  id: 'FA-104',
  title: '收支总表：支出总计由合计、结余分配和年末结转构成',
  titleEn: 'Table 1: the grand total of spending adds up',
  severity: 'error',
  rule: '支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
