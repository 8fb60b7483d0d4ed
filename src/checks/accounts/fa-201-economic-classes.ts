import { defineEquationCheck } from '../support/accounts.ts'

export const economicClasses = defineEquationCheck({
  id: 'FA-201',
  title: '基本支出表：各类等于其款之和',
  titleEn: 'Table 6: each economic class adds up',
  severity: 'error',
  rule: '301、302、303、307、310、312、399等各类 = Σ其款',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
