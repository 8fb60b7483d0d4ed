/**
 * Every number of a paragraph with its kind: dates, document numbers, list numbers and names are numbers of nothing; what
 * is left is an amount, a percentage, points, a count with its unit, or bare.
 */
import type { NumberKind } from '../../domain/narrative.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { unitLengthAt, unitOf } from '../../kernel/units.ts'
import { narrativeWords } from '../../law/narrative.ts'

export interface FoundNumber {
  readonly kind: NumberKind
  readonly printed: string
  readonly value: Decimal
  readonly power: number
  readonly unit: string
  readonly isApproximate: boolean
  readonly isBound: boolean
  readonly start: number
  /** Behind number and unit. */
  readonly end: number
  /** First or second end of a range (95-100分): the other end shares its unit. */
  readonly range: 'low' | 'high' | undefined
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?/g
const ABOUT_BEHIND = /^[余多来几]/
const MAGNITUDES: Readonly<Record<string, number>> = { 百万: 6, 千万: 7, 十万: 5, 万: 4, 亿: 8, 千: 3, 百: 2 }
const MAGNITUDE = /^(?:百万|千万|十万|万亿|万|亿|千(?!克|米|瓦)|百)/
/** 台(套), 个(次), 辆(台): two units for one count. */
const DOUBLE_UNIT = /^([\u4e00-\u9fff]{1,2})\(([\u4e00-\u9fff]{1,2})\)/
const RANGE = /^[-—–―~至到]+(?:\d|≥|≤)/
const MONEY_WORD = /资金|金额|经费|支出|收入|预算|成本|款|投资|费用|采购额|产值|销售/

export interface Scan {
  readonly key: string
  /** Ranges inside 《…》. */
  readonly titles: readonly (readonly [number, number])[]
}

const titleRanges = (key: string): readonly (readonly [number, number])[] => {
  const ranges: [number, number][] = []
  let open = -1
  for (let i = 0; i < key.length; i++) {
    if (key[i] === '《') open = i
    else if (key[i] === '》' && open >= 0) {
      ranges.push([open, i])
      open = -1
    }
  }
  return ranges
}

interface Context {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly before: string
  readonly after: string
}

const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits)

/** Month and day stand in a date; 6个月 and 15日内 are durations. */
const isDate = ({ digits, before, after }: Context): boolean => {
  if (isYear(digits)) {
    if (/^年/.test(after) || /^(?:[-—–~至/.](?:19|20)?\d{2,4}(?:年|[-/.]\d|\)))/.test(after)) return true
    if (/^(?:[-/.]\d{1,2}[-/.]\d{1,2})/.test(after)) return true
    return /(?:19|20)\d{2}[-—–~至]$/.test(before) || /^(?:部门|单位|预算|决算|财年|学年)/.test(after)
  }
  if (!/^\d{1,2}$/.test(digits)) return false
  if (/^月(?:份|底|末|初|中|上旬|中旬|下旬)?/.test(after)) return true
  if (/^[-—–~至]\d{1,2}月/.test(after)) return true
  if (/^日/.test(after)) return /月$/.test(before) || /月\d{1,2}日?[-—–~至]$/.test(before)
  if (/^[-—–~至]\d{1,2}日/.test(after)) return /月$/.test(before)
  if (/(?:19|20)\d{2}[-/.](?:\d{1,2}[-/.])?$/.test(before)) return !/^[%万元分]/.test(after)
  return /^(?:时|:\d{2})/.test(after) || (/\d:$/.test(before) && digits.length === 2)
}

const REFERENCE_BEFORE = /(?:附件|附表|附图|表|图|注|公开|附录|编号|No\.?|代码|证书|文号|栏|第)$/
const isReference = ({ digits, before, after }: Context): boolean => {
  if (/[〔[【]$/.test(before) && /^[〕\]】]/.test(after)) return true
  if (/[〕\]】)]第?$/.test(before) && /^号/.test(after)) return true
  if (/\($/.test(before) && isYear(digits) && /^\)\d+号/.test(after)) return true
  if (/^号(?!线|楼|院|位)/.test(after) && /(?:字|函|发|文|令|公告)第?$/.test(before)) return true
  return REFERENCE_BEFORE.test(before) && !/第$/.test(before) && !/^[.\d]*(?:%|万|亿|元|个|人|家|项|分)/.test(after)
}

/** 208社会保障和就业支出（类）, 2130101行政运行: the code in front of a class, section or item. */
const isCode = ({ key, end, digits }: Context): boolean => {
  if (!/^[23]\d{2}(?:\d{2}){0,2}$/.test(digits)) return false
  const after = key.slice(end, end + 40)
  return (
    /^[\u4e00-\u9fff、()]{2,36}?\([类款项]\)/u.test(after) ||
    (digits.length === 7 && /^[\u4e00-\u9fff]{2}/u.test(after))
  )
}

