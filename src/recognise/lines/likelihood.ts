/** How well a token suits a place. All figures are costs: about minus the logarithm of a probability. */
import { GAPS, type Token } from './tokens.ts'

export const KINDS = ['label', 'name', 'value', 'number', 'note', 'short', 'sign', 'text'] as const
export type Kind = (typeof KINDS)[number]

export const IMPOSSIBLE = 1e6

/** Classes of the character at which two tokens meet. */
const HAN = 0
const DIGIT = 1
const LATIN = 2
export const SIGN = 3
const CLOSING = 4
const OPENING = 5
const OTHER = 6

function classOf(char: string | undefined): number {
  if (char === undefined) return OTHER
  if (/[0-9]/.test(char)) return DIGIT
  if (/[A-Za-z]/.test(char)) return LATIN
  if (/[≥≤><=≧≦≈＞＜＝]/.test(char)) return SIGN
  if (/[，。；：、！？）)”’》〉】」\],.;:!?%‰℃㎡]/.test(char)) return CLOSING
  if (/[（(“‘《〈【「[]/.test(char)) return OPENING
  if (/[\u2e80-\u9fff\uf900-\ufaff]/.test(char)) return HAN
  return OTHER
}

/** What the layout search asks of a token again and again, worked out once. */
export interface Traits {
  readonly first: number
  readonly last: number
  /** Cost of beginning a cell of each kind with this token. */
  readonly start: Readonly<Record<Kind, number>>
  /** As a plain number, `NaN` for anything else. Only for judging how likely a reading is. */
  readonly number: number
  /** What stands after the digits (次, %, 万元). */
  readonly unit: string
  /** 1., （1）, 一、, 目标1: the shape of a list marker, so that a list that begins again can be seen. */
  readonly marker: string
  readonly endsSentence: boolean
  readonly endsClause: boolean
  /** Cost of being the inside of a text: a number beside a number is a weight beside a score. */
  readonly inText: number
  /** The same for values: after 个 or 次 no number goes on, after 年 it does. */
  readonly inValue: number
  /** The same for names: ≥90%, 2019/10/1 are values. */
  readonly inName: number
}

const NUMBER = /^[-−]?\d[\d,]*(?:\.\d+)?(?:分)?$/
/** 1.2020年…: a list marker and a year. */
const LISTED_YEAR = /^\d{1,2}\.(?:19|20)\d\d$/
const DASH = /^(?:[—–\-－/]+|无)$/
const MARKER =
  /^(?:(?:目标|指标|任务)\s*)?(?:[（(]?(\d{1,2})[)）.、．:：](?!\d)|[（(]?([一二三四五六七八九十])[)）、是])/

export function traitsOf(tokens: readonly Token[], index: number): Traits {
  const { key } = tokens[index]!
  const first = classOf(key[0])
  const isNumber = NUMBER.test(key) && !LISTED_YEAR.test(key)
  const marker = MARKER.exec(key)
  return {
    first,
    last: classOf(key.at(-1)),
    start: startCosts(key, first, isNumber, isBeforeWord(tokens, index)),
    number: isNumber ? Number(key.replaceAll(',', '').replace('分', '').replace('−', '-')) : Number.NaN,
    unit: /^[^\d]*[\d,.]+/.test(key) ? key.replace(/^[^\d]*[\d,.]+/, '') : key,
    marker: marker ? (marker[1] ? `1${marker[1]}` : `一${marker[2]}`) : '',
    endsClause: /[。；;，,]$/.test(key),
    endsSentence: /[。；;！!：:]$/.test(key),
    inText: isNumber && (isNumberBeside(tokens, index, 1) || isNumberBeside(tokens, index, -1)) ? 3 : 0,
    inValue:
      /^\d/.test(key) &&
      index > 0 &&
      /[\u4e00-\u9fff%]$/.test(tokens[index - 1]!.key) &&
      !/[年月日至到前约第于]$/.test(tokens[index - 1]!.key)
        ? 1.3
        : 0,
    inName: /^[≥≤><=]|\d[%％]$|^\d{4}[./-]\d+/.test(key) ? 2 : 0,
  }
}

function isNumberBeside(tokens: readonly Token[], index: number, step: 1 | -1): boolean {
  const other = tokens[index + step]
  return other !== undefined && other.line === tokens[index]!.line && NUMBER.test(other.key)
}

/** 5 户: a number that begins a text. */
function isBeforeWord(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  return next !== undefined && next.line === tokens[index]!.line && next.key.length > 2 && classOf(next.key[0]) === HAN
}

function startCosts(
  key: string,
  first: number,
  isNumber: boolean,
  isBeforeWord: boolean,
): Readonly<Record<Kind, number>> {
  const length = key.length
  const isDash = DASH.test(key)
  const closing = first === CLOSING ? 5 : 0
  return {
    label: IMPOSSIBLE,
    name:
      closing +
      (isNumber ? (isBeforeWord ? 1.5 : 5) : isDash && key !== '无' ? 3 : [0, 0.6, 0.3, 5, 0, 0.2, 1][first]!),
    value:
      closing +
      (first === SIGN
        ? 0
        : first === DIGIT
          ? 0.2
          : isDash
            ? 0.6
            : length === 1 && !/[有无是否优良中差]/.test(key)
              ? 2.3
              : length <= 6
                ? 0.8
                : length <= 12
                  ? 1.3
                  : 2),
    number: isNumber
      ? /^\d{1,3}(?:\.\d{1,2})?分?$/.test(key)
        ? 0
        : 4
      : isDash
        ? 2.5
        : /^\d+(?:\.\d+)?%$/.test(key)
          ? 3
          : 9,
    note: closing + (isNumber ? (isBeforeWord ? 1.2 : 4) : first === SIGN ? 3 : isDash ? 0.8 : 0.8),
    short: /^[%％℃‰㎡]$/.test(key)
      ? 0
      : closing + (isNumber || first === SIGN ? 3 : length <= 3 ? 0.2 : length <= 6 ? 1 : 3),
    sign: /^(?:[≥≤><=＞＜＝≧≦]+|正向|反向|逆向|定性|定量|[大小等][于]?.{0,3}|是|否)$/.test(key) ? 0 : 5,
    text: closing,
  }
}

/** Cost of parting what belongs together: 2020 年 from 9 月, 9 from 月. */
export function partingCost(before: Token, after: Token): number {
  if (/(?:^|\d)[年月]$/.test(before.key) && /^\d{1,2}(?:[月日]|$)/.test(after.key)) return 1.5
  return /\d$/.test(before.key) && /^[年月日%℃㎡]/.test(after.key) ? 1.5 : 0
}

/** 8 个, 90%: a value that is whole; what follows in the next line is hardly its rest. */
export function wholeValueCost(tokens: readonly Token[], last: number): number {
  const { key } = tokens[last]!
  if (/\d(?:[\u4e00-\u9fff]{1,2}|[%％℃㎡])$/.test(key)) return 1
  return /^(?:[\u4e00-\u9fff]{1,2}|[%％℃㎡])$/.test(key) &&
    last > 0 &&
    /\d$/.test(tokens[last - 1]!.key) &&
    !/[年月日]/.test(key)
    ? 1
    : 0
}

/** Names of indicators mostly end in what is measured; a broken name ends anywhere. */
const MEASURE = /[率数量度性额次间况本费效力平准期用化益展障行设升成值比例人个项]$/

export function nameEndCost(before: Token): number {
  if (/[。；，]$/.test(before.key)) return 3
  return MEASURE.test(before.key) || before.key === '无' ? 0 : 0.6
}

const isWord = (kind: number): boolean => kind === HAN || kind === DIGIT || kind === LATIN

/** Cost of a space inside a cell between two tokens of one line. */
export function joinCost(before: Traits, after: Traits, gap: number): number {
  const wide = gap === GAPS.wide ? 3 : 0
  const { last } = before
  const { first } = after
  if (last === DIGIT && first === DIGIT) return wide + 4
  if (isWord(last) && isWord(first)) return wide + (last === first ? (last === HAN ? 3 : 0.6) : 0.25)
  if (last === SIGN && first === DIGIT) return wide + 0.4
  if (last === DIGIT && first === CLOSING) return wide + 0.5
  if (last === CLOSING) return wide + (first === SIGN ? 3 : 1.5)
  if (first === SIGN) return wide + 3
  return wide + 1.8
}
