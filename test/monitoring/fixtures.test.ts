/** Monitoring forms: the file beside each fixture says what a careful person reads in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { monitoringJson } from '../../src/writers/json/plan-json.ts'

const folder = new URL('../fixtures/monitoring/', import.meta.url)

describe('monitoring forms', () => {
  const files = readdirSync(folder)
  it.each(files.filter((file) => !file.endsWith('.json')))('%s', async (file) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8'))
    const source = await readDocument(new Uint8Array(readFileSync(new URL(file, folder))), file)
    const read = recognise(source)
    expect(read.selfEvaluations).toHaveLength(0)
    expect(read.goalDeclarations).toHaveLength(0)
    expect(read.monitorings.map(monitoringJson).map(({ position: _, ...form }) => form)).toEqual(expected)
  })
})
