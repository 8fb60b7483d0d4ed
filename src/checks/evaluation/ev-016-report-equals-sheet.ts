/** EV-016: what a report says of scores, in small tables and in words, is what its sheet says. */
import { groupsOf, onSheet, type SheetRowView, type SheetView, sumOf, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck, type Report } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { bareName, leafName } from '../support/sheets.ts'

const keyOf = (row: SheetRowView): string => `${bareName(row.row.level1.printed)}|${leafName(row)}`

/** Rows of a small table against those of the sheet, and its total against its own rows. */
const reportExcerpt = (part: SheetView, whole: SheetView, report: Report): void => {
  const rows = new Map(whole.rows.map((row) => [keyOf(row), row]))
  for (const row of part.rows) {
    const other = rows.get(keyOf(row))
    if (!other?.score || !row.score || other.score.equals(row.score)) continue
    report({
      ...onSheet(whole, 'score', row.row.score, other.index),
      severity: surely('error', row.row.score, other.row.score),
      verdict: 'outside',
      printed: row.row.score.printed,
      expected: other.row.score.printed,
      message: `报告中的小表“${leafName(row)}”得分${row.row.score.printed}，${whole.name}中是${other.row.score.printed}`,
      messageEn: `The report gives ${row.row.score.printed} points, the sheet ${other.row.score.printed}.`,
    })
  }
  const { sum, isIncomplete } = sumOf(part.rows.map(({ score }) => score))
  const cell = part.record.totalScore
  if (!cell || !part.totalScore || isIncomplete || sum.equals(part.totalScore)) return
  report({
    ...onSheet(whole, 'excerpt.totalScore', cell),
    severity: surely('error', cell),
    verdict: 'outside',
    printed: cell.printed,
    expected: sum.normalize().toString(),
    message: `报告中的小表“${part.rows[0]!.row.level1.printed}”合计印为${cell.printed}，各项之和是${sum.normalize()}`,
    messageEn: `A small table prints a sum of ${cell.printed}; its rows add up to ${sum.normalize()}.`,
  })
}

/** 产出数量得分：6.75分（满分9分）. */
const STATED = /([\u4e00-\u9fff]{2,14})得分[:：]?(\d+(?:\.\d+)?)分[（(]满分(\d+(?:\.\d+)?)分[）)]/g

const sumsByName = (sheet: SheetView): ReadonlyMap<string, readonly SheetRowView[] | undefined> => {
  const found = new Map<string, readonly SheetRowView[] | undefined>()
  // A name that two groups have decides nothing.
  const add = (name: string, rows: readonly SheetRowView[]): void => {
    found.set(name, found.has(name) ? undefined : rows)
  }
  for (const rows of groupsOf(sheet, 'level1')) add(bareName(rows[0]!.row.level1.printed), rows)
  for (const rows of groupsOf(sheet, 'level2')) add(bareName(rows[0]!.row.level2.printed), rows)
  for (const row of sheet.rows) if (!found.has(leafName(row))) found.set(leafName(row), [row])
  return found
}

const reportText = (sheet: SheetView, report: Report): void => {
  const sums = sumsByName(sheet)
  for (const [, name, printed, full] of (sheet.record.reportText ?? '').normalize('NFKC').matchAll(STATED)) {
    const rows = sums.get(name!) ?? sums.get(name!.replace(/^项目/, ''))
    if (!rows) continue
    const { sum, isIncomplete } = sumOf(rows.map(({ score }) => score))
    const weights = sumOf(rows.map(({ weight }) => weight))
    if (isIncomplete || weights.isIncomplete || !weights.sum.equals(Decimal.from(full!))) continue
    if (sum.equals(Decimal.from(printed!))) continue
    report({
      ...onSheet(sheet, 'score', rows[0]!.row.score, rows[0]!.index),
      severity: surely('error', ...rows.map(({ row }) => row.score)),
      verdict: 'outside',
      printed: printed!,
      expected: sum.normalize().toString(),
      message: `报告写“${name}得分：${printed}分（满分${full}分）”，${sheet.name}中是${sum.normalize()}`,
      messageEn: `The report says ${printed} of ${full} points, the sheet ${sum.normalize()}.`,
    })
  }
}

export const reportEqualsSheet = defineAssessmentCheck({
  id: 'EV-016',
  title: '评价报告中的得分与评分表一致',
  titleEn: 'Scores in the report are those of the sheet',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '报告正文和小表中的得分 = 评分表同名指标的得分；小表合计 = 各项之和',
  remedy: '以评分表为准改正报告，或改正评分表',
  remedyEn: 'Correct the report, or the sheet.',
  run({ sheets, excerpts }, report) {
    for (const { sheet, of } of excerpts) reportExcerpt(sheet, of, report)
    for (const sheet of sheets) reportText(sheet, report)
  },
})
