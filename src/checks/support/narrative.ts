/** What the checks of prose share: amounts of statements, names for messages, drafts with their place, proofs. */
import type { Proof, ProofInput, Verdict } from '../../domain/finding.ts'
import type { Measure, Narrative, NumberMention, Statement } from '../../domain/narrative.ts'
import type { FindingDraft } from '../../engine/check.ts'
import { type ProofParts, proof } from '../../engine/proof.ts'
import { type Amount, amountInterval, baseValue, type Judgement } from '../../engine/verdict.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { type Interval, point, printedInterval, ratioInterval, ratioMeets, showRatio } from '../../kernel/interval.ts'

/** A statement with its number at hand. */
export interface Figure {
  readonly statement: Statement
  readonly mention: NumberMention
  readonly amount: Amount
}

export const figure = (narrative: Narrative, index: number): Figure => {
  const statement = narrative.statements[index]!
  const mention = narrative.numbers[statement.number]!
  return { statement, mention, amount: { value: mention.value, power: mention.power } }
}

export const figureAt = (narrative: Narrative, index: number | undefined): Figure | undefined =>
  index === undefined ? undefined : figure(narrative, index)

/** As printed with its unit: 3.5万元. */
export const printedOf = ({ mention }: Figure): string => mention.printed + mention.unit

export const isExact = ({ mention }: Figure): boolean => !mention.isApproximate && !mention.isBound

/** Money with money, counts of one unit with each other. */
export const isAlike = (a: Figure, b: Figure): boolean =>
  a.mention.kind === b.mention.kind && (a.mention.kind !== 'count' || a.mention.unit === b.mention.unit)

const MEASURES: Readonly<Record<Measure, string>> = {
  final: '决算数',
  executed: '执行数',
  'initial-budget': '年初预算数',
  'annual-budget': '全年预算数',
  budget: '预算数',
  '': '',
}
const LONGEST_NAME = 30

/** 公务接待费决算数, cut so that a message stays one line. */
export const nameOf = ({ statement }: Figure): string => {
  const { name, level } = statement.subject
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
  return `${short}${level ? `（${level}）` : ''}${MEASURES[statement.measure]}`
}

export const inputOf = (name: string, one: Figure): ProofInput => ({
  name,
  printed: printedOf(one),
  position: one.mention.at,
})

/** Proof of a relation between figures. */
export const narrativeProof =
  (parts: Omit<ProofParts, 'inputs' | 'steps'>, figures: readonly (readonly [string, Figure])[]): (() => Proof) =>
  () =>
    proof({ ...parts, inputs: figures.map(([name, one]) => inputOf(name, one)) })

/** A draft about one figure of the text: section and place filled in. */
export const about = (
  one: Figure,
  draft: Omit<FindingDraft, 'section' | 'position' | 'printed'> & { printed?: string },
): FindingDraft => ({
  section: 'narrative',
  position: one.mention.at,
  printed: printedOf(one),
  ...draft,
})

/** The interval of a printed figure; a count that was counted is exact, and so is 0万元, which says that there was nothing. */
export const rangeOf = ({ mention, amount }: Figure): Interval => {
  const isCounted = mention.kind === 'count' && mention.power === 0 && mention.value.scale === 0
  return isCounted || mention.value.isZero() ? point(baseValue(amount)) : amountInterval(amount)
}

/** A number that follows from others, with what their rounding allows. */
export interface Derived {
  readonly value: Decimal
  readonly range: Interval
}

export const derived = (one: Figure): Derived => ({ value: baseValue(one.amount), range: rangeOf(one) })

export const minus = (a: Derived, b: Derived): Derived => ({
  value: a.value.subtract(b.value),
  range: { low: a.range.low.subtract(b.range.high), high: a.range.high.subtract(b.range.low) },
})

export const plus = (a: Derived, b: Derived): Derived => ({
  value: a.value.add(b.value),
  range: { low: a.range.low.add(b.range.low), high: a.range.high.add(b.range.high) },
})

export const absolute = (one: Derived): Derived =>
  one.value.isNegative()
    ? { value: one.value.negate(), range: { low: one.range.high.negate(), high: one.range.low.negate() } }
    : one

export const mayBeZero = ({ range }: Derived): boolean => !range.low.isPositive() && !range.high.isNegative()

/** A printed figure against one that follows from others, both in the base unit. */
export const judgeDerived = (printed: Figure, expected: Derived): Judgement => {
  const own = derived(printed)
  const shown = expected.value.shift(-printed.amount.power).round(printed.amount.value.scale)
  if (own.value.equals(expected.value)) return { verdict: 'equal', expected: shown, interval: expected.range }
  const meets = own.range.low.compare(expected.range.high) <= 0 && expected.range.low.compare(own.range.high) <= 0
  return { verdict: meets ? 'rounding-only' : 'outside', expected: shown, interval: expected.range }
}

/** A printed percentage (or other quotient) against top ÷ bottom. `undefined`: nothing can be said of the quotient. */
export const judgeQuotient = (
  printed: Decimal,
  top: Derived,
  bottom: Derived,
  factor: Decimal,
): Judgement | undefined => {
  if (!bottom.value.isPositive() || top.value.isNegative()) return undefined
  const expected = factor.multiply(top.value).divide(bottom.value, printed.scale)
  const ratio = ratioInterval(top.range, bottom.range)
  if (!ratio) return undefined
  const interval = showRatio(ratio, factor, printed.scale + 2)
  if (expected.equals(printed)) return { verdict: 'equal', expected, interval }
  if (ratioMeets(ratio, factor, printedInterval(printed))) return { verdict: 'rounding-only', expected, interval }
  const isCut = factor.multiply(top.value).divide(bottom.value, printed.scale, 'down').equals(printed)
  return { verdict: isCut ? 'cut-pattern' : 'outside', expected, interval }
}

/** Off by 0.01 and no more: a share adjusted so that the shares add up, not a slip. A whole percent is no such trifle. */
export const isLastDigit = (printed: Decimal, expected: Decimal): boolean =>
  printed.scale >= 2 && printed.subtract(expected).abs().compare(printed.lastUnit()) <= 0

export const WHY: Readonly<Partial<Record<Verdict, readonly [string, string]>>> = {
  'rounding-only': ['，差异在印刷数的舍入范围内', ', a difference that rounding allows'],
  'cut-pattern': ['，末位截去而未舍入', ', cut instead of rounded'],
}

export const show = (value: Decimal): string => value.normalize().toString()

/** In the figure's own unit, with its decimals. */
export const showLike = (value: Decimal, one: Figure): string =>
  value.shift(-one.amount.power).round(one.amount.value.scale).toString() + one.mention.unit
