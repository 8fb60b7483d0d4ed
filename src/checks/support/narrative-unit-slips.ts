/** Amounts of a text that are in the wrong unit, with what shows it: FN-002 reports them, other checks leave them to it. */
import type { Narrative } from '../../domain/narrative.ts'
import { type Figure, figure, figureAt } from './narrative.ts'
import { comparedFigures, signOfChange } from './narrative-comparisons.ts'
import { isSuspect, slipIn, twinOf } from './narrative-slips.ts'
import { listsOf } from './narrative-sums.ts'
import { threePublicOf } from './narrative-three-public.ts'

interface Evidence {
  readonly slipped: Figure
  readonly others: readonly Figure[]
  readonly formula: string
}

/** Equations of the text that hold only with the other unit. */
const provenByEquation = (narrative: Narrative): readonly Evidence[] => {
  const found: Evidence[] = []
  const look = (total: Figure, parts: readonly (readonly [Figure, 1 | -1])[], formula: string): void => {
    const slip = slipIn(total, parts)
    if (slip) found.push({ slipped: slip.slipped, others: [total, ...parts.map(([one]) => one)], formula })
  }
  for (const { total, parts } of listsOf(narrative))
    look(
      total,
      parts.map((part) => [part, 1] as const),
      '合计 = Σ各项',
    )
  for (const one of comparedFigures(narrative)) {
    const sign = signOfChange(one)
    if (one.value && one.base && one.change && sign !== 0)
      look(
        one.value,
        [
          [one.base, 1],
          [one.change, sign],
        ],
        '本期数 = 比较数 ± 增减额',
      )
  }
  const own = threePublicOf(narrative)
  for (const measure of ['final', 'annual-budget', 'initial-budget'] as const) {
    const [vehicles, purchase, running] = (['vehicles', 'purchase', 'running'] as const).map((key) =>
      own?.amount(key, measure),
    )
    if (vehicles && purchase && running)
      look(
        vehicles,
        [
          [purchase, 1],
          [running, 1],
        ],
        '公务用车购置及运行费 = 购置费 + 运行费',
      )
    else if (vehicles && running) look(vehicles, [[running, 1]], '公务用车购置及运行费 ≥ 运行费')
  }
  return found
}

/** With decimals, among 万元 only: two decimals of an amount in 元 are 分, and nobody reports those in prose. */
const neighbourIn = (narrative: Narrative, one: Figure): Figure | undefined => {
  if (one.mention.value.scale === 0) return undefined
  let neighbour: Figure | undefined
  for (const mention of narrative.numbers) {
    if (mention.paragraph !== one.mention.paragraph || mention.kind !== 'amount' || mention === one.mention) continue
    if (mention.value.isZero()) continue
    if (mention.unit !== '万元') return undefined
    neighbour ??= figureAt(narrative, mention.statement)
  }
  return neighbour
}

export interface UnitSlip {
  readonly one: Figure
  /** An equation that holds only with the other unit. */
  readonly evidence: Evidence | undefined
  /** The same digits in 万元 nearby. */
  readonly twin: Figure | undefined
  /** All other amounts of the paragraph are in 万元. */
  readonly neighbour: Figure | undefined
}

const memo = new WeakMap<Narrative, ReadonlyMap<number, UnitSlip>>()

const findSlips = (narrative: Narrative): ReadonlyMap<number, UnitSlip> => {
  const proven = new Map<number, Evidence>()
  for (const evidence of provenByEquation(narrative)) {
    const { index } = evidence.slipped.statement
    if (!proven.has(index)) proven.set(index, evidence)
  }
  const slips = new Map<number, UnitSlip>()
  for (const { index } of narrative.statements) {
    const one = figure(narrative, index)
    if (!isSuspect(one)) continue
    const evidence = proven.get(index)
    const twin = evidence ? undefined : twinOf(narrative, one)
    const neighbour = evidence || twin ? undefined : neighbourIn(narrative, one)
    if (evidence || twin || neighbour) slips.set(index, { one, evidence, twin, neighbour })
  }
  return slips
}

/** By the index of their statement. */
export const unitSlipsOf = (narrative: Narrative): ReadonlyMap<number, UnitSlip> => {
  let slips = memo.get(narrative)
  if (!slips) memo.set(narrative, (slips = findSlips(narrative)))
  return slips
}
