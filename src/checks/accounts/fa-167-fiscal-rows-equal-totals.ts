import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalRowsEqualTotals = defineEquationCheck({
  id: 'FA-167',
  title: '财政拨款总表收入各行等于收支总表同名收入',
  titleEn: 'The income rows of table 4 are those of table 1',
  severity: 'error',
  rule: '公开04表三种预算收入 = 公开01表同名行',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
