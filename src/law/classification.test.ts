import { describe, expect, it } from 'vitest'
import { tableSetFor, tableSets } from './account-sets.ts'
import { tableProfiles } from './account-tables.ts'
import { classification, dictionary } from './classification.ts'

describe('classification', () => {
  it('names classes, 款 and 项', () => {
    const { functional, economic } = classification(2021)
    expect(functional.get('2080505')?.name).toBe('机关事业单位基本养老保险缴费支出')
    expect(economic.get('30217')?.name).toBe('公务接待费')
  })

  it('follows a renamed 款 by year', () => {
    expect(classification(2021).functional.get('21305')?.name).toBe('扶贫')
    expect(classification(2022).functional.get('21305')?.name).toBe('巩固脱贫衔接乡村振兴')
    expect(classification(2023).functional.has('20139')).toBe(false)
  })

  it('says outside which years its names may have changed', () => {
    expect(classification(2022).isCovered).toBe(true)
    expect(classification(2026).isCovered).toBe(false)
  })

  it('has the parent of every code, and says what it lacks', () => {
    for (const id of ['functional', 'economic'] as const) {
      const codes = new Set(dictionary(id).entries.map(({ code }) => code))
      const orphans = [...codes].filter((code) => code.length > 3 && !codes.has(code.slice(0, 3)))
      expect(orphans).toEqual([])
      expect(dictionary(id).missing).not.toBe('')
    }
  })
})

describe('table sets', () => {
  it('are chosen by place and year', () => {
    expect(tableSetFor('final', '北京市丰台区', 2020)?.id).toBe('beijing-twelve')
    expect(tableSetFor('final', '云南省', 2021)?.id).toBe('yunnan-nine')
    expect(tableSetFor('final', '云南省', 2022)?.id).toBe('yunnan-fourteen')
    expect(tableSetFor('final', '辽宁省', 2022)?.id).toBe('national-nine')
    expect(tableSetFor('final', '辽宁省', 2015)).toBeUndefined()
    expect(tableSetFor('budget', '广东省', 2022)).toBeUndefined()
  })

  it('use every profile that is not known from elsewhere', () => {
    const used = new Set(tableSets().flatMap(({ tables }) => tables.map(({ profile }) => profile.id)))
    const unused = tableProfiles().filter(({ id }) => !used.has(id))
    expect(unused.map(({ id }) => id)).toEqual(['budget-project'])
  })
})
