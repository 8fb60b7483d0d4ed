import { describe, expect, it } from 'vitest'
import { Decimal, sum } from './decimal.ts'

const d = Decimal.from

describe('Decimal', () => {
  it('adds 0.1 and 0.2 without a binary tail', () => {
    expect(d('0.1').add(d('0.2')).toString()).toBe('0.3')
  })
  it('keeps the printed decimals and drops them only when asked', () => {
    expect(d('3.50').toString()).toBe('3.50')
    expect(d('3.50').normalize().toString()).toBe('3.5')
    expect(d('100').normalize().toString()).toBe('100')
  })
  it('is exact beyond the safe integers', () => {
    const a = d('9007199254740993.07')
    expect(a.add(d('0.01')).toString()).toBe('9007199254740993.08')
    expect(a.multiply(a).toString()).toBe('81129638414606700971195410289788.0249')
    expect(a.subtract(a).isZero()).toBe(true)
  })
  it('rounds a tie away from zero and cuts when asked to cut', () => {
    expect(d('2.345').round(2).toString()).toBe('2.35')
    expect(d('-2.345').round(2).toString()).toBe('-2.35')
    expect(d('2.349').round(2, 'down').toString()).toBe('2.34')
    expect(d('7').round(2).toString()).toBe('7.00')
  })
  it('divides with a named rounding and refuses a zero divisor', () => {
    expect(d('9746.50').divide(d('9759.38'), 4).toString()).toBe('0.9987')
    expect(d('-1').divide(d('3'), 3).toString()).toBe('-0.333')
    expect(() => d('1').divide(d('0.00'), 2)).toThrow(RangeError)
  })
  it('compares across scales', () => {
    expect(d('1.10').equals(d('1.1'))).toBe(true)
    expect(d('1.09').compare(d('1.1'))).toBe(-1)
  })
  it('shifts the point exactly', () => {
    expect(d('23.71').shift(8).toString()).toBe('2371000000')
    expect(d('2371000000').shift(-8).toString()).toBe('23.71000000')
  })
  it('refuses what is not plain decimal notation', () => {
    for (const text of ['', '.', '1.2.3', '1e5', '１', '1,000', 'NaN', '--1'])
      expect(Decimal.parse(text)).toBeUndefined()
    expect(() => Decimal.of(0.5)).toThrow(RangeError)
  })
  it('sums and groups', () => {
    expect(sum([d('33.33'), d('33.33'), d('33.34')]).toString()).toBe('100.00')
    expect(d('1863180.5').toGrouped()).toBe('1,863,180.5')
    expect(d('-0.5').toGrouped()).toBe('-0.5')
  })

  it('divides and rounds on machine integers exactly as on big ones', () => {
    let seed = 7
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      return seed % below
    }
    const byHand = (top: bigint, bottom: bigint, isDown: boolean): bigint => {
      const [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
      const quotient = isDown ? a / b : (2n * a + b) / (2n * b)
      return top < 0n === bottom < 0n ? quotient : -quotient
    }
    for (let i = 0; i < 20_000; i++) {
      const size = 10 ** (1 + next(15))
      const [a, b] = [next(size) * (next(2) ? 1 : -1) * (1 + next(999)), (1 + next(1000)) * (next(2) ? 1 : -1)]
      const [aScale, bScale, scale] = [next(7), next(5), next(7)]
      for (const mode of ['half-up', 'down'] as const) {
        const shift = scale + bScale - aScale
        const top = BigInt(a) * 10n ** BigInt(Math.max(shift, 0))
        const bottom = BigInt(b) * 10n ** BigInt(Math.max(-shift, 0))
        const quotient = Decimal.of(a, aScale).divide(Decimal.of(b, bScale), scale, mode)
        expect([BigInt(quotient.units), quotient.scale]).toEqual([byHand(top, bottom, mode === 'down'), scale])
        const rounded = Decimal.of(a, aScale).round(scale, mode)
        const [up, down] = [10n ** BigInt(Math.max(scale - aScale, 0)), 10n ** BigInt(Math.max(aScale - scale, 0))]
        expect(BigInt(rounded.units)).toBe(byHand(BigInt(a) * up, down, mode === 'down'))
      }
    }
  })
})
