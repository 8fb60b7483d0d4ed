import { defineAcrossCheck } from '../../engine/check.ts'
import { placesOf } from '../../engine/ledger/cells.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import { reportCarried, yearPairs } from '../support/across.ts'

const cell = (side: '收入' | '支出', row: string): CellRef => ({
  profile: 'income-expenditure-total',
  side,
  row,
  label: '',
  column: 'amount',
})

export const openingIsLastClosing = defineAcrossCheck({
  id: 'FA-301',
  title: '年初结转和结余等于上年的年末结转和结余',
  titleEn: 'The year opens with what the year before closed with',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '收入支出决算总表：本年的年初结转和结余 = 上年决算的年末结转和结余；正文说年初数有调整的作提示',
  remedy: '核对年初数；有调整的写明调整数和原因',
  remedyEn: 'Check the opening balance; say what was adjusted and why.',
  run({ documents }, report) {
    for (const pair of yearPairs(documents)) {
      const [own] = placesOf(pair.later.accounts, [cell('收入', 'opening')])
      const [before] = placesOf(pair.earlier.accounts, [cell('支出', 'closing')])
      if (own && before)
        reportCarried(
          pair,
          { name: 'Opening balance', formula: '本年年初结转和结余 = 上年年末结转和结余', own, before },
          report,
        )
    }
  },
})
