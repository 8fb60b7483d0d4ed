import type { Severity } from '../../domain/finding.ts'
import { defineFormCheck, type FindingDraft, type FormContext } from '../../engine/check.ts'
import { showScore } from '../../engine/drafts.ts'
import {
  exactRate,
  executionExpectation,
  isBetter,
  readRate,
  type Spending,
  spendingOf,
} from '../../engine/execution.ts'
import type { NumberField } from '../../engine/form-view.ts'
import { compareTo, type Fraction, times } from '../../engine/fraction.ts'
import { cellInput, proof, valueInput } from '../../engine/proof.ts'
import { LARGE_ROUNDING } from '../../engine/proposals.ts'
import { roundsElsewhere } from '../../engine/rounding-mode.ts'
import { scoreStep } from '../../engine/score-step.ts'
import { executionScore } from '../../engine/scoring.ts'
import { exactly, type Judgement, judgeScore } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { admissible, type ExecutionScoring } from '../../law/self-evaluation-rules.ts'

interface Outcome {
  readonly judgement: Judgement
  readonly method: ExecutionScoring
  readonly exact: Fraction
  /** The score follows from the printed, rounded rate (Shenzhen: 0.64 → 6.40). */
  readonly isFromPrintedRate: boolean
}

interface Cells {
  readonly score: NumberField
  readonly weight: NumberField
  readonly rate: NumberField | undefined
  readonly spending: Spending
}

/** The best of what the pack admits; a score that follows from the printed rate is a rounding, if the rate itself holds. */
const judge = ({ form, rules }: FormContext, { score, weight, rate, spending }: Cells): Outcome | undefined => {
  const step = scoreStep(form)
  const decimals = rules.scoreDecimals.value
  const reading = rate && readRate(rate, spending)
  let best: Outcome | undefined
  for (const method of admissible(rules.executionScoring)) {
    const expectation = executionExpectation(method, spending, weight.number!)
    if (!expectation) return undefined
    const { exact } = expectation
    const judgement = judgeScore(score.number!, expectation, step, decimals)
    if (!best || isBetter(judgement, best.judgement)) best = { judgement, method, exact, isFromPrintedRate: false }
    if (judgement.verdict === 'equal' || !reading || reading.judgement.verdict === 'outside') continue
    const byRate = judgeScore(
      score.number!,
      exactly(executionScore(method, reading.share, weight.number!)),
      step,
      decimals,
    )
    if (byRate.verdict === 'equal' && judgement.verdict !== 'rounding-only')
      best = { judgement: { ...judgement, verdict: 'rounding-only' }, method, exact, isFromPrintedRate: true }
  }
  return best
}

/** 0.54 → 1 is a rounding that nearly doubles the score; 9.91 → 10 is not worth a word beyond information. */
const severityOf = ({ judgement, exact }: Outcome, score: Decimal): Severity => {
  if (judgement.verdict === 'outside') return 'error'
  const isMuchMore = compareTo(times(exact, LARGE_ROUNDING.add(Decimal.one)), score) < 0
  return isMuchMore ? 'warning' : 'info'
}

const WHY: Readonly<Record<string, readonly [string, string]>> = {
  rate: ['，得分按舍入后的执行率计算', ' (scored from the rounded rate)'],
  'rounding-only': ['，属于取整', ' (rounded to the form’s step)'],
  'cut-pattern': ['，末位截去而未舍入', ' (cut, not rounded)'],
  equal: ['，满分只因舍入而得', ' (full points only by rounding)'],
  outside: ['', ''],
}

const draft = ({ form }: FormContext, cells: Cells, outcome: Outcome): FindingDraft => {
  const { score, weight, spending, rate } = cells
  const { judgement, method, exact } = outcome
  const amounts = `${spending.executedField.cell.printed} ÷ ${spending.budgetField.cell.printed}`
  const isBands = method.method === 'bands'
  const working = isBands ? `${amounts}所在档次` : `${weight.cell.printed} × ${amounts}`
  const [why, whyEn] = WHY[outcome.isFromPrintedRate ? 'rate' : judgement.verdict] ?? ['', '']
  const also = [spending.executedField.field, spending.budgetField.field, weight.field, ...(rate ? [rate.field] : [])]
  return {
    field: score.field,
    also,
    severity: severityOf(outcome, score.number!),
    verdict: judgement.verdict === 'equal' ? 'rounding-only' : judgement.verdict,
    printed: score.cell.printed,
    expected: showScore(exact),
    message: `资金得分印为${score.cell.printed}，按${working}应为${showScore(exact)}${why}`,
    messageEn: `The execution score is printed ${score.cell.printed}; the amounts give ${showScore(exact)}${whyEn}.`,
    proof: () =>
      proof({
        formula: isBands ? '得分 = 分值 × 执行率所在档次的比例' : '得分 = 分值 × min(全年执行数 ÷ 全年预算数, 1)',
        filledIn: `${score.cell.printed} = ${working}`,
        result: showScore(exact),
        interval: judgement.interval,
        verdict: judgement.verdict,
        inputs: [
          cellInput(form, '全年执行数', spending.executedField.field),
          cellInput(form, '全年预算数', spending.budgetField.field),
          cellInput(form, '分值', weight.field),
          cellInput(form, '得分', score.field),
          valueInput('计分方法', isBands ? '分档' : '按比例'),
        ],
      }),
  }
}

/** rules.md 0.1 row 4 and 0.2 row 1: whole points are rounding in a form of whole points, and an error elsewhere. */
export const executionScoreFollows = defineFormCheck({
  id: 'SE-021',
  title: '资金得分与执行率相符',
  titleEn: 'The execution score follows from the amounts',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#quantitative-scoring'],
  rule: '按比例：得分 = 分值 × min(执行数 ÷ 预算数, 1)；分档：得分 = 分值 × 执行率所在档次的比例',
  remedy: '核对执行数和预算数，按规则重算得分',
  remedyEn: 'Check the amounts and recompute the score.',
  run(context, report) {
    const { form, rules } = context
    const total = form.funds.total
    const { score, weight, rate } = total?.columns ?? {}
    if (score?.number === undefined || !weight?.number?.isPositive()) return
    const spending = spendingOf(form, total, rules)
    const exact = spending && exactRate(spending)
    if (!exact) return
    if (compareTo(exact, Decimal.one) === 0 && score.number.equals(weight.number)) return
    const cells = { score, weight, rate, spending }
    const outcome = judge(context, cells)
    if (!outcome) return
    // Full points for 99.99 %: right by rounding, and worth showing.
    const isFullByRounding = score.number.equals(weight.number) && compareTo(outcome.exact, score.number) < 0
    if (outcome.judgement.verdict === 'equal' && !isFullByRounding) return
    const found = { ...draft(context, cells, outcome), sources: [rules.executionScoring.source] }
    const isSlip = outcome.judgement.verdict === 'cut-pattern' && roundsElsewhere(form, rules)
    report(isSlip ? { ...found, severity: 'warning' } : found)
  },
})
