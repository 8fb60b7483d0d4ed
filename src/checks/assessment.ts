/** Checks over score sheets and forms of whole departments. */
import type { Check } from '../engine/check.ts'
import { departmentPointsAddUp } from './department/wd-001-points-add-up.ts'
import { taskRate } from './department/wd-005-task-rate.ts'
import { tasksHaveForms } from './department/wd-015-task-without-form.ts'
import { taskSums } from './department/wd-016-task-sums.ts'
import { departmentOverTarget } from './department/wd-019-over-target.ts'
import { departmentMissedExplained } from './department/wd-020-missed-target.ts'
import { frameworkGroupsPresent } from './evaluation/ev-001-groups-present.ts'
import { sheetWeightsAddUp } from './evaluation/ev-002-weights-add-up.ts'
import { outputsWeighMost } from './evaluation/ev-003-output-share.ts'
import { sheetScoresAddUp } from './evaluation/ev-004-scores-add-up.ts'
import { sheetGrade } from './evaluation/ev-005-grade.ts'
import { executionRateScored } from './evaluation/ev-009-execution-score.ts'
import { lostPointsExplained } from './evaluation/ev-014-lost-points-explained.ts'
import { reportEqualsSheet } from './evaluation/ev-016-report-equals-sheet.ts'
import { oneSelfEvaluationScore } from './evaluation/ev-023-self-evaluation-gap.ts'
import { criteriaWithinWeight } from './evaluation/ev-027-criteria-within-weight.ts'

export const assessmentChecks: readonly Check[] = [
  frameworkGroupsPresent,
  sheetWeightsAddUp,
  outputsWeighMost,
  sheetScoresAddUp,
  sheetGrade,
  executionRateScored,
  lostPointsExplained,
  reportEqualsSheet,
  oneSelfEvaluationScore,
  criteriaWithinWeight,
  departmentPointsAddUp,
  taskRate,
  tasksHaveForms,
  taskSums,
  departmentOverTarget,
  departmentMissedExplained,
]
