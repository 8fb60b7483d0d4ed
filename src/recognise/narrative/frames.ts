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

/** One that has nothing yet but what it compares. */
export const newComparison = (
  frame: Frame | undefined,
  baseKind: BaseKind,
  baseYear: number,
  subject: Subject,
  paragraph: number,
  start: number,
): OpenComparison => ({
  frame,
  baseKind,
  baseYear,
  subject,
  base: undefined,
  change: undefined,
  rate: undefined,
  level: undefined,
  reasonSign: undefined,
  reason: '',
  paragraph,
  start,
  end: start,
})

export interface OpenSum {
  readonly total: number
  readonly opener: string
  readonly parts: number[]
  /** Opened inside brackets, and ends with them. */
  readonly isInBrackets: boolean
}

const ENDS = /(?:支出|决算|费用|经费|费|合计|总计|总额|总数|金额|数额|数|情况|收入)+$/u
const NOISE = /[“”"'\s]|^(?:本年度?|全年|年度|当年)/gu

/** Name of a subject without what texts add or leave out: quotes, 本年, 支出, 合计. */
export const subjectKey = (name: string): string => {
  // “三公”经费财政拨款支出 and “三公”经费支出决算 are one sum: no other money pays for it in these texts.
  const bare = name.replace(NOISE, '').replace('三公经费财政拨款', '三公经费')
  const stem = bare.replace(ENDS, '')
  // 支出合计 and 本年支出 are one; 支出总计 has what is left over in it as well.
  return stem === '' ? bare.replace(/(?:合计|金额|数)$/u, '') : stem
}

/** 货物采购授予中小企业合同金额 is no 授予中小企业合同金额: what stands in front tells one part from the whole. */
const TELLS_APART = /货物|工程|服务|小微|微型|国内|国外|境外|外宾|外事|人均|车均|户均|平均|每/

const isLongerName = (long: string, short: string): boolean =>
  short.length >= 2 && long.endsWith(short) && !TELLS_APART.test(long.slice(0, long.length - short.length))

/** 收入 or 支出 at the end of a name; empty when it names neither or both. */
const sideOf = (name: string): string => {
  const bare = name.replace(/收(?:入)?[、和与及]?支(?:出)?/gu, '')
  return /(收入|支出)(?:合计|总计|总额|预算|决算|数|情况)*$/u.exec(bare)?.[1] ?? ''
}

const areOtherSides = (a: string, b: string): boolean => {
  const [x, y] = [sideOf(a), sideOf(b)]
  return x !== '' && y !== '' && x !== y
}

export const isSameSubject = (a: string, b: string): boolean => {
  if (a === b) return true
  if (areOtherSides(a, b)) return false
  const [x, y] = [subjectKey(a), subjectKey(b)]
  if (x === y || isLongerName(x, y) || isLongerName(y, x)) return true
  const [whole, other] = [a.replace(NOISE, ''), b.replace(NOISE, '')]
  return isLongerName(whole, other) || isLongerName(other, whole)
}

/** 收、支总计: said of both sides at once, which are the same amount. */
export const isJoint = (name: string): boolean =>
  /收(?:入)?[、和与及]?支(?:出)?(?:决算)?(?:总计|合计|总额|总数|总量)/u.test(name)

/** 人均117.74元, 平均每辆2.60万元: a quotient, and no part of the amount before it. */
export const isAverage = (name: string): boolean => /^(?:[人车户次台辆亩日月年]|批次)均|^平均|^每/.test(name)

/** The figure that a change or a rate is of: 决算数 before 执行数 before a figure without a name. */
export const figureOf = (frame: Frame | undefined): number | undefined =>
  frame && (frame.values.get('final') ?? frame.values.get('executed') ?? frame.values.get(''))

/** The budget that a completion is of. */
export const budgetOf = (frame: Frame | undefined, of: string): number | undefined => {
  if (!frame) return undefined
  const { values } = frame
  if (/年初|^initial-budget$/.test(of)) return values.get('initial-budget')
  if (/全年|调整|^annual-budget$/.test(of)) return values.get('annual-budget') ?? values.get('budget')
  const named = [values.get('annual-budget'), values.get('initial-budget'), values.get('budget')].filter(
    (one) => one !== undefined,
  )
  return named[0]
}
