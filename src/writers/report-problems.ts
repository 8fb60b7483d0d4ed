/**
 * Findings as a reader takes them: everything that one wrong cell explains is one problem; what has no cause stands alone.
 * Numbers run through a whole report, so that a person can say 问题 17 and 原因 3.
 */
import { isAtLeast, SEVERITIES, type Severity } from '../domain/finding.ts'
import type { Cause } from '../engine/causes/cause.ts'
import { type RecordRef, recordOf, recordOfCell } from './records/record-ref.ts'
import { type CheckedFile, type CheckOutcome, isChecked, type NumberedFinding } from './report-model.ts'

export interface NumberedCause {
  readonly number: number
  readonly cause: Cause
  /** The worst of what it explains. */
  readonly severity: Severity
  /** In the order of the document, never empty. */
  readonly entries: readonly NumberedFinding[]
  /** The record of the cell to look at first. */
  readonly home: RecordRef
}

/** Findings and causes of one file as a report shows them. */
export interface Problems {
  /** Those at the floor or above. */
  readonly entries: readonly NumberedFinding[]
  readonly causes: readonly NumberedCause[]
  /** Number of the cause of a finding, by the number of the finding. */
  readonly causeOf: ReadonlyMap<number, NumberedCause>
  readonly homeOf: ReadonlyMap<number, RecordRef>
}

const worst = (entries: readonly NumberedFinding[]): Severity =>
  entries.reduce<Severity>(
    (top, { finding }) => (SEVERITIES.indexOf(finding.severity) > SEVERITIES.indexOf(top) ? finding.severity : top),
    'info',
  )

/** What one problem is for a person: a cause that only groups one finding says nothing new. */
const isWorthTelling = (cause: Cause, entries: readonly NumberedFinding[]): boolean =>
  entries.length > 1 || (entries.length === 1 && cause.candidates.length > 0)

interface Counter {
  finding: number
  cause: number
}

const problemsOf = (checked: CheckedFile, floor: Severity, counter: Counter): Problems => {
  const byIndex = new Map<number, NumberedFinding>()
  checked.findings.forEach((finding, index) => {
    if (isAtLeast(finding.severity, floor)) byIndex.set(index, { number: ++counter.finding, finding })
  })
  const causes = (checked.causes ?? []).flatMap((cause): NumberedCause[] => {
    const entries = cause.findings.flatMap((index) => byIndex.get(index) ?? [])
    if (!isWorthTelling(cause, entries)) return []
    const home = recordOfCell(checked, cause.main, cause.position)
    return [{ number: ++counter.cause, cause, severity: worst(entries), entries, home }]
  })
  const causeOf = new Map(causes.flatMap((one) => one.entries.map(({ number }) => [number, one] as const)))
  const entries = [...byIndex.values()]
  const homeOf = new Map(
    entries.map(({ number, finding }) => [number, recordOf(checked, finding.at, finding.position)] as const),
  )
  return {
    entries,
    causes,
    causeOf,
    homeOf,
  }
}

/** Problems of every file that was checked; numbers go on from file to file. */
export const numberProblems = (
  outcomes: readonly CheckOutcome[],
  floor: Severity,
): ReadonlyMap<CheckOutcome, Problems> => {
  const counter: Counter = { finding: 0, cause: 0 }
  return new Map(outcomes.filter(isChecked).map((one) => [one, problemsOf(one, floor, counter)] as const))
}

/** How many things are wrong, when everything that one cell explains counts once. */
export const problemCount = ({ entries, causes, causeOf }: Problems): number =>
  entries.length - causeOf.size + causes.length
