import { defineBookletCheck } from '../../engine/check.ts'
import { reportLedger } from '../support/booklet-ledger.ts'

export const basicExpenditureText = defineBookletCheck({
  id: 'FN-051',
  title: '基本支出一节的金额与基本支出决算表一致',
  titleEn: 'The section on basic spending gives the amounts of its table',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '文中的基本支出、人员经费、公用经费和经济分类各项 = 一般公共预算财政拨款基本支出决算表（基本支出也等于支出决算表的合计行）',
  remedy: '以基本支出决算表为准改正文字',
  remedyEn: 'Correct the text after the table of basic spending.',
  run(context, report) {
    return reportLedger(context, 'FN-051', report)
  },
})
