import { describe, expect, it } from 'vitest'
import type { Finding, Proof } from '../domain/finding.ts'
import { expectationText, workingText } from './arithmetic-text.ts'

const proof = (filledIn: string, result: string): Proof => ({
  formula: '',
  filledIn,
  result,
  verdict: 'outside',
  inputs: [],
})

const finding = (printed: string, expected: string, filledIn: string, result: string) =>
  ({ printed, expected, proof: proof(filledIn, result) }) as unknown as Finding

describe('expectationText', () => {
  it('reads alike whichever way a check fills its formula in', () => {
    for (const filledIn of [
      '10 × 37.24 ÷ 43.20',
      '9.00 = 10 × 37.24 ÷ 43.20',
      '10 × 37.24 ÷ 43.20 = 8.62',
      '10 × 37.24 ÷ 43.20 → 8.62',
    ])
      expect(expectationText(finding('9.00', '8.62', filledIn, '8.62'))).toBe('8.62 = 10 × 37.24 ÷ 43.20')
  })
  it('keeps a bound as it is and shows no comparison behind it', () => {
    expect(expectationText(finding('12', '0—10', '0 ≤ 12 ≤ 10', '不成立'))).toBe('0—10')
  })
  it('shows the working in brackets where no number is expected', () => {
    expect(expectationText(finding('228场', '偏差原因说明', '228场 ÷ ≥120场', '1.90'))).toBe(
      '偏差原因说明（228场 ÷ ≥120场 = 1.90）',
    )
  })
})

describe('workingText', () => {
  it('keeps a comparison whole', () => {
    expect(workingText(proof('684.00 ≤ 72.00', '不成立'), '684.00')).toBe('684.00 ≤ 72.00　不成立')
  })
})
