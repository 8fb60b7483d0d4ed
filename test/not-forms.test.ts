/**
 * Papers that look like a 项目支出绩效自评表 and are none: goal declarations, monitoring forms, whole-department forms,
 * lists of projects, frameworks. To read one as a self-evaluation would be to accuse it of what it never claimed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/readers/index.ts'
import { recognise } from '../src/recognise/index.ts'

const folder = new URL('./fixtures/not-forms/', import.meta.url)

describe('papers that are no project self-evaluation', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const source = await readDocument(new Uint8Array(readFileSync(new URL(name, folder))), name)
    expect(source.blocks.length).toBeGreaterThan(0)
    expect(recognise(source).selfEvaluations.map((form) => form.head.projectName?.printed)).toEqual([])
  })
})
