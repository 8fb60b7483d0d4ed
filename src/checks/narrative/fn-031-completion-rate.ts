import { defineNarrativeCheck } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import {
  about,
  derived,
  figureAt,
  isAlike,
  isExact,
  judgeQuotient,
  nameOf,
  narrativeProof,
  printedOf,
  WHY,
} from '../support/narrative.ts'
import { slipIn } from '../support/narrative-slips.ts'

export const completionRate = defineNarrativeCheck({
  id: 'FN-031',
  title: '完成预算的百分比等于决算数除以预算数',
  titleEn: 'The completion rate equals the final figure over the budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '完成预算的百分比 = 决算数 ÷ 预算数；按印刷数的舍入区间判定',
  remedy: '按决算数和预算数重算，或改正其中的金额',
  remedyEn: 'Recompute the rate, or correct the amounts behind it.',
  run({ narrative }, report) {
    for (const relation of narrative.relations) {
      if (relation.kind !== 'completion') continue
      const [rate, value, budget] = [relation.rate, relation.value, relation.budget].map((i) => figureAt(narrative, i))
      if (!rate || !value || !budget || ![rate, value, budget].every(isExact) || !isAlike(value, budget)) continue
      const judged = judgeQuotient(rate.mention.value, derived(value), derived(budget), Decimal.hundred)
      if (!judged || judged.verdict === 'equal') continue
      if (judged.verdict === 'outside' && slipIn(value, [[budget, 1]])) continue
      const isWrong = judged.verdict === 'outside'
      const filledIn = `${printedOf(value)} ÷ ${printedOf(budget)} = ${judged.expected}%`
      const [why, whyEn] = WHY[judged.verdict] ?? ['', '']
      report(
        about(rate, {
          severity: isWrong ? 'error' : 'info',
          verdict: judged.verdict,
          expected: `${judged.expected}%`,
          message: `${nameOf(value)}完成预算印为${printedOf(rate)}，${filledIn}${why}`,
          messageEn: `The completion rate is printed ${printedOf(rate)}; ${filledIn}${whyEn}.`,
          proof: narrativeProof(
            {
              formula: '完成率 = 决算数 ÷ 预算数',
              filledIn,
              result: `${judged.expected}%`,
              verdict: judged.verdict,
              interval: judged.interval,
            },
            [
              ['决算数', value],
              ['预算数', budget],
              ['完成率', rate],
            ],
          ),
        }),
      )
    }
  },
})
