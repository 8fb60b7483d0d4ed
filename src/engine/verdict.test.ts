import { describe, expect, it } from 'vitest'
import { Decimal } from '../kernel/decimal.ts'
import { fraction, whole } from './fraction.ts'
import {
  type Amount,
  certainlyExceeds,
  exactly,
  judgeRatio,
  judgeRatioPercent,
  judgeScore,
  judgeSum,
  maySame,
} from './verdict.ts'

const d = Decimal.from
const yuan = (value: string): Amount => ({ value: d(value), power: 0 })
const wan = (value: string): Amount => ({ value: d(value), power: 4 })
const sum = (total: string, ...parts: string[]) => judgeSum(wan(total), parts.map(wan))

describe('judgeSum', () => {
  it('knows equal, rounding, cut and wrong sums (rules.md E12)', () => {
    expect(sum('100.00', '80.00', '20.00').verdict).toBe('equal')
    expect(sum('9746.50', '5364.75', '4381.74').verdict).toBe('rounding-only')
    expect(sum('100.00', '33.33', '33.33', '33.33').verdict).toBe('rounding-only')
    expect(sum('100.00', '33.33', '33.33', '33.31').verdict).toBe('outside')
  })
  it('calls a difference within n − 1 units below the total a cut pattern once rounding cannot explain it', () => {
    // seven parts cut at two decimals may lack up to 0.06; rounding explains 0.04
    expect(sum('7.06', ...Array<string>(7).fill('1.00')).verdict).toBe('cut-pattern')
    expect(sum('6.94', ...Array<string>(7).fill('1.00')).verdict).toBe('outside')
  })
  it('adds amounts of different units and gives the expected total in the unit of the total', () => {
    const judged = judgeSum(wan('3.50'), [yuan('30000'), yuan('5100')])
    expect(judged.verdict).toBe('outside')
    expect(judged.expected.toString()).toBe('3.51')
  })
})

describe('judgeRatio', () => {
  const rate = (printed: string, x: string, y: string) => judgeRatioPercent(d(printed), wan(x), wan(y)).verdict
  it('takes a percentage as printed, within rounding, cut, or wrong', () => {
    expect(rate('86.20', '37.24', '43.20')).toBe('equal')
    expect(rate('5.35', '0.16', '3')).toBe('rounding-only')
    expect(rate('99.86', '9746.50', '9759.38')).toBe('cut-pattern')
    expect(rate('99.80', '9746.50', '9759.38')).toBe('outside')
  })
  it('takes a share such as 0.64 and what coarse numbers allow', () => {
    expect(judgeRatio(d('0.64'), yuan('1249727.75'), yuan('1939900.00'), Decimal.one).verdict).toBe('equal')
    // 3 may be 2.5…3.5 and 1 may be 0.5…1.5: anything from 1.67 to 7 is possible
    expect(judgeRatio(d('3'), yuan('3'), yuan('0.01'), Decimal.one).verdict).toBe('outside')
    expect(judgeRatio(d('9'), yuan('3'), yuan('1'), Decimal.one).verdict).toBe('outside')
    expect(judgeRatio(d('4'), yuan('3'), yuan('1'), Decimal.one).verdict).toBe('rounding-only')
  })
})

describe('judgeScore', () => {
  const exact = exactly(fraction(d('372.4'), d('43.20'))) // 8.6203…
  it('accepts the rounded score, whole points only in a form of whole points', () => {
    expect(judgeScore(d('8.62'), exact, 2, 2).verdict).toBe('equal')
    expect(judgeScore(d('9'), exact, 0, 2).verdict).toBe('rounding-only')
    expect(judgeScore(d('9'), exact, 2, 2).verdict).toBe('outside')
    expect(judgeScore(d('8.6'), exact, 1, 2).verdict).toBe('rounding-only')
  })
  it('sees a score that was cut at the pack’s decimals, and no cut at whole points', () => {
    const score = exactly(whole(d('9.978')))
    expect(judgeScore(d('9.97'), score, 2, 2).verdict).toBe('cut-pattern')
    expect(judgeScore(d('9'), exactly(whole(d('9.91'))), 0, 2).verdict).toBe('outside')
  })
  it('lets rounded inputs widen what is right', () => {
    const low = whole(d('5'))
    const high = whole(d('6.67'))
    expect(judgeScore(d('6'), { exact: high, low, high }, 2, 2).verdict).toBe('rounding-only')
    expect(judgeScore(d('4.9'), { exact: high, low, high }, 2, 2).verdict).toBe('outside')
  })
})

describe('comparing printed amounts', () => {
  it('is certain only beyond rounding', () => {
    expect(certainlyExceeds(wan('90.4'), wan('90'))).toBe(false)
    expect(certainlyExceeds(wan('90.6'), wan('90'))).toBe(true)
    expect(maySame(wan('90'), wan('89.974'))).toBe(true)
    expect(maySame(yuan('2132777.54'), wan('213.28'))).toBe(true)
    expect(maySame(yuan('2132777.54'), wan('213.27'))).toBe(false)
  })
})
