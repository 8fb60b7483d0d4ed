import { defineEquationCheck } from '../support/accounts.ts'

export const incomeEqualsTotals = defineEquationCheck({
  id: 'FA-124',
  title: '收入决算表合计等于收支总表本年收入合计',
  titleEn: 'Table 2 and table 1 print one income',
  severity: 'fatal',
  rule: '公开02表合计 = 公开01表本年收入合计',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
