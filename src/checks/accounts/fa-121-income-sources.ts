import { defineEquationCheck } from '../support/accounts.ts'

export const incomeSources = defineEquationCheck({
  id: 'FA-121',
  title: '收入决算表：每行合计等于各来源之和',
  titleEn: 'Table 2: each row adds up',
  severity: 'error',
  rule: '本年收入合计 = 财政拨款 + 上级补助 + 事业 + 经营 + 附属单位上缴 + 其他',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
