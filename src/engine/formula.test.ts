import { describe, expect, it } from 'vitest'
import { Decimal } from '../kernel/decimal.ts'
import { cellsOfRange, computeFormula } from './formula.ts'
import { showFraction } from './fraction.ts'

const cells: Readonly<Record<string, string>> = { A1: '80.00', A2: '15.00', B1: '100', C1: '0' }
const cell = (address: string) => (address === 'T1' ? undefined : Decimal.from(cells[address] ?? '0'))
const show = (formula: string) => {
  const value = computeFormula(formula, cell)
  return value && showFraction(value)
}

describe('computeFormula', () => {
  it('adds, multiplies and divides exactly', () => {
    expect(show('A1+A2')).toBe('95')
    expect(show('=10*(A1+A2)/B1')).toBe('9.5')
    expect(show('A1/3')).toBe('26.6667')
    expect(show('-A1+B1*10%')).toBe('-70')
  })
  it('sums ranges and lists, and rounds', () => {
    expect(show('SUM(A1:A3)')).toBe('95')
    expect(show('SUM(A1:B2, 5)')).toBe('200')
    expect(show('ROUND(A1/3,2)')).toBe('26.67')
    expect(show('sum($A$1:$A$2)')).toBe('95')
  })
  it('leaves alone what it does not know', () => {
    for (const formula of ['IF(A1>1,2,3)', 'Sheet2!A1', 'A1/C1', 'T1+1', 'A1+', '"文字"', 'SUM(A1:', 'A1 A2', ''])
      expect(computeFormula(formula, cell), formula).toBeUndefined()
  })
  it('walks a range row by row over the column Z', () => {
    expect(cellsOfRange('Z1', 'AB2')).toEqual(['Z1', 'AA1', 'AB1', 'Z2', 'AA2', 'AB2'])
    expect(cellsOfRange('B2', 'A1')).toBeUndefined()
  })
})
