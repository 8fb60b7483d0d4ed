import { defineNarrativeCheck } from '../../engine/check.ts'
import { reportLastYear } from '../support/across-last-year.ts'
import {
  about,
  type Derived,
  derived,
  nameOf,
  narrativeProof,
  printedOf,
  show,
  showLike,
} from '../support/narrative.ts'
import { baseName, baseOf, type Compared, comparedFigures, hasSlip } from '../support/narrative-comparisons.ts'

interface Implied {
  readonly one: Compared
  readonly base: Derived
}

const meets = (a: Derived, b: Derived): boolean =>
  a.range.low.compare(b.range.high) <= 0 && b.range.low.compare(a.range.high) <= 0

/** The same figure of the same subject, compared with the same kind of base, in two places. */
const keyOf = ({ value, comparison }: Compared): string =>
  [value!.statement.subject.name, comparison.baseKind, comparison.baseYear, show(derived(value!).value)].join('|')

export const baseSaidTwice = defineNarrativeCheck({
  id: 'FN-015',
  title: '两处推出的上年数（预算数）相同',
  titleEn: 'Two comparisons of one figure imply the same base',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '同一项目与同一比较数的两处表述，本期数 ∓ 增减额应相等；两年的文件一起检查时，文中的上年数（或由增减额推出的上年数）= 上年决算公开的数',
  remedy: '核对两处的增减额和比较数，统一为同一数',
  remedyEn: 'Bring both places to the same base.',
  runAcross: reportLastYear,
  run({ narrative }, report) {
    const seen = new Map<string, Implied>()
    for (const one of comparedFigures(narrative)) {
      if (!one.value || (!one.base && !one.change) || hasSlip(one)) continue
      const base = baseOf(one)
      if (!base || base.range.high.isNegative()) continue
      const key = keyOf(one)
      const first = seen.get(key)
      if (!first) seen.set(key, { one, base })
      else if (!meets(first.base, base)) {
        const at = (one.change ?? one.base)!
        const other = (first.one.change ?? first.one.base)!
        const name = baseName(one.comparison)
        report(
          about(at, {
            verdict: 'outside',
            expected: showLike(first.base.value, at),
            message: `${nameOf(one.value)}${printedOf(one.value)}的${name}，此处推出${showLike(base.value, at)}，另一处推出${showLike(first.base.value, at)}`,
            messageEn: `Two places imply different bases: ${showLike(base.value, at)} and ${showLike(first.base.value, at)}.`,
            proof: narrativeProof(
              {
                formula: `${name} = 本期数 ∓ 增减额`,
                filledIn: `${showLike(base.value, at)} ≠ ${showLike(first.base.value, at)}`,
                result: showLike(base.value, at),
                verdict: 'outside',
                interval: base.range,
                unitPower: at.amount.power,
              },
              [
                ['本期数', one.value],
                ['此处', at],
                ['另一处', other],
              ],
            ),
          }),
        )
      }
    }
  },
})
