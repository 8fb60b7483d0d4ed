/** What a paragraph has said so far: the subjects with their figures, the comparison that is open, the lists of parts. */
import type { BaseKind, Measure, Subject } from '../../domain/narrative.ts'

export interface Frame {
  readonly subject: Subject
  /** Statement of each figure that was named; `''` for a figure without a measure word. */
  readonly values: Map<Measure, number>
  /** Kind of its numbers: money is compared with money. */
  last: number | undefined
}

export interface OpenComparison {
  readonly frame: Frame | undefined
  readonly baseKind: BaseKind
  readonly baseYear: number
  readonly subject: Subject
  base: number | undefined
  change: number | undefined
  rate: number | undefined
  level: { readonly word: string; readonly strength: 'exact' | 'about' } | undefined
  reasonSign: 1 | -1 | undefined
  reason: string
  readonly paragraph: number
  readonly start: number
  end: number
}

export interface OpenSum {
  readonly total: number
  readonly opener: string
  readonly parts: number[]
  /** Opened inside brackets, and ends with them. */
  readonly isInBrackets: boolean
}

const ENDS = /(?:支出|费用|经费|费|合计|总计|总额|总数|金额|数额|数|情况|收入)+$/u
const NOISE = /[“”"'\s]|^(?:本年度?|全年|年度|当年)/gu

/** Name of a subject without what texts add or leave out: quotes, 本年, 支出, 合计. */
export const subjectKey = (name: string): string => {
  const bare = name.replace(NOISE, '')
  const stem = bare.replace(ENDS, '')
  return stem === '' ? bare : stem
}

export const isSameSubject = (a: string, b: string): boolean => {
  if (a === b) return true
  const [x, y] = [subjectKey(a), subjectKey(b)]
  return x === y || (x.length >= 2 && y.length >= 2 && (x.endsWith(y) || y.endsWith(x)))
}

/** The figure that a change or a rate is of: 决算数 before 执行数 before a figure without a name. */
export const figureOf = (frame: Frame | undefined): number | undefined =>
  frame && (frame.values.get('final') ?? frame.values.get('executed') ?? frame.values.get(''))

/** The budget that a completion is of. */
export const budgetOf = (frame: Frame | undefined, of: string): number | undefined => {
  if (!frame) return undefined
  const { values } = frame
  if (/年初/.test(of)) return values.get('initial-budget')
  if (/全年|调整/.test(of)) return values.get('annual-budget') ?? values.get('budget')
  const named = [values.get('annual-budget'), values.get('initial-budget'), values.get('budget')].filter(
    (one) => one !== undefined,
  )
  return named[0]
}
