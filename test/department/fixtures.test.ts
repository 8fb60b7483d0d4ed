/** Whole-department forms: the file beside each fixture says what a careful person reads in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'

const folder = new URL('../fixtures/department/', import.meta.url)
const INDICATOR = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score'] as const

describe('whole-department forms', () => {
  const files = readdirSync(folder)
  it.each(files.filter((file) => !file.endsWith('.json')))('%s', async (file) => {
    const expected: unknown = JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8'))
    const source = await readDocument(new Uint8Array(readFileSync(new URL(file, folder))), file)
    const { selfEvaluations, departmentSelfEvaluations } = recognise(source)
    expect(selfEvaluations).toHaveLength(0)
    expect(departmentSelfEvaluations).toHaveLength(1)
    const form = departmentSelfEvaluations[0]!
    expect({
      title: form.title?.printed,
      department: form.department?.printed,
      year: form.year,
      unit: form.unit,
      taskColumns: form.taskColumns,
      tasks: form.tasks.map(({ cells }) => form.taskColumns.map((column) => cells[column]?.printed)),
      goals: [form.goalExpected?.printed ?? '', form.goalActual?.printed ?? ''],
      indicators: form.indicators.map((row) => INDICATOR.map((column) => row[column].printed)),
      total: [form.totalWeight?.printed ?? '', form.totalScore?.printed ?? ''],
    }).toEqual(expected)
  })
})
