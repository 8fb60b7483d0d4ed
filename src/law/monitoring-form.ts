/** Labels of the monitoring form. Data: law/forms/monitoring.yaml. */
import {
  CAUSE_CLASSES,
  type CauseClass,
  LIKELIHOODS,
  type Likelihood,
  MONITORED_COLUMNS,
  MONITORED_FUND_COLUMNS,
  MONITORING_FIELDS,
  type MonitoredColumn,
  type MonitoredFundColumn,
  type MonitoringField,
} from '../domain/monitoring.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import type { Labels } from './forms.ts'
import { labelsFor, patterns } from './goal-form.ts'
import { child, listOf, need, onlyKeys, placed, text } from './read-node.ts'

export type MonitoredLevel = 'level1' | 'level2' | 'level3'
export const MONITORED_LEVELS = ['level1', 'level2', 'level3'] as const

export interface MonitoringLayout {
  readonly title: string
  readonly titles: readonly RegExp[]
  readonly otherTitles: readonly RegExp[]
  readonly head: Readonly<Record<MonitoringField, Labels>>
  /** Labels of the day or period that the form counts to. */
  readonly cut: Labels
  readonly fundBlock: Labels
  readonly funds: Readonly<Record<MonitoredFundColumn, Labels>>
  readonly goalBlock: Labels
  readonly columns: Readonly<Record<MonitoredLevel | MonitoredColumn, Labels>>
  readonly causes: Readonly<Record<CauseClass, Labels>>
  readonly likelihoods: Readonly<Record<Likelihood, Labels>>
}

/** Throws AppError INVALID_LAW with file and path when the data does not fit. */
export const readMonitoringLayout = (file: string, node: LawNode): MonitoringLayout => {
  const at = placed(file, node)
  onlyKeys(at, ['id', 'title', 'titles', 'otherTitles', 'head', 'cut', 'funds', 'goals', 'indicators'])
  const funds = child(at, 'funds')
  onlyKeys(funds, ['block', 'columns'])
  const indicators = child(at, 'indicators')
  onlyKeys(indicators, ['columns', 'causes', 'likelihoods'])
  return {
    title: need(at, 'title', text),
    titles: need(at, 'titles', patterns),
    otherTitles: need(at, 'otherTitles', patterns),
    head: need(at, 'head', labelsFor(MONITORING_FIELDS)),
    cut: need(at, 'cut', listOf(text)),
    fundBlock: need(funds, 'block', listOf(text)),
    funds: need(funds, 'columns', labelsFor(MONITORED_FUND_COLUMNS)),
    goalBlock: need(child(at, 'goals'), 'block', listOf(text)),
    columns: need(indicators, 'columns', labelsFor([...MONITORED_LEVELS, ...MONITORED_COLUMNS])),
    causes: need(indicators, 'causes', labelsFor(CAUSE_CLASSES)),
    likelihoods: need(indicators, 'likelihoods', labelsFor(LIKELIHOODS)),
  }
}

const FILE = 'forms/monitoring'
let layout: MonitoringLayout | undefined

export const monitoringLayout = (): MonitoringLayout => (layout ??= readMonitoringLayout(FILE, compiledLaw[FILE] ?? {}))
