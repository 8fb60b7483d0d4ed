import { defineEquationCheck } from '../support/accounts.ts'

export const budgetFundsEqualFiscal = defineEquationCheck({
  id: 'BG-005',
  title: '三种预算支出表合计等于财政拨款收支总表',
  titleEn: 'Budget tables 5 to 7 agree with table 4',
  severity: 'error',
  rule: '财政拨款支出 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算各表合计',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
