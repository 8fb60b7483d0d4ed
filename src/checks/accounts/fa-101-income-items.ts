import { defineEquationCheck } from '../support/accounts.ts'

export const incomeItems = defineEquationCheck({
  id: 'FA-101',
  title: '收支总表：本年收入合计等于各项收入之和',
  titleEn: 'Table 1: income adds up',
  severity: 'error',
  rule: '公开01表本年收入合计 = Σ各项收入',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
