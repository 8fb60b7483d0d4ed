/** Budget, execution and rate of a form's fund block, read as the pack asks. Shared by the checks of the fund block. */
import { Decimal } from '../kernel/decimal.ts'
import { ratioInterval } from '../kernel/interval.ts'
import type { ExecutionScoring, SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import { type FormView, type FundField, type FundRowView, type NumberField, oncePerRow } from './form-view.ts'
import { type Fraction, fraction } from './fraction.ts'
import { fundAmount } from './money.ts'
import { executionScore } from './scoring.ts'
import { type Amount, amountInterval, baseValue, type Judgement, judgeRatio, type ScoreExpectation } from './verdict.ts'

/** The budget cell that the execution rate divides by: the pack's, or the only one the form has. */
export const budgetField = (row: FundRowView | undefined, rules: SelfEvaluationRules): FundField | undefined => {
  const { fullYearBudget, initialBudget } = row?.columns ?? {}
  return rules.rateBase.value === 'initial' ? (initialBudget ?? fullYearBudget) : (fullYearBudget ?? initialBudget)
}

export interface Spending {
  readonly budget: Amount
  readonly executed: Amount
  readonly budgetField: NumberField
  readonly executedField: NumberField
  /** Executed ÷ budget, exact. `undefined` for a budget of zero or below. */
  readonly rate: Fraction | undefined
  /** The last rate that was read against these amounts; several checks ask for the same one. */
  readonly lastRead: { rate: NumberField | undefined; reading: RateReading | undefined }
}

const readSpending = oncePerRow((_form, row: FundRowView, rules: SelfEvaluationRules): Spending | undefined => {
  const budgetCell = budgetField(row, rules)
  const executedCell = row.columns.executed
  const budget = fundAmount(budgetCell)
  const executed = fundAmount(executedCell)
  if (!budget || !executed || !budgetCell || !executedCell) return undefined
  const bottom = baseValue(budget)
  return {
    budget,
    executed,
    budgetField: budgetCell,
    executedField: executedCell,
    rate: bottom.isPositive() ? fraction(baseValue(executed), bottom) : undefined,
    lastRead: { rate: undefined, reading: undefined },
  }
})

/** Both amounts of a row; `undefined` when one is blank or unreadable (cannot be decided). */
export const spendingOf = (
  form: FormView,
  row: FundRowView | undefined,
  rules: SelfEvaluationRules,
): Spending | undefined => row && readSpending(form, row, rules)

/** Executed ÷ budget, exact. `undefined` for a budget of zero or below. */
export const exactRate = ({ rate }: Spending): Fraction | undefined => rate

/** The score for the printed amounts, with what their rounding allows. */
export const executionExpectation = (
  method: ExecutionScoring,
  spending: Spending,
  weight: Decimal,
): ScoreExpectation | undefined => {
  const rate = exactRate(spending)
  if (!rate) return undefined
  const exact = executionScore(method, rate, weight)
  const range = ratioInterval(amountInterval(spending.executed), amountInterval(spending.budget))
  if (!range) return { exact, low: exact, high: exact }
  return {
    exact,
    low: executionScore(method, fraction(range.lowTop, range.lowBottom), weight),
    high: executionScore(method, fraction(range.highTop, range.highBottom), weight),
  }
}

export interface RateReading {
  readonly judgement: Judgement
  /** The printed rate as a share of one. */
  readonly share: Fraction
  readonly isPercent: boolean
}

const RANK = { equal: 0, 'rounding-only': 1, 'cut-pattern': 2, undecided: 3, 'not-applicable': 3, outside: 4 } as const

export const isBetter = (a: Judgement, b: Judgement): boolean => RANK[a.verdict] < RANK[b.verdict]

/**
 * A printed rate against executed ÷ budget. Without a percent sign 0.64 may be a share and 64 a percentage: the reading
 * that fits better is taken. The budget must be positive.
 */
export const readRate = (rate: NumberField, spending: Spending): RateReading | undefined => {
  const { lastRead } = spending
  if (lastRead.rate !== rate) {
    lastRead.reading = judgeRate(rate, spending)
    lastRead.rate = rate
  }
  return lastRead.reading
}

const judgeRate = (rate: NumberField, spending: Spending): RateReading | undefined => {
  if (rate.read.kind !== 'number') return undefined
  const { value, isPercent } = rate.read
  const asPercent = judgeRatio(value, spending.executed, spending.budget, Decimal.hundred)
  const percent = { judgement: asPercent, share: fraction(value, Decimal.hundred), isPercent: true }
  if (isPercent || asPercent.verdict === 'equal') return percent
  const asShare = judgeRatio(value, spending.executed, spending.budget, Decimal.one)
  if (isBetter(asShare, asPercent) || (value.compare(SHARE_LIMIT) <= 0 && !isBetter(asPercent, asShare)))
    return { judgement: asShare, share: fraction(value, Decimal.one), isPercent: false }
  return percent
}

/** A bare number up to two is a share: nobody prints an execution rate of two percent without its sign. */
const SHARE_LIMIT = Decimal.of(2)
