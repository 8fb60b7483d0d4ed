import { defineEquationCheck } from '../support/accounts.ts'

export const sichuanDetail = defineEquationCheck({
  id: 'FA-263',
  title: '四川的财政拨款支出明细表与总表一致',
  titleEn: 'The detail table that Sichuan adds agrees',
  severity: 'error',
  rule: '明细表逐级相加，合计 = 财政拨款总表本年支出合计',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
