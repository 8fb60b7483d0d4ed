import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalIncomeByCode = defineEquationCheck({
  id: 'FA-168',
  title: '财政拨款总表收入合计等于收入决算表财政拨款收入',
  titleEn: 'Income of table 4 is the fiscal income of table 2',
  severity: 'error',
  rule: '公开04表本年收入合计 = 公开02表财政拨款收入合计',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
