import { defineBookletCheck } from '../../engine/check.ts'
import { reportLedger } from '../support/booklet-ledger.ts'

export const textEqualsTables = defineBookletCheck({
  id: 'FN-001',
  title: '文字说明中的金额与公开表一致',
  titleEn: 'Amounts of the text are those of the tables',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '收入、支出、财政拨款、一般公共预算、“三公”经费各节中的金额 = 公开表中同一项目的数；小数位相同时末位也应相同；没有表时正文各处应相同',
  remedy: '以公开表为准改正文字；表有误的改表',
  remedyEn: 'Correct the text after the table, or the table if it is the wrong one.',
  run(context, report) {
    return reportLedger(context, 'FN-001', report)
  },
})
