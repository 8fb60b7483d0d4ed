import { defineAcrossCheck } from '../../engine/check.ts'
import { reportCarried, yearPairs } from '../support/across.ts'
import { carriedCodes } from '../support/across-codes.ts'
import { agrees } from '../support/booklet-ledger.ts'

export const fundOpeningByCode = defineAcrossCheck({
  id: 'FA-303',
  title: '政府性基金、国有资本经营各科目的年初数等于上年的年末数',
  titleEn: 'Each item of the funds opens with last year’s closing balance',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '政府性基金、国有资本经营预算财政拨款收入支出决算表：各科目（编码或名称相同）本年年初结转和结余 = 上年年末结转和结余',
  remedy: '核对该科目的年初数；科目调整的写明',
  remedyEn: 'Check the opening balance of the item; say when it moved to another code.',
  run({ documents }, report) {
    for (const pair of yearPairs(documents)) {
      const broken = carriedCodes(pair).flatMap(({ code, own, before }) =>
        own && before && !agrees(own.amount, before.amount) ? [{ code, own, before }] : [],
      )
      for (const { code, own, before } of broken) {
        // Classes and the total follow from their items.
        const isSum = broken.some(
          (other) =>
            other.own.address.table === own.address.table &&
            other.code.length > code.length &&
            other.code.startsWith(code),
        )
        if (isSum) continue
        const formula = `本年年初结转和结余 = 上年年末结转和结余（${code || '合计'}）`
        reportCarried(pair, { name: `Item ${code}`, formula, own, before }, report)
      }
    }
  },
})
