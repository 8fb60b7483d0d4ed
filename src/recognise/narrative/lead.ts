/**
 * What stands in front of a number says what it is: 比上年减少 ‖ 24.54万元, 占收入合计的 ‖ 99.99%, 完成年初预算的 ‖ 89%.
 * The lead reaches from the number before to this one; its last clause names the subject.
 */
import type { BaseKind, Direction, Measure, Role, SubjectLevel } from '../../domain/narrative.ts'
import {
  ANY_CHANGE,
  BEHIND_BASE,
  baseKindOf,
  CLOSER,
  isNamedRate,
  measureAtEnd,
  OPENER,
  RATE_NAME,
  REASON_LEAD,
  RESTATED,
  STRONG_CHANGE,
  SUM_OPENER,
  signOf,
  withoutFillers,
  withoutLeads,
} from './lexicon.ts'
import type { FoundNumber } from './numbers.ts'

export interface Compared {
  readonly kind: BaseKind
  readonly phrase: string
  /** What stands in front of 比 or 与: the subject of the comparison, when it is said there. */
  readonly subject: string
}

/** 比上年预算, 比2020年预算 in a text of 2021: last year's figure, whatever it is called. */
export const isOfPast = ({ kind, phrase }: Compared, stated: number | undefined, year: number): boolean =>
  kind === 'last-year' || /上年|去年|上一年/.test(phrase) || (stated !== undefined && year > 0 && stated < year)

export interface Reading {
  readonly role: Role
  readonly measure: Measure
  /** Subject as the lead names it, cleaned; empty when it names none. */
  readonly name: string
  readonly level: SubjectLevel | undefined
  readonly direction: Direction | undefined
  /** The lead opens a comparison. */
  readonly compared: Compared | undefined
  /** Of a share: what it is a share of. Of a completion: of what. */
  readonly of: string
  /** Words in the lead that open a list of parts. */
  readonly opener: string
  /** Length of what is counted behind the number: 650名 ‖ 干部. */
  readonly objectLength: number
  /** The lead leaves brackets that were open, or ends the clause group by ；. */
  readonly lead: string
}

export interface Place {
  readonly key: string
  /** End of the last quantity: list numbers between it and the number do not end what opens a list. */
  readonly openFrom: number
  /** End of the number before, or beginning of the sentence. */
  readonly from: number
  readonly sentenceEnd: number
}

const BREAK = /[，；。！？]/
/** The last clause of the lead: back to a comma outside brackets, or to a bracket that is still open. */
export const lastClause = (printed: string): string => {
  // 部门决算公开（1.5分）: points in brackets of their own are those of the name in front.
  const lead = printed.length > 1 && printed.endsWith('(') ? printed.slice(0, -1) : printed
  let depth = 0
  for (let i = lead.length - 1; i >= 0; i--) {
    const character = lead[i]!
    if (character === ')') depth += 1
    else if (character === '(') {
      if (depth === 0) return lead.slice(i + 1)
      depth -= 1
    } else if (depth === 0 && (BREAK.test(character) || (character === ':' && i < lead.length - 1)))
      return lead.slice(i + 1)
  }
  return lead
}

const LEVEL = /\((类|款|项)\)/
const DESCRIBED = /^(.{2,30}?)(?:主要)?(?:包括|包含|含)[^()]*(?:等|支出|费用|费)/u

interface Named {
  readonly name: string
  readonly level: SubjectLevel | undefined
}

