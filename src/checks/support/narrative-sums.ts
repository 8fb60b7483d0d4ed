/** Lists of parts in prose: which of them are complete, and how their sums are judged. Four checks report them. */
import type { Narrative, Share, Sum } from '../../domain/narrative.ts'
import type { FindingDraft, Report } from '../../engine/check.ts'
import { type Judgement, judgeEqual, judgeSum } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { narrativeWords, type Partition } from '../../law/narrative.ts'
import { about, type Figure, figure, isAlike, isExact, nameOf, narrativeProof, printedOf } from './narrative.ts'
import { slipIn } from './narrative-slips.ts'

export interface List {
  readonly total: Figure
  readonly parts: readonly Figure[]
  readonly partition: Partition | undefined
  /** Nothing is left out: a known set of parts, or shares that add up to the whole. */
  readonly isComplete: boolean
}

const partitionOf = (total: Figure, parts: readonly Figure[]): Partition | undefined =>
  narrativeWords().partitions.find(
    ({ total: pattern, required }) =>
      pattern.test(total.statement.subject.name) &&
      required.every((one) => parts.some((part) => one.test(part.statement.subject.name))),
  )

/** Shares of the parts in one whole; `undefined` when one has none. */
const sharesOf = (
  narrative: Narrative,
  sum: Sum,
  shares: ReadonlyMap<number, Share>,
): readonly Figure[] | undefined => {
  const own = sum.parts.map((part) => shares.get(part))
  if (own.some((share) => share === undefined || (share.whole !== undefined && share.whole !== sum.total)))
    return undefined
  return own.map((share) => figure(narrative, share!.share))
}

const sharesByPart = (narrative: Narrative): ReadonlyMap<number, Share> => {
  const shares = new Map<number, Share>()
  for (const relation of narrative.relations)
    if (relation.kind === 'share' && relation.part !== undefined) shares.set(relation.part, relation)
  return shares
}

export interface SharedList {
  readonly list: List
  readonly shares: readonly Figure[]
}

/** Σ shares within one percent: whoever printed them took the list for the whole. */
const isAboutWhole = (shares: readonly Figure[]): boolean => {
  const total = shares.reduce((sum, share) => sum.add(share.mention.value), Decimal.zero)
  return total.subtract(Decimal.hundred).abs().compare(Decimal.one) <= 0
}

const memo = new WeakMap<Narrative, { lists: readonly List[]; shared: readonly SharedList[] }>()

const collect = (narrative: Narrative): { lists: readonly List[]; shared: readonly SharedList[] } => {
  const known = memo.get(narrative)
  if (known) return known
  const byPart = sharesByPart(narrative)
  const lists: List[] = []
  const shared: SharedList[] = []
  for (const relation of narrative.relations) {
    if (relation.kind !== 'sum') continue
    const total = figure(narrative, relation.total)
    const all = relation.parts.map((part) => figure(narrative, part))
    if (![total, ...all].every(isExact) || !all.every((part) => isAlike(part, total))) continue
    const partition = partitionOf(total, all)
    // 其中：基本支出…，项目支出…，年末结转…: what is no member of the known set is not added.
    const parts = partition
      ? all.filter(({ statement }) => partition.parts.some((one) => one.test(statement.subject.name)))
      : all
    const shares = sharesOf(narrative, relation, byPart)
    const isComplete = partition !== undefined || (shares !== undefined && shares.length > 1 && isAboutWhole(shares))
    const list = { total, parts, partition, isComplete }
    lists.push(list)
    if (shares && shares.length > 1) shared.push({ list, shares })
  }
  const result = { lists, shared }
  memo.set(narrative, result)
  return result
}

export const listsOf = (narrative: Narrative): readonly List[] => collect(narrative).lists
export const sharedLists = (narrative: Narrative): readonly SharedList[] => collect(narrative).shared

