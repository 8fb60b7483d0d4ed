import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { fundRowName } from '../../engine/drafts.ts'
import { exactRate, type RateReading, readRate, type Spending, spendingOf } from '../../engine/execution.ts'
import type { FormView, FundRowView, NumberField } from '../../engine/form-view.ts'
import { cellInput, proof } from '../../engine/proof.ts'
import { roundsElsewhere } from '../../engine/rounding-mode.ts'

const show = ({ judgement, isPercent }: RateReading): string => `${judgement.expected}${isPercent ? '%' : ''}`

const WHY: Readonly<Record<string, readonly [string, string]>> = {
  'rounding-only': ['，差异在印刷数的舍入范围内', ', a difference that rounding allows'],
  'cut-pattern': ['，末位截去而未舍入', ', cut instead of rounded'],
}

const draft = (
  form: FormView,
  row: FundRowView,
  rate: NumberField,
  spending: Spending,
  reading: RateReading,
): FindingDraft => {
  const { judgement } = reading
  const { executedField, budgetField } = spending
  const printed = rate.cell.printed
  const working = `${executedField.cell.printed} ÷ ${budgetField.cell.printed} = ${show(reading)}`
  const isWrong = judgement.verdict === 'outside'
  const [why, whyEn] = WHY[judgement.verdict] ?? ['', '']
  return {
    field: rate.field,
    also: [executedField.field, budgetField.field],
    severity: isWrong ? 'error' : 'info',
    verdict: judgement.verdict,
    printed,
    expected: show(reading),
    message: `${fundRowName(row)}的执行率印为${printed}，${working}${why}`,
    messageEn: `The execution rate is printed ${printed}; ${working}${whyEn}.`,
    proof: () =>
      proof({
        formula: '执行率 = 全年执行数 ÷ 全年预算数',
        filledIn: working,
        result: show(reading),
        interval: judgement.interval,
        verdict: judgement.verdict,
        inputs: [
          cellInput(form, '全年执行数', executedField.field),
          cellInput(form, '全年预算数', budgetField.field),
          cellInput(form, '执行率', rate.field),
        ],
      }),
  }
}

/** A budget of zero is the business of SE-019 and CM-021. */
export const executionRate = defineFormCheck({
  id: 'SE-018',
  title: '执行率等于执行数除以预算数',
  titleEn: 'The execution rate equals executed over budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '执行率 = 全年执行数 ÷ 全年预算数；按印刷数的舍入区间判定',
  remedy: '按执行数和预算数重算执行率，或改正其中的金额',
  remedyEn: 'Recompute the rate, or correct the amounts behind it.',
  run({ form, rules }, report) {
    for (const row of form.funds.rows) {
      const rate = row.columns.rate
      if (rate?.number === undefined) continue
      const spending = spendingOf(form, row, rules)
      if (!spending || !exactRate(spending)) continue
      const reading = readRate(rate, spending)
      if (!reading || reading.judgement.verdict === 'equal' || reading.judgement.verdict === 'undecided') continue
      const found = draft(form, row, rate, spending, reading)
      // Beside numbers that were rounded up, a cut rate is off by one and not a habit.
      const isSlip = reading.judgement.verdict === 'cut-pattern' && roundsElsewhere(form, rules)
      report(isSlip ? { ...found, severity: 'warning' } : found)
    }
  },
})
