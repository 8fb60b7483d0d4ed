/** True booklets raise no alarm, and an error that is visible beyond rounding is found. Larger figures: npm run bench accounts-detection. */
import { describe, expect, it } from 'vitest'
import { accountAlarms, detectAccounts, untrue } from '../support/detect-accounts.ts'
import { generateAccounts } from '../support/generate-accounts.ts'
import { ACCOUNT_SETS } from '../support/generate-accounts-places.ts'

describe('checks of generated booklets of tables', () => {
  it('are measured against books that hold, in every set of places', () => {
    for (const set of ACCOUNT_SETS)
      for (let seed = 1; seed <= 5; seed++)
        for (const year of generateAccounts(seed, { set, years: 2 }).years) expect(untrue(year)).toEqual([])
  })

  it('report nothing above info over 300 true booklets', () => {
    const alarms = accountAlarms(300, 1000)
    expect(alarms.map(({ seed, finding }) => `seed ${seed}: ${finding.code} ${finding.message}`)).toEqual([])
  }, 120_000)

  it('find every kind of error that is visible beyond rounding', () => {
    const detections = detectAccounts(10, 900_000)
    const visible = detections.reduce((all, { injected, hidden, cut }) => all + injected - hidden - cut, 0)
    expect(visible).toBeGreaterThan(50)
    expect(detections.flatMap(({ kind, missed }) => missed.map((line) => `${kind}: ${line}`))).toEqual([])
  }, 120_000)
})
