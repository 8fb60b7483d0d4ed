import { describe, expect, it } from 'vitest'
import { displayWidth, hang, padEnd, padStart, printable, truncate, wrap } from './width.ts'

describe('displayWidth', () => {
  it('counts a Chinese character as two columns and a digit as one', () => {
    expect(displayWidth('得分9.5')).toBe(7)
    expect(displayWidth('（％）')).toBe(6)
  })
  it('counts combining marks and joiners as nothing, characters outside the basic plane once', () => {
    expect(displayWidth('e\u0301\u200b')).toBe(1)
    expect(displayWidth('𠀀')).toBe(2)
  })
})

describe('padEnd, padStart, truncate', () => {
  it('fills by columns, not by characters', () => {
    expect(padEnd('得分', 6)).toBe('得分  ')
    expect(padStart('分', 4)).toBe('  分')
  })
  it('cuts before a character that does not fit', () => {
    expect(truncate('公共文化', 6)).toBe('公共…')
    expect(truncate('公共文化', 8)).toBe('公共文化')
    expect(displayWidth(truncate('a公共文化', 6))).toBeLessThanOrEqual(6)
  })
})

describe('wrap', () => {
  it('never exceeds the width and loses no character', () => {
    const text = '资金总额9759.38万元与各来源之和9746.50万元不符，相差12.88万元（超过舍入允许的0.02）。'
    for (let width = 10; width < 60; width++) {
      const lines = wrap(text, width)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      expect(lines.join('')).toBe(text)
    }
  })
  it('begins no line with a closing mark', () => {
    for (let width = 8; width < 30; width++)
      for (const line of wrap('核对执行数，或改得分。（依据：附件）、完毕', width))
        expect(line).not.toMatch(/^[，。）、]/)
  })
  it('keeps numbers whole where they fit', () => {
    expect(wrap('共计12345.67万元', 8)).toEqual(['共计', '12345.67', '万元'])
  })
  it('breaks a word that is longer than a line', () => {
    expect(wrap('abcdefghijkl', 5)).toEqual(['abcde', 'fghij', 'kl'])
  })
  it('hangs the following lines under the first', () => {
    expect(hang('依据 ', '一二三四五六七八九十', 15)).toBe('依据 一二三四五\n     六七八九十')
  })
})

describe('printable', () => {
  it('lets no escape sequence or direction mark through to the terminal', () => {
    expect(printable('a\u001b[31mb\u009b2Jc')).toBe('a␛[31mb␛2Jc')
    expect(printable('1\u202e2')).toBe('1�2')
    expect(printable('a\r\nb')).toBe('a b')
  })
})
