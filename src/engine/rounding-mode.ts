/**
 * Does a form round (四舍五入) elsewhere? A number whose last digit was cut is a habit only where the whole form cuts; beside
 * numbers that were rounded up it is off by one.
 */
import { Decimal } from '../kernel/decimal.ts'
import type { SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import { readRate, spendingOf } from './execution.ts'
import type { FormView } from './form-view.ts'
import { type Fraction, roundFraction, times } from './fraction.ts'
import { expectedScore } from './indicator-score.ts'
import { baseValue } from './verdict.ts'

/** Printed is the rounded value, and cutting would have given another one. */
const isRoundedUp = (exact: Fraction, printed: Decimal): boolean =>
  roundFraction(exact, printed.scale).equals(printed) && !roundFraction(exact, printed.scale, 'down').equals(printed)

const aRateIsRoundedUp = (form: FormView, rules: SelfEvaluationRules): boolean => {
  return form.funds.rows.some((row) => {
    const rate = row.columns.rate
    const spending = rate?.number && spendingOf(form, row, rules)
    if (!rate?.number || !spending || !baseValue(spending.budget).isPositive()) return false
    const reading = readRate(rate, spending)
    const share = { top: baseValue(spending.executed), bottom: baseValue(spending.budget) }
    return reading !== undefined && isRoundedUp(reading.isPercent ? times(share, Decimal.hundred) : share, rate.number)
  })
}

const aScoreIsRoundedUp = (form: FormView, rules: SelfEvaluationRules): boolean =>
  form.indicators.some(({ score, weight, comparison }) => {
    if (!score.number || !weight.number?.isPositive() || comparison?.outcome !== 'missed') return false
    return (
      !comparison.target.value.isZero() && isRoundedUp(expectedScore(comparison, weight.number, rules), score.number)
    )
  })

/** True when some rate or score of the form was demonstrably rounded up. Asked only where something looks cut. */
export const roundsElsewhere = (form: FormView, rules: SelfEvaluationRules): boolean =>
  aRateIsRoundedUp(form, rules) || aScoreIsRoundedUp(form, rules)
