/** WD-020: a target that was missed is explained somewhere. */
import { departmentIndicators, onDepartment } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { hasReason } from '../../engine/comparison.ts'

export const departmentMissedExplained = defineAssessmentCheck({
  id: 'WD-020',
  title: '整体自评表未完成的指标说明原因',
  titleEn: 'A missed target of the whole department is explained',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#form-complete'],
  rule: '完成值达不到指标值的指标应说明原因（表上没有原因栏的，在报告中说明）',
  remedy: '在表或报告中说明没有完成的原因',
  remedyEn: 'Say in the form or in the report why the target was missed.',
  run({ departments }, report) {
    for (const form of departments)
      for (const indicator of departmentIndicators(form)) {
        const { index, row, comparison, isUnused } = indicator
        if (comparison?.outcome !== 'missed' || isUnused || hasReason(indicator)) continue
        report({
          ...onDepartment(`indicators[${index}].actual`, row.actual),
          verdict: 'outside',
          printed: row.actual.printed,
          expected: '未完成原因',
          message: `“${row.level3.printed}”指标值${row.target.printed}，完成值${row.actual.printed}，表中没有原因`,
          messageEn: `The target ${row.target.printed} was missed with ${row.actual.printed}; the form gives no reason.`,
        })
      }
  },
})
