import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../domain/source-document.ts'
import { evaluationSheets } from './index.ts'

const SHEET = [
  '一级指标 二级指标 三级指标 分值 得分',
  '决策 20 项目立项 12 依据充分 6 6',
  '程序规范 6 5',
  '产出 40 产出数量 40 加装部数 40 38',
  '效益 40 实施效益 40 出行改善 40 36',
  '总分 100 85',
  '',
]

const documentOf = (sheets: number): SourceDocument => {
  const lines = Array.from({ length: sheets }, () => SHEET)
    .flat()
    .map((text, index) => ({ text, at: { line: index + 1 } }))
  return { file: '汇编.txt', format: 'txt', blocks: [{ kind: 'lines', lines, at: { line: 1 } }], notes: [] }
}

describe('a text with more scored sheets than can be waited for', () => {
  it('is read as far as that, and says where it stopped', () => {
    const within = evaluationSheets(documentOf(8), [])
    expect([within.sheets.length, within.unread]).toEqual([8, undefined])
    const beyond = evaluationSheets(documentOf(8), [], { tokens: 100, stoppedAt: undefined })
    expect(beyond.sheets.length).toBeGreaterThan(2)
    expect(beyond.sheets.length).toBeLessThan(8)
    expect(beyond.unread).toEqual({ line: beyond.sheets.length * SHEET.length + 1 })
  })
})
