import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../domain/source-document.ts'
import { readNarrative } from './index.ts'

const documentOf = (text: string): SourceDocument => ({
  file: '说明.txt',
  format: 'txt',
  blocks: [{ kind: 'paragraph', text, at: { line: 1 } }],
  notes: [],
})

describe('subjects that no one writes', () => {
  it('a row of qualifiers is taken off one by one, though two of them in a row are a third', () => {
    // 实际完成 is 实际 and 完成 too: every way to part forty of them would be a million million.
    const text = `培训场次${'实际完成'.repeat(40)}甲100场，实际完成90场。`
    const { numbers, statements } = readNarrative(documentOf(text), [])
    expect(numbers.map(({ printed }) => printed)).toEqual(['100', '90'])
    expect(statements).toHaveLength(2)
  })
  it('a paragraph longer than any is read in parts, and loses nothing', () => {
    const sentence = '本年支出12.50万元，比上年增加1.20万元。'
    const { paragraphs, numbers } = readNarrative(documentOf(sentence.repeat(2000)), [])
    expect(paragraphs.length).toBeGreaterThan(10)
    expect(paragraphs.map(({ text }) => text).join('')).toBe(sentence.repeat(2000))
    expect(numbers.filter(({ kind }) => kind === 'amount')).toHaveLength(4000)
  })
})
