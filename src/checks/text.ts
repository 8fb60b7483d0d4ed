/** Checks on wording, dictionaries, formats, dates and required cells. */
import type { Check } from '../engine/check.ts'
import { noPlaceholderLeft } from './common/cm-001-no-placeholder-left.ts'
import { oneAlternativeKept } from './common/cm-002-one-alternative-kept.ts'
import { rateHasPercentSign } from './common/cm-003-rate-has-percent-sign.ts'
import { numberReadable } from './common/cm-004-number-readable.ts'
import { moneyUnitDeclared } from './common/cm-005-money-unit-declared.ts'
import { unitNameOneSpelling } from './common/cm-011-unit-name-one-spelling.ts'
import { datesInOrder } from './common/cm-014-dates-in-order.ts'
import { textWithinLimit } from './common/cm-015-text-within-limit.ts'
import { textNotCopied } from './common/cm-016-text-not-copied.ts'
import { noPersonalData } from './common/cm-017-no-personal-data.ts'
import { nothingHidden } from './common/cm-018-nothing-hidden.ts'
import { cellsReadSurely } from './common/cm-020-cells-read-surely.ts'
import { contactsFilled } from './common/cm-022-contacts-filled.ts'
import { oneYear } from './common/cm-023-one-year.ts'
import { pageHasText } from './common/cm-024-page-has-text.ts'
import { operatorNotMisread } from './common/cm-025-operator-not-misread.ts'
import { templateRowsRemoved } from './common/cm-026-template-rows-removed.ts'
import { columnsPresent } from './self-evaluation/se-003-columns-present.ts'
import { filledAfterYearEnd } from './self-evaluation/se-004-filled-after-year-end.ts'
import { goalsAreSentences } from './self-evaluation/se-012-goals-are-sentences.ts'
import { goalNumbersAnswered } from './self-evaluation/se-013-goal-numbers-answered.ts'
import { completionNotCopied } from './self-evaluation/se-014-completion-not-copied.ts'
import { oneMoneyUnit } from './self-evaluation/se-020-one-money-unit.ts'
import { directionFits } from './self-evaluation/se-031-direction-fits.ts'
import { unitsComparable } from './self-evaluation/se-032-units-comparable.ts'
import { actualIsMeasured } from './self-evaluation/se-034-actual-is-measured.ts'
import { actualAnswersNumber } from './self-evaluation/se-036-actual-answers-number.ts'
import { groupsPresent } from './self-evaluation/se-053-groups-present.ts'
import { rightGroup } from './self-evaluation/se-056-right-group.ts'
import { conclusionAgrees } from './self-evaluation/se-059-conclusion-agrees.ts'
import { deductionHasReason } from './self-evaluation/se-061-deduction-has-reason.ts'
import { reasonSaysSomething } from './self-evaluation/se-064-reason-says-something.ts'
import { measureHasOwnerAndDate } from './self-evaluation/se-065-measure-has-owner-and-date.ts'
import { satisfactionMethodStated } from './self-evaluation/se-076-satisfaction-method-stated.ts'
import { transferFormComplete } from './self-evaluation/se-086-transfer-form-complete.ts'
import { lowExecutionExplained } from './self-evaluation/se-091-low-execution-explained.ts'
import { adjustmentExplained } from './self-evaluation/se-092-adjustment-explained.ts'
import { remainderExplained } from './self-evaluation/se-093-remainder-explained.ts'
import { labelsStandard } from './self-evaluation/se-120-labels-standard.ts'
import { numberingContinuous } from './self-evaluation/se-121-numbering-continuous.ts'
import { nameIsNoValue } from './self-evaluation/se-122-name-is-no-value.ts'
import { targetAddsToName } from './self-evaluation/se-123-target-adds-to-name.ts'
import { quantityHasNumber } from './self-evaluation/se-124-quantity-has-number.ts'
import { timeHasDate } from './self-evaluation/se-125-time-has-date.ts'
import { costHasAmount } from './self-evaluation/se-126-cost-has-amount.ts'
import { costIsNotExecutionRate } from './self-evaluation/se-127-cost-is-not-execution-rate.ts'
import { satisfactionMeasured } from './self-evaluation/se-128-satisfaction-measured.ts'
import { unitSaidOnce } from './self-evaluation/se-129-unit-said-once.ts'
import { unitGiven } from './self-evaluation/se-130-unit-given.ts'
import { unitFitsName } from './self-evaluation/se-131-unit-fits-name.ts'
import { datesInYear } from './self-evaluation/se-132-dates-in-year.ts'
import { dateAnsweredByDate } from './self-evaluation/se-133-date-answered-by-date.ts'
import { requiredCellsFilled } from './self-evaluation/se-134-required-cells-filled.ts'
import { sameQuantityInGoalAndIndicator } from './self-evaluation/se-135-same-quantity-in-goal-and-indicator.ts'
import { sameQuantityElsewhere } from './self-evaluation/se-138-same-quantity-elsewhere.ts'
import { satisfactionPresent } from './self-evaluation/se-139-satisfaction-present.ts'
import { announcedZeroGiven } from './self-evaluation/se-140-announced-zero-given.ts'
import { sameFactSameDeduction } from './self-evaluation/se-142-same-fact-same-deduction.ts'
import { targetMeasurable } from './self-evaluation/se-143-target-measurable.ts'
import { sourceAmountGiven } from './self-evaluation/se-145-source-amount-given.ts'

export const textChecks: readonly Check[] = [
  noPlaceholderLeft,
  oneAlternativeKept,
  rateHasPercentSign,
  numberReadable,
  moneyUnitDeclared,
  unitNameOneSpelling,
  datesInOrder,
  textWithinLimit,
  textNotCopied,
  noPersonalData,
  nothingHidden,
  cellsReadSurely,
  contactsFilled,
  oneYear,
  pageHasText,
  operatorNotMisread,
  templateRowsRemoved,
  columnsPresent,
  filledAfterYearEnd,
  goalsAreSentences,
  goalNumbersAnswered,
  completionNotCopied,
  oneMoneyUnit,
  directionFits,
  unitsComparable,
  actualIsMeasured,
  actualAnswersNumber,
  groupsPresent,
  rightGroup,
  conclusionAgrees,
  deductionHasReason,
  reasonSaysSomething,
  measureHasOwnerAndDate,
  satisfactionMethodStated,
  transferFormComplete,
  lowExecutionExplained,
  adjustmentExplained,
  remainderExplained,
  labelsStandard,
  numberingContinuous,
  nameIsNoValue,
  targetAddsToName,
  quantityHasNumber,
  timeHasDate,
  costHasAmount,
  costIsNotExecutionRate,
  satisfactionMeasured,
  unitSaidOnce,
  unitGiven,
  unitFitsName,
  datesInYear,
  dateAnsweredByDate,
  requiredCellsFilled,
  sameQuantityInGoalAndIndicator,
  sameQuantityElsewhere,
  satisfactionPresent,
  announcedZeroGiven,
  sameFactSameDeduction,
  targetMeasurable,
  sourceAmountGiven,
]
