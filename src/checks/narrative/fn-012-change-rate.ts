import { defineNarrativeCheck, type FindingDraft } from '../../engine/check.ts'
import type { Judgement } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import {
  about,
  type Derived,
  derived,
  type Figure,
  judgeQuotient,
  nameOf,
  narrativeProof,
  printedOf,
  showLike,
  WHY,
} from '../support/narrative.ts'
import { baseName, baseOf, type Compared, changeOf, comparedFigures } from '../support/narrative-comparisons.ts'

/** A usual slip: divided by this year's figure instead of the base. */
const isOfThisFigure = (rate: Figure, change: Derived, value: Figure | undefined): boolean => {
  const judged = value && judgeQuotient(rate.mention.value, change, derived(value), Decimal.hundred)
  return judged !== undefined && judged.verdict !== 'outside'
}

const draft = (one: Compared, rate: Figure, change: Derived, base: Derived, judged: Judgement): FindingDraft => {
  const { comparison, value } = one
  const name = baseName(comparison)
  // In the unit of the text, so that the numbers are those a reader sees.
  const unit = one.change ?? one.base ?? rate
  const filledIn = `${showLike(change.value, unit)} ÷ ${showLike(base.value, unit)} = ${judged.expected}%`
  const isWrong = judged.verdict === 'outside'
  const [why, whyEn] = WHY[judged.verdict] ?? ['', '']
  const hint = isWrong && isOfThisFigure(rate, change, value) ? '（印出的是增减额与本期数之比，分母用错）' : ''
  const inputs = [
    ['本期数', value],
    [name, one.base],
    ['增减额', one.change],
    ['增减率', rate],
  ] as const
  return about(rate, {
    severity: isWrong ? 'error' : 'info',
    verdict: judged.verdict,
    expected: `${judged.expected}%`,
    message: `${value ? nameOf(value) : nameOf(rate)}的增减率印为${printedOf(rate)}，按${name}计算 ${filledIn}${why}${hint}`,
    messageEn: `The rate of change is printed ${printedOf(rate)}; ${filledIn}${whyEn}.`,
    proof: narrativeProof(
      {
        formula: `增减率 = 增减额 ÷ ${name}`,
        filledIn,
        result: `${judged.expected}%`,
        verdict: judged.verdict,
        interval: judged.interval,
      },
      inputs.flatMap(([label, figure]) => (figure ? [[label, figure] as const] : [])),
    ),
  })
}

/** A zero base is the business of FN-032. */
export const changeRate = defineNarrativeCheck({
  id: 'FN-012',
  title: '增减率等于增减额除以比较数',
  titleEn: 'The rate of change equals the change over the figure it is compared with',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '增减率 = 增减额 ÷ 比较数；比较数没有印出时 = 本期数 ∓ 增减额',
  remedy: '以上年数（或预算数）为分母重算增减率',
  remedyEn: 'Recompute the rate with the base as the denominator.',
  run({ narrative }, report) {
    for (const one of comparedFigures(narrative)) {
      const { rate } = one
      const change = changeOf(one)
      const base = baseOf(one)
      if (!rate || !change || !base || one.change?.mention.kind === 'percent-points') continue
      const judged = judgeQuotient(rate.mention.value.abs(), change, base, Decimal.hundred)
      if (judged && judged.verdict !== 'equal') report(draft(one, rate, change, base, judged))
    }
  },
})
