import { defineEquationCheck } from '../support/accounts.ts'

export const fundRows = defineEquationCheck({
  id: 'FA-242',
  title: '政府性基金、国有资本经营预算表：支出等于基本支出加项目支出',
  titleEn: 'Tables 8 and 9: spending is basic and project',
  severity: 'error',
  rule: '本年支出 = 基本支出 + 项目支出',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
