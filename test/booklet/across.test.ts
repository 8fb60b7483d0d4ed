/** Files of one department that are handed in together: each finding across them stands with the file that it is in. */
import { describe, expect, it } from 'vitest'
import { withAcross } from '../../src/app/check-across.ts'
import { checkRead, exitStatus } from '../../src/app/check-file.ts'
import { generateBooklet, readBooklet } from '../support/generate-booklet.ts'

const options = { years: 2, set: 'national', firstYear: 2021, department: '云岭市林业局' } as const
const checked = (seed: number, year: 0 | 1, department: string = options.department) =>
  checkRead(readBooklet(generateBooklet(seed, { ...options, department }).years[year]!))

describe('files that are checked together', () => {
  it('keep their own findings when the years follow each other', () => {
    const files = [checked(3, 0), checked(3, 1)]
    const outcomes = withAcross(files)
    const above = outcomes.flatMap((one) =>
      one.outcome === 'checked' ? one.findings.filter(({ at, severity }) => at.file && severity !== 'info') : [],
    )
    expect(above).toEqual([])
    expect(exitStatus(outcomes)).toBe(0)
  })

  it('show in the later file that its year does not follow from the year before', () => {
    const outcomes = withAcross([checked(4, 1), checked(3, 0)])
    const [later, earlier] = outcomes.map((one) => (one.outcome === 'checked' ? one.findings : []))
    const across = later!.filter(({ at }) => at.file !== undefined)
    expect(across.length).toBeGreaterThan(2)
    expect(across.map(({ code }) => code)).toContain('FA-302')
    expect(new Set(across.map(({ at }) => at.file))).toEqual(new Set(['2022.docx']))
    for (const { message } of across) expect(message).toContain('2021.docx')
    // Items that the later year does not have any more are a note on the earlier file.
    expect(earlier!.filter(({ at, severity }) => at.file !== undefined && severity !== 'info')).toEqual([])
    expect(exitStatus(outcomes)).toBe(1)
  })

  it('of different departments are not compared', () => {
    const files = [checked(3, 0), checked(4, 1, '云岭市水利局')]
    expect(withAcross(files)).toEqual(files)
  })
})
