/** Checks that compute: sums, ratios, scores, ranges, comparisons of numbers and dates. */
import type { Check } from '../engine/check.ts'
import { oneUnit } from './common/cm-006-unit-slip.ts'
import { amountsInFen } from './common/cm-007-decimals.ts'
import { projectOnce } from './common/cm-012-same-project-twice.ts'
import { noNegatives } from './common/cm-013-no-negatives.ts'
import { cachedValueCurrent } from './common/cm-019-cached-value.ts'
import { rateNeedsDenominator } from './common/cm-021-zero-denominator.ts'
import { totalEqualsSources } from './self-evaluation/se-016-total-equals-sources.ts'
import { executedWithinBudget } from './self-evaluation/se-017-executed-within-budget.ts'
import { executionRate } from './self-evaluation/se-018-execution-rate.ts'
import { zeroBudget } from './self-evaluation/se-019-zero-budget.ts'
import { executionScoreFollows } from './self-evaluation/se-021-execution-score.ts'
import { executionWeight } from './self-evaluation/se-022-execution-weight.ts'
import { executionScoreCapped } from './self-evaluation/se-023-execution-score-capped.ts'
import { cappedTarget } from './self-evaluation/se-033-capped-target.ts'
import { countsAreWhole } from './self-evaluation/se-035-whole-counts.ts'
import { dateIndicatorOnTime } from './self-evaluation/se-037-on-time.ts'
import { cappedActual } from './self-evaluation/se-038-capped-actual.ts'
import { forwardScoreFollows } from './self-evaluation/se-041-forward-score.ts'
import { reverseScoreFollows } from './self-evaluation/se-042-reverse-score.ts'
import { equalScoreFollows } from './self-evaluation/se-043-equal-score.ts'
import { qualitativeScoreInBand } from './self-evaluation/se-044-qualitative-band.ts'
import { satisfactionByBands } from './self-evaluation/se-045-satisfaction-bands.ts'
import { scoreInRange } from './self-evaluation/se-046-score-range.ts'
import { zeroTarget } from './self-evaluation/se-047-zero-target.ts'
import { droppedIndicatorWithoutPoints } from './self-evaluation/se-048-dropped-indicator.ts'
import { passLine } from './self-evaluation/se-049-pass-line.ts'
import { scoreDecimals } from './self-evaluation/se-050-score-decimals.ts'
import { leafWeightLimited } from './self-evaluation/se-051-leaf-weight.ts'
import { levelWeightsAddUp } from './self-evaluation/se-052-level-weights-add-up.ts'
import { weightsTotal } from './self-evaluation/se-054-weights-total.ts'
import { totalScore } from './self-evaluation/se-057-total-score.ts'
import { gradeFollowsTotal } from './self-evaluation/se-058-grade.ts'
import { overTargetExplained } from './self-evaluation/se-062-over-target.ts'
import { scoreFitsExecution } from './self-evaluation/se-066-execution-contradiction.ts'
import { notAllFull } from './self-evaluation/se-067-all-full.ts'
import { actualsAreMeasured } from './self-evaluation/se-068-actuals-equal-targets.ts'
import { costEqualsSpending } from './self-evaluation/se-071-cost-equals-spending.ts'
import { costTargetWithinBudget } from './self-evaluation/se-072-cost-within-budget.ts'
import { completionRate } from './self-evaluation/se-074-completion-rate.ts'
import { percentageReachable } from './self-evaluation/se-075-reachable-percentage.ts'
import { deductionApplied } from './self-evaluation/se-083-deduction.ts'
import { coefficientTimesWeight } from './self-evaluation/se-085-coefficient.ts'
import { totalCapped } from './self-evaluation/se-087-total-cap.ts'
import { overTargetDeducted } from './self-evaluation/se-088-over-target-deduction.ts'
import { levelWeightsAsUsual } from './self-evaluation/se-101-level-weights-default.ts'
import { cancelledEarnsNothing } from './self-evaluation/se-102-cancelled-scores.ts'
import { resultCountedOnce } from './self-evaluation/se-103-result-counted-twice.ts'
import { deductionTaken } from './self-evaluation/se-104-deduction-not-taken.ts'
import { deductionHasShortfall } from './self-evaluation/se-105-deduction-without-shortfall.ts'
import { rateIndicatorMatchesFunds } from './self-evaluation/se-106-execution-rate-indicator.ts'

export const arithmeticChecks: readonly Check[] = [
  oneUnit,
  amountsInFen,
  projectOnce,
  noNegatives,
  cachedValueCurrent,
  rateNeedsDenominator,
  totalEqualsSources,
  executedWithinBudget,
  executionRate,
  zeroBudget,
  executionScoreFollows,
  executionWeight,
  executionScoreCapped,
  cappedTarget,
  countsAreWhole,
  dateIndicatorOnTime,
  cappedActual,
  forwardScoreFollows,
  reverseScoreFollows,
  equalScoreFollows,
  qualitativeScoreInBand,
  satisfactionByBands,
  scoreInRange,
  zeroTarget,
  droppedIndicatorWithoutPoints,
  passLine,
  scoreDecimals,
  leafWeightLimited,
  levelWeightsAddUp,
  weightsTotal,
  totalScore,
  gradeFollowsTotal,
  overTargetExplained,
  scoreFitsExecution,
  notAllFull,
  actualsAreMeasured,
  costEqualsSpending,
  costTargetWithinBudget,
  completionRate,
  percentageReachable,
  deductionApplied,
  coefficientTimesWeight,
  totalCapped,
  overTargetDeducted,
  levelWeightsAsUsual,
  cancelledEarnsNothing,
  resultCountedOnce,
  deductionTaken,
  deductionHasShortfall,
  rateIndicatorMatchesFunds,
]
