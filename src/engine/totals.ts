/** Sums over a form's weights and scores, and what is missing for them. */
import { Decimal } from '../kernel/decimal.ts'
import { type FormView, type NumberField, oncePerForm } from './form-view.ts'

export interface FormSum {
  /** Sum of what is printed. */
  readonly sum: Decimal
  /** The cells that were added, in form order. */
  readonly fields: readonly NumberField[]
  /** A cell that should hold a number is blank or unreadable: then a difference proves nothing. */
  readonly isIncomplete: boolean
}

/** The fund block's cell counts when the form has it at all. */
const fundCell = (form: FormView, column: 'weight' | 'score'): NumberField | undefined =>
  form.funds.total?.columns[column]

/** Rows without points (不涉及 … 0) may leave their score blank. */
const mayBeBlank = (weight: NumberField): boolean => weight.number?.isZero() ?? weight.read.kind !== 'unreadable'

export const sumWeights = oncePerForm((form): FormSum => {
  let sum = Decimal.zero
  let isIncomplete = false
  const fields: NumberField[] = []
  const add = (field: NumberField): void => {
    if (field.number) {
      sum = sum.add(field.number)
      fields.push(field)
    } else if (field.read.kind === 'unreadable') isIncomplete = true
  }
  const fund = fundCell(form, 'weight')
  if (fund) add(fund)
  for (const indicator of form.indicators) {
    add(indicator.weight)
    if (indicator.weight.read.kind === 'blank' && !indicator.isUnused) isIncomplete = true
  }
  return { sum, fields, isIncomplete }
})

export const sumScores = oncePerForm((form): FormSum => {
  let sum = Decimal.zero
  let isIncomplete = false
  const fields: NumberField[] = []
  const fund = fundCell(form, 'score')
  if (fund?.number) {
    sum = sum.add(fund.number)
    fields.push(fund)
  } else if (fund && fundCell(form, 'weight')?.number?.isPositive()) isIncomplete = true
  for (const { score, weight } of form.indicators) {
    if (score.number) {
      sum = sum.add(score.number)
      fields.push(score)
    } else if (!mayBeBlank(weight)) isIncomplete = true
  }
  return { sum, fields, isIncomplete }
})

/**
 * Half a last unit for every printed score that may itself have been rounded: neither whole nor equal to its weight.
 * Whole points are entered, not computed, so a form of whole points adds up exactly or not at all.
 */
export const scoreSlack = (form: FormView): Decimal => {
  let slack = Decimal.zero
  const add = (score: NumberField | undefined, weight: NumberField | undefined): void => {
    if (!score?.number || score.number.normalize().scale === 0) return
    if (weight?.number?.equals(score.number)) return
    slack = slack.add(score.number.lastUnit().multiply(HALF))
  }
  const { score, weight } = form.funds.total?.columns ?? {}
  add(score, weight)
  for (const indicator of form.indicators) add(indicator.score, indicator.weight)
  return slack
}

const HALF = Decimal.of(5, 1)

/** Does the printed total add up only when `printed` is replaced by `expected`? Then the total vouches for the latter. */
export const totalVouchesFor = (form: FormView, printed: Decimal, expected: Decimal): boolean => {
  const total = form.totalScore?.number
  const scores = sumScores(form)
  if (!total || scores.isIncomplete || scores.sum.equals(total)) return false
  return scores.sum.subtract(printed).add(expected).equals(total)
}
