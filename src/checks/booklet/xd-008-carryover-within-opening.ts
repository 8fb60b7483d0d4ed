import { defineBookletCheck } from '../../engine/check.ts'
import { placesOf } from '../../engine/ledger/cells.ts'
import { placeInput } from '../../engine/ledger/entry.ts'
import { projectName } from '../../engine/ledger/projects.ts'
import { proof } from '../../engine/proof.ts'
import { amountInterval, baseValue } from '../../engine/verdict.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import { reportCarriedProjects } from '../support/across-same-project.ts'

const OPENING: CellRef = {
  profile: 'income-expenditure-total',
  side: '收入',
  row: 'opening',
  label: '',
  column: 'amount',
}

export const carryoverWithinOpening = defineBookletCheck({
  id: 'XD-008',
  title: '自评表的上年结转不大于年初结转和结余',
  titleEn: 'Money carried over in a form does not exceed the opening balance',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '每张自评表的上年结转资金 ≤ 收入支出决算总表的年初结转和结余；两年的文件一起检查时，上年结转资金 ≤ 上年自评表的全年预算数 − 全年执行数',
  remedy: '核对上年结转资金；年中收回、调整的写明',
  remedyEn: 'Check the money carried over; say what was adjusted.',
  runAcross: reportCarriedProjects,
  run({ forms, accounts }, report) {
    const [opening] = placesOf(accounts, [OPENING])
    if (!opening) return
    const most = amountInterval(opening.amount).high
    for (const form of forms) {
      const row = form.funds.sources.find(({ key }) => key === 'carryover')
      const field = row?.columns.fullYearBudget ?? row?.columns.initialBudget
      if (!field?.amount || form.record.funds.unit === '') continue
      if (amountInterval(field.amount).low.compare(most) <= 0 || baseValue(field.amount).compare(most) <= 0) continue
      const shown = `${field.cell.printed}${form.record.funds.unit}`
      report({
        form: form.index,
        field: field.field,
        verdict: 'outside',
        printed: field.cell.printed,
        expected: `≤${opening.printed}`,
        message: `“${projectName(form)}”的上年结转资金是${shown}，${opening.name}只有${opening.printed}`,
        messageEn: `The form carries ${shown} over; the opening balance is ${opening.printed}.`,
        proof: () =>
          proof({
            formula: '上年结转资金 ≤ 年初结转和结余',
            filledIn: `${shown} > ${opening.printed}`,
            result: opening.printed,
            verdict: 'outside',
            inputs: [
              { name: '上年结转资金', printed: shown, field: field.field, position: field.cell.at },
              placeInput(opening),
            ],
          }),
      })
    }
  },
})
