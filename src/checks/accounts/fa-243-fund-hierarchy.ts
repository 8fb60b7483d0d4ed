import { defineEquationCheck } from '../support/accounts.ts'

export const fundHierarchy = defineEquationCheck({
  id: 'FA-243',
  title: '政府性基金、国有资本经营预算表：逐级相加',
  titleEn: 'Tables 8 and 9: levels add up',
  severity: 'error',
  rule: '合计 = Σ类，类 = Σ款 = Σ项，每一列都如此',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
