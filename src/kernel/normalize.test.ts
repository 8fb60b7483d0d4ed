import { describe, expect, it } from 'vitest'
import { digitsRemoved, editDistance, labelKey, similarity, textKey, toHalfWidth } from './normalize.ts'

describe('toHalfWidth', () => {
  it('changes full-width ASCII and leaves every other sign alone', () => {
    expect(toHalfWidth('９５％　（ＡＢ）')).toBe('95% (AB)')
    expect(toHalfWidth('①200㎡10²、“是”')).toBe('①200㎡10²、“是”')
  })
})

describe('textKey', () => {
  it('makes two prints of one text equal', () => {
    const prints = [
      '完成“访惠聚”驻村工作（2020年—2021年）。',
      '完成 "访惠聚" 驻村工作(2020年-2021年)',
      '完成「访惠聚」驻村\n工作（２０２０年－２０２１年）；',
    ]
    expect(new Set(prints.map(textKey)).size).toBe(1)
  })
  it('keeps texts apart that differ in a word or a figure', () => {
    expect(textKey('完成12次')).not.toBe(textKey('完成13次'))
    expect(textKey('高于90%')).not.toBe(textKey('低于90%'))
  })
})

describe('textKey in one pass', () => {
  it('gives for every code unit what NFKC and the replacements give', () => {
    const slow = (text: string): string => textKey(`${text}\u{1f600}`).replace('\u{1f600}', '') // an emoji is outside the table
    const differing: string[] = []
    for (let code = 0; code < 0xd800; code++) {
      const text = `中${String.fromCharCode(code)}—${String.fromCharCode(code)} —字`
      if (textKey(text) !== slow(text)) differing.push(code.toString(16))
    }
    expect(differing).toEqual([])
  })
})

describe('labelKey', () => {
  it('drops white space, units, points, formula letters and closing colons', () => {
    const cases: [string, string][] = [
      ['年 初\n预算数（万元）', '年初预算数'],
      ['分值(10分)：', '分值'],
      ['分值（分）', '分值'],
      ['全年执行数（B）', '全年执行数'],
      ['执行率（B/A×100%）', '执行率'],
      ['得分（单位：分）', '得分'],
      ['*项目名称：', '项目名称'],
    ]
    for (const [printed, key] of cases) expect(labelKey(printed), printed).toBe(key)
  })
  it('keeps brackets that are part of the name, and a label that is nothing but a bracket', () => {
    expect(labelKey('偏差原因分析（及改进措施）')).toBe('偏差原因分析(及改进措施)')
    expect(labelKey('（万元）')).toBe('(万元)')
  })
})

describe('likeness of texts', () => {
  it('counts changed, missing and added letters', () => {
    expect(editDistance('行政运行', '行政运行')).toBe(0)
    expect(editDistance('行政运行', '行政运营')).toBe(1)
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('', '三个字')).toBe(3)
  })
  it('gives up beyond the limit', () => {
    expect(editDistance('一二三四五六', '甲乙丙丁戊己', 2)).toBe(3)
    expect(editDistance('短', '长得多的一个名称', 2)).toBe(3)
    expect(editDistance('行政运行', '行政运营', 2)).toBe(1)
  })
  it('is 1 for a copy, near 1 for a near-copy and 0 for unrelated or empty texts', () => {
    const text = '按照年度工作计划组织开展干部培训，提高干部队伍的业务能力和服务水平，培训人次达到预期目标。'
    expect(similarity(text, text)).toBe(1)
    expect(similarity(text, text.replace('业务', '专业'))).toBeGreaterThan(0.8)
    expect(similarity(text, '道路养护里程完成，路面平整度合格')).toBe(0)
    expect(similarity('', '')).toBe(0)
  })
  it('forgets the figures when asked to', () => {
    expect(digitsRemoved('举办培训12期，投入1,863.5万元')).toBe(digitsRemoved('举办培训8期，投入20万元'))
  })
})