const isOrdinal = ({ before, after }: Context): boolean =>
  /第$/.test(before) || /^(?:号线|号楼|号院|期工程|级(?:以上)?(?:科目)?|层楼|年级)/.test(after)

const CONTACT = /(?:电话|传真|热线|邮编|邮政编码|账号|帐号|手机|联系方式)[^，。；]{0,12}$/
const isContact = ({ digits, before, after }: Context): boolean =>
  (CONTACT.test(before) && digits.length >= 5 && !/^[万亿元人次]/.test(after)) ||
  (/(?:www\.|https?:|@)[\w./-]*$/.test(before) && true)

/** 6·30, 1+10, A4, 5G, “90后”: digits of a name. */
const isName = ({ before, after, digits }: Context): boolean =>
  /^[·+•]\d/.test(after) ||
  /\d[·+•]$/.test(before) ||
  /[A-Za-z][-—]?$/.test(before) ||
  (/^[A-Za-z]/.test(after) &&
    !/^(?:km|kg|cm|mm|m2|m²|m³|m(?![a-z])|h(?![a-z])|t(?![a-z])|kw|mw|gb|tb|mb|ha)/i.test(after)) ||
  /^后(?:[”"]|$|年轻|干部)/.test(after) ||
  (/\d\/$/.test(before) && /^7/.test(digits))

/** A list number inside the paragraph: 1.…；2.… or 。3、…. The first characters of a paragraph are looked at before. */
const isNumbering = ({ key, start, end, digits, before, after }: Context): boolean => {
  if (!/^\d{1,2}$/.test(digits)) return false
  const dot = /^(?:[、．]|\.(?:(?![\d%])|(?=(?:19|20)\d{2}年)))/.test(after)
  const atBreak = start === 0 || /[。；：:，！？、]$/.test(before)
  if (dot && atBreak) return true
  // Some texts forget the full stop in front of the next item.
  if (dot && after[0] !== '、' && /[\u4e00-\u9fff》)]$/.test(before) && key[end] === '.') return true
  return /[(（]$/.test(before) && /^\)/.test(after) && (start === 1 || /[。；：:，\u4e00-\u9fff]\($/.test(before))
}

const kindOf = (context: Context): NumberKind | undefined => {
  if (isReference(context) || isCode(context)) return 'reference'
  if (isOrdinal(context)) return 'ordinal'
  if (isContact(context)) return 'contact'
  if (isDate(context)) return 'date'
  if (isNumbering(context)) return 'numbering'
  return isName(context) ? 'name' : undefined
}

interface Measured {
  readonly kind: NumberKind
  readonly unit: string
  readonly power: number
  readonly end: number
  readonly isApproximate: boolean
}

const POINT_WORDS = /^分(?![钟别析配类散布批期]|之[一二三四五六七八九十\d])/

/** Unit and magnitude behind the digits. */
const measure = (key: string, from: number, clause: string): Measured => {
  let at = from
  let isApproximate = false
  let power = 0
  const takeAbout = (): void => {
    if (!ABOUT_BEHIND.test(key.slice(at, at + 1))) return
    isApproximate = true
    at += 1
  }
  if (/^[%‰]/.test(key.slice(at, at + 1))) return { kind: 'percent', unit: key[at]!, power, end: at + 1, isApproximate }
  const points = /^个?百分点/.exec(key.slice(at, at + 4))
  if (points) return { kind: 'percent-points', unit: '百分点', power, end: at + points[0].length, isApproximate }
  if (POINT_WORDS.test(key.slice(at, at + 3))) return { kind: 'points', unit: '分', power, end: at + 1, isApproximate }
  takeAbout()
  const magnitude = MAGNITUDE.exec(key.slice(at, at + 2))?.[0] ?? ''
  power = magnitude === '万亿' ? 12 : (MAGNITUDES[magnitude] ?? 0)
  at += magnitude.length
  takeAbout()
  if (/^元(?:人民币)?/.test(key.slice(at, at + 4)) && !/^元(?:旦|素)/.test(key.slice(at, at + 2)))
    return { kind: 'amount', unit: `${magnitude}元`, power, end: at + 1, isApproximate }
  const double = DOUBLE_UNIT.exec(key.slice(at, at + 6))
  if (double && unitOf(double[1]!) && unitOf(double[2]!))
    return { kind: 'count', unit: magnitude + double[0], power, end: at + double[0].length, isApproximate }
  const length = unitLengthAt(key, at)
  if (length > 0) {
    const unit = key.slice(at, at + length)
    const measured = unitOf(unit)?.measure
    const kind = measured === 'money' ? 'amount' : 'count'
    return { kind, unit: magnitude + unit, power, end: at + length, isApproximate }
  }
  // 49万。 is money where the clause speaks of money, and a count of what follows otherwise.
  if (magnitude !== '') {
    const isMoney = power >= 4 && MONEY_WORD.test(clause)
    return { kind: isMoney ? 'amount' : 'count', unit: magnitude, power, end: at, isApproximate }
  }
  return { kind: 'bare', unit: '', power: 0, end: from, isApproximate }
}

const LONGEST_CLAUSE = 40
const words = narrativeWords()
const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const anyAtEnd = (list: readonly string[]): RegExp => new RegExp(`(?:${list.map(literal).join('|')})[“"为至]?$`, 'u')
const APPROXIMATE = anyAtEnd(words.approximate)
const BOUND_BEFORE = anyAtEnd(words.bounds.filter((word) => !/以/.test(word)))
const BOUND_BEHIND = /^(?:\([^)]{0,6}\))?以[上下内]/

/** All numbers of the paragraph, left to right. `key` as in `ProseParagraph`. */
export const findNumbers = (key: string, headLength: number): readonly FoundNumber[] => {
  const titles = titleRanges(key)
  const found: FoundNumber[] = []
  let opened: { readonly at: number } | undefined
  for (const [start, digits] of digitRuns(key, headLength)) {
    const digitsEnd = start + digits.length
    const before = key.slice(Math.max(0, start - 24), start)
    const after = key.slice(digitsEnd, digitsEnd + 12)
    const context: Context = { key, start, end: digitsEnd, digits, before, after }
    const isTitle = titles.some(([from, to]) => from < start && start < to)
    const special: NumberKind | undefined = isTitle ? 'title' : start < headLength ? 'numbering' : kindOf(context)
    const clause = key.slice(Math.max(0, start - LONGEST_CLAUSE), start)
    const isLow = special === undefined && RANGE.test(key.slice(digitsEnd + (/^[%分]/.test(after) ? 1 : 0)))
    const own = special === undefined ? measure(key, digitsEnd, clause) : undefined
    const isNegative = special === undefined && /(?:^|[^\d年月日%)元分至\w])-$/.test(before)
    const value = Decimal.from(digits.replaceAll(',', ''))
    found.push({
      kind: special ?? own!.kind,
      printed: isNegative ? `-${digits}` : digits,
      value: isNegative ? value.negate() : value,
      power: own?.power ?? 0,
      unit: own?.unit ?? '',
      isApproximate: own !== undefined && (own.isApproximate || APPROXIMATE.test(before)),
      isBound: own !== undefined && (BOUND_BEFORE.test(before) || BOUND_BEHIND.test(key.slice(own.end, own.end + 10))),
      start,
      end: own?.end ?? digitsEnd,
      range: isLow ? 'low' : opened?.at === start ? 'high' : undefined,
    })
    opened = isLow ? { at: nextDigit(key, digitsEnd) } : undefined
  }
  return shareUnits(found)
}

