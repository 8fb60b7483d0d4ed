/**
 * An independent judge of printed forms, for measuring the checker: plain BigInt fractions, written from the formulas
 * and sharing no code with the product. It answers one question: do the printed numbers contradict each other by more
 * than their rounding?
 */
import { FUND_ROW_KEYS, type PrintedForm } from './printed-form.ts'

/** units / 10^scale */
interface Printed {
  readonly units: bigint
  readonly scale: number
}

const read = (text: string): Printed | undefined => {
  const match = /^(-?)(\d+)(?:\.(\d+))?%?$/.exec(text)
  if (!match) return undefined
  const fraction = match[3] ?? ''
  return { units: BigInt(`${match[1]}${match[2]}${fraction}`), scale: fraction.length }
}

const SCALE = 12
const at = ({ units, scale }: Printed): bigint => units * 10n ** BigInt(SCALE - scale)
/** Half of the last printed unit, in 10^-12. */
const half = ({ scale }: Printed): bigint => 10n ** BigInt(SCALE - scale) / 2n
const abs = (x: bigint): bigint => (x < 0n ? -x : x)

const sumFails = (total: Printed | undefined, parts: readonly (Printed | undefined)[]): boolean => {
  const known = parts.filter((part) => part !== undefined)
  if (!total || known.length === 0) return false
  const difference = known.reduce((sum, part) => sum + at(part), 0n) - at(total)
  return abs(difference) > known.reduce((sum, part) => sum + half(part), half(total))
}

/** Is p within factor·x/y for any values that print as x, y and p? */
const ratioFails = (p: Printed, x: Printed, y: Printed, factor: bigint): boolean => {
  const [xLow, xHigh, yLow, yHigh] = [at(x) - half(x), at(x) + half(x), at(y) - half(y), at(y) + half(y)]
  if (yLow <= 0n) return false
  const [pLow, pHigh] = [at(p) - half(p), at(p) + half(p)]
  const one = 10n ** BigInt(SCALE)
  return factor * (xLow < 0n ? 0n : xLow) * one > pHigh * yHigh || factor * xHigh * one < pLow * yLow
}

const fundsFail = (form: PrintedForm): boolean => {
  for (const key of ['initialBudget', 'fullYearBudget', 'executed'] as const) {
    const [total, ...parts] = FUND_ROW_KEYS.map((row) => read(form.funds[row][key]))
    if (sumFails(total, parts)) return true
  }
  return FUND_ROW_KEYS.some((row) => {
    const { fullYearBudget, executed, rate } = form.funds[row]
    const [x, y, p] = [read(executed), read(fullYearBudget), read(rate)]
    if (x && y && at(x) - half(x) > at(y) + half(y)) return true
    return [x, y, p].some((value) => value && value.units < 0n) || (x && y && p ? ratioFails(p, x, y, 100n) : false)
  })
}

const executionFails = (form: PrintedForm): boolean => {
  const { fullYearBudget, executed, score, rate } = form.funds.total
  const [x, y, s, p] = [read(executed), read(fullYearBudget), read(score), read(rate)]
  if (!x || !y || !s) return false
  const hundred: Printed = { units: 100n, scale: 0 }
  return ratioFails(s, x, y, 10n) && !(p && !ratioFails(s, p, hundred, 10n))
}

const NUMBER = /^[≥≤]?(\d+(?:\.\d+)?)(%?)/

const indicatorFails = (row: PrintedForm['indicators'][number]): boolean => {
  const [weight, score] = [read(row.weight), read(row.score)]
  if (!weight || !score) return false
  if (at(score) - half(score) > at(weight) || score.units < 0n || weight.units < 0n) return true
  const [target, actual] = [NUMBER.exec(row.target), NUMBER.exec(row.actual)]
  if (!row.target.startsWith('≥') || !target || !actual) return at(score) + half(score) < at(weight)
  const [a, b] = [read(target[1]!)!, read(actual[1]!)!]
  if (at(b) >= at(a)) return at(score) + half(score) < at(weight)
  const [top, bottom] = [at(weight) * at(b), at(a)]
  return abs(top - at(score) * bottom) > half(score) * bottom
}

/** True when some printed equation is broken beyond rounding. */
export const contradicts = (form: PrintedForm): boolean => {
  const weights = form.indicators.map((row) => read(row.weight))
  const scores = form.indicators.map((row) => read(row.score))
  const { weight, score } = form.funds.total
  return (
    fundsFail(form) ||
    executionFails(form) ||
    form.indicators.some(indicatorFails) ||
    sumFails(read(form.totalWeight), [read(weight), ...weights]) ||
    sumFails(read(form.totalScore), [read(score), ...scores])
  )
}
