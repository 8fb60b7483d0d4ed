/** Amounts and counts that imply each other: no cost without a journey, no journey without a cost. */
import type { FindingDraft } from '../../engine/check.ts'
import { about, type Figure, nameOf, narrativeProof, printedOf } from './narrative.ts'

const isPositive = (one: Figure): boolean => one.mention.value.isPositive()

/** amount > 0 ⇔ count > 0; `undefined` when one is missing or both agree. */
export const contradiction = (amount: Figure | undefined, count: Figure | undefined): FindingDraft | undefined => {
  if (!amount || !count || isPositive(amount) === isPositive(count)) return undefined
  const message = `${nameOf(amount)}为${printedOf(amount)}，而${nameOf(count)}为${printedOf(count)}`
  return about(count, {
    verdict: 'outside',
    expected: isPositive(amount) ? '大于0' : '0',
    message,
    messageEn: `${printedOf(amount)} and ${printedOf(count)} do not go together.`,
    proof: narrativeProof(
      {
        formula: '金额 > 0 ⇔ 数量 > 0',
        filledIn: `${printedOf(amount)}，${printedOf(count)}`,
        result: '矛盾',
        verdict: 'outside',
      },
      [
        ['金额', amount],
        ['数量', count],
      ],
    ),
  })
}

/** larger ≥ smaller, both counted. */
export const tooFew = (larger: Figure | undefined, smaller: Figure | undefined): FindingDraft | undefined => {
  if (!larger || !smaller || larger.mention.value.compare(smaller.mention.value) >= 0) return undefined
  return about(larger, {
    verdict: 'outside',
    expected: `≥ ${smaller.mention.value}`,
    message: `${nameOf(larger)}${printedOf(larger)}少于${nameOf(smaller)}${printedOf(smaller)}`,
    messageEn: `${printedOf(larger)} is less than ${printedOf(smaller)}.`,
    proof: narrativeProof(
      {
        formula: '人数 ≥ 批（团组）数',
        filledIn: `${larger.mention.value} < ${smaller.mention.value}`,
        result: '不成立',
        verdict: 'outside',
      },
      [
        ['人数', larger],
        ['批（团组）数', smaller],
      ],
    ),
  })
}
