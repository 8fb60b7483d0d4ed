import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalSpendingTotal = defineEquationCheck({
  id: 'FA-163',
  title: '财政拨款总表：本年支出合计等于各类之和',
  titleEn: 'Table 4: spending adds up',
  severity: 'error',
  rule: '本年支出合计 = Σ类，每一列都如此；该行合计 = 三种预算之和',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
