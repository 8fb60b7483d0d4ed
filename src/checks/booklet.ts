/** The checks of relations inside one document: text, tables, sheets and forms, in the order of their codes. */
import type { Check } from '../engine/check.ts'
import { threePublicDetails } from './booklet/di-006-three-public-details.ts'
import { requiredSections } from './booklet/di-007-required-sections.ts'
import { performancePublished } from './booklet/di-008-performance-published.ts'
import { textEqualsTables } from './booklet/fn-001-text-equals-tables.ts'
import { allSourcesNamed } from './booklet/fn-005-all-sources-named.ts'
import { deviationHasReason } from './booklet/fn-033-deviation-has-reason.ts'
import { itemsOfTextAndTable } from './booklet/fn-041-items-of-text-and-table.ts'
import { itemNames } from './booklet/fn-042-item-names.ts'
import { itemPath } from './booklet/fn-043-item-path.ts'
import { basicExpenditureText } from './booklet/fn-051-basic-expenditure.ts'
import { economicItemsListed } from './booklet/fn-052-economic-items-listed.ts'
import { fundSections } from './booklet/fn-071-fund-sections.ts'
import { agencyRunningCost } from './booklet/fn-081-agency-running-cost.ts'
import { vehiclesInTwoSections } from './booklet/fn-085-vehicles-in-two-sections.ts'
import { evaluatedAmount } from './booklet/fn-091-evaluated-amount.ts'
import { scoresOfProjects } from './booklet/fn-092-scores-of-projects.ts'
import { problemsSettled } from './booklet/fn-093-problems-settled.ts'
import { termsExplained } from './booklet/fn-103-terms-explained.ts'
import { projectSpendingOfForms } from './booklet/xd-004-project-spending.ts'
import { numberOfForms } from './booklet/xd-005-number-of-forms.ts'
import { carryoverWithinOpening } from './booklet/xd-008-carryover-within-opening.ts'
import { oneProjectName } from './booklet/xd-013-project-name.ts'
import { sameFactEverywhere } from './booklet/xd-014-same-fact-everywhere.ts'
import { departmentTotals } from './booklet/xd-016-department-totals.ts'

export const bookletChecks: readonly Check[] = [
  threePublicDetails,
  requiredSections,
  performancePublished,
  textEqualsTables,
  allSourcesNamed,
  deviationHasReason,
  itemsOfTextAndTable,
  itemNames,
  itemPath,
  basicExpenditureText,
  economicItemsListed,
  fundSections,
  agencyRunningCost,
  vehiclesInTwoSections,
  evaluatedAmount,
  scoresOfProjects,
  problemsSettled,
  termsExplained,
  projectSpendingOfForms,
  numberOfForms,
  carryoverWithinOpening,
  oneProjectName,
  sameFactEverywhere,
  departmentTotals,
]
