/** How well a token suits a place. All figures are costs: about minus the logarithm of a probability. */
import { GAPS, type Token } from './tokens.ts'

export const KINDS = ['label', 'name', 'value', 'number', 'note', 'short', 'sign', 'text'] as const
export type Kind = (typeof KINDS)[number]

export const IMPOSSIBLE = 1e6

/** Classes of the character at which two tokens meet. */
const HAN = 0
const DIGIT = 1
const LATIN = 2
const SIGN = 3
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
}

const NUMBER = /^[-−]?\d[\d,]*(?:\.\d+)?(?:分)?$/
const DASH = /^(?:[—–\-－/]+|无)$/
const MARKER = /^(?:(?:目标|指标|任务)\s*)?(?:[（(]?(\d{1,2})[)）.、．:：](?!\d)|[（(]?([一二三四五六七八九十])[)）、是])/

export function traitsOf(token: Token): Traits {
  const { key } = token
  const first = classOf(key[0])
  const isNumber = NUMBER.test(key)
  const marker = MARKER.exec(key)
  return {
    first,
    last: classOf(key.at(-1)),
    start: startCosts(key, first, isNumber),
    number: isNumber ? Number(key.replaceAll(',', '').replace('分', '').replace('−', '-')) : Number.NaN,
    unit: /^[^\d]*[\d,.]+/.test(key) ? key.replace(/^[^\d]*[\d,.]+/, '') : key,
    marker: marker ? (marker[1] ? `1${marker[1]}` : `一${marker[2]}`) : '',
    endsSentence: /[。；;！!：:]$/.test(key),
  }
}

function startCosts(key: string, first: number, isNumber: boolean): Readonly<Record<Kind, number>> {
  const length = key.length
  const isDash = DASH.test(key)
  const closing = first === CLOSING ? 5 : 0
  return {
    label: IMPOSSIBLE,
    name: closing + (isNumber ? 5 : isDash && key !== '无' ? 3 : [0, 1.2, 0.3, 5, 0, 0.2, 1][first]!),
    value: closing + (first === SIGN ? 0 : first === DIGIT ? 0.2 : isDash ? 0.6 : length <= 6 ? 0.8 : length <= 12 ? 1.3 : 2),
    number: isNumber ? 0 : isDash ? 2.5 : /^\d+(?:\.\d+)?%$/.test(key) ? 3 : 9,
    note: closing + (isNumber ? 4 : first === SIGN ? 3 : isDash ? 0.8 : 0.8),
    short: closing + (isNumber || first === SIGN ? 3 : length <= 3 ? 0.2 : length <= 6 ? 1 : 3),
    sign: /^(?:[≥≤><=＞＜＝≧≦]+|正向|反向|逆向|定性|定量|[大小等][于]?.{0,3}|是|否)$/.test(key) ? 0 : 5,
    text: closing,
  }
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
