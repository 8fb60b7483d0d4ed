import { defineEquationCheck } from '../support/accounts.ts'

export const generalByClass = defineEquationCheck({
  id: 'FA-184',
  title: '一般公共预算支出表各类等于财政拨款总表同类',
  titleEn: 'Each class of table 5 is that of table 4',
  severity: 'error',
  rule: '公开05表每一类 = 公开04表同类的一般公共预算列，反之亦然',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
