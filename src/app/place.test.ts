import { describe, expect, it } from 'vitest'
import { regionOf } from './place.ts'

describe('regionOf', () => {
  it('takes the place a name begins with, not the one it mentions', () => {
    expect(regionOf('深圳市对口支援新疆工作办公室')).toBe('深圳市')
    expect(regionOf('北京市支援云南省项目办公室')).toBe('北京市')
  })
  it('finds a city with its own plan behind its province', () => {
    expect(regionOf('广东省深圳市福田区某局')).toBe('深圳市')
  })
  it('skips a year in front and the blanks of a title', () => {
    expect(regionOf('2021 年度 湖北省某厅部门决算')).toBe('湖北省')
  })
  it('knows an office by the short name of its province, and says nothing of other words', () => {
    expect(regionOf('广西审计厅')).toBe('广西壮族自治区')
    expect(regionOf('北京路街道办事处')).toBe('')
    expect(regionOf('云岭市青禾区文化体育服务局')).toBe('')
  })
})
