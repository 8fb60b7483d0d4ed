/**
 * 元 for 万元 in prose: an amount of a few 元 among amounts of 万元. A relation that fails as printed and holds exactly
 * with the other unit proves it; the checks of that relation then leave it to FN-002.
 */
import type { Narrative } from '../../domain/narrative.ts'
import { type Amount, baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { type Figure, figure, isAlike } from './narrative.ts'

const SLIP = 4

/** With one of the amounts taken as 万元 the difference of both sides vanishes within rounding. */
export const slipIn = (
  total: Figure,
  parts: readonly (readonly [Figure, 1 | -1])[],
): { readonly slipped: Figure } | undefined => {
  const all: readonly (readonly [Figure, 1 | -1])[] = [[total, -1], ...parts]
  for (const [candidate] of all) {
    if (candidate.mention.unit !== '元' || candidate.mention.value.isZero()) continue
    let sum = Decimal.zero
    let slack = Decimal.zero
    for (const [one, sign] of all) {
      const amount: Amount = one === candidate ? { value: one.amount.value, power: SLIP } : one.amount
      const value = baseValue(amount)
      sum = sign > 0 ? sum.add(value) : sum.subtract(value)
      slack = slack.add(amount.value.lastUnit().shift(amount.power))
    }
    if (sum.abs().compare(slack) < 0) return { slipped: candidate }
  }
  return undefined
}

/** Amounts in 元 that are too small to be meant so: nobody prints a department's spending to the single 元. */
const LARGEST_SLIP = Decimal.of(100_000)
const PER_HEAD = /人均|均|单价|标准|每|门票|元\/|票价|补助标准/

export const isSuspect = ({ mention, statement }: Figure): boolean =>
  mention.unit === '元' &&
  !mention.value.isZero() &&
  !mention.isBound &&
  mention.value.abs().compare(LARGEST_SLIP) < 0 &&
  !PER_HEAD.test(statement.subject.name)

/** The same digits in 万元 nearby: in the same section, or one beside it. */
export const twinOf = (narrative: Narrative, one: Figure): Figure | undefined => {
  for (const statement of narrative.statements) {
    if (statement.section !== one.statement.section) continue
    const other = figure(narrative, statement.index)
    if (other.mention.unit !== '万元' || !isAlike(one, other)) continue
    if (other.mention.value.equals(one.mention.value)) return other
  }
  return undefined
}
