/** Score sheets of odd shapes: the file beside each fixture says what a careful person reads in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'

const folder = new URL('../fixtures/evaluations/', import.meta.url)

interface Expected {
  readonly title: string
  readonly totalWeight?: string
  readonly totalScore: string
  readonly grade: string
  readonly rows: readonly (readonly string[])[]
  /** Group points of the first row. */
  readonly groups?: readonly string[]
  readonly subtotals?: number
  readonly excerpts?: number
}

const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
const source = (name: string): string =>
  readdirSync(folder).find((file) => file.startsWith(name.replace('.json', '.')) && !file.endsWith('.json'))!

describe('score sheets of odd shapes', () => {
  it.each(names)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Expected[]
    const file = source(name)
    const { evaluations, evaluationExcerpts } = recognise(
      await readDocument(new Uint8Array(readFileSync(new URL(file, folder))), file),
    )
    expect(evaluations.length).toBe(expected.length)
    for (const [index, want] of expected.entries()) {
      const sheet = evaluations[index]!
      const width = want.rows[0]!.length
      const rows = sheet.rows.map(({ level1, level2, level3, level4, weight, score, comment }) =>
        [level1, level2, level3, level4, weight, score, comment].slice(0, width).map(({ printed }) => printed),
      )
      expect(rows).toEqual(want.rows)
      expect(sheet.title?.printed).toBe(want.title)
      expect(sheet.totalWeight?.printed ?? '').toBe(want.totalWeight ?? '')
      expect(sheet.totalScore?.printed).toBe(want.totalScore)
      expect(sheet.grade?.printed ?? '').toBe(want.grade)
      if (want.groups)
        expect([sheet.rows[0]!.level1Weight?.printed, sheet.rows[0]!.level2Weight?.printed]).toEqual(want.groups)
      expect(sheet.subtotals?.length ?? 0).toBe(want.subtotals ?? 0)
      expect(evaluationExcerpts.filter(({ of }) => of === index + 1).length).toBe(want.excerpts ?? 0)
    }
  })
})
