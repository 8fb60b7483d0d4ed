/** SE-142: 60天 against 58天 twice in one form, costing 1 of 8 here and 1 of 5 there: one shortfall, two prices. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { baseValue } from '../../engine/verdict.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { rowName, rowNameEn } from '../support/messages.ts'

const amountKey = (row: RowFacts): string | undefined => {
  const { target, actual } = row.view
  if (target.kind !== 'number' || actual.kind !== 'number') return undefined
  const [asked, reached] = [baseValue(target).normalize(), baseValue(actual).normalize()]
  return asked.equals(reached) ? undefined : `${asked}|${reached}|${target.unit}`
}

/** score₁ / weight₁ ≠ score₂ / weight₂, by cross-multiplication. */
const pricedUnlike = (a: RowFacts, b: RowFacts): boolean =>
  !a.view.score.number!.multiply(b.view.weight.number!).equals(b.view.score.number!.multiply(a.view.weight.number!))

export const sameFactSameDeduction = defineFormCheck({
  id: 'SE-142',
  title: '同一差距的扣分比例一致',
  titleEn: 'One shortfall costs one share of the points',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#deduction-consistent', 'proposal#duplicate-indicator'],
  rule: '指标值和完成值都相同的两个指标，得分 ÷ 分值相同',
  remedy: '同一事项只设一个指标；确需分设的，按同一比例扣分。',
  remedyEn: 'Set one indicator for one fact, or take off the same share.',
  run({ form }, report) {
    const cut = factsOf(form).live.filter(({ isCut }) => isCut)
    if (cut.length < 2) return
    const first = new Map<string, RowFacts>()
    for (const row of cut) {
      const key = amountKey(row)
      if (key === undefined) continue
      const other = first.get(key)
      if (!other) {
        first.set(key, row)
        continue
      }
      if (!pricedUnlike(other, row)) continue
      report({
        field: indicatorField(other.index, 'score'),
        also: [indicatorField(row.index, 'score')],
        verdict: 'undecided',
        printed: `${other.view.score.cell.printed}/${other.view.weight.cell.printed}；${row.view.score.cell.printed}/${row.view.weight.cell.printed}`,
        expected: '同一比例',
        message: `${rowName(other)}和${rowName(row)}指标值、完成值相同（${other.target.text}，${other.actual.text}），扣分比例不同。`,
        messageEn: `${rowNameEn(other)} and ${rowNameEn(row)} have one target and one actual but lost different shares.`,
      })
    }
  },
})
