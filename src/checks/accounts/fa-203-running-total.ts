import { defineEquationCheck } from '../support/accounts.ts'

export const runningTotal = defineEquationCheck({
  id: 'FA-203',
  title: '基本支出表：公用经费等于其余各类之和',
  titleEn: 'Table 6: running costs add up',
  severity: 'error',
  rule: '公用经费合计 = 302 + 307 + 310 + 312 + 399等印出的其余各类',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
