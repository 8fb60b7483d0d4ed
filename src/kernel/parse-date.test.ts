import { describe, expect, it } from 'vitest'
import { resolveSpan } from './date.ts'
import { parseDatePeriod, readDateAt, resolveDate } from './parse-date.ts'
import { parseQuantity } from './parse-quantity.ts'

const show = (text: string, year?: number): string => {
  const period = parseDatePeriod(text, year)
  return period ? `${period.start}…${period.end}` : 'none'
}

describe('parseDatePeriod', () => {
  it('reads the first date of a text, whatever its spelling', () => {
    const cases: [string, string][] = [
      ['项目期：2020 年 1 月 1 日 至 2020 年 12 月 31 日', '2020-01-01…2020-12-31'],
      ['（2020年度）', '2020-01-01…2020-12-31'],
      ['2018-2020年', '2018-01-01…2020-12-31'],
      ['２０２０年９月', '2020-09-01…2020-09-30'],
      ['20年12月', '2020-12-01…2020-12-31'],
      ['二○二一年三月五日', '2021-03-05…2021-03-05'],
      ['2020年第四季度', '2020-10-01…2020-12-31'],
      ['2020年3月上旬', '2020-03-01…2020-03-10'],
      ['2024年2月', '2024-02-01…2024-02-29'],
      ['2020年末', '2020-12-01…2020-12-31'],
      ['2020年年底前', '2020-12-01…2020-12-31'],
    ]
    for (const [text, expected] of cases) expect(show(text), text).toBe(expected)
  })
  it('takes the implied year only where none is printed', () => {
    expect(show('12月底', 2021)).toBe('2021-12-21…2021-12-31')
    expect(show('2月', 2021)).toBe('2021-02-01…2021-02-28')
    expect(show('2019年12月', 2021)).toBe('2019-12-01…2019-12-31')
    expect(show('12月底')).toBe('none')
  })
  it('reads no date where there is none', () => {
    const texts = [
      '',
      '3个月',
      '12个月',
      '2020',
      '13月',
      '2020-13-01',
      '2月30日',
      '2020年13月1日',
      '2020年2月30日',
      '电话2020-1234',
      '3.5',
      '12次',
    ]
    for (const text of texts) expect(show(text, 2020), text).toBe('none')
  })
  it('reads only the first date of a range that runs backwards', () => {
    expect(show('2020年9月-2020年3月')).toBe('2020-09-01…2020-09-30')
  })
  it('never throws', () => {
    const pieces = '0 1 2 12 31 2020 年 月 日 号 底 末 初 旬 上 中 下 半年 第 四 十 季度 - 至 . / 全年 年底 次年'.split(
      ' ',
    )
    let seed = 9
    let found = 0
    for (let i = 0; i < 10_000; i++) {
      let text = ''
      for (let n = 0; n < i % 8; n++) {
        seed = (seed * 48_271) % 2_147_483_647
        text += pieces[seed % pieces.length]
      }
      const date = readDateAt(text, 0)
      if (!date) continue
      found++
      const { start, end } = resolveSpan(date.span, 2021)
      if (start > end || date.end > text.length) throw new Error(`${text}: ${start}…${end}`)
    }
    expect(found).toBeGreaterThan(500)
  })
})

describe('resolveDate', () => {
  const resolve = (printed: string, year: number): string => {
    const quantity = parseQuantity(printed)
    if (quantity.kind !== 'date') throw new Error(`${printed} is no date`)
    const { start, end } = resolveDate(quantity, year)
    return `${start}…${end} ${quantity.isYearImplied}`
  }
  it("fills in the form's year, and cuts the end to the length of the month", () => {
    expect(resolve('2月底前', 2020)).toBe('2020-02-21…2020-02-29 true')
    expect(resolve('2月底前', 2021)).toBe('2021-02-21…2021-02-28 true')
    expect(resolve('2019年9月', 2021)).toBe('2019-09-01…2019-09-30 false')
  })
  it('ends a span that would run backwards in the next year', () => {
    expect(resolve('10月至次年3月', 2020)).toBe('2020-10-01…2021-03-31 true')
  })
})
