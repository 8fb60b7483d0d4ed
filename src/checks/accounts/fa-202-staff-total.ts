import { defineEquationCheck } from '../support/accounts.ts'

export const staffTotal = defineEquationCheck({
  id: 'FA-202',
  title: '基本支出表：人员经费等于工资福利支出与对个人和家庭的补助之和',
  titleEn: 'Table 6: staff costs add up',
  severity: 'error',
  rule: '人员经费合计 = 301 + 303',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
