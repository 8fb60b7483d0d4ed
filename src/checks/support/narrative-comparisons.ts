/** this − base = change, change ÷ base = rate: the members of a comparison as figures, and what follows where one is missing. */
import type { Comparison, Narrative } from '../../domain/narrative.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { absolute, type Derived, derived, type Figure, figureAt, isAlike, isExact, minus, plus } from './narrative.ts'
import { slipIn } from './narrative-slips.ts'

export interface Compared {
  readonly comparison: Comparison
  readonly value: Figure | undefined
  readonly base: Figure | undefined
  readonly change: Figure | undefined
  readonly rate: Figure | undefined
}

const memo = new WeakMap<Narrative, readonly Compared[]>()

/** Members that are not meant exactly, or are of another kind than the others, count as missing. */
export const comparedFigures = (narrative: Narrative): readonly Compared[] => {
  const known = memo.get(narrative)
  if (known) return known
  const all = narrative.relations.flatMap((comparison): Compared[] => {
    if (comparison.kind !== 'comparison') return []
    const exact = (index: number | undefined): Figure | undefined => {
      const one = figureAt(narrative, index)
      return one && isExact(one) ? one : undefined
    }
    const change = exact(comparison.change)
    const kind = change ?? exact(comparison.base)
    const alike = (one: Figure | undefined): Figure | undefined =>
      one && kind && !isAlike(one, kind) ? undefined : one
    const members = { value: alike(exact(comparison.value)), base: alike(exact(comparison.base)), change }
    return [{ comparison, ...members, rate: exact(comparison.rate) }]
  })
  memo.set(narrative, all)
  return all
}

/** +1 more, −1 less, 0 nothing can be said: from the direction that is printed, else from both figures. */
export const signOfChange = (one: Compared): 1 | -1 | 0 => {
  const printed = (one.change ?? one.rate)?.statement.direction?.sign
  if (printed) return printed
  return signOfFigures(one)
}

/** The sign that the figures themselves give; 0 when rounding leaves it open. */
export const signOfFigures = ({ value, base }: Compared): 1 | -1 | 0 => {
  if (!value || !base) return 0
  const { range } = minus(derived(value), derived(base))
  return range.low.isPositive() ? 1 : range.high.isNegative() ? -1 : 0
}

/** The base as printed, or as value and change imply it. */
export const baseOf = (one: Compared): Derived | undefined => {
  const { value, base, change } = one
  if (base) return derived(base)
  if (!value || !change) return undefined
  const sign = signOfChange(one)
  if (sign === 0) return undefined
  return sign > 0 ? minus(derived(value), derived(change)) : plus(derived(value), derived(change))
}

/** Size of the change as printed, or as both figures give it. */
export const changeOf = ({ value, base, change }: Compared): Derived | undefined => {
  if (change) return absolute(derived(change))
  return value && base ? absolute(minus(derived(value), derived(base))) : undefined
}

/** One of the three amounts is in 元 where the equation holds in 万元. */
export const hasSlip = (one: Compared): boolean => {
  const { value, base, change } = one
  if (!value || !base || !change) return false
  const sign = signOfChange(one)
  return [sign === 0 ? 1 : sign].some(
    (s) =>
      slipIn(value, [
        [base, 1],
        [change, s as 1 | -1],
      ]) !== undefined,
  )
}

export const isZeroBase = (base: Derived): boolean => base.value.equals(Decimal.zero)

const KINDS: Readonly<Record<string, string>> = {
  'last-year': '上年数',
  'initial-budget': '年初预算数',
  'annual-budget': '全年预算数',
  budget: '预算数',
}
export const baseName = ({ baseKind }: Comparison): string => KINDS[baseKind] ?? '比较基数'
