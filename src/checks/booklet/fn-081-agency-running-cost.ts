import { defineBookletCheck } from '../../engine/check.ts'
import { placesOf } from '../../engine/ledger/cells.ts'
import { type LedgerPlace, placeInput } from '../../engine/ledger/entry.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { proof } from '../../engine/proof.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import { agrees, expectedFrom, isRounding } from '../support/booklet-ledger.ts'
import { about, figure, isExact, nameOf, printedOf } from '../support/narrative.ts'

const RUNNING: CellRef = { profile: 'basic-expenditure', side: '', row: '', label: '公用经费合计', column: 'amount' }
const OWN_ROW: CellRef = { profile: 'three-public', side: '', row: 'agencyRunning', label: '', column: 'amount' }
const NAMED = /机关运行经费/u
const PUBLIC_COST = /公用经费/u

export const agencyRunningCost = defineBookletCheck({
  id: 'FN-081',
  title: '机关运行经费不大于公用经费',
  titleEn: 'The agency running cost does not exceed the public cost',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '文中的机关运行经费 ≤ 基本支出决算表的公用经费合计；文中写明为日常公用经费的，以及表中另有机关运行经费一行的，应相等',
  remedy: '对照基本支出决算表核对机关运行经费',
  remedyEn: 'Compare the running cost with the table of basic spending.',
  run({ narrative, accounts }, report) {
    if (!narrative || !accounts) return
    const [running] = placesOf(accounts, [RUNNING])
    const [own] = placesOf(accounts, [OWN_ROW])
    const topics = topicsOf(narrative)
    for (const statement of narrative.statements) {
      const { name } = statement.subject
      if (topics[statement.section] !== 'agency-running' || statement.role !== 'value') continue
      if (statement.year !== narrative.year || !/^(?:final|executed|)$/u.test(statement.measure)) continue
      const isCost = PUBLIC_COST.test(name)
      if (!isCost && !NAMED.test(name)) continue
      const one = figure(narrative, statement.index)
      if (one.mention.kind !== 'amount' || !isExact(one)) continue
      const against: LedgerPlace | undefined = own ?? running
      if (!against || agrees(one.amount, against.amount)) continue
      const mustEqual = own !== undefined || isCost
      const isTooMuch = certainlyExceeds(one.amount, against.amount)
      if (!mustEqual && !isTooMuch) continue
      const isNear = isRounding(one.amount, against.amount)
      const verdict = isNear ? 'rounding-only' : 'outside'
      const sign = mustEqual ? '=' : '≤'
      report(
        about(one, {
          severity: isNear ? 'info' : against.unsure ? 'warning' : 'error',
          verdict,
          expected: `${mustEqual ? '' : '≤'}${expectedFrom(against, one)}`,
          message: `${nameOf(one)}印为${printedOf(one)}，${against.name}是${against.printed}${isNear ? '，相差在舍入范围内' : mustEqual ? '' : '，不应更大'}`,
          messageEn: `The text prints ${printedOf(one)}; the table has ${against.printed}.`,
          proof: () =>
            proof({
              formula: `机关运行经费 ${sign} 公用经费`,
              filledIn: `${printedOf(one)} ${isTooMuch ? '>' : '≠'} ${against.printed}`,
              result: against.printed,
              verdict,
              inputs: [{ name: '正文', printed: printedOf(one), position: one.mention.at }, placeInput(against)],
            }),
        }),
      )
    }
  },
})
