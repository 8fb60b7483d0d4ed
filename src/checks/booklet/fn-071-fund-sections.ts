import { defineBookletCheck } from '../../engine/check.ts'
import { reportLedger } from '../support/booklet-ledger.ts'

export const fundSections = defineBookletCheck({
  id: 'FN-071',
  title: '政府性基金、国有资本经营两节与其决算表一致',
  titleEn: 'The sections on government funds and state capital agree with their tables',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '两节中的年初结转、收入、支出、年末结转 = 政府性基金、国有资本经营预算财政拨款收入支出决算表的合计行；空表（附说明）时文中金额应为0',
  remedy: '以决算表为准改正文字，或补填决算表',
  remedyEn: 'Correct the text after the table, or fill in the table.',
  run(context, report) {
    return reportLedger(context, 'FN-071', report)
  },
})
