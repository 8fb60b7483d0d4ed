import { describe, expect, it } from 'vitest'
import { choosePack, namedPack, packFor } from './choose-pack.ts'
import { rulesFor } from './packs.ts'

describe('choosePack', () => {
  it('chooses the national pack by budget year', () => {
    expect([2018, 2019, 2020, 2021, 2022, 2025].map((year) => packFor({ year }))).toEqual([
      'ministry-form-2018',
      'ministry-form-2018',
      'national-2020',
      'national-2020', // the goals of 2021 were approved before the guide of August 2021
      'national-2021',
      'national-2021',
    ])
  })

  it('knows a place by its district, its city or its province', () => {
    const at = (name: string) => packFor({ year: 2020, hints: [name] })
    expect(at('北京市丰台区人民政府办公室')).toBe('beijing-2020')
    expect(packFor({ year: 2020, region: '丰台区' })).toBe('beijing-2020')
    expect(at('深圳市福田区教育局')).toBe('shenzhen-2020')
    expect(at('宜昌市水利局')).toBe('hubei-2020')
    expect(at('南宁市财政局')).toBe('guangxi')
    expect(at('长春市朝阳区城管局')).toBe('national-2020')
  })

  it('takes the place whose name stands first, and the most trusted hint first', () => {
    expect(packFor({ year: 2020, hints: ['深圳市人民政府驻北京办事处'] })).toBe('shenzhen-2020')
    expect(packFor({ year: 2020, hints: ['', '湖北省某局', '北京市某局'] })).toBe('hubei-2020')
    expect(packFor({ year: 2020, region: '北京市', hints: ['深圳市某局'] })).toBe('beijing-2020')
  })

  it('is not taken in by streets, gates and offices in another place', () => {
    const at = (name: string) => packFor({ year: 2023, hints: [name] })
    expect(at('广州市越秀区北京路步行街管理委员会')).toBe('national-2021')
    expect(at('广安门医院')).toBe('national-2021')
    expect(at('广东省人民政府驻北京办事处')).toBe('national-2021')
    expect(at('湖南省益阳市资阳区水利局')).toBe('national-2021')
    expect(at('四川省资阳市水利局')).toBe('sichuan-2023')
    expect(at('市本级_武汉市文旅局')).toBe('hubei-2020')
  })

  it('does not use a place before its rules are known', () => {
    expect(packFor({ year: 2020, hints: ['四川省某厅'] })).toBe('national-2020')
    expect(packFor({ year: 2023, hints: ['四川省某厅'] })).toBe('sichuan-2023')
    expect(packFor({ year: 2019, hints: ['北京市某局'] })).toBe('ministry-form-2018')
  })

  it('knows the transfer form by its title', () => {
    expect(packFor({ year: 2021, title: '转移支付区域（项目）绩效自评表', hints: ['武汉市某局'] })).toBe(
      'transfer-form',
    )
  })

  it('never chooses by itself the pack whose place is unknown', () => {
    for (let year = 2018; year <= 2030; year += 1) expect(packFor({ year })).not.toBe('platform-cap-2022')
  })

  it('judges a form on the last day of its year and says why', () => {
    const choice = choosePack({ year: 2020, hints: ['北京市某局'] })
    expect(choice.on).toBe('2020-12-31')
    expect(choice.why).toBe('2020年度，名称含“北京”，选用 北京市项目支出绩效自评表')
  })

  it('gives a form without a year the pack that admits the most, on a day it covers', () => {
    const { pack, on, why } = choosePack({ year: 0 })
    expect(pack).toBe('national-2021')
    expect(rulesFor(pack, on).executionScoring.alternatives).toHaveLength(1)
    expect(why).toContain('没有年度')
    const beijing = choosePack({ year: 0, hints: ['北京市某局'] })
    expect(rulesFor(beijing.pack, beijing.on).pack).toBe('beijing-2020')
  })

  it('takes a pack that a person names, on a day it covers when the form has no year', () => {
    expect(namedPack('platform-cap-2022', 2023)).toEqual({
      pack: 'platform-cap-2022',
      on: '2023-12-31',
      why: '由使用者指定',
      whyEn: 'named by the user',
    })
    const { pack, on } = namedPack('platform-cap-2022', 0)
    expect(rulesFor(pack, on).totalCaps?.value).toHaveLength(4)
    expect(() => namedPack('nobody', 2023)).toThrow('没有名为“nobody”的规则包')
  })

  it('leaves the refusal of a year without rules to rulesFor', () => {
    const { pack, on } = choosePack({ year: 2016 })
    expect(() => rulesFor(pack, on)).toThrow('早于该包最早的 2018-01-01')
  })
})
