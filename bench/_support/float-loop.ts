/**
 * What a programmer in a hurry writes: the same equations on binary floats with a fixed tolerance. It is the yardstick for
 * speed only; docs/figures.md tells what it gets wrong.
 */
import { FUND_ROWS, type SelfEvaluation } from '../../src/domain/self-evaluation.ts'

const EPSILON = 0.01
const numberOf = (text: string | undefined): number => {
  const value = Number.parseFloat((text ?? '').replaceAll(',', ''))
  return Number.isNaN(value) ? 0 : value
}

/** Number of equations that do not hold. */
export const floatLoop = (form: SelfEvaluation): number => {
  let problems = 0
  const cell = (
    row: (typeof FUND_ROWS)[number],
    column: 'initialBudget' | 'fullYearBudget' | 'executed' | 'rate' | 'score' | 'weight',
  ) => numberOf(form.funds.rows[row]?.cells[column]?.printed)
  for (const column of ['initialBudget', 'fullYearBudget', 'executed'] as const) {
    const parts = cell('appropriation', column) + cell('carryover', column) + cell('other', column)
    if (Math.abs(parts - cell('total', column)) > EPSILON) problems += 1
  }
  for (const row of FUND_ROWS) {
    const [budget, executed] = [cell(row, 'fullYearBudget'), cell(row, 'executed')]
    if (executed > budget) problems += 1
    const rate = form.funds.rows[row]?.cells.rate?.printed
    if (rate && budget > 0 && Math.abs((executed / budget) * 100 - numberOf(rate)) > EPSILON) problems += 1
  }
  const weight = cell('total', 'weight')
  const budget = cell('total', 'fullYearBudget')
  if (
    budget > 0 &&
    Math.abs(weight * Math.min(cell('total', 'executed') / budget, 1) - cell('total', 'score')) > EPSILON
  )
    problems += 1
  let weights = weight
  let scores = cell('total', 'score')
  for (const row of form.indicators) {
    const [w, s] = [numberOf(row.weight.printed), numberOf(row.score.printed)]
    weights += w
    scores += s
    if (s < 0 || s > w) problems += 1
    if (row.target.printed.startsWith('≥')) {
      const [target, actual] = [numberOf(row.target.printed.slice(1)), numberOf(row.actual.printed)]
      if (target > 0 && Math.abs(w * Math.min(actual / target, 1) - s) > EPSILON) problems += 1
    }
  }
  if (Math.abs(weights - numberOf(form.totalWeight?.printed)) > EPSILON) problems += 1
  if (Math.abs(scores - numberOf(form.totalScore?.printed)) > EPSILON) problems += 1
  return problems
}
