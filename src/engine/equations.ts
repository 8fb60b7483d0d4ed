/**
 * Linear equations over printed cells of tables, as data: the checks judge each of them, and localisation (FA-342) looks for the
 * smallest set of cells whose change makes all of them hold.
 */
import type { AccountCell } from './accounts.ts'
import { type Amount, type Judgement, judgeSum } from './verdict.ts'

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

/** All cells of it, the total first. */
export const cellsOf = ({ total, parts }: Equation): readonly AccountCell[] => [total, ...parts.map(({ cell }) => cell)]

/** Inside one table its unit does not matter, even when it states none. */
export const isInOneTable = ({ total, parts }: Equation): boolean =>
  parts.every(({ cell }) => cell.table === total.table)

/** The amounts of total and parts as the equation compares them; `undefined` when one cannot be read. */
export const amountsOf = (equation: Equation): { total: Amount; parts: readonly Amount[] } | undefined => {
  const isInside = isInOneTable(equation)
  const amountOf = (cell: AccountCell): Amount | undefined => (isInside ? cell.own : cell.amount)
  const total = amountOf(equation.total)
  if (!total) return undefined
  const parts: Amount[] = []
  for (const { cell, sign } of equation.parts) {
    const amount = amountOf(cell)
    if (!amount) return undefined
    parts.push(sign === 1 ? amount : { ...amount, value: amount.value.negate() })
  }
  return { total, parts }
}

/** `undefined` when a cell cannot be read: then the equation decides nothing. */
export const judgeEquation = (equation: Equation): Judgement | undefined => {
  const amounts = amountsOf(equation)
  if (!amounts) return undefined
  const judgement = judgeSum(amounts.total, amounts.parts)
  return equation.tolerance === 'exact' && judgement.verdict !== 'equal'
    ? { ...judgement, verdict: 'outside' }
    : judgement
}

/** Does the equation fail for certain? A cut pattern does not. */
export const isBroken = (equation: Equation): boolean => judgeEquation(equation)?.verdict === 'outside'
