/** Every parameter of a self-evaluation pack: how its value is read. The compiler asks for one entry per parameter. */
import type { Decimal } from '../kernel/decimal.ts'
import {
  decimal,
  integer,
  invalidLaw,
  listOf,
  mapOf,
  maybe,
  need,
  oneOf,
  onlyKeys,
  type Read,
  text,
  yesNo,
} from './read-node.ts'
import type {
  ExecutionScoring,
  ForwardScoring,
  GradeBand,
  LevelWeights,
  MonitoringLights,
  QualitativeBand,
  SelfEvaluationRules,
  Sourced,
} from './self-evaluation-rules.ts'

export type ParameterName = Exclude<keyof SelfEvaluationRules, 'pack' | 'packTitle' | 'on'>
export type ParameterValue<K extends ParameterName> =
  NonNullable<SelfEvaluationRules[K]> extends Sourced<infer T> ? T : never

export interface ParameterSpec<T> {
  readonly read: Read<T>
  /** Every pack must give a value on every day it covers. */
  readonly isRequired: boolean
}

type Share = { readonly from: Decimal; readonly share: Decimal }

const share: Read<Share> = (at) => {
  onlyKeys(at, ['from', 'share'])
  return { from: need(at, 'from', decimal), share: need(at, 'share', decimal) }
}

/** Bands must fall from the top and end at 0, so that every rate has exactly one. */
const shares: Read<readonly Share[]> = (at) => {
  const bands = listOf(share)(at)
  bands.forEach((band, i) => {
    const above = bands[i - 1]
    if (above && above.from.compare(band.from) <= 0) invalidLaw(at, '各档应从高到低排列')
  })
  if (bands.length > 0 && !bands.at(-1)!.from.isZero()) invalidLaw(at, '最低一档应从0开始')
  return bands
}

const levelWeights: Read<LevelWeights> = (at) => {
  onlyKeys(at, ['execution', 'groups'])
  return { execution: need(at, 'execution', decimal), groups: need(at, 'groups', mapOf(decimal)) }
}

const executionScoring: Read<ExecutionScoring> = (at) => {
  const method = need(at, 'method', oneOf(['proportional', 'bands']))
  onlyKeys(at, method === 'bands' ? ['method', 'bands'] : ['method'])
  return method === 'bands' ? { method, bands: need(at, 'bands', shares) } : { method }
}

const forward: Read<ForwardScoring> = (at) => {
  onlyKeys(at, ['method', 'passLine'])
  return { method: need(at, 'method', oneOf(['proportional'])), passLine: maybe(at, 'passLine', decimal) }
}

const qualitativeBand: Read<QualitativeBand> = (at) => {
  onlyKeys(at, ['level', 'low', 'high'])
  return {
    level: need(at, 'level', oneOf(['met', 'partly', 'not'])),
    low: need(at, 'low', decimal),
    high: need(at, 'high', decimal),
  }
}

/** Bands must touch: a share that belongs to no band or to two could not be judged. */
const qualitativeBands: Read<readonly QualitativeBand[]> = (at) => {
  const bands = listOf(qualitativeBand)(at)
  bands.forEach((band, i) => {
    const above = bands[i - 1]
    if (above && !above.low.equals(band.high)) invalidLaw(at, '相邻两档的界线不一致')
  })
  return bands
}

const grade: Read<GradeBand> = (at) => {
  onlyKeys(at, ['grade', 'from'])
  return { grade: need(at, 'grade', oneOf(['优', '良', '中', '差'])), from: need(at, 'from', decimal) }
}

const overTargetDeduction: Read<{ ratio: Decimal; points: Decimal }> = (at) => {
  onlyKeys(at, ['ratio', 'points'])
  return { ratio: need(at, 'ratio', decimal), points: need(at, 'points', decimal) }
}

const cap: Read<{ below: Decimal; cap: Decimal }> = (at) => {
  onlyKeys(at, ['below', 'cap'])
  return { below: need(at, 'below', decimal), cap: need(at, 'cap', decimal) }
}

const monitoringLights: Read<MonitoringLights> = (at) => {
  onlyKeys(at, ['red', 'yellow', 'blue'])
  return { red: need(at, 'red', decimal), yellow: need(at, 'yellow', decimal), blue: need(at, 'blue', decimal) }
}

const required = <T>(read: Read<T>): ParameterSpec<T> => ({ read, isRequired: true })
const optional = <T>(read: Read<T>): ParameterSpec<T> => ({ read, isRequired: false })

export const PARAMETERS: { readonly [K in ParameterName]-?: ParameterSpec<ParameterValue<K>> } = {
  levelWeights: optional(listOf(levelWeights)),
  executionWeight: required(decimal),
  totalWeight: required(decimal),
  executionScoring: required(executionScoring),
  forward: required(forward),
  reverse: required(oneOf(['inverse', 'linear', 'either'])),
  equal: required(oneOf(['all-or-nothing', 'proportional', 'at-least-full', 'either'])),
  qualitativeBands: required(qualitativeBands),
  satisfactionBands: optional(shares),
  grades: required(listOf(grade)),
  overTargetRatio: required(decimal),
  targetTooLowRatio: optional(decimal),
  overTargetDeduction: optional(overTargetDeduction),
  lowExecutionRate: required(decimal),
  totalCaps: optional(listOf(cap)),
  maxLeafWeight: optional(decimal),
  scoreDecimals: required(integer),
  rateBase: required(oneOf(['initial', 'full-year'])),
  requiredLevel1: required(listOf(text)),
  level2Of: required(mapOf(listOf(text))),
  isAdjustmentReasonRequired: optional(yesNo),
  textLimits: optional(mapOf(integer)),
  overTargetWhenZero: optional(decimal),
  totalCapEnds: optional(oneOf(['half-open', 'closed'])),
  isScored: optional(yesNo),
  amountUnit: optional(oneOf(['元', '万元', '亿元'])),
  rateNotation: optional(oneOf(['percent', 'fraction'])),
  executionScoreBase: optional(oneOf(['exact', 'printed-rate'])),
  evaluationOutputShare: optional(decimal),
  monitoringMonths: optional(listOf(integer)),
  monitoringLights: optional(monitoringLights),
  unspentShare: optional(decimal),
  moneyAheadShare: optional(decimal),
  goalLeafWeight: optional(decimal),
}

export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[]
