import { describe, expect, it } from 'vitest'
import { citation, citationText, findCitation, instruments, readInstrument, weakest } from './instruments.ts'

describe('citations', () => {
  it('prints no article number that is only recalled', () => {
    expect(citationText('caiyu-2020-10#quantitative-scoring')).toBe('财预〔2020〕10号（定量指标按比例计分）')
    for (const { id, articles } of instruments().values())
      for (const [key, { no, noCertainty }] of Object.entries(articles))
        if (noCertainty === 'recalled') expect(citationText(`${id}#${key}`)).not.toContain(no)
  })
  it('prints an article number that was read', () => {
    expect(citationText('caiyu-2015-88#unchanged')).toBe(
      '财预〔2015〕88号第二十八条（绩效目标批复后一般不予调整，确需调整按预算调整程序）',
    )
  })
  it('says what is not a law', () => {
    expect(citation('practice-hubei-2020#reverse').kind).toBe('practice')
    expect(citationText('practice-hubei-2020#reverse')).toMatch(/^实务做法·湖北省/)
    expect(citationText('definition#form-arithmetic')).toBe(
      '表内勾稽与栏目含义（合计等于各部分之和，比率等于分子除以分母）',
    )
    expect(citation('proposal#leaf-weight').kind).toBe('proposal')
  })
  it('leads nowhere for an unknown reference, and says so', () => {
    expect(findCitation('caiyu-2020-10#toString')).toBeUndefined()
    expect(findCitation('caiyu-2020-10')).toBeUndefined()
    expect(() => citation('caiyu-2020-10#x')).toThrow('没有“caiyu-2020-10#x”这一条')
  })
  it('is as sure as the weakest ground', () => {
    expect(weakest(['read', 'recalled', 'second-hand'])).toBe('recalled')
    expect(weakest([])).toBe('read')
  })
  it('refuses an article number without its certainty', () => {
    const node = {
      id: 'x',
      kind: 'definition',
      title: 'X',
      articles: { a: { no: '第一条', gist: 'g', certainty: 'read' } },
    }
    expect(() => readInstrument('instruments/x', node)).toThrow('law/instruments/x.yaml 的 articles.a：条号')
  })
})
