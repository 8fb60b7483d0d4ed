import { defineEquationCheck } from '../support/accounts.ts'

export const otherIncome = defineEquationCheck({
  id: 'FA-126',
  title: '收入决算表其他各列合计等于收支总表同名收入',
  titleEn: 'The other columns of table 2 are the rows of table 1',
  severity: 'error',
  rule: '公开02表上级补助、事业、经营、附属单位上缴、其他各列合计 = 公开01表同名行',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