/** 0万元 says that there was nothing; it is no rounding of something. */
const EXACT_SCALE = 8

const signed = ({ statement, amount }: Figure): Figure['amount'] => {
  if (amount.value.isZero()) return { value: amount.value.round(EXACT_SCALE), power: amount.power }
  return statement.role === 'change' && statement.direction?.sign === -1
    ? { value: amount.value.negate(), power: amount.power }
    : amount
}

/** Vehicles and persons are counted, not rounded. */
const isCounted = ({ total, parts }: List): boolean =>
  [total, ...parts].every(({ mention: { kind, power, value } }) => kind === 'count' && power === 0 && value.scale === 0)

const judgeCounts = ({ total, parts }: List): Judgement => {
  const sum = parts.reduce((all, { mention }) => all.add(mention.value), Decimal.zero)
  return judgeEqual(total.mention.value, sum)
}

/**
 * What can be said of the list. An incomplete one (其中) may only not exceed its total; but a difference that rounding
 * explains shows that nothing is missing.
 */
export const judgeList = (list: List): Judgement | undefined => {
  const { total, parts, isComplete } = list
  const judged = isCounted(list) ? judgeCounts(list) : judgeSum(signed(total), parts.map(signed))
  if (judged.verdict === 'equal') return undefined
  if (judged.verdict === 'rounding-only') return judged
  const isOver = judged.interval.low.compare(signed(total).value.shift(total.amount.power)) > 0
  return isComplete || (isOver && parts.length > 1) ? judged : undefined
}

/**
 * Trailing figures may be no parts of the list any more; then some first ones add up. Of a known set these have to be all that it
 * cannot do without.
 */
const hasExactPrefix = ({ total, parts, partition, isComplete }: List): boolean =>
  parts.some((_, i) => {
    const first = parts.slice(0, i)
    const isWhole = partition
      ? partition.required.every((one) => first.some(({ statement }) => one.test(statement.subject.name)))
      : !isComplete
    return i > 0 && isWhole && judgeSum(signed(total), first.map(signed)).verdict === 'equal'
  })

export const listDraft = (list: List, judged: Judgement): FindingDraft => {
  const { total, parts, isComplete } = list
  const terms = parts.map(printedOf).join(' + ')
  const expected = `${judged.expected}${total.mention.unit}`
  const isWrong = judged.verdict === 'outside'
  const severity = !isWrong ? 'info' : isComplete ? 'error' : 'warning'
  return about(total, {
    severity,
    verdict: judged.verdict,
    expected,
    message: `${nameOf(total)}印为${printedOf(total)}，所列各项之和 ${terms} = ${expected}${isWrong ? '' : '，相差在舍入范围内'}`,
    messageEn: `The total ${printedOf(total)} differs from its parts: ${terms} = ${expected}.`,
    proof: narrativeProof(
      {
        formula: `${nameOf(total) || '合计'} = ${parts.map((part) => nameOf(part) || '部分').join(' + ')}`,
        filledIn: `${printedOf(total)} = ${terms}`,
        result: expected,
        verdict: judged.verdict,
        interval: judged.interval,
        unitPower: isCounted(list) ? 0 : total.amount.power,
      },
      [['合计', total], ...parts.map((part) => [nameOf(part) || '部分', part] as const)],
    ),
  })
}

/** Lists of the named partitions; `other`: all lists that belong to none of the special ones. */
export const reportLists = (
  narrative: Narrative,
  wanted: (partition: string | undefined) => boolean,
  report: Report,
): undefined => {
  for (const list of listsOf(narrative)) {
    if (!wanted(list.partition?.id)) continue
    const judged = judgeList(list)
    if (!judged) continue
    if (judged.verdict === 'outside') {
      if (
        slipIn(
          list.total,
          list.parts.map((part) => [part, 1] as const),
        )
      )
        continue
      if (hasExactPrefix(list)) continue
    }
    report(listDraft(list, judged))
  }
}
