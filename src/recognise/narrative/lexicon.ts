/** The words of law/forms/narrative.yaml as patterns, built once. */
import type { Measure } from '../../domain/narrative.ts'
import { BASE_KEYS, type BaseKey, MEASURE_KEYS, narrativeWords } from '../../law/narrative.ts'

const words = narrativeWords()

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
/** Alternation, longest first, so that a longer word wins over its own beginning. */
export const any = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|')

const { up, down, weakUp, weakDown, exact, about } = words.directions
const ALL_UP = [...up, ...weakUp]
const ALL_DOWN = [...down, ...weakDown]
const both = (a: string, b: string): string => `(?:${a})(?:\\((?:${b})\\)|[/、或](?:${b}))`
const STRONG = `${any([...up, ...down])}`
const WEAK = `${any([...weakUp, ...weakDown])}`
const EITHER = `${both(any(up), any(down))}|${both(any(down), any(up))}`
const CHANGE_TAIL = '(?:了|额|数|支出|收入|幅度|比例|率)?(?:为|是|达|约|近|:|共|至少|超过|不到|达到)*$'

/** What stands directly in front of a change: the word in group 1. */
export const STRONG_CHANGE = new RegExp(`(${EITHER}|${STRONG})${CHANGE_TAIL}`, 'u')
export const ANY_CHANGE = new RegExp(`(${EITHER}|${STRONG}|${WEAK})${CHANGE_TAIL}`, 'u')
const BOTH = new RegExp(`^(?:${EITHER})$`, 'u')

export const signOf = (word: string): 1 | -1 | 0 => {
  if (BOTH.test(word)) return 0
  return ALL_DOWN.includes(word) ? -1 : ALL_UP.includes(word) ? 1 : 0
}

/** 与…相比, 比…, 较…: not 比重, 比例, 比较, 同时, 和谐. */
export const OPENER =
  /(?:比(?!重|例|对|率|选|武|赛)|较(?!为|好|大|小|高|低|多|少|强|快|差|完|全|长)|与(?!其|会|时)|和(?!谐|解)|同(?!时|步|意|志|类|期相|一|样)|同比|环比)/u
export const CLOSER = new RegExp(`(?:${any(words.comparing.closers)})`, 'u')

/** Behind the number of a base: 相比, 增加, 持平 … */
export const BEHIND_BASE = new RegExp(
  `^(?:\\([^()]*\\))?[，、]?(?:本年|今年|均|总体|总)?(?:相比|比较|相较|对比|(?:有所|略有|分别|共|大幅|小幅|支出|收入|总计|合计)*(?:${EITHER}|${STRONG}|${WEAK}|${any([...exact, ...about])}))`,
  'u',
)
export const LEVEL = new RegExp(`(${any(about)})|(${any(exact)})`, 'u')

const BASES: readonly (readonly [BaseKey, RegExp])[] = BASE_KEYS.map((key) => [
  key,
  new RegExp(any(words.comparing[key]), 'u'),
])

/** 一般公共预算财政拨款 names a kind of money, not a budget figure. */
const KIND_OF_MONEY = /(?:一般公共|政府性基金|国有资本经营|公共财政)预算(?=财政拨款|收|支|安排的|资金|项目|基本)/gu

/** What the phrase behind 比 or 与 names as base. A year of its own is last year's or an earlier one's figure. */
export const baseKindOf = (printed: string): BaseKey | '' => {
  const phrase = printed.replace(KIND_OF_MONEY, '')
  for (const [key, pattern] of BASES) if (pattern.test(phrase)) return key
  return /(?:19|20)\d{2}年/.test(phrase) ? 'last-year' : ''
}

const MEASURES: readonly (readonly [string, Exclude<Measure, ''>])[] = MEASURE_KEYS.flatMap((key) =>
  words.measures[key].map((word) => [word, key] as const),
).sort((a, b) => b[0].length - a[0].length)

type MeasureWord = readonly [word: string, measure: Measure]
const NO_MEASURE: MeasureWord = ['', '']
/** By their last character, because every number of the text is looked at. */
const MEASURES_BY_END = new Map<string, MeasureWord[]>()
for (const entry of MEASURES) {
  const end = entry[0].at(-1)!
  const list = MEASURES_BY_END.get(end)
  if (list) list.push(entry)
  else MEASURES_BY_END.set(end, [entry])
}

