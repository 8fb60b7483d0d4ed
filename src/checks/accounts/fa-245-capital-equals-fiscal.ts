import { defineEquationCheck } from '../support/accounts.ts'

export const capitalEqualsFiscal = defineEquationCheck({
  id: 'FA-245',
  title: '国有资本经营预算表合计等于财政拨款总表',
  titleEn: 'Table 9 agrees with table 4',
  severity: 'error',
  rule: '公开09表各数 = 公开04表国有资本经营预算各数',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
