import { defineEquationCheck } from '../support/accounts.ts'

export const budgetProjectList = defineEquationCheck({
  id: 'BG-009',
  title: '项目支出预算表合计等于支出总表项目支出',
  titleEn: 'The list of projects agrees with table 3',
  severity: 'error',
  rule: '项目支出预算表合计 = 部门支出预算总表项目支出合计',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