/** Subject out of the words in front of a measure: quotes, year and connectives off, level (类) noted. */
export const subjectOf = (text: string): Named => {
  const level = LEVEL.exec(text)?.[1] as SubjectLevel | undefined
  const clause = text.replace(REASON_LEAD, '')
  const described = DESCRIBED.exec(clause)
  const bare = (described ? described[1]! : clause)
    .replace(/\((?:类|款|项)\)/g, '')
    .replace(/[“”"]/g, '')
    .replace(/\([^()]*$/, '')
    .replace(/^.*\)(?=[^境费护套室级处科].{3,})/, (head) => (/\(/.test(head) ? head : ''))
  const name = withoutLeads(withoutFillers(bare)).replace(TRAILING_YEAR, '').replace(BOUND_BEFORE, '')
  return { name: name.replace(/的$/, ''), level }
}
const TRAILING_YEAR = /(?:19|20)\d{2}年?度?$/u
/** 50万元 ‖ 以上的通用设备: left of the bound before. */
const BOUND_BEFORE = /^以[上下内]的?/u

const none = { direction: undefined, compared: undefined, of: '', level: undefined, name: '', objectLength: 0 } as const

const SHARE = /占(?!地|用|有|比率)(.*?)(?:(?:的)?(?:比重|比例|百分比|份额)|的|比)?(?:为|是|达|约|达到|:)*$/u
const SHARE_WORD = /占比(?:为|是|达|约|:)*$/u
const COMPLETION =
  /(?:完成|达到|达|占|为)(?:了)?((?:[^，。；]*?)(?:预算|计划|任务|目标)(?:数|额|安排|指标)?)的?(?:约)?$/u

const OPENERS = new RegExp(OPENER, 'gu')
/** The comparison that a text opens: 比2019年度决算数, 与上年…相比，, 同比. */
export const comparedIn = (text: string): Compared | undefined => {
  if (!OPENER.test(text)) return undefined
  const openers = [...text.matchAll(OPENERS)]
  for (const match of openers.reverse()) {
    const phrase = text.slice(match.index + match[0].length)
    const kind = match[0] === '同比' ? 'last-year' : baseKindOf(phrase)
    if (kind !== '' && !/[。；]/.test(phrase)) {
      const before = lastClause(text.slice(0, match.index))
      return { kind, phrase, subject: subjectOf(withoutMeasure(before)).name }
    }
  }
  return undefined
}

const withoutMeasure = (text: string): string => {
  const bare = withoutFillers(text)
  const [word] = measureAtEnd(bare)
  return word === '' ? bare : bare.slice(0, -word.length)
}

const openerIn = (lead: string): string => {
  let opener = ''
  for (const match of lead.matchAll(SUM_OPENER)) opener = match[0]
  return opener
}

const readPercent = (
  clause: string,
  lead: string,
  number: FoundNumber,
  key: string,
): Omit<Reading, 'lead' | 'opener'> => {
  const completion = /占/.test(clause) ? null : COMPLETION.exec(clause)
  const change = isNamedRate(withoutFillers(clause)) ? null : ANY_CHANGE.exec(clause)
  // 超出 ‖ 10% ‖ 的，每超一个百分点扣…: the threshold of a rule.
  if (change && /^的[，、；]/.test(key.slice(number.end, number.end + 2)))
    return { ...none, role: 'bound', measure: '', name: subjectOf(clause.slice(0, change.index)).name }
  if (change) {
    const word = change[1]!
    const subject = subjectOf(withoutMeasure(clause.slice(0, change.index).replace(/.*(?:比|较|与|同比).*/u, '')))
    return {
      ...none,
      role: 'change-rate',
      measure: '',
      name: subject.name,
      direction: { word, sign: signOf(word) },
      compared: comparedIn(lead.slice(0, lead.length - clause.length + change.index)),
    }
  }
  if (SHARE_WORD.test(clause))
    return { ...none, role: 'share', measure: '', name: subjectOf(clause.replace(SHARE_WORD, '')).name }
  const share = SHARE.exec(clause)
  if (share)
    return {
      ...none,
      role: 'share',
      measure: '',
      name: subjectOf(clause.slice(0, share.index)).name,
      of: subjectOf(share[1]!).name,
    }
  if (completion)
    return {
      ...none,
      role: 'completion',
      measure: '',
      name: subjectOf(clause.slice(0, completion.index)).name,
      of: completion[1]!,
    }
  const bare = withoutFillers(clause)
  const { name } = subjectOf(bare)
  if (/的$/.test(clause) && !RATE_NAME.test(bare)) return { ...none, role: 'share', measure: '', name, of: name }
  // 90% ‖ ≤满意度: the bound stands in front of what it bounds.
  const bounded = name === '' ? /^[≤＜<]([\u4e00-\u9fff]{2,12})/u.exec(key.slice(number.end, number.end + 14)) : null
  if (bounded) return { ...none, role: 'bound', measure: '', name: bounded[1]! }
  // 80%以上 ‖ 帮扶资金 ‖ 投向…: what it is a share of stands behind.
  const behind = name === '' ? counted(key, number.end + (/^以[上下]/.test(key.slice(number.end)) ? 2 : 0)) : ''
  return { ...none, role: number.isBound && name !== '' ? 'bound' : 'rate', measure: '', name: name + behind }
}

const BEFORE_BASE = /[^，。；]*$/u

/** Is the number what the sentence compares with? 比年初预算数 ‖ 28.8万元 ‖ 减少. */
const baseOf = (clause: string, number: FoundNumber, { key, sentenceEnd }: Place): Compared | undefined => {
  if (!OPENER.test(clause) || ANY_CHANGE.test(clause)) return undefined
  const compared = comparedIn(clause)
  if (!compared || !BEFORE_BASE.test(clause)) return undefined
  const behind = key.slice(number.end, Math.min(sentenceEnd, number.end + 120))
  return BEHIND_BASE.test(behind) || CLOSER.test(behind) ? compared : undefined
}

const readChange = (
  clause: string,
  lead: string,
  isCompared: boolean,
): Omit<Reading, 'lead' | 'opener'> | undefined => {
  const compared = comparedIn(lead)
  const change = (isCompared || compared ? ANY_CHANGE : STRONG_CHANGE).exec(clause)
  if (!change) return undefined
  const word = change[1]!
  const before = clause.slice(0, change.index)
  const own = compared && OPENER.test(before) ? '' : subjectOf(withoutMeasure(before)).name
  return {
    ...none,
    role: 'change',
    measure: '',
    name: /^(?:有所|略有|分别|均|总体|相应)?$/.test(own) ? '' : own,
    direction: { word, sign: signOf(word) },
    compared,
  }
}

/** What is counted stands behind the number: 选派 ‖ 650名 ‖ 干部到…. */
const COUNTED =
  /^[\u4e00-\u9fff][\u4e00-\u9fff“”]?(?:(?!到|赴|在|与|对|为|向|的|实现|开展|进行|获|被)[\u4e00-\u9fff“”]){0,10}/u
const NO_OBJECT = /^(?:以[上下内]|左右|[增减下上]|[，。；、:)(”]|的|为|和|及|与|等)/u
/** 9省, 54县: the unit itself is what is counted. */
const PLACE_UNIT = /^(?:省|市|县|区|镇|乡|村|国)/u
const counted = (key: string, end: number): string => {
  const behind = key.slice(end, end + 14)
  if (NO_OBJECT.test(behind)) return ''
  const object = COUNTED.exec(behind)?.[0] ?? ''
  return /^[近约共]?$/.test(object) ? '' : object.replace(/[和与及到对等]+$/u, '')
}

/** 决算支出 names the side beside the figure: 一般公共预算财政拨款决算支出 is of 一般公共预算财政拨款支出. */
const sideOf = (word: string): string => {
  const side = /支出|收入/.exec(word)?.[0] ?? ''
  return side !== '' && /决算/.test(word) ? side + (word.endsWith('合计') ? '合计' : '') : ''
}

/** 其中 ‖ 9.81万元 ‖ 为年初结转和结余. */
const namedBehind = (key: string, end: number): string => {
  const behind = /^(?:为|是|用于)([\u4e00-\u9fff“”()]{2,16})(?=[，。；)])/u.exec(key.slice(end, end + 22))
  return behind ? subjectOf(behind[1]!).name : ''
}

/** 7个 ‖ 省区、89个…: what is counted ends there; 4天 ‖ 意向销售金额 ‖ 达到… goes on to the next number. */
const isClosed = (key: string, at: number): boolean => /^[、，；。)]/.test(key.slice(at, at + 1))

/** Mark of an amount that is the whole of the percentage behind it: 占预算总额 ‖ 246,364.09万元 ‖ 的49.85%. */
export const WHOLE = '整体'
/** Mark of an amount that the percentage behind it is the completion of: 完成全年预算 ‖ 15.00万元 ‖ 的82.40%. */
export const PLANNED = '预算'
const PLANNED_LEAD = /完成(?:了)?(?:全年|年初|年度|调整后?|本年|当年)?(?:财政拨款|支出)?预算(?:数|额|安排)?(?:为|的)?$/u

const readValue = (clause: string, number: FoundNumber, { key }: Place): Omit<Reading, 'lead' | 'opener'> => {
  const bare = withoutFillers(clause)
  const [word, measure] = number.kind === 'amount' ? measureAtEnd(bare) : (['', ''] as const)
  const prefix = word === '' ? clause : bare.slice(0, -word.length)
  const alone = subjectOf(prefix)
  const { name: named, level } = alone.name === '' ? alone : subjectOf(prefix + sideOf(word))
  const object = number.kind === 'count' && !PLACE_UNIT.test(number.unit) ? counted(key, number.end) : ''
  if (word === '' && object === '' && RESTATED.test(clause.replace(/[为是:]$/, '')))
    return { ...none, role: 'restated', measure }
  const role = number.isBound || number.range ? 'bound' : 'value'
  const name = named === '' && number.kind === 'amount' ? namedBehind(key, number.end) : named
  const own = number.range === 'high' ? '' : name + object
  const isOfNext = /^\)?的\d/.test(key.slice(number.end, number.end + 3))
  const of = !isOfNext ? '' : /占/.test(clause) ? WHOLE : PLANNED_LEAD.test(clause) ? PLANNED : ''
  return {
    ...none,
    role,
    measure,
    name: own,
    level,
    of,
    objectLength: isClosed(key, number.end + object.length) ? object.length : 0,
  }
}

