import { defineEquationCheck } from '../support/accounts.ts'

export const beijingTables = defineEquationCheck({
  id: 'FA-261',
  title: '北京的三张增表与其他表一致',
  titleEn: 'The three tables that Beijing adds agree',
  severity: 'error',
  rule: '政府性基金基本支出表 = 政府性基金表的基本支出；政府采购 = 货物 + 工程 + 服务',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
