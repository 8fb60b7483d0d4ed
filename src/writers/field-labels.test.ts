import { describe, expect, it } from 'vitest'
import { fieldLabel } from './field-labels.ts'

describe('fieldLabel', () => {
  it('uses the standard names where no form is at hand', () => {
    expect(fieldLabel(undefined, 'funds.total.score')).toBe('资金·年度资金总额·得分')
    expect(fieldLabel(undefined, 'funds.appropriation.executed')).toBe('资金·当年财政拨款·全年执行数')
    expect(fieldLabel(undefined, 'indicators[3].actual')).toBe('指标4·实际完成值')
    expect(fieldLabel(undefined, 'indicators[0].more.unit')).toBe('指标1·计量单位')
    expect(fieldLabel(undefined, 'more.conclusion')).toBe('评价结论')
    expect(fieldLabel(undefined, 'projectName')).toBe('项目名称')
    expect(fieldLabel(undefined, 'totalScore')).toBe('总分·得分')
    expect(fieldLabel(undefined, 'funds.moreSources[0].rate')).toBe('资金·其他来源·执行率')
  })
  it('shows no English key to a Chinese reader', () => {
    for (const field of [
      'funds',
      'indicators',
      'goalExpected',
      'goalActual',
      'totalWeight',
      'leader',
      'phone',
      'funds.unit',
      'more.grade',
    ])
      expect(fieldLabel(undefined, field)).not.toMatch(/[a-z]/)
  })
  it('speaks English as well', () => {
    expect(fieldLabel(undefined, 'indicators[3].actual', 'en')).toBe('indicator 4, actual')
    expect(fieldLabel(undefined, 'funds.total.score', 'en')).toBe('funds, total, score')
  })
})
