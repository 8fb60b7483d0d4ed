import { describe, expect, it } from 'vitest'
import { startProgress } from './progress.ts'
import { displayWidth } from './width.ts'

describe('startProgress', () => {
  it('shows a bar that fits the terminal and clears it at the end', () => {
    const shown: string[] = []
    const progress = startProgress(10, 60, (text) => shown.push(text))
    progress.step(5, '一个名字很长很长很长很长很长很长很长很长很长的文件夹/自评表.docx')
    progress.end()
    expect(shown[0]).toContain('5/10')
    expect(displayWidth(shown[0]!)).toBeLessThanOrEqual(59)
    expect(shown.at(-1)).toBe('')
  })
  it('stays quiet for a few files and without a terminal', () => {
    const shown: string[] = []
    startProgress(2, 60, (text) => shown.push(text)).step(1, 'a')
    startProgress(100, 60, undefined).step(1, 'a')
    expect(shown).toEqual([])
  })
})
