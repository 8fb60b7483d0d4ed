/** Whole booklets of two years with one wrong cell (fixed seeds): one cause, and the true cell in front. */
import { describe, expect, it } from 'vitest'
import { measureBooklets } from './measure-booklets.ts'

const located = measureBooklets(3, 720, 1)

describe('one wrong cell in a booklet', () => {
  it('shows in at least twenty cases, and is one cause each time', () => {
    expect(located.length).toBeGreaterThanOrEqual(20)
    expect(located.filter(({ causes }) => causes !== 1)).toEqual([])
  })

  it('is among the first three candidates, mostly the first', () => {
    expect(located.filter(({ rank }) => rank === 1).length / located.length).toBeGreaterThanOrEqual(0.9)
    expect(located.filter(({ rank }) => rank === 0 || rank > 3).length).toBeLessThanOrEqual(1)
  })
})
