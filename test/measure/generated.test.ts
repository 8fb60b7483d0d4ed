/** On forms whose truth is known: nothing above info is said of a true form, and what is wrong is found. */
import { describe, expect, it } from 'vitest'
import { recognise } from '../../src/recognise/index.ts'
import { detectAll, falseAlarms } from '../support/detect.ts'
import { documentOf } from '../support/document-of.ts'
import { generateForm } from '../support/generate-form.ts'
import { contradicts } from '../support/oracle.ts'
import { plainForm } from '../support/plain-form.ts'
import { randomFrom } from '../support/random.ts'

const FORMS = 150

describe('generated true forms', () => {
  const forms = Array.from({ length: FORMS }, (_, i) => generateForm(randomFrom(7000 + i), i + 1).form)

  it('do not contradict themselves by the independent oracle', () => {
    expect(forms.filter(contradicts)).toEqual([])
  })

  it('are read back field by field', () => {
    const read = recognise(documentOf(forms)).selfEvaluations.map(plainForm)
    expect(read.length).toBe(FORMS)
    read.forEach((form, i) => {
      const { projectName, totalScore, indicators } = forms[i]!
      expect({ projectName: form.projectName, totalScore: form.totalScore }).toEqual({ projectName, totalScore })
      const printed = indicators.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
      )
      expect(form.indicators).toEqual(printed)
    })
  })

  it('yield no finding above info', () => {
    const alarms = falseAlarms(FORMS, 7000).map(
      ({ seed, finding }) => `seed ${seed}: ${finding.code} ${finding.at.field} ${finding.message}`,
    )
    expect(alarms).toEqual([])
  })
})

describe('injected errors', () => {
  it('larger than the rounding interval are found in at least 99 of 100 cases of each kind', () => {
    for (const { kind, injected, undetectable, found, missed } of detectAll(40, 100)) {
      const visible = injected - undetectable
      expect(found / Math.max(1, visible), `${kind}: ${missed.join('; ')}`).toBeGreaterThanOrEqual(0.99)
    }
  })
})
