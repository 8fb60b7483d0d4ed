import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../domain/source-document.ts'
import { documentFacts, regionOf } from './place.ts'

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

const documentOf = (file: string, ...texts: string[]): SourceDocument => ({
  file,
  format: 'txt',
  blocks: texts.map((text) => ({ kind: 'paragraph', text, at: {} })),
  notes: [],
})
const yearOf = (file: string, ...texts: string[]): number => documentFacts(documentOf(file, ...texts), []).year

describe('the year of a document whose forms print none', () => {
  it('is that of its title', () => {
    expect(yearOf('a.txt', '青禾区2021年度部门决算', '该办公室于2019年1月设立。')).toBe(2021)
  })
  it('is that of the file name when no title says it', () => {
    expect(yearOf('资料/2022年项目自评表.docx', '项目自评')).toBe(2022)
    expect(yearOf('20221231.docx', '项目自评')).toBe(0)
  })
  it('is the budget year named most often in the text, never the year of a document number or a founding', () => {
    const body = [
      '根据〔2019〕52号文件，本办于2019年1月设立。',
      '2020年度收入合计……',
      '2019年度结转……',
      '2020年度支出合计……',
    ]
    expect(yearOf('a.txt', ...body)).toBe(2020)
  })
  it('is not known when nothing says it', () => {
    expect(yearOf('a.txt', '项目自评')).toBe(0)
  })
})
