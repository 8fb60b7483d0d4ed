import { defineNarrativeCheck } from '../../engine/check.ts'
import { about, derived, mayBeZero, minus, nameOf, narrativeProof, printedOf, showLike } from '../support/narrative.ts'
import { baseName, comparedFigures } from '../support/narrative-comparisons.ts'

export const noChange = defineNarrativeCheck({
  id: 'FN-014',
  title: '写“持平”的两数相等',
  titleEn: 'Figures said to be level are equal',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '持平、无变化 ⇔ 本期数 − 比较数 = 0（末位半个单位以内）',
  remedy: '写明增减额和增减率，或改正错数',
  remedyEn: 'State the change, or correct the figure.',
  run({ narrative }, report) {
    for (const { value, base, comparison } of comparedFigures(narrative)) {
      if (comparison.level?.strength !== 'exact' || !value || !base) continue
      const gap = minus(derived(value), derived(base))
      if (mayBeZero(gap)) continue
      report(
        about(value, {
          verdict: 'outside',
          printed: comparison.level.word,
          expected: `${printedOf(value)}与${printedOf(base)}不等`,
          message: `${nameOf(value)}${printedOf(value)}与${baseName(comparison)}${printedOf(base)}不等，文字却写“${comparison.level.word}”`,
          messageEn: `${printedOf(value)} and ${printedOf(base)} differ; the text says they are level.`,
          proof: narrativeProof(
            {
              formula: `本期数 − ${baseName(comparison)} = 0`,
              filledIn: `${printedOf(value)} − ${printedOf(base)}`,
              result: showLike(gap.value, value),
              verdict: 'outside',
              interval: gap.range,
              unitPower: value.amount.power,
            },
            [
              ['本期数', value],
              [baseName(comparison), base],
            ],
          ),
        }),
      )
    }
  },
})
