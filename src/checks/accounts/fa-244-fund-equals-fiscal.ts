import { defineEquationCheck } from '../support/accounts.ts'

export const fundEqualsFiscal = defineEquationCheck({
  id: 'FA-244',
  title: '政府性基金表合计等于财政拨款总表',
  titleEn: 'Table 8 agrees with table 4',
  severity: 'error',
  rule: '公开08表年初、收入、支出、年末 = 公开04表政府性基金预算各数',
  remedy: '两张表取自同一本账，核对后改成一致',
  remedyEn: 'Both tables come from one ledger: compare them and correct the wrong one.',
})
