import { describe, expect, it } from 'vitest'
import { Decimal } from './decimal.ts'
import { parseQuantity } from './parse-quantity.ts'
import { comparableUnits, convertUnit, measureOf, perKey, unitLengthAt } from './units.ts'

const relation = (a: string, b: string): string => {
  const [left, right] = [parseQuantity(a), parseQuantity(b)]
  if (left.kind !== 'number' || right.kind !== 'number') throw new Error(`${a} or ${b} is no number`)
  return comparableUnits(left, right)
}

describe('comparableUnits', () => {
  it('tells same, convertible, different and unknown units of a target and an actual value', () => {
    const cases: [string, string, string][] = [
      ['≥50次', '52次', 'same'],
      ['≥400名', '398人', 'same'],
      ['≥200㎡', '297平方米', 'same'],
      ['30天', '30日', 'same'],
      ['12万元', '120000元', 'same'],
      ['3亿元', '4.2万元', 'same'],
      ['95%', '96%', 'same'],
      ['≥1次/月', '每月1次', 'same'],
      ['2000元/人·天', '每人每天1800元', 'same'],
      ['2天', '36小时', 'convertible'],
      ['10公里', '9800米', 'convertible'],
      ['30亩', '2公顷', 'convertible'],
      ['1年', '12个月', 'convertible'],
      ['100人', '100人次', 'different'],
      ['12次', '12场', 'different'],
      ['95%', '96分', 'different'],
      ['95%', '2个百分点', 'different'],
      ['12万元', '12个', 'different'],
      ['≥1次/月', '12次/年', 'different'],
      ['5个工作日', '5天', 'different'],
      ['12次', '12', 'unknown'],
      ['95%', '95', 'unknown'],
      ['12', '13', 'unknown'],
      ['16个', '16家', 'unknown'],
      ['60天', '2个月', 'unknown'],
      ['≥1次/月', '12次', 'unknown'],
      ['5桶', '5件', 'unknown'],
    ]
    for (const [a, b, expected] of cases) {
      expect(relation(a, b), `${a} : ${b}`).toBe(expected)
      expect(relation(b, a), `${b} : ${a}`).toBe(expected)
    }
  })
})

describe('units', () => {
  it('know their measure', () => {
    const cases: [string, string | undefined][] = [
      ['元', 'money'],
      ['人', 'people'],
      ['人次', 'people-times'],
      ['个', 'count'],
      ['场', 'times'],
      ['㎡', 'area'],
      ['个工作日', 'work-time'],
      ['个月', 'time'],
      ['km', 'length'],
      ['KM', 'length'],
      ['百分点', 'percent-points'],
      ['不存在', undefined],
      ['', undefined],
    ]
    for (const [unit, measure] of cases) expect(measureOf(unit), unit).toBe(measure)
  })
  it('convert exactly, as a fraction', () => {
    const show = (value: string, from: string, to: string): string | undefined => {
      const result = convertUnit(Decimal.from(value), from, to)
      return result && `${result.top}/${result.bottom}`
    }
    expect(show('2', '天', '小时')).toBe('48/1')
    expect(show('3', '亩', '平方米')).toBe('6000/3')
    expect(show('20000', '平方米', '公顷')).toBe('20000/10000')
    expect(show('1', '天', '月')).toBeUndefined()
    expect(show('1', '次', '场')).toBeUndefined()
  })
  it('are found longest first and never inside another word', () => {
    const cases: [string, number][] = [
      ['人次以上', 2],
      ['人', 1],
      ['人员', 0],
      ['一次', 0],
      ['次性', 0],
      ['个工作日', 4],
      ['平方公里', 4],
      ['m2', 2],
      ['G', 0],
      ['kmh', 0],
      ['', 0],
    ]
    for (const [text, length] of cases) expect(unitLengthAt(text, 0), text).toBe(length)
  })
  it('of rates are compared by what they say', () => {
    expect(['/月', '每月', '每个月', '月均'].map(perKey)).toEqual(['月', '月', '月', '月'])
    expect(perKey('/人/天')).toBe(perKey('每人每天'))
    expect(perKey('/人天')).toBe(perKey('/人·天'))
    expect(perKey('')).toBe('')
  })
})
