/**
 * What a place's rules for a period say about project self-evaluation. The values live in `law/packs/`; this is their
 * type. A value that a pack does not fix is `undefined` and the checks that need it do not apply; nothing is assumed.
 */
import type { Certainty } from '../domain/finding.ts'
import type { Decimal } from '../kernel/decimal.ts'

/** Another value that is in real use beside the first one. */
export interface Alternative<T> {
  readonly value: T
  readonly source: string
  readonly certainty: Certainty
}

/** A value with its source: who said so, since when, how sure we are. */
export interface Sourced<T> {
  readonly value: T
  /** `instrument#article`, resolved in `law/instruments/`. */
  readonly source: string
  readonly certainty: Certainty
  readonly since: string
  /**
   * Other values in real use which the sources do not rule out. A check reports only when neither `value` nor any of
   * these gives what is printed; `value` is the one to show as expected.
   */
  readonly alternatives?: readonly Alternative<T>[]
  /** What a person should know about this value (its date is not known, it is carried forward …), in Chinese. */
  readonly note?: string
}

/** `value` first, then the alternatives: what a check walks before it reports anything. */
export const admissible = <T>(parameter: Sourced<T>): readonly T[] => {
  let values = lists.get(parameter) as readonly T[] | undefined
  if (!values) {
    values = [parameter.value, ...(parameter.alternatives ?? []).map(({ value }) => value)]
    lists.set(parameter, values)
  }
  return values
}

/** Asked for every indicator of every form; one list per parameter is enough. */
const lists = new WeakMap<Sourced<unknown>, readonly unknown[]>()

/** Default points per level-1 group; `execution` is the weight of the fund block. */
export interface LevelWeights {
  readonly execution: Decimal
  readonly groups: Readonly<Record<string, Decimal>>
}

export type ExecutionScoring =
  /** W·min(r, 1) */
  | { readonly method: 'proportional' }
  /** Share of the weight by bands of r, half-open from below; `full` needs r = 1 and within budget. */
  | { readonly method: 'bands'; readonly bands: readonly { readonly from: Decimal; readonly share: Decimal }[] }

export type ForwardScoring = { readonly method: 'proportional'; readonly passLine: Decimal | undefined }
/** `inverse`: W·A/B (Hubei); `linear`: W·max(0, 1 − (B−A)/A). `either`: the pack does not fix which. */
export type ReverseScoring = 'inverse' | 'linear' | 'either'
export type EqualScoring = 'all-or-nothing' | 'proportional' | 'at-least-full' | 'either'

export interface QualitativeBand {
  /** met, partly, not. Shares of the weight: low inclusive, high exclusive except for the top band. */
  readonly level: 'met' | 'partly' | 'not'
  readonly low: Decimal
  readonly high: Decimal
}

export interface GradeBand {
  readonly grade: '优' | '良' | '中' | '差'
  /** Inclusive lower end of the exact total. */
  readonly from: Decimal
}

export interface MonitoringLights {
  readonly red: Decimal
  readonly yellow: Decimal
  readonly blue: Decimal
}

export interface SelfEvaluationRules {
  readonly pack: string
  readonly packTitle: string
  /** The day for which these values were looked up. */
  readonly on: string
  /** All admissible sets (with and without 成本指标, …), the usual one first. */
  readonly levelWeights: Sourced<readonly LevelWeights[]> | undefined
  readonly executionWeight: Sourced<Decimal>
  readonly totalWeight: Sourced<Decimal>
  readonly executionScoring: Sourced<ExecutionScoring>
  readonly forward: Sourced<ForwardScoring>
  readonly reverse: Sourced<ReverseScoring>
  readonly equal: Sourced<EqualScoring>
  readonly qualitativeBands: Sourced<readonly QualitativeBand[]>
  /** Bands for satisfaction by the percentage reached; `undefined` or an empty list: proportional. */
  readonly satisfactionBands: Sourced<readonly { readonly from: Decimal; readonly share: Decimal }[]> | undefined
  readonly grades: Sourced<readonly GradeBand[]>
  /** Actual ÷ target from which an explanation is due: 1.2 or 1.3. */
  readonly overTargetRatio: Sourced<Decimal>
  /** Actual ÷ target from which the target was plainly too low (warning even with a reason): 1.5. */
  readonly targetTooLowRatio: Sourced<Decimal> | undefined
  /** Points off for an over-plan indicator, where the pack says so. */
  readonly overTargetDeduction: Sourced<{ readonly ratio: Decimal; readonly points: Decimal }> | undefined
  /** Execution rate below which a separate reason is due. */
  readonly lowExecutionRate: Sourced<Decimal>
  /** Caps of the total by execution rate, highest first; empty when the pack has none. */
  readonly totalCaps: Sourced<readonly { readonly below: Decimal; readonly cap: Decimal }[]> | undefined
  /** Largest admissible share of one leaf in the form. */
  readonly maxLeafWeight: Sourced<Decimal> | undefined
  readonly scoreDecimals: Sourced<number>
  /** `initial` or `full-year`: what the execution rate divides by. */
  readonly rateBase: Sourced<'initial' | 'full-year'>
  readonly requiredLevel1: Sourced<readonly string[]>
  /** Level-2 names that belong under each level-1 name. */
  readonly level2Of: Sourced<Readonly<Record<string, readonly string[]>>>
  readonly isAdjustmentReasonRequired: Sourced<boolean> | undefined
  /** Longest admissible texts by field, in characters (Sichuan prints 100 and 200). */
  readonly textLimits: Sourced<Readonly<Record<string, number>>> | undefined
  /** Actual from which an explanation is due although the target is 0 (Guangxi: 30). */
  readonly overTargetWhenZero?: Sourced<Decimal> | undefined
  /** How the ends of the cap ranges are read; a rate exactly on an end is an interpretation and is reported as one. */
  readonly totalCapEnds?: Sourced<'half-open' | 'closed'> | undefined
  /** False for the transfer form, which carries no scores at all. */
  readonly isScored?: Sourced<boolean> | undefined
  /** Unit of the amounts when the form states none. */
  readonly amountUnit?: Sourced<'元' | '万元' | '亿元'> | undefined
  /** `fraction`: the rate is printed as 0.64, not as 64 %. */
  readonly rateNotation?: Sourced<'percent' | 'fraction'> | undefined
  /** `printed-rate`: the execution score is weight × the rate as printed (Shenzhen: 0.64 → 6.40), not × the exact quotient. */
  readonly executionScoreBase?: Sourced<'exact' | 'printed-rate'> | undefined
  /** Least points of outputs and benefits together in an evaluation that is no self-evaluation. */
  readonly evaluationOutputShare?: Sourced<Decimal> | undefined
  /** Months that a monitoring form counts from January. */
  readonly monitoringMonths?: Sourced<readonly number[]> | undefined
  /** Shares of the expected progress below which a light is red or yellow, and above which it is blue. */
  readonly monitoringLights?: Sourced<MonitoringLights> | undefined
  /** Share of the budget that may stay unspent at the end of the year. */
  readonly unspentShare?: Sourced<Decimal> | undefined
  /** By how much of the goals' progress the money may be ahead of it. */
  readonly moneyAheadShare?: Sourced<Decimal> | undefined
  /** Points of the indicators under one goal, where goals carry shares (Tianjin). */
  readonly goalLeafWeight?: Sourced<Decimal> | undefined
}
