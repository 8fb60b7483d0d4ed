/** A draft of a check made into a finding: title, basis, place, remedy. */
import { cellAt, type FieldAddress } from '../domain/field-address.ts'
import { type Basis, type Finding, isAtLeast, type Severity } from '../domain/finding.ts'
import type { Position } from '../domain/source-document.ts'
import { type Citation, citation, weakest } from '../law/instruments.ts'
import type { CheckHeader, FindingDraft } from './check.ts'
import type { FormView } from './form-view.ts'

/** What of the options of a run decides about one finding. */
export interface CompletionOptions {
  /** Findings below this severity are dropped before their proofs are built. */
  readonly minimum?: Severity
  /** Without proofs a run over many forms keeps less in memory. */
  readonly withProofs?: boolean
}

const INDICATOR = /^indicators(?:\[(\d+)\])?(?:\.more)?(?:\.(\w+))?$/

const basisFor = (check: CheckHeader, refs: readonly string[], pack: string): Basis => {
  const citations: readonly Citation[] = refs.map(citation)
  return {
    kind: check.basis,
    text: citations.map(({ text }) => text).join('；'),
    certainty: citations.length === 0 ? 'read' : weakest(citations.map(({ certainty }) => certainty)),
    cites: refs,
    pack,
  }
}

/** One basis per check, pack and set of sources; findings share it. */
const bases = new WeakMap<CheckHeader, Map<string, Basis>>()

const basisOf = (check: CheckHeader, { sources }: FindingDraft, pack: string): Basis => {
  let own = bases.get(check)
  if (!own) bases.set(check, (own = new Map()))
  const key = sources ? `${pack} ${sources.join(' ')}` : pack
  let basis = own.get(key)
  if (!basis) {
    basis = basisFor(check, sources ? [...new Set([...check.cites, ...sources])] : check.cites, pack)
    own.set(key, basis)
  }
  return basis
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

/** Without the keys that say nothing: they would be printed. */
const addressOf = (
  form: number | undefined,
  { file, field, also, section, evaluation, table, row }: FindingDraft,
): Finding['at'] => {
  const at: { -readonly [K in keyof Finding['at']]: Finding['at'][K] } = {}
  if (file !== undefined) at.file = file
  if (form !== undefined) at.form = form
  if (field !== undefined) at.field = field
  if (also !== undefined && also.length > 0) at.also = also
  if (section !== undefined) at.section = section
  if (evaluation !== undefined) at.evaluation = evaluation
  if (table !== undefined) at.table = table
  if (row !== undefined) at.row = row
  return at
}

export const completeFinding = (
  check: CheckHeader,
  draft: FindingDraft,
  form: FormView | undefined,
  pack: string,
  options: CompletionOptions,
): Finding | undefined => {
  const stated = draft.severity ?? check.severity
  const unsure = stated !== 'info' && isUnsure(form, draft)
  // A cell that the reader doubted proves nothing against the document: at most a warning, and the message says so.
  const severity = unsure && isAtLeast(stated, 'error') ? 'warning' : stated
  if (options.minimum && !isAtLeast(severity, options.minimum)) return undefined
  const number = draft.form ?? form?.index
  return {
    code: check.id,
    title: check.title,
    titleEn: check.titleEn,
    severity,
    verdict: draft.verdict,
    at: addressOf(number, draft),
    printed: draft.printed,
    expected: draft.expected,
    message: unsure ? `${draft.message}（该单元格的读取没有把握，请先核对原文）` : draft.message,
    messageEn: unsure
      ? `${draft.messageEn} (The cell was read with doubt; look at the original first.)`
      : draft.messageEn,
    remedy: check.remedy,
    remedyEn: check.remedyEn,
    basis: basisOf(check, draft, pack),
    proof: options.withProofs === false ? undefined : draft.proof?.(),
    position: draft.position ?? positionOf(form, draft.field),
  }
}
