/**
 * Linear equations over printed cells of tables, as data: the checks judge each of them, and localisation (FA-342) looks for the
 * smallest set of cells whose change makes all of them hold.
 */
import type { AccountCell } from './accounts.ts'
import { type Judgement, judgeSum } from './verdict.ts'

export interface EquationPart {
  readonly cell: AccountCell
  readonly sign: 1 | -1
}

export interface Equation {
  /** Code of the check that states it. */
  readonly code: string
  readonly total: AccountCell
  readonly parts: readonly EquationPart[]
  /** `exact` (τ0): printed digits must agree; `rounded` (τ1): within what rounding allows. */
  readonly tolerance: 'exact' | 'rounded'
  /** 收入合计 = 各项收入之和, for proofs. */
  readonly formula: string
}

/** `undefined` when a cell cannot be read: then the equation decides nothing. */
export const judgeEquation = ({ total, parts, tolerance }: Equation): Judgement | undefined => {
  if (!total.amount) return undefined
  const amounts = []
  for (const { cell, sign } of parts) {
    if (!cell.amount) return undefined
    amounts.push(sign === 1 ? cell.amount : { ...cell.amount, value: cell.amount.value.negate() })
  }
  const judgement = judgeSum(total.amount, amounts)
  return tolerance === 'exact' && judgement.verdict === 'rounding-only'
    ? { ...judgement, verdict: 'outside' }
    : judgement
}

/** Does the equation fail for certain? A cut pattern does not. */
export const isBroken = (equation: Equation): boolean => judgeEquation(equation)?.verdict === 'outside'
