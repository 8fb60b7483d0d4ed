import { defineEquationCheck } from '../support/accounts.ts'

export const yunnanTables = defineEquationCheck({
  id: 'FA-262',
  title: '云南的项目支出、国有资产表与其他表一致',
  titleEn: 'The tables that Yunnan adds agree',
  severity: 'error',
  rule: '项目支出表逐级相加，合计 = 支出决算表项目支出；资产各项之和 = 资产总额',
  remedy: '对照总账核对合计与各项，改正写错的一处',
  remedyEn: 'Compare the total and its parts with the ledger and correct the wrong figure.',
})
