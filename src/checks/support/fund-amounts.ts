/** Budget and executed amount of the total row, in the unit of the form (magnitudes printed in the cells applied). */
import type { FormView, NumberField } from '../../engine/form-view.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import type { SelfEvaluationRules } from '../../law/self-evaluation-rules.ts'

export const amountOf = (number: NumberField | undefined): Decimal | undefined =>
  number?.read.kind === 'number' ? number.read.value.shift(number.read.power) : undefined

export interface TotalFunds {
  readonly budget: Decimal
  readonly executed: Decimal
  readonly budgetField: NumberField
  readonly executedField: NumberField
}

/** `undefined` when one of the two is not a number or the budget is not positive. */
export const totalFunds = (form: FormView, rules: SelfEvaluationRules): TotalFunds | undefined => {
  const columns = form.funds.total?.columns
  const budgetField = rules.rateBase.value === 'initial' ? columns?.initialBudget : columns?.fullYearBudget
  const executedField = columns?.executed
  const budget = amountOf(budgetField)
  const executed = amountOf(executedField)
  return budgetField && executedField && budget?.isPositive() && executed
    ? { budget, executed, budgetField, executedField }
    : undefined
}
