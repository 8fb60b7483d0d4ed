import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalIncomeTotal = defineEquationCheck({
  id: 'FA-161',
  title: '财政拨款总表：本年收入合计等于三种预算之和',
  titleEn: 'Table 4: income adds up',
  severity: 'error',
  rule: '本年收入合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
