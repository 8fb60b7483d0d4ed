import { describe, expect, it } from 'vitest'
import { remembering } from './remember.ts'

describe('remembering', () => {
  it('asks once for a text that comes again, and gives the very same answer', () => {
    let asked = 0
    const read = remembering((text) => ({ text, asked: ++asked }))
    expect(read('≥90%')).toBe(read('≥90%'))
    expect(asked).toBe(1)
  })

  it('never gives the answer of another text, however many share its slot', () => {
    const read = remembering((text) => `<${text}>`)
    for (let round = 0; round < 2; round++) for (let i = 0; i < 20_000; i++) expect(read(`${i}万元`)).toBe(`<${i}万元>`)
  })

  it('keeps no long texts', () => {
    let asked = 0
    const read = remembering((text) => ({ text, asked: ++asked }))
    const long = '完成全市中小学教师信息技术应用能力提升工程的培训任务'
    read(long)
    read(long)
    expect(asked).toBe(2)
  })
})
