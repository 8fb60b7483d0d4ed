/** EV-005: the grade is the band of the exact total. */
import { onSheet, sumOf, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { gradeOf } from '../../engine/scoring.ts'
import { admissible, type GradeBand } from '../../law/self-evaluation-rules.ts'

const readGrade = (printed: string): GradeBand['grade'] | undefined =>
  /不合格|差/.test(printed)
    ? '差'
    : /优/.test(printed)
      ? '优'
      : /良/.test(printed)
        ? '良'
        : /中|合格|一般/.test(printed)
          ? '中'
          : undefined

export const sheetGrade = defineAssessmentCheck({
  id: 'EV-005',
  title: '评价等级与总分相符',
  titleEn: 'The grade of an evaluation follows from its total',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#grades'],
  rule: '等级 = 舍入前总分所在区间（规则包的分数线，下限含）',
  remedy: '按总分改正等级，或核对总分',
  remedyEn: 'Correct the grade, or check the total.',
  run({ sheets, rules }, report) {
    for (const sheet of sheets) {
      const cell = sheet.record.grade
      const grade = cell && readGrade(cell.printed)
      const scores = sumOf(sheet.rows.map(({ score }) => score))
      const printed = sheet.totalScore
      // A sum that rounds to the printed total is the exact one.
      const total =
        printed && !scores.isIncomplete && scores.sum.round(printed.scale).equals(printed) ? scores.sum : printed
      if (!cell || !grade || !total) continue
      const expected = gradeOf(rules.grades.value, total)
      if (!expected || admissible(rules.grades).some((bands) => gradeOf(bands, total) === grade)) continue
      report({
        ...onSheet(sheet, 'grade', cell),
        severity: surely('error', cell, sheet.record.totalScore),
        sources: [rules.grades.source],
        verdict: 'outside',
        printed: cell.printed,
        expected,
        message: `${sheet.name}总分${total.normalize()}应为“${expected}”，印为“${cell.printed}”`,
        messageEn: `A total of ${total.normalize()} is graded ${expected}; ${cell.printed} is printed.`,
      })
    }
  },
})