/** What stands further in front of a number does not say what it is; several patterns look back over the whole lead. */
const LONGEST_LEAD = 400

/** `isCompared`: the sentence has opened a comparison already, so that weak words of change count too. */
export const readLead = (number: FoundNumber, place: Place, isCompared: boolean): Reading => {
  const earliest = number.start - LONGEST_LEAD
  const lead = place.key.slice(Math.max(place.from, earliest), number.start)
  const opener = openerIn(place.key.slice(Math.max(place.openFrom, earliest), number.start))
  const clause = lastClause(lead)
  const done = (reading: Omit<Reading, 'lead' | 'opener'>): Reading => ({ ...reading, lead, opener })
  if (number.kind === 'percent' && number.range !== 'high') return done(readPercent(clause, lead, number, place.key))
  if (number.kind === 'bare') {
    const share = /占/.test(clause) ? readPercent(clause, lead, number, place.key) : undefined
    if (share?.role === 'share') return done(share)
  }
  if (number.kind === 'percent-points') {
    const change = ANY_CHANGE.exec(clause)
    const direction = change ? { word: change[1]!, sign: signOf(change[1]!) } : undefined
    return done({ ...none, role: 'change', measure: '', direction, compared: comparedIn(lead) })
  }
  const base = baseOf(clause, number, place)
  if (base) {
    const measure = base.kind === 'last-year' || base.kind === '' ? 'final' : base.kind
    return done({ ...none, role: 'base', measure, name: base.subject, compared: base })
  }
  const change = number.range ? undefined : readChange(clause, lead, isCompared)
  return done(change ?? readValue(clause, number, place))
}
