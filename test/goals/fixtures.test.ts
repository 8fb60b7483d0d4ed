/** Goal declarations: the file beside each fixture says what a careful person reads in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { goalJson } from '../../src/writers/json/plan-json.ts'

const others = new URL('../fixtures/forms/', import.meta.url)
const folder = new URL('../fixtures/goals/', import.meta.url)

describe('goal declarations', () => {
  const files = readdirSync(folder)
  it.each(files.filter((file) => !file.endsWith('.json')))('%s', async (file) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8'))
    const source = await readDocument(new Uint8Array(readFileSync(new URL(file, folder))), file)
    const read = recognise(source)
    expect(read.selfEvaluations).toHaveLength(0)
    expect(read.monitorings).toHaveLength(0)
    expect(read.goalDeclarations.map(goalJson).map(({ position: _, ...form }) => form)).toEqual(expected)
  })
})

describe('self-evaluation forms', () => {
  it.each(readdirSync(others).filter((file) => !file.endsWith('.json')))(
    '%s is no form that looks ahead',
    async (file) => {
      const source = await readDocument(new Uint8Array(readFileSync(new URL(file, others))), file)
      const { goalDeclarations, monitorings } = recognise(source)
      const names = [...goalDeclarations, ...monitorings].map(({ head }) => head.projectName?.printed)
      expect(names).toEqual([])
    },
  )
})
