import { defineEquationCheck } from '../support/accounts.ts'

export const threePublicTotal = defineEquationCheck({
  id: 'FA-221',
  title: '“三公”经费合计等于三项之和',
  titleEn: 'The three public expenses add up',
  severity: 'error',
  rule: '合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费，预算数和决算数都如此',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
