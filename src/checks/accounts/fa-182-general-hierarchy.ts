import { defineEquationCheck } from '../support/accounts.ts'

export const generalHierarchy = defineEquationCheck({
  id: 'FA-182',
  title: '一般公共预算支出表：合计、类、款、项逐级相加',
  titleEn: 'Table 5: total, classes, groups and items add up',
  severity: 'error',
  rule: '合计 = Σ类，类 = Σ款 = Σ项，每一列都如此',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
