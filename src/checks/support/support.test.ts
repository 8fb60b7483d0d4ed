import { describe, expect, it } from 'vitest'
import { mentionsOf, nameForms, nameRelation } from './mentions.ts'
import { identityNumberIn, mobileNumberIn } from './personal-data.ts'
import { HAS, scan } from './scan.ts'
import { signature } from './signature.ts'
import { unitsContradict } from './units.ts'

const relation = (phrase: string, name: string) => {
  const [a, b] = [nameForms(phrase), nameForms(name)]
  return a && b ? nameRelation(a, b) : undefined
}

describe('mentions', () => {
  it('reads numbers with their unit and the words in front of them', () => {
    const read = mentionsOf('全年接待批次22次，培训教师1,204人次；签订协议预计5万元。')
    expect(read.map(({ before, printed }) => `${before}|${printed}`)).toEqual([
      '全年接待批次|22次',
      '培训教师|1,204人次',
      '签订协议|5万元',
    ])
    expect(read[2]).toMatchObject({ power: 4, unit: '元' })
  })
  it('leaves dates, ordinals and bare numbers alone and marks bounds and parts', () => {
    expect(mentionsOf('2021年第3季度前完成，12月31日验收，编号18')).toEqual([])
    expect(mentionsOf('超过50次').map(({ isBound }) => isBound)).toEqual([true])
    expect(mentionsOf('补植200株以上').map(({ isBound }) => isBound)).toEqual([true])
    expect(mentionsOf('其中乔木60株').map(({ isPart }) => isPart)).toEqual([true])
  })
  it('knows one name with and without its general words, and no other', () => {
    expect(relation('2021年度接待来访地区', '接待来访地区数量')).toBe('same')
    expect(relation('接待批次', '公务接待批次')).toBe('within')
    expect(relation('线上培训人次', '线下培训人次')).toBeUndefined()
    expect(relation('接待', '公务接待批次')).toBeUndefined()
  })
})

describe('units', () => {
  it('contradict only when no reading makes them comparable', () => {
    expect(unitsContradict('次', '个')).toBe(true)
    expect(unitsContradict('平方米', '人')).toBe(true)
    for (const [a, b] of [
      ['家', '个'],
      ['人', '人次'],
      ['期', '篇'],
      ['亩', '平方米'],
      ['天', '个月'],
      ['次', '怪'],
    ] as const)
      expect(unitsContradict(a, b), `${a} ${b}`).toBe(false)
  })
})

describe('scan', () => {
  it('finds runs of digits of either width', () => {
    expect(scan('共２０２１年') & HAS.fourDigits).toBeTruthy()
    expect(scan('1234567890') & HAS.longRun).toBe(0)
    expect(scan('12345678901') & HAS.longRun).toBeTruthy()
    expect(scan('绿地') & HAS.digit).toBe(0)
  })
})

describe('signature', () => {
  const text = '全年养护绿地面积不少于五十万平方米补植乔木二百株以上清理枯枝落叶使公园绿地整洁有序市民满意'
  it('shares a band between near copies and none between unlike texts', () => {
    const bands = new Set(signature(text))
    expect(signature(text.replace('清理', '清扫')).some((band) => bands.has(band))).toBe(true)
    const other = '对城区主次干道实行每日清扫冲洗做到路面见本色无积尘无死角使市民出行环境明显改善投诉下降'
    expect(signature(other).some((band) => bands.has(band))).toBe(false)
  })
})

describe('personal numbers', () => {
  it('are told from codes by their check digits and surroundings', () => {
    expect(identityNumberIn('号码11010519491231002X')).toBe('11010519491231002X')
    expect(identityNumberIn('号码110105194912310021')).toBeUndefined()
    expect(mobileNumberIn('电话13800000000')).toBe('13800000000')
    expect(mobileNumberIn('支出13800000000元')).toBeUndefined()
  })
})
