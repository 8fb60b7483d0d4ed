import { describe, expect, it } from 'vitest'
import { csvField } from './forms-csv.ts'

describe('csvField', () => {
  it('keeps numbers, signs and percentages as printed', () => {
    for (const text of ['-0.5', '+3', '1863180', '95%']) expect(csvField(text)).toBe(text)
    expect(csvField('1,863,180')).toBe('"1,863,180"')
  })
  it('lets a spreadsheet run nothing', () => {
    expect(csvField('=1+1')).toBe("'=1+1")
    expect(csvField('@SUM(A1)')).toBe("'@SUM(A1)")
    expect(csvField('-cmd|x')).toBe("'-cmd|x")
  })
  it('quotes commas, quotes and line breaks', () => {
    expect(csvField('a,"b"\nc')).toBe('"a,""b""\nc"')
  })
})
