/** EV-002: points of the rows make those of their groups, and all rows make the whole. */
import {
  groupsOf,
  numberOf,
  onSheet,
  type SheetRowView,
  type SheetView,
  sumOf,
  surely,
} from '../../engine/assessment.ts'
import { defineAssessmentCheck, type Report } from '../../engine/check.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { terms } from '../support/sheets.ts'

const LEVELS = ['level1', 'level2', 'level3'] as const

/** （15） behind a name may be a numbering; groups whose numbers make the whole are points. */
const arePoints = (sheet: SheetView, whole: Decimal): boolean => {
  const groups = groupsOf(sheet, 'level1').map(([first]) => numberOf(first!.row.level1Weight))
  const { sum, isIncomplete } = sumOf(groups)
  return !isIncomplete && sum.equals(whole)
}

const reportGroup = (
  sheet: SheetView,
  level: (typeof LEVELS)[number],
  rows: readonly SheetRowView[],
  report: Report,
): void => {
  const { row, index } = rows[0]!
  const cell = row[`${level}Weight`]
  const printed = numberOf(cell)
  const { sum, isIncomplete } = sumOf(rows.map(({ weight }) => weight))
  if (!cell || !printed || isIncomplete || sum.equals(printed)) return
  const name = row[level].printed
  report({
    ...onSheet(sheet, `${level}Weight`, cell, index),
    severity: surely('error', cell, ...rows.map((one) => one.row.weight)),
    verdict: 'outside',
    printed: cell.printed,
    expected: sum.normalize().toString(),
    message: `“${name}”印为${cell.printed}分，下属各项分值之和是${sum.normalize()}：${terms(rows.map(({ weight }) => weight))}`,
    messageEn: `${name} is printed with ${cell.printed} points; its rows add up to ${sum.normalize()}.`,
  })
}

export const sheetWeightsAddUp = defineAssessmentCheck({
  id: 'EV-002',
  title: '评分表各级分值之和相符',
  titleEn: 'The weights of a score sheet add up at each level',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: 'Σ 各项分值 = 总分值（印刷的合计；没有合计的为规则包的总分）；Σ 下属分值 = 各级指标后的分值',
  remedy: '核对各级指标的分值',
  remedyEn: 'Check the points of all levels.',
  run({ sheets, rules }, report) {
    for (const sheet of sheets) {
      const whole = rules.totalWeight.value
      const { sum, isIncomplete } = sumOf(sheet.rows.map(({ weight }) => weight))
      const stated = sheet.totalWeight ?? whole
      if (!isIncomplete && !sum.equals(stated)) {
        const cell = sheet.record.totalWeight
        report({
          ...onSheet(sheet, 'totalWeight', cell ?? sheet.record.title),
          severity: surely('error', cell, ...sheet.rows.map(({ row }) => row.weight)),
          verdict: 'outside',
          printed: cell?.printed ?? sum.normalize().toString(),
          expected: cell ? sum.normalize().toString() : whole.toString(),
          message: `${sheet.name}各项分值之和是${sum.normalize()}，${cell ? `合计印为${cell.printed}` : `应为${whole}`}`,
          messageEn: `The weights add up to ${sum.normalize()}; ${stated} is ${cell ? 'printed' : 'expected'}.`,
        })
      }
      if (!arePoints(sheet, stated) && !arePoints(sheet, whole)) {
        // Groups behind whose names 分 is printed have points whatever they add up to.
        if (!sheet.rows.some(({ row }) => row.level1Weight && !/[（(]\d+[）)]$/.test(row.level1.printed))) continue
      }
      for (const level of LEVELS) for (const rows of groupsOf(sheet, level)) reportGroup(sheet, level, rows, report)
    }
  },
})
