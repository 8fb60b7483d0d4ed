import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalBalances = defineEquationCheck({
  id: 'FA-164',
  title: '财政拨款总表：年初、年末结转结余等于三种预算之和',
  titleEn: 'Table 4: balances add up',
  severity: 'error',
  rule: '年初（年末）财政拨款结转和结余 = 三种预算之和',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
