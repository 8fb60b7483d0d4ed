/** Digits and numerals that are part of a name and measure nothing: “十四五”, 第一书记, 5G, 12345热线, 三个代表. */
import { digitsEnd, isDigitAt } from './number-at.ts'

/** Set phrases that begin with a numeral and a measure word. Longest ones need not come first: any match will do. */
const PHRASES = [
  '一对一',
  '一次性',
  '一条龙',
  '一体',
  '一站式',
  '一把手',
  '一条心',
  '一张网',
  '一张图',
  '一张蓝图',
  '一本账',
  '一盘棋',
  '一家人',
  '一件事',
  '一户一',
  '一村一',
  '一人一',
  '一企一',
  '一事一',
  '一个窗口',
  '一点',
  '一方面',
  '一年来',
  '一批批',
  '一个个',
  '一次次',
  '一条条',
  '一线',
  '一网',
  '一窗',
  '一门',
  '一站',
  '一路',
  '一类',
  '一级',
  '一层',
  '一面',
  '一头',
  '一组',
  '一种',
  '一把',
  '一片',
  '一单',
  '一片',
  '一带一路',
  '一项项',
  '一起',
  '一例',
  '一案',
  '一段',
  '一行',
  '一卡',
  '一村',
  '一岗',
  '两个维护',
  '两个确立',
  '两个覆盖',
  '两个责任',
  '两个一',
  '两个文明',
  '两不',
  '两学',
  '两会',
  '两新',
  '两网',
  '两面',
  '两方',
  '三个代表',
  '三会',
  '三项',
  '三支',
  '三严',
  '三区',
  '三类',
  '三级',
  '三方',
  '三重',
  '三包',
  '三站',
  '三大',
  '三个一',
  '三线',
  '三网',
  '三产',
  '三单',
  '三门',
  '四个意识',
  '四个自信',
  '四个全面',
  '四个一',
  '四个不',
  '四个最',
  '四级',
  '四类',
  '四方',
  '四风',
  '四史',
  '四套班子',
  '四大',
  '四本',
  '四个着力',
  '五个一',
  '五级',
  '五位一体',
  '五保',
  '五项',
  '五大',
  '五险',
  '五类',
  '五方',
  '六个一',
  '六稳',
  '六保',
  '六项',
  '六大',
  '七个',
  '七一',
  '七有',
  '八项规定',
  '八个',
  '九个',
  '十大',
  '十个',
  '十项',
  '五年规划',
  '三年行动',
  '一年一',
  '十分',
  '一分',
  '一员',
  '六员',
] as const

const BY_FIRST = new Map<string, string[]>()
for (const phrase of PHRASES) {
  const list = BY_FIRST.get(phrase[0]!) ?? []
  list.push(phrase)
  BY_FIRST.set(phrase[0]!, list)
}

export const isSetPhraseAt = (text: string, at: number): boolean =>
  BY_FIRST.get(text[at]!)?.some((phrase) => text.startsWith(phrase, at)) ?? false

/** One of a kind inside a sentence, not a count: 再上一个新台阶, 形成一种机制. */
const ARTICLE = /^一(?:个(?!半)|种|批|系列|套|支|条|项|定|些|件|家|份|位|名|对|块|部|座|所|只|道|门)/
/** Behind these even 一个 counts. */
const MAKES =
  /(?:完成|举办|建成|建设|新建|编制|开发|制作|出版|购置|采购|开展|召开|发布|组织|印发|形成报告|撰写|各|共|共计|出具|提交|不少于|至少|≥|=)$/

export const isArticleAt = (text: string, at: number, from: number): boolean =>
  text[at] === '一' && at > from && ARTICLE.test(text.slice(at, at + 3)) && !MAKES.test(text.slice(from, at))

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '《': '》',
  '「': '」',
  '『': '』',
  '‘': '’',
  '〈': '〉',
  '【': '】',
}

/** End of the quotation or title that opens at `at`; `at` when none opens, or when it is the whole text. */
export const quotationEnd = (text: string, at: number): number => {
  const closing = CLOSING[text[at]!]
  if (!closing) return at
  const length = text.slice(at, at + 40).indexOf(closing)
  return length < 0 || (at === 0 && length === text.length - 1) ? at : at + length + 1
}

const LABELS = /(?:指标|附件|附表|图表|阶段|序号|编号|表|图|附|其)$/
const CLAUSE_START = '；;。,，|｜\n:：、('
const isClauseStart = (text: string, at: number): boolean => at === 0 || CLAUSE_START.includes(text[at - 1]!)

/** `1、…`, `2.…`, `(3)…`, `指标1:` in front of words: an item's number. `end` is the end of its digits. */
export const isItemNumber = (text: string, at: number, end: number): boolean => {
  const next = text[end]
  if (end - at > 2 || (next !== undefined && !':.、)'.includes(next))) return false
  if (next !== ')' && at > 0 && LABELS.test(text.slice(Math.max(0, at - 2), at))) return true
  if (next === undefined || next === ':' || end + 1 === text.length || isDigitAt(text, end + 1)) return false
  if (next === ')') return isClauseStart(text, text[at - 1] === '(' ? at - 1 : at)
  return isClauseStart(text, at) && !'≥≤><='.includes(text[end + 1]!)
}

/** Words that make the number before them a name. */
const NAMED =
  /(?:热线|平台|版本|工程|计划(?!内)|行动|战略|路公交|岁|号|世纪|股|型|化|室|后|度电|大|开头|规划|全会|精神|文件|纲要|模式|体系|现象|法则|要求)/y

export const isNameBehind = (text: string, at: number): boolean => {
  NAMED.lastIndex = at
  return NAMED.test(text)
}

const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

export const isLatinAt = (text: string, at: number): boolean => isLatin(text.charCodeAt(at))

/** Digits glued to Latin letters (APP2.0, COVID-19, 5G, A4): end of the whole code. */
export const codeEnd = (text: string, at: number): number => {
  let end = at
  while (
    end < text.length &&
    (isDigitAt(text, end) || isLatinAt(text, end) || ('.-_'.includes(text[end]!) && isDigitAt(text, end + 1)))
  )
    end++
  return end
}

/** 〔2020〕10号: the end of a document's number whose year stands at `at`; 0 when it is none. */
export const documentNumberEnd = (text: string, at: number, end: number): number => {
  if (end - at !== 4 || !'(['.includes(text[at - 1] ?? '|') || !')]'.includes(text[end] ?? '|')) return 0
  const from = text[end + 1] === '第' ? end + 2 : end + 1
  const last = digitsEnd(text, from)
  return last > from && text[last] === '号' ? last + 1 : 0
}

/** `第` with its numeral: 第一批, 第3届. */
export const ordinalEnd = (text: string, at: number): number => {
  const digits = digitsEnd(text, at + 1)
  if (digits > at + 1) return digits
  let end = at + 1
  while (end < text.length && '一二三四五六七八九十百零〇'.includes(text[end]!)) end++
  return end
}
