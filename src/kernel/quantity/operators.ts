/** Comparison signs and words on both sides of a number: ≥, 不少于, 控制在…以内, 以上, 左右. */
import type { Operator } from '../quantity.ts'

const BARE: Readonly<Record<string, readonly [operator: Operator, negated: Operator]>> = {
  少于: ['<', '≥'],
  低于: ['<', '≥'],
  小于: ['<', '≥'],
  不足: ['<', '<'],
  高于: ['>', '≤'],
  超过: ['>', '≤'],
  大于: ['>', '≤'],
  多于: ['>', '≤'],
  超出: ['>', '≤'],
  突破: ['>', '≤'],
  超: ['>', '≤'],
}
const NEGATORS = ['不', '不得', '不能', '不可', '不应', '不会', '均不', '不予']
const PLAIN: Readonly<Record<string, Operator>> = {
  大于等于: '≥',
  大于或等于: '≥',
  高于或等于: '≥',
  小于等于: '≤',
  小于或等于: '≤',
  低于或等于: '≤',
  等于: '=',
  至少: '≥',
  最少: '≥',
  最低: '≥',
  起码: '≥',
  至多: '≤',
  最多: '≤',
  最高: '≤',
  最长: '≤',
  上限: '≤',
  上限为: '≤',
  下限: '≥',
  下限为: '≥',
  控制在: '≤',
  限于: '≤',
  限额: '≤',
  约: '≈',
  大约: '≈',
  约为: '≈',
  大概: '≈',
  近: '≈',
  将近: '≈',
  接近: '≈',
  左右: '≈',
}

interface Word {
  readonly text: string
  readonly operator: Operator
}

/** By last character, longest first: 不少于 must win over 少于. */
const WORDS = new Map<string, Word[]>()
const addWord = (text: string, operator: Operator): void => {
  const last = text.at(-1)!
  const list = WORDS.get(last) ?? []
  list.push({ text, operator })
  list.sort((a, b) => b.text.length - a.text.length)
  WORDS.set(last, list)
}
for (const [text, operator] of Object.entries(PLAIN)) addWord(text, operator)
for (const [text, [operator, negated]] of Object.entries(BARE)) {
  addWord(text, operator)
  if (text !== '不足') for (const negator of NEGATORS) addWord(negator + text, negated)
}

/** 节约12万元, 签约3家, 附近2处 end in an operator's character and mean none. */
const NOT_AN_OPERATOR = /(?:[节签预履合公契违简制条特续邀]约|[附邻最新临靠就远亲]近)$/

const SYMBOLS: Readonly<Record<string, Operator>> = {
  '≥': '≥',
  '≤': '≤',
  '>': '>',
  '<': '<',
  '=': '=',
  '≈': '≈',
  '~': '≈',
}

export interface SplitOperator {
  readonly operator: Operator | undefined
  /** The text without the operator. */
  readonly rest: string
  /** 控制在, 约 and the like give way to a plainer word behind the number. */
  readonly isWeak: boolean
}

const symbolAtEnd = (text: string): SplitOperator | undefined => {
  const last = SYMBOLS[text.at(-1) ?? '']
  if (!last) return undefined
  const before = SYMBOLS[text.at(-2) ?? '']
  // =≥, >=, =<: the equals sign adds nothing to ≥ and turns > into ≥
  const strict = last === '=' ? before : before === '=' ? last : undefined
  if (strict === undefined) return { operator: last, rest: text.slice(0, -1), isWeak: false }
  const operator = strict === '>' ? '≥' : strict === '<' ? '≤' : strict
  return { operator, rest: text.slice(0, -2), isWeak: false }
}

/** The operator that ends `text` (the text right before a number). */
export const operatorAtEnd = (text: string): SplitOperator => {
  const symbol = symbolAtEnd(text)
  if (symbol) return symbol
  for (const word of WORDS.get(text.at(-1) ?? '') ?? []) {
    if (!text.endsWith(word.text) || NOT_AN_OPERATOR.test(text)) continue
    return { operator: word.operator, rest: text.slice(0, -word.text.length), isWeak: word.text === '控制在' }
  }
  return { operator: undefined, rest: text, isWeak: false }
}

const FAR_WORDS: readonly Word[] = [
  '至少',
  '最少',
  '不少于',
  '不低于',
  '至多',
  '最多',
  '不超过',
  '不得超过',
  '不得少于',
].map((text) => ({
  text,
  operator: WORDS.get(text.at(-1)!)!.find((word) => word.text === text)!.operator,
}))
const CLAUSE_END = /[，,。；;、:]/

/** 至少举办3场: the operator stands before the verb. Looks back a few characters inside the clause. */
export const operatorBeforeVerb = (text: string): SplitOperator | undefined => {
  for (const word of FAR_WORDS) {
    const at = text.lastIndexOf(word.text)
    if (at < 0) continue
    const verb = text.slice(at + word.text.length)
    if (verb.length <= 8 && !CLAUSE_END.test(verb))
      return { operator: word.operator, rest: text.slice(0, at) + verb, isWeak: false }
  }
  return undefined
}

const AFTER: readonly (readonly [string, Operator])[] = [
  ['(含)以上', '≥'],
  ['以上(含)', '≥'],
  ['及其以上', '≥'],
  ['含以上', '≥'],
  ['及以上', '≥'],
  ['或以上', '≥'],
  ['以上', '≥'],
  ['之上', '≥'],
  ['(含)以下', '≤'],
  ['以下(含)', '≤'],
  ['含以下', '≤'],
  ['及以下', '≤'],
  ['或以下', '≤'],
  ['以下', '≤'],
  ['之下', '≤'],
  ['(含)以内', '≤'],
  ['(含)内', '≤'],
  ['以内', '≤'],
  ['之内', '≤'],
  ['内', '≤'],
  ['封顶', '≤'],
  ['左右', '≈'],
  ['上下', '≈'],
]
const INSIDE_WORDS = '部容地外在设置控涵蒙心科需陆饰'

/** The operator printed behind a number and its unit; `end` is where it ends. */
export const operatorAt = (text: string, at: number): { operator: Operator; end: number } | undefined => {
  const first = text[at]
  if (first === undefined || !'(以之及含或内封左上'.includes(first)) return undefined
  for (const [word, operator] of AFTER) {
    if (!text.startsWith(word, at)) continue
    const end = at + word.length
    if (word === '内' && INSIDE_WORDS.includes(text[end] ?? '|')) return undefined
    return { operator, end }
  }
  return undefined
}
