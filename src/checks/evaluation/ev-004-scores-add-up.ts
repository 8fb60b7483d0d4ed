/** EV-004: a score lies between nothing and its weight; scores make subtotals and total. */
import type { EvaluationSubtotal } from '../../domain/evaluation-sheet.ts'
import { numberOf, onSheet, type SheetView, sumOf, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck, type Report } from '../../engine/check.ts'
import { leafName, mayBeRounded, terms } from '../support/sheets.ts'

const reportRanges = (sheet: SheetView, report: Report): void => {
  for (const { row, index, weight, score } of sheet.rows) {
    if (!weight || !score || (!score.isNegative() && score.compare(weight) <= 0)) continue
    report({
      ...onSheet(sheet, 'score', row.score, index),
      severity: surely('error', row.score, row.weight),
      verdict: 'outside',
      printed: row.score.printed,
      expected: `0—${weight}`,
      message: `“${leafName({ row, index, weight, score })}”得分${row.score.printed}，分值是${row.weight.printed}`,
      messageEn: `A score of ${row.score.printed} for a weight of ${row.weight.printed}.`,
    })
  }
}

const reportTotal = (sheet: SheetView, report: Report): void => {
  const cell = sheet.record.totalScore
  const total = sheet.totalScore
  const scores = sheet.rows.map(({ score }) => score)
  const { sum, isIncomplete } = sumOf(scores)
  if (!cell || !total || isIncomplete || sum.equals(total)) return
  const rows = sheet.rows.flatMap(({ score, weight }) => (score ? [{ score, weight }] : []))
  const verdict = mayBeRounded(total, sum, rows) ? 'rounding-only' : 'outside'
  report({
    ...onSheet(sheet, 'totalScore', cell),
    severity: verdict === 'rounding-only' ? 'info' : surely('error', cell, ...sheet.rows.map(({ row }) => row.score)),
    verdict,
    printed: cell.printed,
    expected: sum.normalize().toString(),
    message: `${sheet.name}总分印为${cell.printed}，各项得分之和是${sum.normalize()}：${terms(scores)}`,
    messageEn: `The total is printed ${cell.printed}; the scores add up to ${sum.normalize()}.`,
  })
}

/** A subtotal sums the rows since the one before. */
const reportSubtotal = (sheet: SheetView, subtotal: EvaluationSubtotal, from: number, report: Report): void => {
  const rows = sheet.rows.slice(from, subtotal.before)
  for (const column of ['weight', 'score'] as const) {
    const cell = subtotal[column]
    const printed = numberOf(cell)
    const { sum, isIncomplete } = sumOf(rows.map((row) => row[column]))
    if (!cell || !printed || isIncomplete || sum.equals(printed)) continue
    report({
      ...onSheet(sheet, `subtotals.${column}`, cell),
      severity: surely('error', cell),
      verdict: 'outside',
      printed: cell.printed,
      expected: sum.normalize().toString(),
      message: `${sheet.name}${column === 'weight' ? '分值' : '得分'}小计印为${cell.printed}，以上各项之和是${sum.normalize()}`,
      messageEn: `A subtotal of ${cell.printed} is printed; the rows above add up to ${sum.normalize()}.`,
    })
  }
}

export const sheetScoresAddUp = defineAssessmentCheck({
  id: 'EV-004',
  title: '评分表得分在分值之内，总分等于各项之和',
  titleEn: 'Scores stay within their weights and add up to the total',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic', 'definition#score-range'],
  rule: '0 ≤ 得分 ≤ 分值；Σ 得分 = 小计、总分',
  remedy: '核对各项得分，重算小计和总分',
  remedyEn: 'Check the scores, recompute subtotals and total.',
  run({ sheets }, report) {
    for (const sheet of sheets) {
      reportRanges(sheet, report)
      reportTotal(sheet, report)
      let from = 0
      for (const subtotal of sheet.record.subtotals ?? []) {
        reportSubtotal(sheet, subtotal, from, report)
        from = subtotal.before
      }
    }
  },
})
