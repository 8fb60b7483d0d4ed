/** What a target or an actual value is by its wording: a bare number, a bound, a date, a limit of time. Patterns run once. */
import { anyOf, patternOf, wordList, wordSet } from '../../law/wordlists.ts'
import { codesOf, endingIn } from './endings.ts'
import type { Text } from './form-facts.ts'
import { HAS } from './scan.ts'

const SIGN =
  '[≥≤><＞＜﹥﹤≧≦=＝]|不少于|不低于|不高于|不超过|不大于|不小于|大于等于|小于等于|大于|小于|高于|低于|超过|至少|最多|达到|达|约|控制在'
const BARE = new RegExp(`^(?:${SIGN})?[+-]?\\d[\\d,，]*(?:\\.\\d+)?$`, 'u')
const MAGNITUDE_ONLY = new RegExp(
  `^(?:${SIGN})?\\d[\\d,，]*(?:\\.\\d+)?(?:万|亿|千|百|千万|百万)(?:以内|以下|以上)?$`,
  'u',
)
const ZERO = /^[^\d]*0+(?:\.0+)?$/
const BARE_PERCENT = new RegExp(`^(?:${SIGN})?\\d+(?:\\.\\d+)?[%％](?:以上|以下|以内)?$`, 'u')
const BARE_AMOUNT = new RegExp(`^(?:${SIGN})?\\d[\\d,，]*(?:\\.\\d+)?(?:万元|亿元|元|万|亿)(?:以内|以下|以上)?$`, 'u')
const DATE_ONLY = /^(?=.*\d)(?:在|于)?[\d年月日号.．/\-—–~～至到初底末前后中上下旬止起内之全季度半完成个]+$/u
const HAS_DATE_PART = /\d(?:年|月|日|号|季度)|\d{4}[./-]\d{1,2}|(?<!\d)20\d{6}(?!\d)/u
const DEADLINE = /\d(?:月|日|季度|年)(?:上旬|中旬|下旬|底|末|初)?(?:之前|以前|前|完成)|\d年\d{1,2}月|\d月\d{1,2}日/u
const TIME_LIMIT = /(?<!\d)\d+(?:\.\d+)?(?:个)?(?:工作日|自然日|日|天|小时|分钟|周|月)(?:之内|以内|内)/u
const SYMBOL_FIRST = /^[≥≤><＞＜﹥﹤≧≦]/u
const THRESHOLD = patternOf('thresholdPatterns')
const CHINESE_COUNT = new RegExp(
  `(?<![一二两三四五六七八九十百千万])[一二两三四五六七八九十百千万]+(?:${anyOf('measureWords')})`,
  'u',
)
const rateEnding = endingIn(wordList('rateEndings'))
const countedEnding = endingIn(wordList('countedEndings'))
const otherEnding = endingIn(wordList('notCounted'))
const TRAILING_BRACKET = /[（(][^（）()]*[）)]$/u
const UNIT_BRACKET = /[（(][^（）()\d]{1,6}[）)]$/u
const FULL = wordSet('fullWords')
const ZERO_WORDS = wordSet('zeroWords')

const digits = ({ bits }: Text): boolean => (bits & HAS.digit) !== 0

export const hasDigit = digits

const DATED = HAS.digit | HAS.date
const mayDate = ({ bits }: Text): boolean => (bits & DATED) === DATED

const isDigitCode = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)
const endsInDigit = ({ text }: Text): boolean => isDigitCode(text.charCodeAt(text.length - 1))
/** Magnitudes, 元, and the 以内, 以下, 以上 behind them: a cheap look before a pattern runs. */
const AMOUNT_END = codesOf('万亿千百元内下上')
const endsInAmount = ({ text }: Text): boolean => AMOUNT_END.has(text.charCodeAt(text.length - 1))
/** A number in digits or, with a measure word, in Chinese numerals (两个阶段). */
export const hasNumber = (value: Text): boolean => digits(value) || CHINESE_COUNT.test(value.text)
/** Operator and number, nothing else: ≥1200, 14, 不超过5. */
export const isBareNumber = (value: Text): boolean => digits(value) && endsInDigit(value) && BARE.test(value.text)
/** 16.7万: the magnitude is there, the unit is not. */
export const isMagnitudeOnly = (value: Text): boolean =>
  digits(value) && endsInAmount(value) && MAGNITUDE_ONLY.test(value.text)
export const isZero = (value: Text): boolean => digits(value) && endsInDigit(value) && ZERO.test(value.text)
export const isBarePercent = (value: Text): boolean => (value.bits & HAS.percent) !== 0 && BARE_PERCENT.test(value.text)
export const isBareAmount = (value: Text): boolean =>
  digits(value) && endsInAmount(value) && BARE_AMOUNT.test(value.text)
/** Nothing but a date, a period or a deadline: 12月底前完成, 2019.10-2020.12, 20200101-20200131. */
export const isDateOnly = (value: Text): boolean =>
  mayDate(value) && value.text.length <= 40 && DATE_ONLY.test(value.text) && HAS_DATE_PART.test(value.text)
/** A date by or in which something is due: 3月底前完成, 2020年9月开学. 完成2019年档案整理 is none. */
export const isDeadline = (value: Text): boolean => isDateOnly(value) || (mayDate(value) && DEADLINE.test(value.text))
export const holdsDate = (value: Text): boolean => mayDate(value) && HAS_DATE_PART.test(value.text)
/** 2日内完成: the only number is a limit of time. */
export const isTimeLimit = (value: Text): boolean =>
  digits(value) && TIME_LIMIT.test(value.text) && !/\d/.test(value.text.replace(new RegExp(TIME_LIMIT, 'gu'), ''))
export const startsWithSign = (value: Text): boolean =>
  (value.bits & HAS.operator) !== 0 && SYMBOL_FIRST.test(value.text)
/** A bound in words: 不超过2000元, 达到90%, 98%以上. */
export const isWordedBound = (value: Text): boolean => digits(value) && THRESHOLD.test(value.text)
export const answersFull = (text: string): boolean => FULL.has(text)
export const answersZero = (text: string): boolean => ZERO_WORDS.has(text)

const isClosing = (code: number): boolean => code === 0x29 || code === 0xff09

export const withoutBracket = (name: string): string =>
  isClosing(name.charCodeAt(name.length - 1)) ? name.replace(TRAILING_BRACKET, '') : name
/** The name ends in a unit in brackets: 建筑面积（平方米）. */
export const namesUnit = (name: string): boolean =>
  isClosing(name.charCodeAt(name.length - 1)) && UNIT_BRACKET.test(name)
export const namesRate = (name: string): boolean => rateEnding(withoutBracket(name)) > 0
/** The name says what is counted: 培训人数, 报告篇数, 建筑面积. */
export const namesCount = (name: string): boolean => {
  const bare = withoutBracket(name)
  return countedEnding(bare) > 0 && otherEnding(bare) === 0
}
