import { describe, expect, it } from 'vitest'
import { changedForm } from '../../test/support/run-cases.ts'
import { viewForm } from './form-view.ts'

const compared = (target: string, actual: string, more: Readonly<Record<string, string>> = {}) => {
  const changes = { 'indicators[1].target': target, 'indicators[1].actual': actual }
  const named = Object.fromEntries(Object.entries(more).map(([key, value]) => [`indicators[1].${key}`, value]))
  return viewForm(changedForm(1, { ...changes, ...named })).indicators[1]!.comparison
}
const say = (...args: Parameters<typeof compared>) => {
  const comparison = compared(...args)
  return comparison && `${comparison.direction} ${comparison.directionFrom} ${comparison.outcome}`
}

describe('compareIndicator', () => {
  it('reads the direction from the operator, from a column, from the kind of indicator', () => {
    expect(say('≥20家', '16家')).toBe('forward printed missed')
    expect(say('≤60天', '50.57天')).toBe('reverse printed met')
    expect(say('20', '16', { direction: '≥' })).toBe('forward printed missed')
    expect(say('5次', '3次', { level3: '游客投诉次数' })).toBe('reverse implied met')
    expect(say('40万元', '42.82万元', { level2: '成本指标' })).toBe('reverse implied missed')
    expect(say('10个', '3个')).toBe('forward assumed missed')
  })
  it('takes counts exactly and money within its rounding', () => {
    expect(say('≥20家', '19家')).toBe('forward printed missed')
    expect(say('≤90万元', '90.3万元')).toBe('reverse printed close')
    expect(say('≥90%', '89.96%')).toBe('forward printed missed')
  })
  it('knows ranges, bounds as actual values, and what cannot be compared', () => {
    expect(say('3－5篇', '4篇')).toBe('forward assumed met')
    expect(say('3-5万字', '2.8万字')).toBe('forward assumed missed')
    expect(compared('≥90%', '≥90%')?.actualOperator).toBe('≥')
    expect(say('≥10次', '33个')).toBeUndefined()
    expect(say('≥1次/月', '16次/年')).toBeUndefined()
    expect(say('良好', '良好')).toBeUndefined()
    expect(say('60天', '58天', { level2: '时效指标' })).toBeUndefined()
  })
})
