/** True booklets cause no alarm, and single errors in them are found; the bench booklet-detection measures more of both. */
import { describe, expect, it } from 'vitest'
import { bookletAlarms, detectCarried, detectInBooklets } from '../support/detect-booklet.ts'
import { BOOKLET_INJECTIONS } from '../support/inject-booklet.ts'

const PAIRS = 6
const EACH = 2

describe('generated booklets', () => {
  it('that are true have no finding above info, alone and across two years', () => {
    const alarms = bookletAlarms(PAIRS, 700)
    expect(alarms.map(({ seed, file, finding }) => `${seed} ${file} ${finding.code} ${finding.message}`)).toEqual([])
  })

  it.each(BOOKLET_INJECTIONS)('show this error: %s', (kind) => {
    const { injected, undetectable, found, missed } = detectInBooklets(kind, EACH, 800)
    expect(injected - undetectable).toBe(EACH)
    expect(missed).toEqual([])
    expect(found).toBe(EACH)
  })

  it('of a year that does not follow from the year before are told apart', () => {
    const { found, byCode } = detectCarried(EACH, 900)
    expect(found).toBe(EACH)
    expect([...byCode.keys()]).toContain('FA-302')
  })
})
