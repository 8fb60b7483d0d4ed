import { defineEquationCheck } from '../support/accounts.ts'

export const spendingKinds = defineEquationCheck({
  id: 'FA-141',
  title: '支出决算表：每行合计等于各种支出之和',
  titleEn: 'Table 3: each row adds up',
  severity: 'error',
  rule: '本年支出合计 = 基本 + 项目 + 上缴上级 + 经营 + 对附属单位补助',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
