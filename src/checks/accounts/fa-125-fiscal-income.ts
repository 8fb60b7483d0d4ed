import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalIncome = defineEquationCheck({
  id: 'FA-125',
  title: '收入决算表财政拨款收入等于收支总表三项财政拨款之和',
  titleEn: 'Fiscal income of table 2 is that of table 1',
  severity: 'error',
  rule: '公开02表财政拨款收入合计 = 公开01表一般公共预算 + 政府性基金 + 国有资本经营预算财政拨款收入',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
