import { describe, expect, it } from 'vitest'
import { parseChineseNumber } from './chinese-number.ts'

const read = (text: string): string | undefined => parseChineseNumber(text)?.toString()

describe('parseChineseNumber', () => {
  it('reads everyday, composite, old and financial numerals exactly', () => {
    const cases: [string, string][] = [
      ['零', '0'],
      ['一', '1'],
      ['两', '2'],
      ['十', '10'],
      ['十二', '12'],
      ['二十', '20'],
      ['廿三', '23'],
      ['卅', '30'],
      ['一百零五', '105'],
      ['一百二十三', '123'],
      ['两千零二十', '2020'],
      ['三万五千', '35000'],
      ['一亿零五百万', '105000000'],
      ['九千九百九十九亿九千九百九十九万九千九百九十九', '999999999999'],
      ['壹佰贰拾叁', '123'],
      ['二〇二〇', '2020'],
      ['二○二一', '2021'],
      ['三点一四', '3.14'],
      ['半', '0.5'],
    ]
    for (const [text, value] of cases) expect(read(text), text).toBe(value)
  })
  it('refuses characters that form no numeral', () => {
    for (const text of ['', '百', '万', '百十', '一二万', '十百', '一百一百', '三点', '点五', '一个', '万亿', '二十廿'])
      expect(read(text), text).toBeUndefined()
  })
  it('agrees with a plain writer of numerals over 1 … 9,999', () => {
    const digits = '零一二三四五六七八九'
    const write = (n: number): string => {
      let text = ''
      for (const [place, sign] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const digit = Math.floor(n / place) % 10
        if (digit > 0) text += digits[digit]! + sign
        else if (text !== '' && n % place > 0 && !text.endsWith('零')) text += '零'
      }
      return text
    }
    for (let n = 1; n < 10_000; n += 7) expect(read(write(n)), write(n)).toBe(String(n))
  })
})
