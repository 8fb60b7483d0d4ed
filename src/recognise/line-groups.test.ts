import { describe, expect, it } from 'vitest'
import type { TextLines } from '../domain/source-document.ts'
import { formLayout } from '../law/forms.ts'
import { lineGroups } from './line-groups.ts'

const blockOf = (texts: readonly string[]): TextLines => ({
  kind: 'lines',
  lines: texts.map((text, index) => ({ text, at: { line: index + 1 } })),
  at: { line: 1 },
})
const prose = (lines: number): string[] => Array.from({ length: lines }, () => '各项工作按期完成。'.repeat(50))

describe('groups of lines', () => {
  it('leave a block of usual size whole', () => {
    const block = blockOf(['项目名称 甲', '得分 10'])
    expect(lineGroups(block, formLayout())).toEqual([{ block, from: 0 }])
  })

  it('of a very long block are the lines around each project name, where they stood', () => {
    const texts = [...prose(3000), '项 目 名 称 甲', ...prose(5000), '项目名称：乙', '得分 10']
    const groups = lineGroups(blockOf(texts), formLayout())
    expect(groups.map(({ block, from }) => [from, block.lines.length])).toEqual([
      [2990, 2010],
      [7991, 12],
    ])
    expect(groups.map(({ block }) => block.lines[10]!.text)).toEqual(['项 目 名 称 甲', '项目名称：乙'])
    expect(groups[1]!.block.lines[10]!.at).toEqual({ line: 8002 })
  })

  it('join neighbours and cut lines that no table has', () => {
    const texts = Array.from({ length: 2000 }, (_, index) => (index % 20 === 0 ? '项目名称 甲' : '长'.repeat(3000)))
    const groups = lineGroups(blockOf(texts), formLayout())
    expect(groups.length).toBeGreaterThan(2)
    expect(groups.length).toBeLessThan(10)
    expect(groups.flatMap(({ block }) => block.lines).length).toBe(2000)
    expect(Math.max(...groups.flatMap(({ block }) => block.lines.map((line) => line.text.length)))).toBe(2000)
  })

  it('of a very long block without any project name are none', () => {
    expect(lineGroups(blockOf(['项目 '.repeat(1_000_000)]), formLayout())).toEqual([])
  })
})
