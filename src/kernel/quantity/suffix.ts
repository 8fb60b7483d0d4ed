/** What stands behind a number: percent, magnitude, unit, rate (/月) and comparison (以上). */

import type { Operator } from '../quantity.ts'
import { unitLengthAt, unitOf } from '../units.ts'
import { isDigitAt } from './number-at.ts'
import { operatorAt } from './operators.ts'

export interface Suffix {
  readonly isPercent: boolean
  readonly power: number
  readonly unit: string
  readonly per: string
  /** 余, 多: somewhat more than the number (100多人, 50余次). */
  readonly isMore: boolean
  /** 半 behind the unit or between 个 and unit: 一年半, 一个半月. */
  readonly isHalfMore: boolean
  readonly operator: Operator | undefined
  readonly end: number
}

const MAGNITUDES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['億', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
  ['萬', 4],
  ['千', 3],
  ['百', 2],
]

const magnitudeAt = (text: string, at: number): readonly [string, number] | undefined => {
  const first = text[at]
  if (first === undefined || !'万亿億千百十萬'.includes(first)) return undefined
  return MAGNITUDES.find(([word]) => text.startsWith(word, at))
}

const isMoreAt = (text: string, at: number): boolean => {
  const char = text[at]
  if (char !== '余' && char !== '多' && char !== '来') return false
  return magnitudeAt(text, at + 1) !== undefined || unitLengthAt(text, at + 1) > 0
}

/** `/月`, `/人·天`, `/人/天`, `每人`; its end, or `at` when nothing of the kind stands there. */
const rateEnd = (text: string, at: number): number => {
  let end = at
  while (text[end] === '/' || text[end] === '每' || (end > at && (text[end] === '·' || text[end] === '*'))) {
    const from = text[end] === '/' && text[end + 1] === '每' ? end + 2 : end + 1
    const length = unitLengthAt(text, from)
    if (length === 0) break
    end = from + length
  }
  return end
}

interface UnitAt {
  readonly power: number
  readonly unit: string
  readonly isMore: boolean
  readonly isHalfMore: boolean
  readonly end: number
}

const HALF_UNITS = ['月', '小时', '学期', '学年']

/** Magnitude and unit without brackets: 万元, 多万人, 个半月, 年半. */
const bareUnitAt = (text: string, at: number): UnitAt => {
  let end = at
  let isMore = isMoreAt(text, end)
  if (isMore) end++
  let power = 0
  // 千克 and 千米 are units, not thousands of something
  const magnitude = unitLengthAt(text, end) > 1 ? undefined : magnitudeAt(text, end)
  if (magnitude) {
    power = magnitude[1]
    end += magnitude[0].length
    if (isMoreAt(text, end)) {
      isMore = true
      end++
    }
  }
  const half = text.startsWith('个半', end) ? HALF_UNITS.find((unit) => text.startsWith(unit, end + 2)) : undefined
  if (half) return { power, unit: half, isMore, isHalfMore: true, end: end + 2 + half.length }
  const length = unitLengthAt(text, end)
  const unit = text.slice(end, end + length)
  end += length
  const isHalfMore =
    text[end] === '半' && /^(?:年|天|日|周|小时|个?月|学期)$/.test(unit) && !'数径'.includes(text[end + 1] ?? '|')
  return { power, unit, isMore, isHalfMore, end: isHalfMore ? end + 1 : end }
}

/** `(万元)`, `(册)` behind a number: the unit itself, or the same unit said once more. */
const bracketUnitAt = (text: string, at: number): UnitAt | undefined => {
  if (text[at] !== '(') return undefined
  const inside = bareUnitAt(text, at + 1)
  return inside.end > at + 1 && text[inside.end] === ')' ? { ...inside, end: inside.end + 1 } : undefined
}

const isSameUnit = (a: UnitAt, b: UnitAt): boolean =>
  (a.unit === '' || b.unit === '' || a.unit === b.unit) && a.power === b.power

const unitAt = (text: string, at: number): UnitAt => {
  const bare = bareUnitAt(text, at)
  const bracket = bracketUnitAt(text, bare.end)
  if (!bracket) return bare
  if (bare.end === at) return bracket
  // 200人(次) counts 人次
  if (bracket.power === 0 && unitOf(bare.unit + bracket.unit))
    return { ...bare, unit: bare.unit + bracket.unit, end: bracket.end }
  return isSameUnit(bare, bracket) ? { ...bare, unit: bare.unit || bracket.unit, end: bracket.end } : bare
}

const signUnit = (unit: string, end: number): UnitAt => ({ power: 0, unit, isMore: false, isHalfMore: false, end })

const unitOrSignAt = (text: string, at: number): UnitAt => {
  const sign = text[at]
  if (sign === undefined) return signUnit('', at)
  if (sign === '%') return signUnit('', at + 1)
  return sign === '‰' ? signUnit(sign, at + 1) : unitAt(text, at)
}

export const suffixAt = (text: string, at: number): Suffix => {
  const { power, unit, isMore, isHalfMore, end } = unitOrSignAt(text, at)
  const perEnd = rateEnd(text, end)
  const operator = operatorAt(text, perEnd)
  const per = perEnd === end ? '' : text.slice(end, perEnd)
  const isPercent = text[at] === '%'
  const last = operator?.end ?? (text.startsWith('(含)', perEnd) ? perEnd + 3 : perEnd)
  return { isPercent, power, unit, per, isMore, isHalfMore, operator: operator?.operator, end: last }
}

const TIME_OF_RATE = /^(?:个?工作日|半年|半个?月|双[周月]|个?学期|个?季度?|[天日周月年期次届场人户家名])/

/** Length of `每月`, `每个工作日`, `每2周`, `每半年`, `日均` at `at`; 0 when none stands there. */
export const perLengthAt = (text: string, at: number): number => {
  const first = text[at]
  if (first === '双') return (text[at + 1] === '周' || text[at + 1] === '月') && text[at + 2] !== '刊' ? 2 : 0
  if (first !== '每') return text[at + 1] === '均' && '日月年人户周季次村家'.includes(first ?? '|') ? 2 : 0
  const word = TIME_OF_RATE.exec(text.slice(at + 1, at + 6))
  let end = at + 1
  while (isDigitAt(text, end) || (end < text.length && '一二两三四五六七八九十半'.includes(text[end]!))) end++
  if (end === at + 1 && word) return word[0].length + 1
  const length = unitLengthAt(text, end)
  return length > 0 ? end + length - at : 0
}
