import { defineEquationCheck } from '../support/accounts.ts'

export const budgetBasicByEconomicCode = defineEquationCheck({
  id: 'BG-007',
  title: '基本支出经济分类预算表：逐级相加，合计等于一般公共预算基本支出',
  titleEn: 'Budget table 8 adds up and agrees with table 5',
  severity: 'error',
  rule: '类 = Σ款；合计 = 人员经费 + 公用经费 = 一般公共预算支出表基本支出合计',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
