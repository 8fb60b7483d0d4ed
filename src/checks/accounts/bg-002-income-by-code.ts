import { defineEquationCheck } from '../support/accounts.ts'

export const budgetIncomeByCode = defineEquationCheck({
  id: 'BG-002',
  title: '部门收入预算总表：逐行逐级相加，合计等于收支总表',
  titleEn: 'Budget table 2 adds up and agrees with table 1',
  severity: 'error',
  rule: '每行合计 = Σ来源；类 = Σ款 = Σ项；合计 = 收支预算总表收入',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
