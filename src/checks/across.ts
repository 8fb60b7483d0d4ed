/** The checks across several documents of one department, in the order of their codes. */
import type { Check } from '../engine/check.ts'
import { openingIsLastClosing } from './across/fa-301-opening-is-last-closing.ts'
import { fiscalOpening } from './across/fa-302-fiscal-opening.ts'
import { fundOpeningByCode } from './across/fa-303-fund-opening-by-code.ts'
import { movedCodes } from './across/fa-304-moved-codes.ts'
import { oneAmountOneProject } from './across/xd-001-one-amount-one-project.ts'
import { targetsThroughTheChain } from './across/xd-002-targets-through-the-chain.ts'
import { notLessThanInJuly } from './across/xd-006-not-less-than-in-july.ts'
import { evaluationGap } from './across/xd-007-evaluation-gap.ts'
import { budgetOfThreePublic } from './across/xd-009-budget-of-three-public.ts'

export const acrossChecks: readonly Check[] = [
  openingIsLastClosing,
  fiscalOpening,
  fundOpeningByCode,
  movedCodes,
  oneAmountOneProject,
  targetsThroughTheChain,
  notLessThanInJuly,
  evaluationGap,
  budgetOfThreePublic,
]
