import { defineEquationCheck } from '../support/accounts.ts'

export const generalRows = defineEquationCheck({
  id: 'FA-181',
  title: '一般公共预算支出表：每行合计等于基本支出与项目支出之和',
  titleEn: 'Table 5: each row adds up',
  severity: 'error',
  rule: '本年支出 = 基本支出 + 项目支出',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
