/**
 * A number cell as printed: amount, weight, rate, score. Unlike a target it should hold a number and nothing else;
 * what else it holds (万 said twice, a percent sign, a unit) is kept, because a check may object to it.
 */
import { Decimal } from './decimal.ts'

export type PrintedNumber =
  | {
      readonly kind: 'number'
      /** As printed, decimals kept: `3.5` of `3.5万`. */
      readonly value: Decimal
      readonly isPercent: boolean
      /** Magnitude or unit printed in the cell itself: `万`, `万元`, `元`, `分`; empty when none. */
      readonly suffix: string
      /** Magnitude as a power of ten: 4 for 万, 8 for 亿, 0 otherwise. */
      readonly power: number
    }
  | { readonly kind: 'blank' }
  /** —, -, /, 无: printed on purpose to say "no number here". */
  | { readonly kind: 'dash' }
  | { readonly kind: 'unreadable'; readonly text: string; readonly reason: string }

const DASH = /^(?:[—–―─－\-/／\\]+|无|不适用|N\/A)$/i
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(%|％)?(万|亿|千|百万|千万)?(元|分)?$/
const POWER: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 }

/** White space out, full-width digits and signs to ASCII. Does not touch Chinese characters. */
export const toAsciiDigits = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const plain = /^\d+(?:\.\d+)?$/

/** Reads one number cell. Never throws; what is not a number says why in `reason` (Chinese). */
export const readPrintedNumber = (printed: string): PrintedNumber => {
  if (plain.test(printed)) return { kind: 'number', value: Decimal.from(printed), isPercent: false, suffix: '', power: 0 }
  const text = toAsciiDigits(printed).replaceAll('，', ',').replaceAll('−', '-').replaceAll('﹪', '%')
  if (text === '') return { kind: 'blank' }
  if (DASH.test(text)) return { kind: 'dash' }
  const match = NUMBER.exec(text)
  if (!match || (match[2] === undefined && match[3] === undefined)) return { kind: 'unreadable', text, reason: unreadable(text) }
  const [, sign = '', whole = '', fraction = '', percent, magnitude = '', unit = ''] = match
  const value = Decimal.from(`${sign}${whole.replaceAll(',', '') || '0'}${fraction}`)
  return { kind: 'number', value, isPercent: percent !== undefined, suffix: magnitude + unit, power: POWER[magnitude]! }
}

const unreadable = (text: string): string => {
  if (/\d[oOlI]|[oOlI]\d/.test(text)) return '数字中混有字母（如把0写成O、把1写成l）'
  if ((text.match(/\./g)?.length ?? 0) > 1) return '一个数里有两个小数点'
  if (/,/.test(text) && /\d/.test(text)) return '千分位逗号的位置不对'
  if (/\d[+-]/.test(text)) return '数字中间有正负号'
  return /\d/.test(text) ? '数字与文字混写，无法确定数值' : '不是数字'
}
