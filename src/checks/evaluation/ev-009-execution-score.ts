/** EV-009: 预算执行率 is scored by the rate that the report states: weight × rate. */
import { onSheet, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { leafName } from '../support/sheets.ts'

const RATE = /预算执行率(?:为|是|达到?|[:：])?(\d{1,3}(?:\.\d+)?)[%％]/g
/** Rates that are scored by steps or with deductions give other points. */
const STEPS = /[≥≤＜＞<>]|得满分|以上|以下|不低于|扣/

/** All rates that the report names; when they differ nobody can say which one was scored. */
const statedRate = (text: string): Decimal | undefined => {
  const rates = new Set([...text.normalize('NFKC').matchAll(RATE)].map((match) => match[1]!))
  const [only] = rates
  return rates.size === 1 && only ? Decimal.from(only) : undefined
}

/** Points are shown with two decimals. */
const DECIMALS = 2

export const executionRateScored = defineAssessmentCheck({
  id: 'EV-009',
  title: '预算执行率的得分与报告中的执行率相符',
  titleEn: 'The score of the execution rate follows from the rate in the report',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '预算执行率得分 = 分值 × min(执行率, 100%)（评分标准不分档时；评价中的执行率以到位资金为分母）',
  remedy: '核对执行率的分子、分母，或改正得分',
  remedyEn: 'Check numerator and denominator of the rate, or correct the score.',
  run({ sheets }, report) {
    for (const sheet of sheets) {
      const rate = statedRate(sheet.record.reportText ?? '')
      const view = sheet.rows.find((row) => leafName(row) === '预算执行率')
      if (!rate || !view?.weight || !view.score || STEPS.test(view.row.criteria?.printed ?? '')) continue
      const share = rate.compare(Decimal.hundred) > 0 ? Decimal.hundred : rate
      const exact = view.weight.multiply(share).shift(-2)
      const expected = exact.round(DECIMALS)
      if (view.score.equals(expected) || view.score.equals(exact)) continue
      const isRounded = exact.round(view.score.scale).equals(view.score)
      report({
        ...onSheet(sheet, 'score', view.row.score, view.index),
        severity: isRounded ? 'info' : surely('warning', view.row.score),
        verdict: isRounded ? 'rounding-only' : 'outside',
        printed: view.row.score.printed,
        expected: expected.normalize().toString(),
        message: `${sheet.name}预算执行率${rate}%，按${view.weight}分计应得${expected.normalize()}，印为${view.row.score.printed}${isRounded ? '（只取了较少的小数位）' : ''}`,
        messageEn: `A rate of ${rate} % of ${view.weight} points gives ${expected.normalize()}; ${view.row.score.printed} is printed.`,
      })
    }
  },
})
