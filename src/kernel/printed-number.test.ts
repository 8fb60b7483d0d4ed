import { describe, expect, it } from 'vitest'
import { Decimal } from './decimal.ts'
import { readPrintedNumber } from './printed-number.ts'

const show = (printed: string): string => {
  const read = readPrintedNumber(printed)
  if (read.kind === 'unreadable') return `? ${read.reason}`
  if (read.kind !== 'number') return read.kind
  return `${read.value}${read.isPercent ? '%' : ''}${read.suffix === '' ? '' : ` ${read.suffix} 10^${read.power}`}`
}

describe('readPrintedNumber', () => {
  it('reads numbers in every spelling that forms use', () => {
    const cases: [string, string][] = [
      ['0', '0'],
      ['10', '10'],
      ['9746.50', '9746.50'],
      ['007', '7'],
      ['1,863,180', '1863180'],
      ['1，863，180.50', '1863180.50'],
      ['12 345.60', '12345.60'],
      [' 33.3 ', '33.3'],
      ['9746.\n50', '9746.50'],
      ['97\n46.50', '9746.50'],
      ['１２３．４５', '123.45'],
      ['.5', '0.5'],
      ['-12.5', '-12.5'],
      ['−12.5', '-12.5'],
      ['+3', '3'],
      ['100%', '100%'],
      ['100.00%', '100.00%'],
      ['99.06％', '99.06%'],
      ['99.06﹪', '99.06%'],
      ['3.5万', '3.5 万 10^4'],
      ['3.5 万元', '3.5 万元 10^4'],
      ['2亿元', '2 亿元 10^8'],
      ['35000元', '35000 元 10^0'],
      ['10分', '10 分 10^0'],
      ['12345678901234567890.12', '12345678901234567890.12'],
    ]
    for (const [printed, expected] of cases) expect(show(printed), printed).toBe(expected)
  })
  it('tells a blank cell from one that says "nothing"', () => {
    for (const printed of ['', ' ', '\u3000', '\n']) expect(show(printed)).toBe('blank')
    for (const printed of ['—', '——', '-', '/', '－', '／', '无', '不适用', 'N/A'])
      expect(show(printed), printed).toBe('dash')
  })
  it('says why a cell cannot be read', () => {
    const cases: [string, string][] = [
      ['1,23,456', '? 千分位逗号的位置不对'],
      ['1234,567', '? 千分位逗号的位置不对'],
      ['12,3', '? 千分位逗号的位置不对'],
      ['1.863.180', '? 一个数里有两个小数点'],
      ['12..5', '? 一个数里有两个小数点'],
      ['12.', '? 小数点后面没有数字'],
      ['12.万', '? 小数点后面没有数字'],
      ['1O0', '? 数字中混有字母（如把0写成O、把1写成l）'],
      ['l0', '? 数字中混有字母（如把0写成O、把1写成l）'],
      ['（123）', '? 括号里的数，无法确定是负数还是注释'],
      ['5-3', '? 数字中间有正负号'],
      ['--5', '? 数字中间有正负号'],
      ['≥90', '? 数字前有比较符号'],
      ['10 20', '? 数字中间有空格，可能是两个数'],
      ['100% 100%', '? 数字与文字混写，无法确定数值'],
      ['约12', '? 数字与文字混写，无法确定数值'],
      ['①', '? 不是数字'],
      ['#REF!', '? 公式出错，单元格里不是数'],
      ['完成', '? 不是数字'],
      ['%', '? 不是数字'],
      ['万元', '? 不是数字'],
    ]
    for (const [printed, expected] of cases) expect(show(printed), printed).toBe(expected)
  })
  it('reads back whatever a decimal prints, plain or grouped', () => {
    const failures: string[] = []
    for (let i = 0; i < 2000; i++) {
      const value = Decimal.of((i * 7919 * 104_729) % 1_000_000_007, i % 5)
      for (const text of [value.toString(), value.toGrouped()]) {
        const read = readPrintedNumber(text)
        if (read.kind !== 'number' || read.value.toString() !== value.toString()) failures.push(text)
      }
    }
    expect(failures).toEqual([])
  })
  it('never throws', () => {
    const alphabet = '0123456789.,，%％+-—/万亿元分 OlI（）()≥\n①٣²'
    const kinds = new Set<string>()
    let seed = 7
    for (let i = 0; i < 5000; i++) {
      let text = ''
      for (let n = 0; n < i % 9; n++) {
        seed = (seed * 48_271) % 2_147_483_647
        text += alphabet[seed % alphabet.length]
      }
      kinds.add(readPrintedNumber(text).kind)
    }
    expect([...kinds].sort()).toEqual(['blank', 'dash', 'number', 'unreadable'])
  })

  it('gives up on what is far too long for a number, at once', () => {
    const start = performance.now()
    for (const piece of ['9,', ',', '9.', '9 ', '9'])
      expect(readPrintedNumber(piece.repeat(500_000))).toMatchObject({ kind: 'unreadable', reason: '太长，不是一个数' })
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
