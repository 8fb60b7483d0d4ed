import { defineNarrativeCheck } from '../../engine/check.ts'
import { about, derived, figureAt, isAlike, nameOf, narrativeProof, printedOf } from '../support/narrative.ts'
import { baseName, baseOf, comparedFigures, isZeroBase } from '../support/narrative-comparisons.ts'

export const zeroBase = defineNarrativeCheck({
  id: 'FN-032',
  title: '比较数为零时不写百分比',
  titleEn: 'There is no percentage of a zero base',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#ratio-denominator'],
  rule: '上年数或预算数为0 ⇒ 没有增减率、完成率',
  remedy: '删去百分比，写明上年（预算）为零',
  remedyEn: 'Delete the percentage and say that the base is zero.',
  run({ narrative }, report) {
    for (const one of comparedFigures(narrative)) {
      const { rate, value, comparison } = one
      const base = baseOf(one)
      if (!rate || !base || !isZeroBase(base) || rate.mention.value.isZero()) continue
      const name = baseName(comparison)
      report(
        about(rate, {
          verdict: 'outside',
          expected: `${name}为0，没有增减率`,
          message: `${value ? nameOf(value) : nameOf(rate)}的${name}为0，增减率${printedOf(rate)}没有意义`,
          messageEn: `The base is zero; a rate of ${printedOf(rate)} means nothing.`,
          proof: narrativeProof(
            {
              formula: '增减率 = 增减额 ÷ 比较数，比较数 ≠ 0',
              filledIn: `${name} = 0`,
              result: '不可计算',
              verdict: 'outside',
            },
            [...(value ? [['本期数', value] as const] : []), ['增减率', rate]],
          ),
        }),
      )
    }
    for (const relation of narrative.relations) {
      if (relation.kind !== 'completion') continue
      const rate = figureAt(narrative, relation.rate)
      const value = figureAt(narrative, relation.value)
      const budget = figureAt(narrative, relation.budget)
      if (!rate || !value || !budget || !isAlike(value, budget) || !derived(budget).value.isZero()) continue
      // 预算0元，决算0元，完成预算的0% says nothing and harms nobody; 100% is a habit of templates.
      if (rate.mention.value.isZero()) continue
      report(
        about(rate, {
          severity: derived(value).value.isZero() ? 'info' : 'warning',
          verdict: 'outside',
          expected: '预算为0，没有完成率',
          message: `${nameOf(value)}的预算为0，完成率${printedOf(rate)}没有意义`,
          messageEn: `The budget is zero; a completion of ${printedOf(rate)} means nothing.`,
        }),
      )
    }
  },
})
