/** What the terminal needs of the writers and the catalogue: the CLI speaks to use cases only. */
import { findCheck } from '../checks/index.ts'
import type { Check } from '../engine/check.ts'

export type { CauseCandidate } from '../engine/causes/cause.ts'
export { type FindingGroup, summarize } from '../engine/group.ts'
export { expectationText } from '../writers/arithmetic-text.ts'
export { fieldLabel } from '../writers/field-labels.ts'
export { positionText } from '../writers/position-text.ts'
export { countByKind, readingStats, shareText } from '../writers/reading-stats.ts'
export { KIND_WORDS, placeName } from '../writers/records/record-names.ts'
export { RECORD_KINDS, type RecordKind } from '../writers/records/record-ref.ts'
export {
  type CheckedFile,
  type CheckOutcome,
  countBySeverity,
  type FailedFile,
  type ReadFile,
  type ReadOutcome,
  type Unchecked,
} from '../writers/report-model.ts'
export { type NumberedCause, numberProblems, type Problems, problemCount } from '../writers/report-problems.ts'
export { reportTexts } from '../writers/report-voice.ts'
export { certaintyWord, LANGUAGES, type Language, severityWord, verdictWord } from '../writers/words.ts'

export const checkById = (code: string): Check | undefined => findCheck(code)
