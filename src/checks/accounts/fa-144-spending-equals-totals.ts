import { defineEquationCheck } from '../support/accounts.ts'

export const spendingEqualsTotals = defineEquationCheck({
  id: 'FA-144',
  title: '支出决算表合计等于收支总表本年支出合计',
  titleEn: 'Table 3 and table 1 print one spending',
  severity: 'fatal',
  rule: '公开03表合计 = 公开01表本年支出合计',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
