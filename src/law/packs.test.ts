import { describe, expect, it } from 'vitest'
import { miniLaw } from '../../test/support/law.ts'
import { AppError } from '../domain/failure.ts'
import { listPacks, packsOf, parameterAt, rulesFor, rulesOf } from './packs.ts'
import { admissible } from './self-evaluation-rules.ts'

const failure = (run: () => unknown): AppError => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('no AppError was thrown')
}

describe('rulesFor', () => {
  it('gives each place its own numbers with their source', () => {
    const hubei = rulesFor('hubei-2020', '2020-12-31')
    expect(hubei.executionWeight).toMatchObject({ source: 'practice-hubei-2020#weights', certainty: 'read' })
    expect(hubei.executionWeight.value.toString()).toBe('20')
    expect(hubei.reverse.value).toBe('inverse')
    expect(hubei.grades.source).toBe('caiyu-2020-10#grades')
    expect(rulesFor('sichuan-2023', '2023-12-31').lowExecutionRate.value.toString()).toBe('0.9')
    expect(rulesFor('platform-cap-2022', '2022-12-31').totalCaps?.value.map(({ cap }) => `${cap}`)).toEqual([
      '89',
      '79',
      '69',
      '59',
    ])
    expect(rulesFor('transfer-form', '2020-12-31').isScored?.value).toBe(false)
  })

  it('keeps both execution scorings of 2021 admissible, the better attested one first', () => {
    const { executionScoring } = rulesFor('national-2021', '2022-12-31')
    expect(admissible(executionScoring).map(({ method }) => method)).toEqual(['proportional', 'bands'])
    expect(executionScoring.alternatives?.[0]?.certainty).toBe('recalled')
  })

  it('is one frozen object per pack and day', () => {
    expect(rulesFor('national-2020', '2020-12-31')).toBe(rulesFor('national-2020', '2020-12-31'))
    expect(Object.isFrozen(rulesFor('national-2020', '2020-12-31'))).toBe(true)
  })

  it('carries a place forward only as recalled, with the wider rule admissible as well', () => {
    const seen = rulesFor('hubei-2020', '2020-12-31').executionWeight
    const later = rulesFor('hubei-2020', '2023-12-31').executionWeight
    expect(seen.alternatives).toBeUndefined()
    expect(later.certainty).toBe('recalled')
    expect(admissible(later).map(String)).toEqual(['20', '10'])
    expect(later.note).toContain('待核实')
    expect(rulesFor('hubei-2020', '2023-12-31').forward.alternatives).toHaveLength(1) // its own value is not repeated
  })

  it('refuses a day before the first with pack and earliest date', () => {
    const error = failure(() => rulesFor('national-2020', '2016-05-01'))
    expect(error.code).toBe('LAW_NOT_COVERED')
    expect(error.message).toContain('national-2020')
    expect(error.message).toContain('2016-05-01：早于该包最早的 2020-02-25')
  })

  it('refuses the day after the last, and accepts the last', () => {
    expect(rulesFor('ministry-form-2018', '2020-02-24').pack).toBe('ministry-form-2018')
    expect(failure(() => rulesFor('ministry-form-2018', '2020-02-25')).code).toBe('LAW_NOT_COVERED')
  })

  it('names the packs that exist when asked for another', () => {
    const error = failure(() => rulesFor('national-1999', '2020-12-31'))
    expect(error.code).toBe('UNKNOWN_PACK')
    expect(error.remedy).toContain('national-2020')
  })

  it('names the parameter when a required value ends before the pack does', () => {
    const among = packsOf(miniLaw({ 'packs/mini/self-evaluation/execution-weight': { until: '2020-06-30' } }))
    expect(rulesOf(among, 'mini', '2020-06-30').executionWeight.value.toString()).toBe('10')
    const error = failure(() => rulesOf(among, 'mini', '2020-07-01'))
    expect(error.message).toContain('参数 executionWeight 在该日没有值')
    expect(error.message).toContain('最早的值始于 2020-01-01')
  })

  it('takes a newer value from its first day on', () => {
    const among = packsOf(
      miniLaw({
        'packs/mini/self-evaluation/execution-weight': {
          more: { '2021-01-01': { value: '20', source: 'definition#form-arithmetic', certainty: 'read' } },
        },
      }),
    )
    expect(parameterAt('mini', 'executionWeight', '2020-12-31', among)?.value.toString()).toBe('10')
    expect(parameterAt('mini', 'executionWeight', '2021-01-01', among)?.value.toString()).toBe('20')
  })
})

describe('listPacks', () => {
  it('names every pack with region, days and what is missing', () => {
    const packs = listPacks()
    expect(packs[0]?.id).toBe('ministry-form-2018')
    for (const pack of packs) {
      expect(pack.title).not.toBe('')
      expect(pack.coverage === 'complete' || pack.missing !== '').toBe(true)
    }
  })
})
