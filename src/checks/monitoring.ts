/** The checks of monitoring forms, in the order of their codes. */
import type { Check } from '../engine/check.ts'
import { cutDate } from './monitoring/mo-001-cut-date.ts'
import { monitoredRate } from './monitoring/mo-003-execution-rate.ts'
import { monitoredTotals } from './monitoring/mo-004-total-equals-sources.ts'
import { executedWithinBudget } from './monitoring/mo-005-executed-within-budget.ts'
import { forecastInRange } from './monitoring/mo-006-forecast-in-range.ts'
import { forecastRate } from './monitoring/mo-007-forecast-rate.ts'
import { forecastNotBelow } from './monitoring/mo-008-forecast-not-below.ts'
import { deviationHasCause } from './monitoring/mo-009-deviation-has-cause.ts'
import { likelihoodFits } from './monitoring/mo-010-likelihood.ts'
import { impossibleHasMeasures } from './monitoring/mo-011-impossible-has-measures.ts'
import { certainThoughRed } from './monitoring/mo-012-certain-though-red.ts'
import { forwardLight } from './monitoring/mo-013-forward-light.ts'
import { reverseLight } from './monitoring/mo-014-reverse-light.ts'
import { moneyLightShown } from './monitoring/mo-015-money-light.ts'
import { goalLight } from './monitoring/mo-016-goal-light.ts'
import { moneyAhead } from './monitoring/mo-017-money-ahead.ts'
import { unspentSmall } from './monitoring/mo-018-unspent.ts'
import { adjustedBudget } from './monitoring/mo-019-adjusted-budget.ts'

export const monitoringChecks: readonly Check[] = [
  cutDate,
  monitoredRate,
  monitoredTotals,
  executedWithinBudget,
  forecastInRange,
  forecastRate,
  forecastNotBelow,
  deviationHasCause,
  likelihoodFits,
  impossibleHasMeasures,
  certainThoughRed,
  forwardLight,
  reverseLight,
  moneyLightShown,
  goalLight,
  moneyAhead,
  unspentSmall,
  adjustedBudget,
]
