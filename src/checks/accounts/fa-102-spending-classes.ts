import { defineEquationCheck } from '../support/accounts.ts'

export const spendingClasses = defineEquationCheck({
  id: 'FA-102',
  title: '收支总表：本年支出合计等于各类支出之和',
  titleEn: 'Table 1: spending adds up',
  severity: 'error',
  rule: '公开01表本年支出合计 = Σ各功能分类支出',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
