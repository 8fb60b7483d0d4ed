/** Compares two files: reads and checks both, then says what changed and which findings came and went. */
import type { ComparisonMode, PlacedFinding } from '../domain/document-comparison.ts'
import { isAtLeast } from '../domain/finding.ts'
import { type ComparedDocument, compareDocuments } from '../engine/compare/compare-documents.ts'
import type { ComparisonReport } from '../writers/compare/comparison-report.ts'
import { recordOf } from '../writers/records/record-ref.ts'
import type { CheckedFile, FailedFile } from '../writers/report-model.ts'
import { checkAcross } from './check-across.ts'
import { type CheckOptions, checkFile } from './check-file.ts'
import type { FilePort } from './ports.ts'

export interface CompareOptions extends CheckOptions {
  /** Without it the years of the documents decide. */
  readonly mode?: ComparisonMode
}

export type CompareOutcome =
  | { readonly outcome: 'compared'; readonly report: ComparisonReport }
  | { readonly outcome: 'failed'; readonly files: readonly FailedFile[] }

const placed = (checked: CheckedFile): readonly PlacedFinding[] =>
  checked.findings.map((finding) => ({ finding, ...recordOf(checked, finding.at, finding.position) }))

const comparedDocument = (checked: CheckedFile): ComparedDocument => ({
  forms: checked.forms,
  evaluations: checked.evaluations,
  departments: checked.departments ?? [],
  goals: checked.goalDeclarations ?? [],
  monitorings: checked.monitorings ?? [],
  accounts: checked.finalAccounts,
  narrative: checked.narrative,
  findings: placed(checked),
})

/** A document that does not say its year is taken for a version of the other one. */
const modeOf = (before: CheckedFile, after: CheckedFile): ComparisonMode =>
  before.facts.year > 0 && after.facts.year > 0 && before.facts.year !== after.facts.year ? 'year' : 'version'

export const compareChecked = (
  before: CheckedFile,
  after: CheckedFile,
  mode: ComparisonMode = modeOf(before, after),
): ComparisonReport => ({
  before,
  after,
  comparison: compareDocuments(comparedDocument(before), comparedDocument(after), mode),
  across: mode === 'year' ? checkAcross([before, after]).findings : [],
})

/** Never throws for what the files hold. */
export const compareFiles = async (
  before: string,
  after: string,
  files: FilePort,
  { mode, ...options }: CompareOptions = {},
): Promise<CompareOutcome> => {
  const old = await checkFile(before, files, options)
  const now = await checkFile(after, files, options)
  if (old.outcome === 'failed' || now.outcome === 'failed')
    return { outcome: 'failed', files: [old, now].filter((one) => one.outcome === 'failed') }
  return { outcome: 'compared', report: compareChecked(old, now, mode) }
}

/** 0: nothing of severity error or above is new; 1: something is. */
export const comparisonStatus = ({ comparison, across }: ComparisonReport): 0 | 1 =>
  [...comparison.findings.added.map(({ finding }) => finding), ...across].some(({ severity }) =>
    isAtLeast(severity, 'error'),
  )
    ? 1
    : 0
