/** How finely a form prints its scores: 0 for whole points, 2 for 6.44. Decides what is rounding and what is wrong. */
import type { Decimal } from '../kernel/decimal.ts'
import { type FormView, oncePerForm } from './form-view.ts'

const decimals = (value: Decimal | undefined): number => {
  if (!value || value.scale === 0) return 0
  return value.normalize().scale
}

/**
 * The most decimals, trailing zeros dropped, of the fund score, the indicator scores and the total. The cell in question
 * is part of it, so that 8.62 in a form of whole points is no error of rounding.
 */
const stepOf = oncePerForm((form): { readonly step: number } => {
  let step = Math.max(decimals(form.funds.total?.columns.score?.number), decimals(form.totalScore?.number))
  for (const { score } of form.indicators) step = Math.max(step, decimals(score.number))
  return { step }
})

export const scoreStep = (form: FormView): number => stepOf(form).step
