/** Turns a token and the text around it into a quantity: operator, rate and relation are cut out of the text before it. */
import { resolveSpan } from '../date.ts'
import type { DateQuantity, NumberQuantity, Operator, RangeQuantity } from '../quantity.ts'
import { unitLengthAt } from '../units.ts'
import type { DateToken } from './date-token.ts'
import { operatorAtEnd, operatorBeforeVerb, type SplitOperator } from './operators.ts'
import type { AmountToken, Token } from './scan.ts'
import { perLengthAt } from './suffix.ts'

export type Part = NumberQuantity | RangeQuantity | DateQuantity

/** What the text before a token says, and what is left of it. */
interface Lead {
  readonly operator: Operator | undefined
  readonly isWeak: boolean
  readonly per: string
  readonly isMoney: boolean
  readonly rest: string
}

/** `每个工作日实际提供` → per 每个工作日, rest 实际提供. The last one before the number counts. */
const splitRate = (text: string): { per: string; rest: string } => {
  for (let at = text.length - 1; at >= 0; at--) {
    if (!'每双日月年人户周季次村家'.includes(text[at]!)) continue
    const length = perLengthAt(text, at)
    if (length === 0) continue
    const end = at + length
    // 每人每天: two rates in a row
    for (let first = at - 2; first >= Math.max(0, at - 4); first--)
      if (text[first] === '每' && perLengthAt(text, first) === at - first) at = first
    return { per: text.slice(at, end), rest: text.slice(0, at) + text.slice(end) }
  }
  return { per: '', rest: text }
}

const CLAUSE = /[，,。；;]/

const NO_LEAD: Lead = { operator: undefined, isWeak: false, per: '', isMoney: false, rest: '' }

const splitLead = (text: string): Lead => {
  if (text === '') return NO_LEAD
  if (text.length === 1) {
    const { operator, isWeak, rest } = operatorAtEnd(text)
    if (operator) return { operator, isWeak, per: '', isMoney: false, rest }
  }
  const money = /(?:人民币|[¥￥])$/.exec(text)
  const bare = money ? text.slice(0, money.index) : text
  let clauseAt = bare.length
  while (clauseAt > 0 && !CLAUSE.test(bare[clauseAt - 1]!)) clauseAt--
  let split: SplitOperator = operatorAtEnd(bare.slice(clauseAt))
  const rate = splitRate(split.rest)
  if (split.operator === undefined) split = operatorAtEnd(rate.rest)
  else split = { ...split, rest: rate.rest }
  if (split.operator === undefined) split = operatorBeforeVerb(split.rest) ?? split
  return {
    operator: split.operator,
    isWeak: split.isWeak,
    per: rate.per,
    isMoney: money !== null,
    rest: bare.slice(0, clauseAt) + split.rest,
  }
}

const BELOW: ReadonlySet<Operator> = new Set(['≤', '<'])
const ABOVE: ReadonlySet<Operator> = new Set(['≥', '>'])

/** The operator of words on both sides; `undefined` when they contradict each other. */
const agreed = (lead: Lead, behind: Operator | undefined): Operator | undefined | 'contradiction' => {
  if (lead.operator === undefined || behind === undefined) return lead.operator ?? behind
  if (lead.isWeak || behind === lead.operator || lead.operator === '≈') return behind
  if (behind === '≈') return lead.operator
  const isSameSide = (BELOW.has(lead.operator) && BELOW.has(behind)) || (ABOVE.has(lead.operator) && ABOVE.has(behind))
  return isSameSide ? lead.operator : 'contradiction'
}

const EDGE = new Set('，,、；;。:|｜\\/ .')

/** Separators and stops at the edges say nothing; brackets stay. */
export const trimmed = (text: string): string =>
  text === '' || (!EDGE.has(text[0]!) && !EDGE.has(text.at(-1)!))
    ? text
    : text.replace(/^[，,、；;。:|｜\\/\s]+|(?<![，,、；;。:|｜\\/\s.])[，,、；;。:|｜\\/\s.]+$/g, '')

const unitOf = (token: AmountToken, lead: Lead): string =>
  token.suffix.unit || (lead.isMoney && !token.suffix.isPercent ? '元' : '')

/** `undefined` when operators contradict each other (不低于60天以内): then the text stays words. */
const numberPart = (token: AmountToken, before: string, after: string): NumberQuantity | RangeQuantity | undefined => {
  const lead = splitLead(before)
  const { suffix } = token
  const common = {
    power: suffix.power,
    unit: unitOf(token, lead),
    isPercent: suffix.isPercent,
    per: lead.per || suffix.per,
  }
  const isBracketed = lead.rest === '(' && after === ')'
  const texts = isBracketed ? { before: '', after: '' } : { before: trimmed(lead.rest), after: trimmed(after) }
  if (token.high) return { kind: 'range', low: token.value, high: token.high, ...common, ...texts }
  const operator = agreed(lead, suffix.operator ?? (suffix.isMore ? '>' : undefined))
  return operator === 'contradiction'
    ? undefined
    : { kind: 'number', operator, value: token.value, ...common, ...texts }
}

const BY_BEFORE = /(?:截[至止][到于]?|不[晚迟]于|最[晚迟]|[≤<])$/
const FROM_BEFORE = /[自从]$/

const relationOf = (token: DateToken, before: string, after: string): DateQuantity['relation'] => {
  // (10月17日)前夕: the relation may stand behind a closing bracket
  if ((before !== '' && BY_BEFORE.test(before)) || after.startsWith(')前')) return 'by'
  return token.relation ?? (FROM_BEFORE.test(before) ? 'from' : 'in')
}

const datePart = (token: DateToken, before: string, after: string): DateQuantity => {
  const { span } = token.date
  const isYearImplied = span.fromYear === undefined && span.toYear === undefined
  return {
    kind: 'date',
    relation: relationOf(token, before, after),
    span,
    period: isYearImplied ? undefined : resolveSpan(span, 0),
    isYearImplied,
    before: before === '' ? '' : trimmed(before.replace(BY_BEFORE, '').replace(/[自从于在]$/, '')),
    after: trimmed(after),
  }
}

export const partOf = (token: Token, before: string, after: string): Part | undefined =>
  token.kind === 'date' ? datePart(token, before, after) : numberPart(token, before, after)

const REPEATS = new Set(['次', '回', '期', '轮', '遍', '版', '场', '版次', '份', '篇'])
const TIMES = new Set(['年', '月', '个月', '周', '天', '日', '季度', '小时', '个小时', '工作日', '个工作日'])

/** `2周更新1次`: a length of time, a verb, a count of repeats. The first number is the rate of the second. */
export const isRateOf = (first: Token, second: Token, between: string): boolean =>
  first.kind === 'amount' &&
  second.kind === 'amount' &&
  first.high === undefined &&
  first.suffix.operator === undefined &&
  TIMES.has(first.suffix.unit) &&
  REPEATS.has(second.suffix.unit) &&
  between.length <= 4 &&
  /^[\u4E00-\u9FFF]*$/.test(between) &&
  unitLengthAt(between, 0) === 0
