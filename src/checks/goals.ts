/** The checks of goal declarations, in the order of their codes. */
import type { Check } from '../engine/check.ts'
import { declarationFilled } from './goals/go-001-required-fields.ts'
import { declaredTotalEqualsSources } from './goals/go-002-total-equals-sources.ts'
import { yearlyPlans } from './goals/go-004-yearly-plans.ts'
import { goalIsSentence } from './goals/go-005-goal-is-sentence.ts'
import { declaredGroups } from './goals/go-006-groups-present.ts'
import { outputKinds } from './goals/go-007-output-kinds.ts'
import { benefitKinds } from './goals/go-008-benefit-kinds.ts'
import { satisfactionAsked } from './goals/go-009-satisfaction.ts'
import { namesAreShort } from './goals/go-010-short-names.ts'
import { namesDiffer } from './goals/go-011-names-differ.ts'
import { targetIsNumber } from './goals/go-012-target-is-number.ts'
import { unitFits } from './goals/go-013-unit-fits.ts'
import { declaredRatioCapped } from './goals/go-014-capped-target.ts'
import { directionFitsMeaning } from './goals/go-015-direction-fits-meaning.ts'
import { timeIsDated } from './goals/go-016-time-is-dated.ts'
import { qualitativeLevels } from './goals/go-017-qualitative-levels.ts'
import { declaredWeights } from './goals/go-018-weights-add-up.ts'
import { declaredLeafWeight } from './goals/go-019-leaf-weight.ts'
import { goalShares } from './goals/go-020-goal-shares.ts'
import { indicatorExplained } from './goals/go-021-indicator-explained.ts'
import { costingAddsUp } from './goals/go-022-costing.ts'
import { policyBasis } from './goals/go-024-policy-basis.ts'
import { notAllFull } from './goals/go-028-full-targets.ts'
import { moneyInGoal } from './goals/go-033-money-in-goal.ts'
import { moneyIsNoQuantity } from './goals/go-034-money-is-no-quantity.ts'

export const goalChecks: readonly Check[] = [
  declarationFilled,
  declaredTotalEqualsSources,
  yearlyPlans,
  goalIsSentence,
  declaredGroups,
  outputKinds,
  benefitKinds,
  satisfactionAsked,
  namesAreShort,
  namesDiffer,
  targetIsNumber,
  unitFits,
  declaredRatioCapped,
  directionFitsMeaning,
  timeIsDated,
  qualitativeLevels,
  declaredWeights,
  declaredLeafWeight,
  goalShares,
  indicatorExplained,
  costingAddsUp,
  policyBasis,
  notAllFull,
  moneyInGoal,
  moneyIsNoQuantity,
]
