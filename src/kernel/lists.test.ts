import { expect, it } from 'vitest'
import { append, greatest, least } from './lists.ts'

it('holds lists that are longer than a call may have arguments', () => {
  const long = Array.from({ length: 500_000 }, (_, i) => i)
  const into = [-1]
  append(into, long)
  expect(into.length).toBe(500_001)
  expect([greatest(long), least(long)]).toEqual([499_999, 0])
  expect([greatest([]), least([])]).toEqual([Math.max(), Math.min()])
})
