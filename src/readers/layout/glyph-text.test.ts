import { describe, expect, test } from 'vitest'
import { isNamed, isPlainCharacter, shownText } from './glyph-text.ts'
import { equivalentOf } from './radicals.ts'

describe('text of a glyph', () => {
  test('is the ordinary character where a font names a radical of the supplement', () => {
    expect(shownText('⻋⺠⻘⻓⻅⻔⻚⻛⻝⻢')).toBe('车民青长见门页风食马')
    expect(shownText('公务用⻋购置及运⾏维护费')).toBe('公务用车购置及运行维护费')
  })
  test('is the ordinary character for every radical that has one, and never another radical', () => {
    const radicals = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, i) => String.fromCodePoint(0x2e80 + i))
    const kangxi = radicals.filter((radical) => radical >= '\u2f00')
    for (const radical of kangxi) expect(shownText(radical)).toMatch(/^[\u4e00-\u9fff]$/u)
    const supplement = radicals.filter((radical) => equivalentOf(radical) !== undefined)
    expect(supplement.length).toBeGreaterThan(90)
    for (const radical of supplement) expect(shownText(radical)).toMatch(/^[\u3400-\u9fff]$/u)
  })
  test('stays as printed otherwise, full-width digits too', () => {
    expect(shownText('１２３（万元）①㎡')).toBe('１２３（万元）①㎡')
    expect(shownText('ﬁ')).toBe('fi')
    expect(shownText('a\u00a0\u3000b')).toBe('a b')
  })
  test('is looked at only where it may be another name', () => {
    expect(isPlainCharacter('车')).toBe(true)
    expect(isPlainCharacter('⻋')).toBe(false)
    expect(isNamed('\ue001')).toBe(false)
    expect(isNamed('车')).toBe(true)
  })
})
