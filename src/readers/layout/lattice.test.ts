import { describe, expect, it } from 'vitest'
import type { Ruling } from './geometry.ts'
import { latticeOf } from './lattice.ts'
import { componentsOf, mergeRulings } from './rulings.ts'

const line = (at: number, from: number, to: number): Ruling => ({ at, from, to })

function cellsOf(horizontal: Ruling[], vertical: Ruling[]) {
  const [component] = componentsOf({ horizontal, vertical })
  const lattice = component === undefined ? undefined : latticeOf(component)
  return lattice?.cells.map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan].join())
}

describe('mergeRulings', () => {
  it('joins pieces, dashes and both strokes of a double line', () => {
    expect(mergeRulings([line(10, 0, 50), line(10.4, 51, 90), line(11.5, 0, 90)])).toEqual([
      { at: expect.closeTo(10.8, 0), from: 0, to: 90 },
    ])
  })

  it('keeps lines apart that have a row between them, and drops marks', () => {
    expect(mergeRulings([line(10, 0, 50), line(20, 0, 50), line(40, 0, 2)])).toHaveLength(2)
    expect(mergeRulings([line(10, 0, 50), line(10, 60, 90)])).toHaveLength(2)
  })
})

describe('latticeOf', () => {
  const sides = [line(0, 0, 100), line(100, 0, 100)]

  it('takes a missing inner line as a merged cell, in each direction', () => {
    expect(cellsOf([...sides, line(50, 0, 100)], [...sides, line(40, 50, 100)])).toEqual([
      '0,0,1,2',
      '1,0,1,1',
      '1,1,1,1',
    ])
    expect(cellsOf([...sides, line(50, 40, 100)], [...sides, line(40, 0, 100)])).toEqual([
      '0,0,2,1',
      '0,1,1,1',
      '1,1,1,1',
    ])
  })

  it('takes lines that almost meet as meeting', () => {
    expect(cellsOf([line(0, 1, 99), line(100, 1, 99)], [line(0, 2, 98), line(100, 2, 98)])).toEqual(['0,0,1,1'])
  })

  it('leaves out the paper beside a table whose rows have different widths', () => {
    const horizontal = [line(0, 0, 100), line(50, 0, 200), line(100, 0, 200)]
    const vertical = [line(0, 0, 100), line(100, 0, 100), line(200, 50, 100)]
    expect(cellsOf(horizontal, vertical)).toEqual(['0,0,1,1', '1,0,1,1', '1,1,1,1'])
  })

  it('finds a table that stands against the left side of a cell', () => {
    const horizontal = [line(0, 0, 300), line(200, 0, 300), line(40, 100, 200), line(80, 100, 200), line(120, 100, 200)]
    const vertical = [line(0, 0, 200), line(100, 0, 200), line(300, 0, 200), line(150, 40, 120), line(200, 40, 120)]
    const [component] = componentsOf({ horizontal, vertical })
    const lattice = component === undefined ? undefined : latticeOf(component)
    expect(lattice?.cells).toHaveLength(2)
    expect(lattice?.cells[1]?.nested.map((nested) => nested.cells.length)).toEqual([4])
  })

  it('takes a cell with a piece of line missing apart into rectangles rather than lose its neighbours', () => {
    // The line between the top right and the two left places ends half way.
    const horizontal = [...sides, line(50, 50, 100)]
    const vertical = [...sides, line(50, 50, 100)]
    expect(cellsOf(horizontal, vertical)).toEqual(['0,0,1,2', '1,0,1,1', '1,1,1,1'])
  })

  it('gives nothing for lines that close no cell', () => {
    expect(cellsOf([line(50, 0, 100)], [line(50, 0, 100)])).toBeUndefined()
  })
})
