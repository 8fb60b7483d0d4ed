import { indicatorField } from '../../domain/field-address.ts'
import type { Severity } from '../../domain/finding.ts'
import { defineFormCheck, type FindingDraft, type FormContext } from '../../engine/check.ts'
import { isFull, scored } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { exactRate, isBetter, type Spending, spendingOf } from '../../engine/execution.ts'
import type { IndicatorView } from '../../engine/form-view.ts'
import { compareTo, type Fraction, showFraction, times } from '../../engine/fraction.ts'
import { fundAmount } from '../../engine/money.ts'
import { working } from '../../engine/proof.ts'
import { type Judgement, judgeRatioPercent } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import type { NumberQuantity } from '../../kernel/quantity.ts'

const NAMES =
  /^(?:指标\d*[:：])?(?:项目|年度|全年|本年|预算|资金|项目经费|经费|预算准备金|项目资金|项目预算|专项资金|财政资金)*(?:执行率|使用率|支出率|支付率)$/

/** The rate of the total, or of a source that the indicator may mean. */
const bestJudgement = ({ form, rules }: FormContext, actual: NumberQuantity, spending: Spending): Judgement => {
  let best = judgeRatioPercent(actual.value, spending.executed, spending.budget)
  for (const row of form.funds.sources) {
    const source = spendingOf(form, row, rules)
    if (!source || !exactRate(source)) continue
    const judged = judgeRatioPercent(actual.value, source.executed, source.budget)
    if (isBetter(judged, best)) best = judged
  }
  const initial = fundAmount(form.funds.total?.columns.initialBudget)
  if (initial?.value.isPositive()) {
    const judged = judgeRatioPercent(actual.value, spending.executed, initial)
    if (isBetter(judged, best)) best = judged
  }
  return best
}

const draft = (
  { form }: FormContext,
  indicator: IndicatorView,
  spending: Spending,
  rate: Fraction,
  isTargetMissed: boolean,
): FindingDraft => {
  const { row, index, score } = indicator
  const exact = `${showFraction(times(rate, Decimal.hundred), 2)}%`
  const severity: Severity = isTargetMissed ? 'error' : 'warning'
  const place = isTargetMissed ? score.field : indicatorField(index, 'actual')
  return {
    field: place,
    also: [
      indicatorField(index, isTargetMissed ? 'actual' : 'target'),
      spending.executedField.field,
      spending.budgetField.field,
    ],
    severity,
    verdict: 'outside',
    printed: isTargetMissed ? `${row.actual.printed}，${score.cell.printed}` : row.actual.printed,
    expected: exact,
    message: isTargetMissed
      ? `${indicatorName(indicator)}印为${row.actual.printed}，按资金栏是${exact}，未达到${row.target.printed}，却得满分`
      : `${indicatorName(indicator)}完成值${row.actual.printed}，按资金栏的执行率是${exact}`,
    messageEn: `${indicatorNameEn(indicator)} states ${row.actual.printed}; the fund block gives ${exact}${isTargetMissed ? ', below the target, at full points' : ''}.`,
    proof: working(
      form,
      {
        formula: '执行率 = 全年执行数 ÷ 全年预算数',
        filledIn: `${spending.executedField.cell.printed} ÷ ${spending.budgetField.cell.printed}`,
        result: exact,
        verdict: 'outside',
      },
      [
        ['指标值', indicatorField(index, 'target')],
        ['完成值', indicatorField(index, 'actual')],
        ['全年执行数', spending.executedField.field],
        ['全年预算数', spending.budgetField.field],
      ],
    ),
  }
}

/** 50 % printed for 49.76 % reaches a target of 50 % only on paper. */
export const rateIndicatorMatchesFunds = defineFormCheck({
  id: 'SE-106',
  title: '执行率指标与资金栏的执行率一致',
  titleEn: 'An indicator of execution agrees with the fund block',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact', 'caiyu-2020-10#quantitative-scoring'],
  rule: '以执行率为指标的：完成值 = 全年执行数 ÷ 全年预算数；达到与否按精确值判断',
  remedy: '按资金栏的数填写完成值并重新计分',
  remedyEn: 'Use the fund block’s rate and score again.',
  run(context, report) {
    const { form, rules } = context
    for (const indicator of form.indicators) {
      const { actual, target, row } = indicator
      if (
        !row.level3.printed.includes('率') ||
        !NAMES.test(row.level3.printed.replace(/\s/g, '')) ||
        !scored(indicator)
      )
        continue
      if (actual.kind !== 'number' || !actual.isPercent || actual.operator !== undefined) continue
      const spending = spendingOf(form, form.funds.total, rules)
      const rate = spending && exactRate(spending)
      if (!spending || !rate) return
      const judged = bestJudgement(context, actual, spending)
      const isBelow =
        target.kind === 'number' && target.isPercent && compareTo(times(rate, Decimal.hundred), target.value) < 0
      const reachesOnPaper = isBelow && target.kind === 'number' && actual.value.compare(target.value) >= 0
      if (judged.verdict === 'outside' && !reachesOnPaper) report(draft(context, indicator, spending, rate, false))
      else if (reachesOnPaper && isFull(indicator) && (target.operator === '≥' || target.operator === undefined))
        report(draft(context, indicator, spending, rate, true))
    }
  },
})
