import { describe, expect, it } from 'vitest'
import { placeAmounts } from './place-amounts.ts'

const row = (amounts: readonly string[], parent?: number) => ({ amounts, parent })
/** 合计 = 基本 + 项目. */
const SUM = [{ sum: [0], parts: [1, 2] }]

describe('placeAmounts', () => {
  it('leaves a full row as it is, sure', () => {
    const [placed] = placeAmounts({ rows: [row(['3', '1', '2'])], columns: 3, equations: SUM })
    expect(placed).toEqual({ columns: [0, 1, 2], unsure: [false, false, false] })
  })

  it('gives the second of two numbers to the column by which the rows add up to their parent, and marks it', () => {
    // 7 + 5 = 12 in 基本, 4 in 项目; the row of 4 could stand in either
    const rows = [row(['16', '12', '4']), row(['7', '7'], 0), row(['5', '5'], 0), row(['4', '4'], 0)]
    const placed = placeAmounts({ rows, columns: 3, equations: SUM })
    expect(placed.map(({ columns }) => columns)).toEqual([
      [0, 1, 2],
      [0, 1],
      [0, 1],
      [0, 2],
    ])
    expect(placed.map(({ unsure }) => unsure[1])).toEqual([false, true, true, true])
    expect(placed.every(({ unsure }) => !unsure[0])).toBe(true)
  })

  it('takes rounding for agreement: 7,764.38 = 873.63 + 6,890.76', () => {
    const placed = placeAmounts({
      rows: [row(['7,764.38', '873.63', '6,890.76'])],
      columns: 4,
      equations: [{ sum: [0], parts: [1, 2, 3] }],
    })
    expect(placed[0]!.columns).toEqual([0, 1, 2])
  })

  it('does not move a number that no arithmetic explains', () => {
    const placed = placeAmounts({ rows: [row(['5', '9'])], columns: 3, equations: SUM })
    expect(placed[0]).toEqual({ columns: [0, 1], unsure: [true, true] })
  })

  it('goes by the amount that another table prints', () => {
    const rows = [row(['10', '8', '2'])]
    const table = { rows, columns: 4, equations: [{ sum: [0], parts: [1, 2, 3] }] }
    expect(placeAmounts(table)[0]!.columns).toEqual([0, 1, 2])
    expect(placeAmounts({ ...table, hints: [undefined, undefined, '0', '2'] })[0]!.columns).toEqual([0, 1, 3])
  })

  it('keeps the first numbers of an overfull row and marks them all', () => {
    const placed = placeAmounts({ rows: [row(['1', '2', '3', '4'])], columns: 3, equations: [] })
    expect(placed[0]).toEqual({ columns: [0, 1, 2], unsure: [true, true, true] })
  })
})
