import { defineEquationCheck } from '../support/accounts.ts'

export const spendingTotal = defineEquationCheck({
  id: 'FA-143',
  title: '支出决算表：合计等于各类之和',
  titleEn: 'Table 3: the total is the sum of its classes',
  severity: 'error',
  rule: '合计 = Σ类，每一列都如此',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
