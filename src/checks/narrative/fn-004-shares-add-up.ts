import { defineNarrativeCheck } from '../../engine/check.ts'
import { baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { about, type Figure, nameOf, narrativeProof, printedOf } from '../support/narrative.ts'
import { judgeList, type List, sharedLists } from '../support/narrative-sums.ts'

const HALF = Decimal.of(5, 1)

const SCALE = 4

/** What the rounding of the amounts may add to shares of a small total, in percent. */
const amountSlack = ({ total, parts }: List): Decimal => {
  const whole = baseValue(total.amount)
  if (!whole.isPositive()) return Decimal.zero
  const half = ({ amount }: Figure): Decimal => amount.value.lastUnit().shift(amount.power).multiply(HALF)
  const sum = parts.reduce((all, { amount }) => all.add(baseValue(amount)), Decimal.zero)
  const slack = parts.reduce((all, part) => all.add(half(part)), half(total)).add(sum.subtract(whole).abs())
  return Decimal.hundred.multiply(slack).divide(whole, SCALE)
}

export const sharesAddUp = defineNarrativeCheck({
  id: 'FN-004',
  title: '各项占比之和为100%',
  titleEn: 'The shares of all parts add up to 100%',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '各项金额之和等于总额时 |Σ占比 − 100| ≤ n 个末位的一半之和（总额很小时加上金额舍入的影响）',
  remedy: '逐项重算占比',
  remedyEn: 'Recompute the shares one by one.',
  run({ narrative }, report) {
    for (const { list, shares } of sharedLists(narrative)) {
      const judged = judgeList(list)
      if (!list.isComplete || (judged && judged.verdict !== 'rounding-only')) continue
      let sum = Decimal.zero
      let slack = Decimal.zero
      for (const { mention } of shares) {
        sum = sum.add(mention.value)
        slack = slack.add(mention.value.lastUnit().multiply(HALF))
      }
      if (
        sum
          .subtract(Decimal.hundred)
          .abs()
          .compare(slack.add(amountSlack(list))) <= 0
      )
        continue
      const terms = shares.map(printedOf).join(' + ')
      report(
        about(shares[0]!, {
          verdict: 'outside',
          printed: `${sum}%`,
          expected: '100%',
          message: `${nameOf(list.total)}各项占比之和 ${terms} = ${sum}%，不为100%`,
          messageEn: `The shares add up to ${sum}%.`,
          proof: narrativeProof(
            { formula: 'Σ占比 = 100%', filledIn: terms, result: `${sum}%`, verdict: 'outside' },
            shares.map((one, i) => [`占比${i + 1}`, one] as const),
          ),
        }),
      )
    }
  },
})
