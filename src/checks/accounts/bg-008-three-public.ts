import { defineEquationCheck } from '../support/accounts.ts'

export const budgetThreePublic = defineEquationCheck({
  id: 'BG-008',
  title: '“三公”经费预算表：合计等于各项之和',
  titleEn: 'The budget of the three public expenses adds up',
  severity: 'error',
  rule: '合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费；公务用车 = 购置费 + 运行费',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
