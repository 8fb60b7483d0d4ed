/** What a monitoring form says of the year's chance: one of three boxes, or a word in one column. */
import { LIKELIHOODS, type Likelihood } from '../../domain/monitoring.ts'
import { monitoringLayout } from '../../law/monitoring-form.ts'
import { type MonitoredRow, printedIn, tickedOf } from './monitored.ts'

export interface StatedLikelihood {
  /** Whether the form asks at all. */
  readonly isAsked: boolean
  readonly stated: readonly Likelihood[]
  /** A word that names none of the three. */
  readonly unknown: string
}

export const LIKELIHOOD_NAMES: Readonly<Record<Likelihood, string>> = {
  certain: '确定能',
  possible: '有可能',
  impossible: '完全不可能',
}

const wordOf = (text: string): Likelihood | undefined => {
  const bare = text.replace(/[\s√✓✔☑■。.，,]+/gu, '')
  const { likelihoods } = monitoringLayout()
  // 完全不可能 first: it holds 可能.
  return (['impossible', 'possible', 'certain'] as const).find((key) => likelihoods[key].includes(bare))
}

export const likelihoodOf = (row: MonitoredRow): StatedLikelihood => {
  const { likelihoods } = row.indicator
  const boxes = LIKELIHOODS.filter((key) => likelihoods[key] !== undefined)
  if (boxes.length > 0) return { isAsked: true, stated: tickedOf(likelihoods, boxes), unknown: '' }
  if (!row.indicator.cells.likelihood) return { isAsked: false, stated: [], unknown: '' }
  const printed = printedIn(row, 'likelihood')
  const word = printed === '' ? undefined : wordOf(printed)
  return { isAsked: true, stated: word ? [word] : [], unknown: word ? '' : printed }
}

/** Where the answer stands: the box that is ticked, the first box, or the column. */
export const likelihoodField = (row: MonitoredRow, { stated }: StatedLikelihood): string => {
  const index = row.facts.index
  const box = stated[0] ?? LIKELIHOODS.find((key) => row.indicator.likelihoods[key] !== undefined)
  return box && row.indicator.likelihoods[box]
    ? `indicators[${index}].likelihoods.${box}`
    : `indicators[${index}].likelihood`
}
