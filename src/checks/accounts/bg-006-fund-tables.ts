import { defineEquationCheck } from '../support/accounts.ts'

export const budgetFundTables = defineEquationCheck({
  id: 'BG-006',
  title: '三种预算支出表：逐行逐级相加',
  titleEn: 'Budget tables 5 to 7 add up',
  severity: 'error',
  rule: '每行合计 = 基本支出 + 项目支出；类 = Σ款 = Σ项；每类 = 财政拨款收支总表同类',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
