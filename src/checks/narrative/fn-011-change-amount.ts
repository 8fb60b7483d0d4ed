import { defineNarrativeCheck } from '../../engine/check.ts'
import {
  about,
  absolute,
  derived,
  judgeDerived,
  minus,
  nameOf,
  narrativeProof,
  printedOf,
} from '../support/narrative.ts'
import { baseName, comparedFigures, hasSlip } from '../support/narrative-comparisons.ts'

export const changeAmount = defineNarrativeCheck({
  id: 'FN-011',
  title: '增减额等于本期数减比较数',
  titleEn: 'The change equals this figure minus the one it is compared with',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '|本期数 − 比较数| = 增减额（三者都印出时；按印刷数的舍入区间判定）',
  remedy: '核对本期数、比较数和增减额，改正其中的错数',
  remedyEn: 'Compare the three figures with the accounts and correct the wrong one.',
  run({ narrative }, report) {
    for (const one of comparedFigures(narrative)) {
      const { value, base, change, comparison } = one
      if (!value || !base || !change || change.mention.kind === 'percent-points') continue
      const difference = absolute(minus(derived(value), derived(base)))
      const judged = judgeDerived(change, difference)
      if (judged.verdict === 'equal' || (judged.verdict === 'outside' && hasSlip(one))) continue
      const isWrong = judged.verdict === 'outside'
      const expected = `${judged.expected}${change.mention.unit}`
      const filledIn = `${printedOf(value)} − ${printedOf(base)} = ${expected}`
      report(
        about(change, {
          severity: isWrong ? 'error' : 'info',
          verdict: judged.verdict,
          expected,
          message: `${nameOf(value)}${printedOf(value)}与${baseName(comparison)}${printedOf(base)}相差${expected}，印为${printedOf(change)}${isWrong ? '' : '，相差在舍入范围内'}`,
          messageEn: `The change is printed ${printedOf(change)}; ${filledIn}.`,
          proof: narrativeProof(
            {
              formula: `增减额 = 本期数 − ${baseName(comparison)}`,
              filledIn,
              result: expected,
              verdict: judged.verdict,
              interval: judged.interval,
              unitPower: change.amount.power,
            },
            [
              ['本期数', value],
              [baseName(comparison), base],
              ['增减额', change],
            ],
          ),
        }),
      )
    }
  },
})
