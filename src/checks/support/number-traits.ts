/** What the number cells of a form hold at all, found in one pass: most checks of odd numbers then need not look at any. */
import { FUND_COLUMNS } from '../../domain/self-evaluation.ts'
import { type FormView, type NumberField, oncePerForm } from '../../engine/form-view.ts'

export interface NumberTraits {
  readonly hasNegative: boolean
  readonly hasUnreadable: boolean
  /** Most decimals printed in the fund block, its rates included. */
  readonly fundDecimals: number
  /** Most decimals printed of a score. */
  readonly scoreDecimals: number
  /** Some cell of the fund block prints a unit or magnitude behind its number. */
  readonly hasFundSuffix: boolean
}

const decimalsOf = (field: NumberField | undefined): number => field?.number?.scale ?? 0

export const numberTraits = oncePerForm((form: FormView): NumberTraits => {
  let hasNegative = false
  let hasUnreadable = false
  let hasFundSuffix = false
  let fundDecimals = 0
  const add = (field: NumberField | undefined): void => {
    if (field?.number?.isNegative()) hasNegative = true
    else if (field?.read.kind === 'unreadable') hasUnreadable = true
  }
  for (const { columns } of form.funds.rows)
    for (const column of FUND_COLUMNS) {
      const field = columns[column]
      add(field)
      if (field?.read.kind === 'number' && field.read.suffix !== '') hasFundSuffix = true
      fundDecimals = Math.max(fundDecimals, decimalsOf(field))
    }
  let scoreDecimals = Math.max(decimalsOf(form.funds.total?.columns.score), decimalsOf(form.totalScore))
  for (const { weight, score } of form.indicators) {
    add(weight)
    add(score)
    scoreDecimals = Math.max(scoreDecimals, decimalsOf(score))
  }
  add(form.totalWeight)
  add(form.totalScore)
  return { hasNegative, hasUnreadable, fundDecimals, scoreDecimals, hasFundSuffix }
})
