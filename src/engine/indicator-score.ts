/** What the pack gives for one numeric indicator, and how the printed score compares. Shared by SE-041, 042, 043, 049. */
import type { Severity } from '../domain/finding.ts'
import type { Decimal } from '../kernel/decimal.ts'
import { admissible, type SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import { type Comparison, type Direction, hasReason } from './comparison.ts'
import { type FormView, type IndicatorView, oncePerForm } from './form-view.ts'
import { compareFractions, compareTo, type Fraction, maxFraction, minFraction, whole } from './fraction.ts'
import { APPROXIMATE_SHARE } from './proposals.ts'
import { mayHaveLostOperators } from './reading-damage.ts'
import { scoreStep } from './score-step.ts'
import { equalScore, forwardScore, reverseScore, satisfactionScore } from './scoring.ts'
import { baseValue, type Judgement, judgeScore } from './verdict.ts'

interface Admitted {
  readonly low: Fraction
  readonly high: Fraction
}

/** Lowest and highest score that any admissible formula of the pack gives. */
export const admittedScores = (comparison: Comparison, weight: Decimal, rules: SelfEvaluationRules): Admitted => {
  const target = baseValue(comparison.target)
  const actual = baseValue(comparison.actual)
  if (comparison.direction === 'forward')
    return widest(admissible(rules.forward), (method) => exact(forwardScore(method, target, actual, weight)))
  return comparison.direction === 'reverse'
    ? widest(admissible(rules.reverse), (method) => reverseScore(method, target, actual, weight))
    : widest(admissible(rules.equal), (method) => equalScore(method, target, actual, weight))
}

const exact = (score: Fraction): Admitted => ({ low: score, high: score })

/** Lowest and highest over all methods, of which there is at least one. */
const widest = <M>(methods: readonly M[], scoreBy: (method: M) => Admitted): Admitted => {
  let all: Admitted | undefined
  for (const method of methods) {
    const own = scoreBy(method)
    all = all ? { low: minFraction(all.low, own.low), high: maxFraction(all.high, own.high) } : own
  }
  return all!
}

/** Score for the pack's first formula: the one to show as expected. */
export const expectedScore = (comparison: Comparison, weight: Decimal, rules: SelfEvaluationRules): Fraction => {
  const target = baseValue(comparison.target)
  const actual = baseValue(comparison.actual)
  if (comparison.direction === 'forward') return forwardScore(rules.forward.value, target, actual, weight)
  if (comparison.direction === 'reverse') return reverseScore(rules.reverse.value, target, actual, weight).high
  return equalScore(rules.equal.value, target, actual, weight).high
}

export interface ScoreDeviation {
  readonly comparison: Comparison
  readonly score: Decimal
  readonly weight: Decimal
  readonly judgement: Judgement
  readonly low: Fraction
  readonly high: Fraction
  /** `full`: the target is missed and all points are kept; `above`, `below`: other than the formula gives; `cut`: not rounded. */
  readonly kind: 'full' | 'above' | 'below' | 'cut'
}

/**
 * Indicators of one form whose score needs a closer look, in any direction: a score within its weight, a comparison that
 * is not close to its bound, and not simply full points for a target that was met.
 */
export const scoreCandidates = oncePerForm((form): readonly IndicatorView[] => {
  const found: IndicatorView[] = []
  for (const indicator of form.indicators) {
    const score = indicator.score.number
    const weight = indicator.weight.number
    if (!score || !weight?.isPositive() || score.isNegative()) continue
    const order = score.compare(weight)
    const comparison = order > 0 ? undefined : indicator.comparison
    if (!comparison || comparison.outcome === 'close') continue
    if (comparison.outcome === 'met' && (order === 0 || comparison.actualOperator !== undefined)) continue
    found.push(indicator)
  }
  return found
})

/**
 * A printed score that no admissible formula gives. `undefined`: it holds, or it cannot be decided (no comparison, a bound
 * instead of a measured value, a damaged column, 约 within a tenth, money within rounding).
 */
export const scoreDeviation = (
  form: FormView,
  indicator: IndicatorView,
  direction: Direction,
  rules: SelfEvaluationRules,
): ScoreDeviation | undefined => {
  const score = indicator.score.number
  const weight = indicator.weight.number
  if (!score || !weight?.isPositive() || score.isNegative() || score.compare(weight) > 0) return undefined
  const comparison = indicator.comparison
  if (comparison?.direction !== direction || comparison.outcome === 'close') return undefined
  if (baseValue(comparison.target).isZero()) return undefined
  const isFull = score.equals(weight)
  if (comparison.outcome === 'met' && (isFull || comparison.actualOperator !== undefined)) return undefined
  if (comparison.outcome === 'missed' && isUndecided(form, comparison)) return undefined
  const { low, high } =
    comparison.outcome === 'met'
      ? { low: whole(weight), high: whole(weight) }
      : admittedFor(indicator, comparison, weight, rules)
  const judgement = judgeScore(score, { exact: high, low, high }, scoreStep(form), rules.scoreDecimals.value)
  if (judgement.verdict !== 'outside' && judgement.verdict !== 'cut-pattern') return undefined
  if (judgement.verdict === 'cut-pattern') return { comparison, score, weight, judgement, low, high, kind: 'cut' }
  const isAbove = compareTo(high, score) < 0
  return { comparison, score, weight, judgement, low, high, kind: isFull ? 'full' : isAbove ? 'above' : 'below' }
}

/** Where bands for satisfaction are an admissible practice, their points are admitted as well as the proportional ones. */
const admittedFor = (
  indicator: IndicatorView,
  comparison: Comparison,
  weight: Decimal,
  rules: SelfEvaluationRules,
): Admitted => {
  const admitted = admittedScores(comparison, weight, rules)
  if (!rules.satisfactionBands || !comparison.isPercent) return admitted
  if (!/满意/.test(indicator.row.level1.printed + indicator.row.level2.printed)) return admitted
  let { low, high } = admitted
  for (const bands of admissible(rules.satisfactionBands)) {
    if (bands.length === 0) continue
    const score = whole(satisfactionScore(bands, comparison.actual.value.shift(-2), weight))
    low = minFraction(low, score)
    high = maxFraction(high, score)
  }
  return { low, high }
}

const isUndecided = (form: FormView, comparison: Comparison): boolean => {
  if (comparison.actualOperator !== undefined && comparison.actualOperator !== '≈') return true
  if (comparison.isApproximate && comparison.direction === 'forward') {
    const slack = baseValue(comparison.target).multiply(APPROXIMATE_SHARE)
    if (baseValue(comparison.actual).compare(slack) >= 0) return true
  }
  return mayHaveLostOperators(form)
}

/**
 * Full points for a target that the form itself says was missed are certain when its sign is printed and no reason is
 * given. With a reason, or with an assumed direction, a person must look. Stricter scoring than the formula is the
 * scorer's right: information.
 */
export const deviationSeverity = ({ kind, comparison }: ScoreDeviation, indicator: IndicatorView): Severity => {
  if (kind === 'below' || kind === 'cut') return 'info'
  if (kind === 'above') return comparison.directionFrom === 'printed' ? 'warning' : 'info'
  return comparison.directionFrom === 'printed' && !comparison.isApproximate && !hasReason(indicator)
    ? 'error'
    : 'warning'
}

/** One number, or both ends where the pack leaves the formula open. */
export const showAdmitted = ({ low, high }: Admitted, decimals: number): string => {
  const show = (value: Fraction): string => value.top.divide(value.bottom, decimals).normalize().toString()
  return compareFractions(low, high) === 0 || show(low) === show(high) ? show(high) : `${show(low)}—${show(high)}`
}
