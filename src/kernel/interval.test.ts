import { describe, expect, it } from 'vitest'
import { Decimal } from './decimal.ts'
import {
  addIntervals,
  multiplyIntervals,
  point,
  printedInterval,
  ratioInterval,
  ratioMeets,
  scaleInterval,
} from './interval.ts'

const d = Decimal.from
const show = ({ low, high }: { low: Decimal; high: Decimal }) => `${low}…${high}`

describe('printed intervals', () => {
  it('spans half a last unit on both sides', () => {
    expect(show(printedInterval(d('9746.50')))).toBe('9746.495…9746.505')
    expect(show(printedInterval(d('90')))).toBe('89.5…90.5')
  })
  it('adds, scales and multiplies', () => {
    const a = printedInterval(d('1.0'))
    expect(show(addIntervals(a, a))).toBe('1.90…2.10')
    expect(show(scaleInterval(a, d('-2')))).toBe('-2.10…-1.90')
    expect(show(multiplyIntervals({ low: d('-1'), high: d('2') }, { low: d('3'), high: d('4') }))).toBe('-4…8')
  })
  it('decides a ratio exactly at its ends', () => {
    // 37.24/43.20 lies in 0.8618…0.8622, so 86 % and 86.2 % fit and 86.3 % does not
    const ratio = ratioInterval(printedInterval(d('37.24')), printedInterval(d('43.20')))!
    expect(ratioMeets(ratio, Decimal.hundred, printedInterval(d('86')))).toBe(true)
    expect(ratioMeets(ratio, Decimal.hundred, printedInterval(d('86.2')))).toBe(true)
    expect(ratioMeets(ratio, Decimal.hundred, printedInterval(d('86.3')))).toBe(false)
    expect(ratioMeets(ratio, Decimal.hundred, point(d('86.2')))).toBe(true)
  })
  it('says nothing of a ratio whose denominator may be zero', () => {
    expect(ratioInterval(printedInterval(d('1')), printedInterval(d('0.00')))).toBeUndefined()
  })
})
