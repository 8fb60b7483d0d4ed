import { defineNarrativeCheck } from '../../engine/check.ts'
import { about, derived, nameOf, narrativeProof, printedOf } from '../support/narrative.ts'
import { baseName, comparedFigures, hasSlip, signOfFigures } from '../support/narrative-comparisons.ts'

const WORDS = { 1: '增加', [-1]: '减少' } as const

export const directionWord = defineNarrativeCheck({
  id: 'FN-013',
  title: '增减用词与数的大小相符',
  titleEn: 'The word of change fits the figures',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '本期数 > 比较数 ⇔ 增加、增长；本期数 < 比较数 ⇔ 减少、下降；同一比较的增减额与增减率用词方向一致',
  remedy: '按两数的大小改正用词，或改正错数',
  remedyEn: 'Correct the word according to the figures, or the wrong figure.',
  run({ narrative }, report) {
    for (const one of comparedFigures(narrative)) {
      const { value, base, change, rate, comparison } = one
      const sign = signOfFigures(one)
      for (const printed of [change, rate]) {
        const direction = printed?.statement.direction
        if (!printed || !direction || direction.sign === 0 || sign === 0 || direction.sign === sign) continue
        if (!value || !base || printed.mention.value.isZero() || hasSlip(one)) continue
        report(
          about(printed, {
            verdict: 'outside',
            printed: `${direction.word}${printedOf(printed)}`,
            expected: WORDS[sign],
            message: `${nameOf(value)}${printedOf(value)}${sign > 0 ? '大' : '小'}于${baseName(comparison)}${printedOf(base)}，文字却写“${direction.word}”`,
            messageEn: `${printedOf(value)} against ${printedOf(base)} is ${sign > 0 ? 'an increase' : 'a decrease'}; the text says ${direction.word}.`,
            proof: narrativeProof(
              {
                formula: `本期数 − ${baseName(comparison)}`,
                filledIn: `${printedOf(value)} − ${printedOf(base)}`,
                result: sign > 0 ? '> 0' : '< 0',
                verdict: 'outside',
              },
              [
                ['本期数', value],
                [baseName(comparison), base],
              ],
            ),
          }),
        )
        break
      }
      const [a, b] = [change?.statement.direction, rate?.statement.direction]
      if (sign === 0 && change && rate && a && b && a.sign * b.sign === -1 && !derived(rate).value.isZero())
        report(
          about(rate, {
            verdict: 'outside',
            printed: `${a.word}${printedOf(change)}，${b.word}${printedOf(rate)}`,
            expected: a.word,
            message: `增减额写“${a.word}”，增减率写“${b.word}”，方向不一致`,
            messageEn: `The amount says ${a.word}, the rate ${b.word}.`,
          }),
        )
    }
  },
})