/** The measure word at the end of the text, longest first. */
export const measureAtEnd = (text: string): MeasureWord =>
  MEASURES_BY_END.get(text.at(-1) ?? '')?.find(([word]) => text.endsWith(word)) ?? NO_MEASURE

/** A rate that the rules know by name is a rate, whatever word of change stands in it: 成本节约率. */
export const isNamedRate = (name: string): boolean => words.rates.some((rate) => rate.name.test(name))

export const SUM_OPENER = new RegExp(words.sumOpenerPatterns.map(({ source }) => `(?:${source})`).join('|'), 'gu')
export const RESTATED = new RegExp(`^(?:${any(words.restated)})$`, 'u')
export const RATE_NAME = new RegExp(`(?:${any(words.rateNames)})$`, 'u')
/** 金额达 ‖ 100万元, but 追加下达 ‖ 100万元. */
const FILLERS = new RegExp(`(?:${any(words.fillers)}|(?<![下送表传])达)$`, 'u')
const LEADS = new RegExp(`^(?:${any(words.leads)}|[，。、；:“”)(≤≥＜<＞>]|[一二三四五六七八九十]是)`, 'u')
const YEAR_LEAD =
  /^(?:截[至止]到?)?(?:19|20)\d{2}(?:年(?:度)?(?:末|初|底)?|[-—至]\d+年)?(?:\d{1,2}月(?:份|底|末)?(?:\d{1,2}日)?)?/u

export const withoutFillers = (text: string): string => {
  let rest = text
  while (FILLERS.test(rest)) rest = rest.replace(FILLERS, '')
  return rest
}

/** Words of a lead that belong to the name they begin: 其他收入, 年末结转, 共青团, 年初结转. */
const OWN_BEGINNING =
  /^(?:其他|其它|年末|年初|共青团|共产党|单位价值|单位预算|单位上缴|全年|本年收入|本年支出|主要领导|及时|和谐|与会)/u

export const withoutLeads = (text: string): string => {
  let rest = text
  for (;;) {
    const next = rest.replace(YEAR_LEAD, '')
    const shorter = OWN_BEGINNING.test(next) ? next : next.replace(LEADS, '')
    if (shorter === '' && OWN_UNIT.test(text)) return '本单位'
    if (shorter === rest) return rest
    rest = shorter
  }
}

/** 我单位2020年年初预算…: the department itself is what the figure is of. */
const OWN_UNIT = /^[，。、；:]*(?:(?:19|20)\d{2}年度?[，、]?)?(?:我|本)(?:单位|部门|办|局|委|机关)/u

const HEADING_TAIL = new RegExp(`(?:${any(words.headingTails)})[。：:]?$`, 'u')

/** Name of the thing a heading speaks of: 机关运行经费 of 机关运行经费支出情况说明。 */
export const headingSubject = (title: string): string => {
  let rest = withoutLeads(title.replace(/[。：:；]$/, '').replace(/^.*办公室(?=.{6})/, ''))
  for (let next = rest.replace(HEADING_TAIL, ''); next !== rest && next !== ''; next = rest.replace(HEADING_TAIL, ''))
    rest = next
  return rest
}

export const REASON_LABEL = new RegExp(`(?:${any(words.reasons.labels)})(?:为|是|系|:|：|，)*`, 'u')
/** …的主要原因是 in front of what the clause is about. */
export const REASON_LEAD = /^.*(?:主要原因|原因)(?:是|为|系)/u
const SIGNED_REASON = new RegExp(
  `(?:(${any(up)}|大于预算|高于预算|超预算)|(${any(down)}|小于预算|低于预算))[^，。；]{0,4}(?:的)?(?:主要)?原因`,
  'u',
)
/** 减少的主要原因: the sign that the label itself states. */
export const labelledSign = (text: string): 1 | -1 | undefined => {
  const match = SIGNED_REASON.exec(text)
  return match ? (match[1] !== undefined ? 1 : -1) : undefined
}
