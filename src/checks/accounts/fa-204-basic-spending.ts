import { defineEquationCheck } from '../support/accounts.ts'

export const basicSpending = defineEquationCheck(
  {
    id: 'FA-204',
    title: '人员经费加公用经费等于一般公共预算基本支出',
    titleEn: 'Staff and running costs make the basic spending',
    severity: 'fatal',
    rule: '人员经费合计 + 公用经费合计 = 公开05表基本支出合计',
    remedy: '两张表取自同一本账，核对后改成一致',
    remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
  },
  true,
)
