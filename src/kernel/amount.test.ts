import { describe, expect, it } from 'vitest'
import { Amount, amountFrom, amountInterval } from './amount.ts'
import { Decimal } from './decimal.ts'
import { readPrintedNumber } from './printed-number.ts'

const d = Decimal.from

describe('Amount', () => {
  it('adds, subtracts and compares within one unit', () => {
    const a = Amount.of(d('9746.50'), '万元')
    const b = Amount.of(d('12.88'), '万元')
    expect(a.add(b).toString()).toBe('9759.38万元')
    expect(a.subtract(b).toString()).toBe('9733.62万元')
    expect(a.compare(b)).toBe(1)
    expect(a.equals(Amount.of(d('9746.5'), '万元'))).toBe(true)
  })
  it('does not compile when two units are mixed without converting', () => {
    const yuan = Amount.of(d('1'), '元')
    const wan = Amount.of(d('1'), '万元')
    // @ts-expect-error 万元 must be converted before it is added to 元
    yuan.add(wan)
    // @ts-expect-error the same for comparing
    yuan.compare(wan)
    // @ts-expect-error an amount is not a bare decimal
    expect(() => yuan.add(d('1'))).toThrow()
    expect(yuan.add(wan.to('元')).toString()).toBe('10001元')
  })
  it('converts exactly in both directions', () => {
    expect(Amount.of(d('23.71'), '亿元').to('元').value.toString()).toBe('2371000000')
    expect(Amount.of(d('2132777.54'), '元').to('万元').value.toString()).toBe('213.277754')
    expect(Amount.of(d('0.01'), '元').to('分').value.toString()).toBe('1')
    expect(Amount.of(d('123456789.123456'), '亿元').to('分').to('亿元').value.equals(d('123456789.123456'))).toBe(true)
  })
  it('gives whole 分, and says when there are none', () => {
    expect(Amount.of(d('9007199254740993.07'), '元').fen()).toBe(900719925474099307n)
    expect(Amount.of(d('12.5'), '万元').fen()).toBe(12_500_000n)
    expect(Amount.of(d('0.0000001'), '万元').fen()).toBeUndefined()
    expect(Amount.fromFen(150n).to('元').toString()).toBe('1.50元')
  })
})

describe('amountFrom', () => {
  const read = (printed: string, header: '元' | '万元' | '亿元' | undefined): string => {
    const amount = amountFrom(readPrintedNumber(printed), header)
    return amount ? `${amount.yuan.value} ±${amount.lastUnit}/2 ${amount.note}` : 'none'
  }
  it('takes the unit of the header, the cell, or both, and says when they disagree', () => {
    const cases: [string, '元' | '万元' | '亿元' | undefined, string][] = [
      ['9746.50', '万元', '97465000 ±100/2 plain'],
      ['1,863,180', '元', '1863180 ±1/2 plain'],
      ['3.5万', '万元', '35000 ±1000/2 said-twice'],
      ['3.5万元', '万元', '35000 ±1000/2 said-twice'],
      ['35000元', '万元', '35000 ±1/2 conflict'],
      ['3.5万元', '元', '35000 ±1000/2 conflict'],
      ['3.5万', '元', '35000 ±1000/2 plain'],
      ['2.1亿', '万元', '210000000 ±10000000/2 conflict'],
      ['12.91万元', undefined, '129100 ±100/2 plain'],
      ['12.91', undefined, 'none'],
      ['95%', '万元', 'none'],
      ['10分', '万元', 'none'],
      ['—', '万元', 'none'],
    ]
    for (const [printed, header, expected] of cases)
      expect(read(printed, header), `${printed} under ${header}`).toBe(expected)
  })
  it('spans half a last unit in 元', () => {
    const { low, high } = amountInterval(amountFrom(readPrintedNumber('12.91'), '万元')!)
    expect([low, high].map((end) => end.normalize().toString())).toEqual(['129050', '129150'])
  })
})
