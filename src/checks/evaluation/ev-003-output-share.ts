/** EV-003: results weigh most in an evaluation. */
import { onSheet, sumOf } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { frameworkGroups, isOfProject } from '../support/sheets.ts'

export const outputsWeighMost = defineAssessmentCheck({
  id: 'EV-003',
  title: '产出与效益的分值不低于规定',
  titleEn: 'Outputs and benefits have at least the points that the rules ask for',
  kind: 'A',
  // The text of the limit is recalled, not read.
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#evaluation-weights'],
  rule: 'W(产出) + W(效益) ≥ 规则包的下限（占总分值的比例）',
  remedy: '调整评价体系的权重',
  remedyEn: 'Change the weights of the framework.',
  run({ sheets, rules }, report) {
    const least = rules.evaluationOutputShare
    if (!least) return
    for (const sheet of sheets.filter(isOfProject)) {
      const all = sumOf(sheet.rows.map(({ weight }) => weight))
      const groups = sheet.rows.map(frameworkGroups)
      // A row of an unknown group may belong to the results: then nothing can be said.
      if (all.isIncomplete || groups.some((names) => names.length === 0)) continue
      const own = sheet.rows.filter((_, i) => groups[i]!.includes('产出') || groups[i]!.includes('效益'))
      const { sum } = sumOf(own.map(({ weight }) => weight))
      const whole = rules.totalWeight.value
      if (sum.multiply(whole).compare(least.value.multiply(all.sum)) >= 0) continue
      report({
        ...onSheet(sheet, 'rows', sheet.record.title),
        sources: [least.source],
        verdict: 'outside',
        printed: sum.normalize().toString(),
        expected: `≥ ${least.value}`,
        message: `${sheet.name}产出与效益共${sum.normalize()}分（总分值${all.sum.normalize()}），低于${least.value}%`,
        messageEn: `Outputs and benefits have ${sum.normalize()} of ${all.sum.normalize()} points, below ${least.value} %.`,
      })
    }
  },
})
