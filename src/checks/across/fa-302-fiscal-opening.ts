import { defineAcrossCheck } from '../../engine/check.ts'
import { placesOf } from '../../engine/ledger/cells.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import { reportCarried, yearPairs } from '../support/across.ts'
import { agrees } from '../support/booklet-ledger.ts'

const FUNDS: readonly (readonly [string, string])[] = [
  ['', '财政拨款'],
  ['General', '一般公共预算财政拨款'],
  ['Fund', '政府性基金预算财政拨款'],
  ['Capital', '国有资本经营预算财政拨款'],
]

const cell = (side: '收入' | '支出', row: string, column: string): CellRef => ({
  profile: 'fiscal-total',
  side,
  row,
  label: '',
  column,
})

export const fiscalOpening = defineAcrossCheck({
  id: 'FA-302',
  title: '财政拨款各项的年初数等于上年的年末数',
  titleEn: 'Each kind of fiscal money opens with last year’s closing balance',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '财政拨款收入支出决算总表：年初财政拨款结转和结余及其三项 = 上年决算的年末数',
  remedy: '核对年初数；有调整的写明调整数和原因',
  remedyEn: 'Check the opening balance; say what was adjusted and why.',
  run({ documents }, report) {
    for (const pair of yearPairs(documents)) {
      const carried = FUNDS.flatMap(([fund, name]) => {
        const [own] = placesOf(pair.later.accounts, [cell('收入', `opening${fund}`, 'amount')])
        const [before] = placesOf(pair.earlier.accounts, [cell('支出', `closing${fund}`, 'total')])
        const formula = `本年年初${name}结转和结余 = 上年年末${name}结转和结余`
        return own && before ? [{ fund, name: 'Opening balance of fiscal money', formula, own, before }] : []
      })
      const broken = carried.filter(({ own, before }) => !agrees(own.amount, before.amount))
      // The total follows from its parts.
      for (const one of broken) if (one.fund !== '' || broken.length === 1) reportCarried(pair, one, report)
    }
  },
})
