import { type BookletContext, defineBookletCheck, type Report } from '../../engine/check.ts'
import { proof, valueInput } from '../../engine/proof.ts'
import { amountInterval, baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { contains } from '../../kernel/interval.ts'
import { type Coverage, coverageOf, type FormTotal, formTotals, reportedAmounts } from '../support/booklet-coverage.ts'
import { about, type Figure, inputOf, printedOf, WHY } from '../support/narrative.ts'

/** Beside a single form nothing says that all of them are here. */
const FEWEST_FORMS = 2
/** A sum that is this near (1 : 10,000) is the one that was meant. */
const NEARNESS = 4
const HALF = Decimal.of(5, 1)

interface Candidate extends FormTotal {
  readonly isGuess: boolean
}

/** Sums that the amount may be: of the forms, or of the forms and the one project that has a report instead. */
const candidatesOf = (context: BookletContext, amount: Figure, missing: number): readonly Candidate[] => {
  const totals = formTotals(context.forms)
  if (missing === 0) return totals.map((total) => ({ ...total, isGuess: false }))
  if (missing !== 1) return []
  return reportedAmounts(context, amount).flatMap((other) =>
    totals.map(({ name, value }) => ({
      name: `${name}与另一项目${printedOf(other)}`,
      value: value.add(baseValue(other.amount)),
      isGuess: true,
    })),
  )
}

const isCut = (amount: Figure, value: Decimal): boolean =>
  value.shift(-amount.amount.power).round(amount.amount.value.scale, 'down').equals(amount.amount.value)

const nearest = (value: Decimal, candidates: readonly Candidate[]): Candidate =>
  candidates.reduce((a, b) => (b.value.subtract(value).abs().compare(a.value.subtract(value).abs()) < 0 ? b : a))

const reportCoverage = (context: BookletContext, { count, amount }: Coverage, report: Report): void => {
  if (!amount) return
  const { forms } = context
  const missing = Number(count.mention.value.toString()) - forms.length
  const candidates = candidatesOf(context, amount, missing)
  if (candidates.length === 0) return
  const own = baseValue(amount.amount)
  if (candidates.some(({ value }) => contains(amountInterval(amount.amount), value))) return
  const cut = candidates.find(({ value }) => isCut(amount, value))
  const other = cut ?? nearest(own, candidates)
  // The text may have added up the rounded amounts of its forms.
  const slack = amount.amount.value
    .lastUnit()
    .shift(amount.amount.power)
    .multiply(Decimal.of(forms.length + 1))
    .multiply(HALF)
  const isRounded = !cut && other.value.subtract(own).abs().compare(slack) <= 0
  const isNear = other.value.subtract(own).abs().shift(NEARNESS).compare(own) <= 0
  if (other.isGuess && !isNear && !isRounded) return
  const shown = other.value.shift(-amount.amount.power).normalize()
  const verdict = cut ? 'cut-pattern' : isRounded ? 'rounding-only' : 'outside'
  report(
    about(amount, {
      severity: verdict !== 'outside' ? 'info' : other.isGuess ? 'warning' : 'error',
      verdict,
      expected: `${shown}${amount.mention.unit}`,
      message: `正文说${printedOf(count)}评价项目涉及${printedOf(amount)}，自评表${other.name}合计是${shown}${amount.mention.unit}${WHY[verdict]?.[0] ?? ''}`,
      messageEn: `The text says ${printedOf(amount)}; the forms add up to ${shown}.`,
      proof: () =>
        proof({
          formula: '涉及金额 = Σ各项目自评表的金额',
          filledIn: `${printedOf(amount)} ≠ ${shown}${amount.mention.unit}（${other.name}）`,
          result: `${shown}${amount.mention.unit}`,
          verdict,
          inputs: [
            inputOf('涉及金额', amount),
            inputOf('项目个数', count),
            valueInput('自评表张数', String(forms.length)),
          ],
        }),
    }),
  )
}

export const evaluatedAmount = defineBookletCheck({
  id: 'FN-091',
  title: '评价项目的涉及金额等于各自评表之和',
  titleEn: 'The money of the evaluated projects is the sum of their forms',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '项目个数与自评表张数相同时，涉及金额 = Σ年初预算数、Σ全年预算数或Σ全年执行数（全部资金或财政拨款）之一；少一张表时，差额应是正文中该项目的金额',
  remedy: '写明所用口径，按自评表重算涉及金额',
  remedyEn: 'Say which amounts are meant and add them up again.',
  run(context, report) {
    if (context.forms.length < FEWEST_FORMS) return
    for (const coverage of coverageOf(context)) reportCoverage(context, coverage, report)
  },
})
