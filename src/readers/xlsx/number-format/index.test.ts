import { describe, expect, test } from 'vitest'
import { builtinFormat } from './builtin.ts'
import { parseStored, plainText } from './decimal-text.ts'
import { compileFormat } from './index.ts'

const print = (code: string, value: string, is1904 = false): string =>
  compileFormat(code, is1904).number(parseStored(value)!)
const each = (code: string, pairs: Readonly<Record<string, string>>): void => {
  for (const [value, printed] of Object.entries(pairs))
    expect(`${value} → ${print(code, value)}`).toBe(`${value} → ${printed}`)
}

describe('stored numbers', () => {
  test('are exact to 15 significant digits', () => {
    const stored = (text: string): string => plainText(parseStored(text)!)
    expect(stored('0.30000000000000004')).toBe('0.3')
    expect(stored('0.99060000000000004')).toBe('0.9906')
    expect(stored('37.239999999999995')).toBe('37.24')
    expect(stored('999999999999999.9')).toBe('1000000000000000')
    expect(stored('1.5E-3')).toBe('0.0015')
    expect(stored('-1e3')).toBe('-1000')
    expect(stored('-0')).toBe('0')
    expect(stored('100')).toBe('100')
    expect(['', 'abc', '1e999', '.', '1.2.3'].map(parseStored)).toEqual(Array.from({ length: 5 }))
  })
})

describe('number formats', () => {
  test('print decimals as the format says, rounded half away from zero', () => {
    each('0.00', { '3.5': '3.50', '2.675': '2.68', '1.005': '1.01', '-3.5': '-3.50', '0': '0.00', '99.995': '100.00' })
    each('0', { '0.5': '1', '-0.5': '-1', '1234.567': '1235' })
    each('#.##', { '0.5': '.5', '12.345': '12.35' })
    each('00000', { '42': '00042' })
  })
  test('print percentages', () => {
    each('0.00%', { '0.9906': '99.06%', '1': '100.00%', '-0.05': '-5.00%' })
    each('0%', { '0.995': '100%', '0.994': '99%' })
    each('0"%"', { '95': '95%' })
  })
  test('print thousands, and divide by them', () => {
    each('#,##0.00', { '1863180': '1,863,180.00', '999.995': '1,000.00', '0': '0.00', '-1234567.891': '-1,234,567.89' })
    each('0.0,', { '12345': '12.3' })
    each('#,##0.0,,"百万"', { '12345678901.2': '12,345.7百万' })
    // Ten thousands, as Chinese workbooks write them: the point is a literal one digit from the right.
    each('0\\.0,"万"', { '12345': '1.2万', '500': '0.1万' })
    each('000-0000', { '1050': '000-1050', '441234567': '44123-4567' })
  })
  test('choose the section by sign and by condition', () => {
    each('#,##0.00;(#,##0.00);"零"', { '-1234.5': '(1,234.50)', '0': '零', '7': '7.00' })
    each('0.00;[Red]-0.00', { '-1': '-1.00' })
    each('[>=100]0.0;[<0]-0.00;0.000', { '100': '100.0', '-2': '-2.00', '5': '5.000' })
    each('0;-0;;@', { '0': '', '3': '3' })
    each(';;;', { '5': '' })
    each('[=1]"是";[=0]"否";0', { '1': '是', '0': '否', '-7': '-7' })
  })
  test('leave out padding, colours and the mark of the locale', () => {
    each(builtinFormat(43), { '1234.5': '1,234.50', '-1234.5': '-1,234.50', '0': '-' })
    each('[$¥-804]#,##0.00_);[Red]\\([$¥-804]#,##0.00\\)', { '12': '¥12.00', '-12': '(¥12.00)' })
    each('"约"0"万元"', { '5': '约5万元' })
  })
  test('print exponents and fractions', () => {
    each('0.00E+00', { '12345': '1.23E+04', '0.00012': '1.20E-04', '9999': '1.00E+04', '0': '0.00E+00' })
    each('##0.0E+0', { '12345': '12.3E+3', '0.5': '500.0E-3' })
    each('# ?/?', { '3.5': '3 1/2', '0.1234567890123': '1/8', '2': '2' })
    each('# ?/8', { '3.5': '3 4/8' })
  })
  test('print General in eleven characters', () => {
    each('General', {
      '1863180': '1863180',
      '0.1': '0.1',
      '0.333333333333333': '0.333333333',
      '1234567.891234': '1234567.891',
      '123456789012': '1.23457E+11',
      '0.000012345': '0.000012345',
      '0.0000123456': '1.23456E-05',
      '0.0001': '0.0001',
      '-0.5': '-0.5',
    })
    each('General"元"', { '12.5': '12.5元' })
    each('@', { '12.5': '12.5' })
  })
  test('print dates and times', () => {
    each('yyyy"年"m"月"d"日"', {
      '44196': '2020年12月31日',
      '61': '1900年3月1日',
      '60': '1900年2月29日',
      '-1': '#######',
    })
    each('yyyy年m月d日', { '44196': '2020年12月31日' })
    each(builtinFormat(14), { '44196': '2020/12/31' })
    each(builtinFormat(31), { '44196': '2020年12月31日' })
    each('yyyy-mm-dd hh:mm:ss', { '44196.75': '2020-12-31 18:00:00', '44196.9999999': '2021-01-01 00:00:00' })
    each('yyyy/mm', { '44196': '2020/12' })
    each('h:mm AM/PM', { '0.75': '6:00 PM', '0': '12:00 AM' })
    each('上午/下午h"时"mm"分"', { '0.75': '下午6时00分' })
    each('[h]:mm', { '1.5': '36:00' })
    each('aaaa', { '44196': '星期四' })
    each('[DBNum1][$-804]yyyy"年"m"月"d"日"', { '44196': '二〇二〇年十二月三十一日' })
    expect(print('yyyy/m/d', '42734', true)).toBe('2020/12/31')
  })
  test('write figures in Chinese', () => {
    each('[DBNum2][$-804]General', { '1050': '壹仟零伍拾', '100000': '壹拾万', '12.5': '壹拾贰.伍' })
    each('[DBNum2][$-804]General"元整"', { '10000': '壹万元整' })
    each('[DBNum1]0', { '0': '〇', '1203': '一千二百〇三' })
  })
  test('print text by the section for text', () => {
    expect(compileFormat('0;0;0;"附"@', false).text('表')).toBe('附表')
    expect(compileFormat('0.00', false).text('无')).toBe('无')
    expect(compileFormat('@', false).text('007')).toBe('007')
  })
  test('take any format code without failing', () => {
    const codes = [
      '[',
      '"',
      '\\',
      '*',
      '_',
      '[$',
      ';;;;;',
      '[DBNum9]0',
      'E+',
      '0E+',
      '/',
      '?/?',
      '[<]0',
      'yyyyyyyyyyyyyyyyyyyyyyy',
      '[>1][<2]0',
      '%,.0',
    ]
    for (const code of codes)
      for (const value of ['0', '-1.5', '44196', '1e20']) expect(typeof print(code, value)).toBe('string')
  })
})
