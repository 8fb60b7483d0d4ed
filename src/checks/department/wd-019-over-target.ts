/** WD-019: an actual value far above its target says that the target was set low, in a department's form as in a project's. */
import { departmentIndicators, onDepartment, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { reachesRatio, timesTarget } from '../../engine/comparison.ts'
import { TARGET_TOO_LOW } from '../../engine/proposals.ts'

export const departmentOverTarget = defineAssessmentCheck({
  id: 'WD-019',
  title: '整体自评表的完成值不大幅超过指标值',
  titleEn: 'Actual values of the whole department are not far above their targets',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#over-target'],
  rule: '完成值 ÷ 指标值 ≥ 规则包认为指标值偏低的倍数（没有规定的为 1.5）：指标值可能偏低',
  remedy: '说明超额完成的原因，下年按实际调整指标值',
  remedyEn: 'Explain, and set next year’s target by what was reached.',
  run({ departments, rules }, report) {
    const limit = rules.targetTooLowRatio?.value ?? TARGET_TOO_LOW
    for (const form of departments)
      for (const { index, row, comparison, isUnused } of departmentIndicators(form)) {
        if (!comparison || isUnused || comparison.direction === 'reverse' || comparison.isPercent) continue
        const { actual, targetTop, actualOperator } = comparison
        if (actualOperator === '≤' || actualOperator === '<' || !reachesRatio(actual, targetTop, limit)) continue
        const times = timesTarget(actual, targetTop)
        report({
          ...onDepartment(`indicators[${index}].actual`, row.actual),
          severity: surely('warning', row.actual, row.target),
          sources: [rules.overTargetRatio.source],
          verdict: 'outside',
          printed: row.actual.printed,
          expected: '合理的指标值',
          message: `“${row.level3.printed}”完成值${row.actual.printed}是指标值${row.target.printed}的${times}倍，指标值可能偏低`,
          messageEn: `${row.actual.printed} is ${times} times the target ${row.target.printed}.`,
        })
      }
  },
})
