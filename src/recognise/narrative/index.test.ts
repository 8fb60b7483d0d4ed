/** A booklet's prose of our own making, in the wording that most provinces use; all its numbers hold. */
import { describe, expect, it } from 'vitest'
import { isUnderstood, type Narrative, type Sum } from '../../domain/narrative.ts'
import type { SourceDocument } from '../../domain/source-document.ts'
import { readNarrative } from './index.ts'
import { proseLines } from './prose-lines.ts'

const BOOKLET = `某市档案馆2021年度部门决算
一、收入支出决算总体情况说明
2021年度收、支总计均为1234.56万元。与2020年度相比，收、支总计各增加100.00万元，增长8.81%。主要原因是新增修缮项目。
二、收入决算情况说明
本年收入合计1,200.00万元，其中：财政拨款收入1,100.00万元，占91.67%；其他收入100.00万元，占8.33%。
三、一般公共预算财政拨款支出决算情况说明
2021年一般公共预算支出决算数为900.00万元，完成预算的95.24%。其中：
1.一般公共服务支出（类）档案事务（款）行政运行（项）：年初预算为560.00万元，支出决算为550.00万元，完成年初预算的98.21%。
2.一般公共服务支出（类）档案事务（款）档案馆（项）：年初预算为360.00万元，支出决算为350.00万元，完成年初预算的97.22%。
四、“三公”经费财政拨款支出决算情况说明
2021年“三公”经费支出预算为12.50万元，支出决算为10.00万元，完成预算的80%。
（一）公务接待费支出4.00万元。公务接待费支出决算比2020年增加1.00万元，增长33.33%。国内公务接待50批次，300人次（不含陪同人员）。
（二）公务用车运行维护费支出6.00万元，与2020年决算数6.00万元持平。
五、其他重要事项的情况说明
截至2021年12月31日，本单位共有车辆3辆，其中：机要通信用车1辆、其他用车2辆。详见附件3和《某省预算公开办法》（某财预〔2019〕12号）。`

const read = (text: string): Narrative => {
  const source: SourceDocument = {
    file: '文字',
    format: 'txt',
    blocks: text.split('\n').map((line, i) => ({ kind: 'paragraph', text: line, at: { line: i + 1 } })),
    notes: [],
  }
  return readNarrative(source, [])
}

const narrative = read(BOOKLET)
const printed = (index: number | undefined): string => {
  const number = index === undefined ? undefined : narrative.numbers[narrative.statements[index]!.number]
  return number ? number.printed + number.unit : ''
}
const sums = narrative.relations.filter((one): one is Sum => one.kind === 'sum')

describe('the prose of a booklet', () => {
  it('has a year and its sections', () => {
    expect(narrative.year).toBe(2021)
    expect(narrative.sections.filter(({ level }) => level === 1).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })

  it('counts every number once and understands it', () => {
    expect(narrative.numbers.length).toBe([...BOOKLET.matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g)].length)
    expect(narrative.numbers.filter((one) => !isUnderstood(one))).toEqual([])
  })

  it('tells numbers of something from dates and labels', () => {
    const kinds = (kind: string) => narrative.numbers.filter((one) => one.kind === kind).map((one) => one.printed)
    expect(kinds('numbering')).toEqual(['1', '2'])
    expect(kinds('reference')).toEqual(['3', '2019', '12'])
    expect(kinds('points')).toEqual([])
    expect(kinds('date')).toContain('31')
  })

  it('knows subject, figure and level of an item', () => {
    const budget = narrative.statements.find(({ number }) => narrative.numbers[number]!.printed === '360.00')!
    expect(budget.measure).toBe('initial-budget')
    expect(budget.subject.name).toContain('档案馆')
  })

  it('links value, base, change and rate', () => {
    const comparisons = narrative.relations.flatMap((one) => (one.kind === 'comparison' ? [one] : []))
    expect(comparisons.map(({ value, change, rate }) => [value, change, rate].map(printed))).toEqual([
      ['1234.56万元', '100.00万元', '8.81%'],
      ['4.00万元', '1.00万元', '33.33%'],
      ['6.00万元', '', ''],
    ])
    expect(comparisons[0]!.reason).toBe('新增修缮项目')
    expect(comparisons[2]!.level).toEqual({ word: '持平', strength: 'exact' })
    expect(printed(comparisons[2]!.base)).toBe('6.00万元')
  })

  it('links shares with their whole, and completion with its budget', () => {
    const shares = narrative.relations.flatMap((one) => (one.kind === 'share' ? [one] : []))
    expect(shares.map(({ share, whole }) => [share, whole].map(printed))).toEqual([
      ['91.67%', '1,200.00万元'],
      ['8.33%', '1,200.00万元'],
    ])
    const completions = narrative.relations.flatMap((one) => (one.kind === 'completion' ? [one] : []))
    expect(completions.map(({ rate, budget }) => [rate, budget].map(printed))).toEqual([
      ['95.24%', ''],
      ['98.21%', '560.00万元'],
      ['97.22%', '360.00万元'],
      ['80%', '12.50万元'],
    ])
  })

  it('finds lists within a sentence and over paragraphs', () => {
    expect(sums.map(({ total, parts }) => [total, ...parts].map(printed))).toEqual([
      ['1,200.00万元', '1,100.00万元', '100.00万元'],
      ['3辆', '1辆', '2辆'],
      ['900.00万元', '550.00万元', '350.00万元'],
    ])
  })

  it('says which number it did not understand, and why', () => {
    const { numbers } = read('某市档案馆2021年度部门决算\n本年另有77。')
    expect(numbers.filter((one) => !isUnderstood(one)).map((one) => [one.printed, one.why])).toEqual([
      ['77', '没有单位，也看不出是什么数'],
    ])
  })
})

describe('prose among lines', () => {
  const PROSE = [
    '机关运行经费是指为保障行政单位运行用于购买货物和服务的',
    '各项资金，包括办公及印刷费、邮电费、差旅费、会议费、福',
    '利费、日常维修费、专用材料及一般设备购置费等。本年支出',
    '为八十万元，比上年减少二万元，主要是压减了一般性支出。',
  ]
  const TABLE = ['项目 行次 决算数', '一、教育支出 31 20.00', '二、住房保障支出 32 8.00', '合计', '30 28.00']

  it('is told from tables by its full lines', () => {
    const { isProse } = proseLines([...PROSE, ...TABLE, ...TABLE, ...PROSE, ...PROSE])
    expect(isProse).toEqual([
      ...PROSE.map(() => true),
      ...TABLE.map(() => false),
      ...TABLE.map(() => false),
      ...PROSE.map(() => true),
      ...PROSE.map(() => true),
    ])
  })

  it('is joined where the page broke it, and keeps the place of each line', () => {
    const lines = PROSE.map((text, i) => ({ text, at: { line: i + 1 } }))
    const source: SourceDocument = {
      file: '文字',
      format: 'txt',
      blocks: [{ kind: 'lines', lines: [...lines, { text: '共接待12批次。', at: { line: 5 } }], at: {} }],
      notes: [],
    }
    const { paragraphs, numbers } = readNarrative(source, [])
    expect(paragraphs[0]!.text).toContain('福利费')
    expect(numbers.map(({ printed: digits, at }) => [digits, at.line])).toEqual([['12', 5]])
  })
})
