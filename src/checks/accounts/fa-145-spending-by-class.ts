import { defineEquationCheck } from '../support/accounts.ts'

export const spendingByClass = defineEquationCheck({
  id: 'FA-145',
  title: '支出决算表各类等于收支总表同类支出',
  titleEn: 'Each class of table 3 is that of table 1',
  severity: 'error',
  rule: '公开03表每一类 = 公开01表同类，反之亦然',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
