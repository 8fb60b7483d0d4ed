/**
 * Runs checks over the records of one document and completes their findings: title, basis, place, remedy.
 * The order is fixed (form, field in form order, code), so that two runs over one file print the same report.
 */
import { cellAt, type FieldAddress } from '../domain/field-address.ts'
import { type Basis, type Finding, isAtLeast, type Severity } from '../domain/finding.ts'
import {
  FUND_COLUMNS,
  FUND_ROWS,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type SelfEvaluation,
} from '../domain/self-evaluation.ts'
import type { Position, SourceDocument } from '../domain/source-document.ts'
import { type Citation, citation, weakest } from '../law/instruments.ts'
import type { SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import type { Check, CheckHeader, FindingDraft } from './check.ts'
import { type FormView, viewForm } from './form-view.ts'

/** A check that threw. It is a defect of ours, never the document's: reported beside the findings, not among them. */
export interface CheckDefect {
  readonly code: string
  readonly form: number | undefined
  readonly error: unknown
}

export interface RunOptions {
  /** Findings below this severity are dropped before their proofs are built. */
  readonly minimum?: Severity
  /** Without proofs a run over many forms keeps less in memory. */
  readonly withProofs?: boolean
}

export interface CheckRun {
  readonly findings: readonly Finding[]
  readonly defects: readonly CheckDefect[]
}

export type RulesOf = SelfEvaluationRules | ((form: SelfEvaluation) => SelfEvaluationRules)

const INDICATOR = /^indicators(?:\[(\d+)\])?(?:\.more)?(?:\.(\w+))?$/

/** Order of fields as they stand in a form: head, funds by row, goals, indicators by row, totals, the rest. */
const fieldRank = (field: FieldAddress | undefined): number => {
  if (field === undefined || field === '') return 0
  const indicator = INDICATOR.exec(field)
  if (indicator) {
    const column = INDICATOR_COLUMNS.indexOf((indicator[2] ?? '') as never)
    return 10_000 + (indicator[1] === undefined ? 0 : (Number(indicator[1]) + 1) * 32) + (column < 0 ? 31 : column)
  }
  if (field.startsWith('funds.')) {
    const [, row = '', column = ''] = field.split('.')
    const at = FUND_ROWS.indexOf(row as never)
    return 100 + (at < 0 ? 9 : at) * 16 + (FUND_COLUMNS.indexOf(column as never) + 1)
  }
  const head = HEAD_FIELDS.indexOf(field as never)
  if (head >= 0) return 1 + head
  if (field === 'goalExpected') return 9_000
  if (field === 'goalActual') return 9_001
  if (field === 'totalWeight') return 1_000_000
  if (field === 'totalScore') return 1_000_001
  return 1_000_002
}

/** With the addresses as a last tie-break the order does not depend on the order of the checks. */
const byPlace = (a: Finding, b: Finding): number =>
  (a.at.form ?? 0) - (b.at.form ?? 0) ||
  fieldRank(a.at.field) - fieldRank(b.at.field) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
  ((a.at.field ?? '') < (b.at.field ?? '') ? -1 : 1)

const basisOf = (check: CheckHeader, draft: FindingDraft, pack: string): Basis => {
  const refs = draft.sources ? [...new Set([...check.cites, ...draft.sources])] : check.cites
  const citations: readonly Citation[] = refs.map(citation)
  return {
    kind: check.basis,
    text: citations.map(({ text }) => text).join('；'),
    certainty: citations.length === 0 ? 'read' : weakest(citations.map(({ certainty }) => certainty)),
    cites: refs,
    pack,
  }
}

const positionOf = (form: FormView | undefined, field: FieldAddress | undefined): Position | undefined => {
  if (!form || field === undefined) return form?.record.title?.at
  const at = cellAt(form.record, field)?.at
  if (at) return at
  // 'indicators' or 'indicators[3]' as a whole: the first cell that stands there.
  const indicator = INDICATOR.exec(field)
  return indicator ? form.record.indicators[Number(indicator[1] ?? 0)]?.level3.at : form.record.title?.at
}

const isUnsure = (form: FormView | undefined, draft: FindingDraft): boolean =>
  form !== undefined &&
  ((draft.field !== undefined && cellAt(form.record, draft.field)?.unsure === true) ||
    (draft.also?.some((field) => cellAt(form.record, field)?.unsure === true) ?? false))

/** A cell that the reader doubted proves nothing against the document: at most a warning, and it says so. */
const severityOf = (check: CheckHeader, draft: FindingDraft, unsure: boolean): Severity => {
  const severity = draft.severity ?? check.severity
  return unsure && isAtLeast(severity, 'error') ? 'warning' : severity
}

const completeFinding = (
  check: CheckHeader,
  draft: FindingDraft,
  form: FormView | undefined,
  pack: string,
  options: RunOptions,
): Finding | undefined => {
  const unsure = isUnsure(form, draft)
  const severity = severityOf(check, draft, unsure)
  if (options.minimum && !isAtLeast(severity, options.minimum)) return undefined
  const number = draft.form ?? form?.index
  return {
    code: check.id,
    title: check.title,
    severity,
    verdict: draft.verdict,
    at: {
      ...(number === undefined ? {} : { form: number }),
      ...(draft.field === undefined ? {} : { field: draft.field }),
      ...(draft.also === undefined || draft.also.length === 0 ? {} : { also: draft.also }),
      ...(draft.section === undefined ? {} : { section: draft.section }),
    },
    printed: draft.printed,
    expected: draft.expected,
    message: unsure ? `${draft.message}（该单元格的读取没有把握，请先核对原文）` : draft.message,
    messageEn: unsure
      ? `${draft.messageEn} (The cell was read with doubt; look at the original first.)`
      : draft.messageEn,
    remedy: check.remedy,
    basis: basisOf(check, draft, pack),
    proof: options.withProofs === false ? undefined : draft.proof?.(),
    position: positionOf(form, draft.field),
  }
}

interface Collector {
  readonly findings: Finding[]
  readonly defects: CheckDefect[]
  readonly options: RunOptions
}

const collect = (
  { findings, defects, options }: Collector,
  check: Check,
  drafts: () => Iterable<FindingDraft>,
  formOf: (draft: FindingDraft) => FormView | undefined,
  packOf: (draft: FindingDraft) => string,
  form: number | undefined,
): void => {
  try {
    for (const draft of drafts()) {
      const finding = completeFinding(check, draft, formOf(draft), packOf(draft), options)
      if (finding) findings.push(finding)
    }
  } catch (error) {
    defects.push({ code: check.id, form, error })
  }
}

/** Findings of all `checks`, and the checks that failed on the way. Never throws for what a document holds. */
export const runChecksWithDefects = (
  source: SourceDocument,
  records: readonly SelfEvaluation[],
  rulesOf: RulesOf,
  checks: readonly Check[],
  options: RunOptions = {},
): CheckRun => {
  const rulesFor = typeof rulesOf === 'function' ? rulesOf : () => rulesOf
  const collector: Collector = { findings: [], defects: [], options }
  const forms: FormView[] = []
  const rules: SelfEvaluationRules[] = []
  const formChecks = checks.filter((check) => check.scope === 'form')
  for (const record of records) {
    const form = viewForm(record)
    const own = rulesFor(record)
    forms.push(form)
    rules.push(own)
    const context = { form, rules: own }
    for (const check of formChecks)
      collect(
        collector,
        check,
        () => check.run(context),
        () => form,
        () => own.pack,
        form.index,
      )
  }
  if (forms.length > 0) {
    const indexOf = new Map(forms.map((form, i) => [form.index, i]))
    const at = (draft: FindingDraft) => (draft.form === undefined ? undefined : indexOf.get(draft.form))
    for (const check of checks) {
      if (check.scope !== 'document') continue
      const context = { source, forms, rules: rules[0]! }
      const formOf = (draft: FindingDraft) => forms[at(draft) ?? -1]
      collect(
        collector,
        check,
        () => check.run(context),
        formOf,
        (draft) => rules[at(draft) ?? 0]!.pack,
        undefined,
      )
    }
  }
  collector.findings.sort(byPlace)
  return collector
}

/**
 * Findings of all `checks` over the forms of one document, in the order of the document. A check that throws is a defect
 * of ours: it is thrown on as an AggregateError after all others have run. Callers that must go on (a folder of files)
 * use `runChecksWithDefects` and report the defects themselves.
 */
export const runChecks = (
  source: SourceDocument,
  records: readonly SelfEvaluation[],
  rulesOf: RulesOf,
  checks: readonly Check[],
  options: RunOptions = {},
): readonly Finding[] => {
  const { findings, defects } = runChecksWithDefects(source, records, rulesOf, checks, options)
  if (defects.length === 0) return findings
  const where = defects.map(({ code, form }) => (form === undefined ? code : `${code} (form ${form})`)).join(', ')
  throw new AggregateError(
    defects.map(({ error }) => error),
    `checks failed: ${where}`,
  )
}
