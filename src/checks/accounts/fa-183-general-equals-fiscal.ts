import { defineEquationCheck } from '../support/accounts.ts'

export const generalEqualsFiscal = defineEquationCheck({
  id: 'FA-183',
  title: '一般公共预算支出表合计等于财政拨款总表',
  titleEn: 'Table 5 and table 4 print one spending',
  severity: 'fatal',
  rule: '公开05表合计 = 公开04表一般公共预算本年支出合计',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
