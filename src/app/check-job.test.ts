import { describe, expect, it } from 'vitest'
import { checkJob, revived } from './check-job.ts'

const TEXT = `<!doctype html><meta charset="utf-8"><title>说明</title>
<p>一、收入支出决算总体情况说明</p>
<p>2021年度收入总计1,234.56万元，比上年增加100.00万元，增长8.8%。其中：一般公共预算财政拨款收入1,200.56万元，占97.2%。</p>`
const files = { read: async () => new TextEncoder().encode(TEXT) }

describe('the check of a file in another thread', () => {
  it('comes back as it was, numbers included', async () => {
    const outcome = await checkJob('说明.html', files, { keepsBlocks: true }, undefined)
    expect(outcome).toMatchObject({ outcome: 'checked' })
    expect(outcome.outcome === 'checked' && outcome.narrative?.numbers.length).toBeGreaterThan(3)
    expect(revived(structuredClone(outcome))).toStrictEqual(outcome)
  })
  it('leaves out the blocks that only a drawing needs', async () => {
    const outcome = await checkJob('说明.html', files, { keepsBlocks: false }, undefined)
    expect(outcome.outcome === 'checked' && outcome.source.blocks).toEqual([])
  })
  it('is a failure where the file cannot be read', async () => {
    const outcome = await checkJob('空.docx', { read: async () => new Uint8Array(3) }, { keepsBlocks: true }, undefined)
    expect(revived(structuredClone(outcome))).toStrictEqual(outcome)
    expect(outcome.outcome).toBe('failed')
  })
})
