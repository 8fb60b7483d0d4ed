import { defineEquationCheck } from '../support/accounts.ts'

export const fiscalClassRows = defineEquationCheck({
  id: 'FA-162',
  title: '财政拨款总表：每类支出等于三种预算之和',
  titleEn: 'Table 4: each class adds up',
  severity: 'error',
  rule: '合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算，每一类都如此',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