const NUMBERED_YEAR = /^(\d{1,2})\.((?:19|20)\d{2})$/

/** Runs of digits with their places; the number of a list item is a run of its own: 1.2020年度 is 1 and 2020. */
const digitRuns = (key: string, headLength: number): readonly (readonly [number, string])[] => {
  const runs: (readonly [number, string])[] = []
  const head = /\d+/.exec(key.slice(0, headLength))
  if (head) runs.push([head.index, head[0]])
  const pattern = new RegExp(NUMBER)
  pattern.lastIndex = headLength
  for (let match = pattern.exec(key); match; match = pattern.exec(key)) {
    const numbered = key[match.index + match[0].length] === '年' ? NUMBERED_YEAR.exec(match[0]) : null
    if (numbered) runs.push([match.index, numbered[1]!], [match.index + numbered[1]!.length + 1, numbered[2]!])
    else runs.push([match.index, match[0]])
  }
  return runs
}

const nextDigit = (key: string, from: number): number => {
  let at = from
  while (at < key.length && !/\d/.test(key[at]!)) at += 1
  return at
}

/** 95-100分: the unit stands behind the second end only. */
const shareUnits = (numbers: readonly FoundNumber[]): readonly FoundNumber[] =>
  numbers.map((number, i) => {
    const high = numbers[i + 1]
    if (number.range !== 'low' || number.kind !== 'bare' || !high || high.range !== 'high') return number
    return { ...number, kind: high.kind, unit: high.unit, power: high.power }
  })
