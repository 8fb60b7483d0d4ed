/**
 * Runs checks over the records of one document and completes their findings: title, basis, place, remedy.
 * The order is fixed (form, field in form order, code), so that two runs over one file print the same report.
 */
import type { DocumentFacts } from '../domain/document-facts.ts'
import { cellAt, type FieldAddress } from '../domain/field-address.ts'
import type { FinalAccounts } from '../domain/final-accounts.ts'
import { type Basis, type Finding, isAtLeast, type Severity } from '../domain/finding.ts'
import type { GoalDeclaration } from '../domain/goal-declaration.ts'
import type { Monitoring } from '../domain/monitoring.ts'
import type { Narrative } from '../domain/narrative.ts'
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
import { viewAccounts } from './accounts.ts'
import { type Assessments, assessmentContext } from './assessment.ts'
import type { BookletContext, Check, CheckHeader, FindingDraft, FormCheck, FormContext, Report } from './check.ts'
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
  /** The prose of the document; without it no check of prose runs. */
  readonly narrative?: Narrative
  /** Score sheets and forms of the whole department; without them none of their checks runs. */
  readonly assessments?: Assessments
  /** Final-accounts or budget tables; without them none of their checks runs. */
  readonly accounts?: FinalAccounts
  readonly goals?: readonly { readonly declaration: GoalDeclaration; readonly rules: SelfEvaluationRules }[]
  readonly monitorings?: readonly { readonly monitoring: Monitoring; readonly rules: SelfEvaluationRules }[]
  /** Whose document it is and of which year, as far as it says so. */
  readonly facts?: DocumentFacts
}

const NO_FACTS: DocumentFacts = { region: '', department: '', year: 0 }

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

/** Addresses are the same on every form; what was read of one is kept, and forgotten when they become too many. */
const MOST_RANKS = 4096
const ranks = new Map<FieldAddress, number>()

const rankOf = (field: FieldAddress | undefined): number => {
  if (field === undefined) return 0
  let rank = ranks.get(field)
  if (rank === undefined) {
    rank = fieldRank(field)
    if (ranks.size >= MOST_RANKS) ranks.clear()
    ranks.set(field, rank)
  }
  return rank
}

interface Ranked {
  readonly finding: Finding
  readonly form: number
  readonly rank: number
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** With the addresses as a last tie-break the order does not depend on the order of the checks. */
const byPlace = (a: Ranked, b: Ranked): number =>
  a.form - b.form ||
  a.rank - b.rank ||
  text(a.finding.code, b.finding.code) ||
  text(a.finding.at.field ?? '', b.finding.at.field ?? '')

/** Findings in the order of the document. */
export const inDocumentOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .map((finding): Ranked => ({ finding, form: finding.at.form ?? 0, rank: rankOf(finding.at.field) }))
    .sort(byPlace)
    .map(({ finding }) => finding)

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

const completeFinding = (
  check: CheckHeader,
  draft: FindingDraft,
  form: FormView | undefined,
  pack: string,
  options: RunOptions,
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

const nowhere = (): undefined => undefined

/** Runs one check after the other; one function takes the drafts of them all. */
export class Collector {
  readonly findings: Finding[] = []
  readonly defects: CheckDefect[] = []
  readonly #options: RunOptions
  #check: CheckHeader | undefined = undefined
  #place: (draft: FindingDraft) => FormContext | undefined = () => undefined
  #form: FormContext | undefined = undefined
  #pack = ''

  constructor(options: RunOptions) {
    this.#options = options
  }

  readonly #report = (draft: FindingDraft): void => {
    const place = this.#form ?? this.#place(draft)
    const finding = completeFinding(this.#check!, draft, place?.form, place?.rules.pack ?? this.#pack, this.#options)
    if (finding) this.findings.push(finding)
  }

  /** A check that throws is kept as a defect; what it reported before stands, and the next forms are looked at. */
  runForms(check: FormCheck, contexts: readonly FormContext[], from: number, to: number): void {
    this.#check = check
    for (let i = from; i < to; i++) {
      const context = contexts[i]!
      this.#form = context
      try {
        check.run(context, this.#report)
      } catch (error) {
        this.defects.push({ code: check.id, form: context.form.index, error })
      }
    }
  }

  /** Any check that runs once per document or record; `place` finds the form that a draft names. */
  runOnce<Context>(
    check: CheckHeader,
    run: (context: Context, report: Report) => undefined,
    context: Context,
    pack = '',
    place: (draft: FindingDraft) => FormContext | undefined = nowhere,
  ): void {
    this.#check = check
    this.#form = undefined
    this.#pack = pack
    this.#place = place
    try {
      run(context, this.#report)
    } catch (error) {
      this.defects.push({ code: check.id, form: undefined, error })
    }
  }
}

/**
 * A hundred checks are more code than a processor keeps at hand. Each of them looks at this many forms in a row, so that its
 * code is fetched once for them all; more forms would not stay at hand themselves.
 */
const FORMS_AT_ONCE = Number(globalThis.process?.env?.CHUNK ?? 32)

/** Findings of all `checks`, and the checks that failed on the way. Never throws for what a document holds. */
export const runChecksWithDefects = (
  source: SourceDocument,
  records: readonly SelfEvaluation[],
  rulesOf: RulesOf,
  checks: readonly Check[],
  options: RunOptions = {},
): CheckRun => {
  const rulesFor = typeof rulesOf === 'function' ? rulesOf : () => rulesOf
  const collector = new Collector(options)
  const formChecks = checks.filter((check) => check.scope === 'form')
  const documentChecks = checks.filter((check) => check.scope === 'document')
  const contexts: FormContext[] = []
  for (let from = 0; from < records.length; from += FORMS_AT_ONCE) {
    const to = Math.min(from + FORMS_AT_ONCE, records.length)
    for (let i = from; i < to; i++) contexts.push({ form: viewForm(records[i]!), rules: rulesFor(records[i]!) })
    for (const check of formChecks) collector.runForms(check, contexts, from, to)
  }
  if (contexts[0]) {
    const { narrative } = options
    const forms = contexts.map(({ form }) => form)
    const context = { source, forms, rules: contexts[0].rules, ...(narrative ? { narrative } : {}) }
    const byIndex = new Map(contexts.map((own) => [own.form.index, own]))
    const placeOf = ({ form }: FindingDraft) => (form === undefined ? undefined : byIndex.get(form))
    for (const check of documentChecks) collector.runOnce(check, check.run, context, context.rules.pack, placeOf)
  }
  runOverRecords(collector, checks, source, contexts, options)
  return { findings: inDocumentOrder(collector.findings), defects: collector.defects }
}

/** Everything beside self-evaluation forms: each kind of check runs where the document has what it is about. */
const runOverRecords = (
  collector: Collector,
  checks: readonly Check[],
  source: SourceDocument,
  contexts: readonly FormContext[],
  { narrative, assessments, accounts, goals = [], monitorings = [], facts = NO_FACTS }: RunOptions,
): void => {
  const forms = contexts.map(({ form }) => form)
  const assessment = assessments ? assessmentContext(assessments, forms) : undefined
  const tables = accounts && accounts.tables.length > 0 ? viewAccounts(accounts) : undefined
  const booklet: BookletContext = {
    source,
    forms,
    facts,
    ...(narrative ? { narrative } : {}),
    ...(tables ? { accounts: tables } : {}),
    ...(assessment ? { assessment } : {}),
  }
  const byIndex = new Map(contexts.map((own) => [own.form.index, own]))
  const placeOf = ({ form }: FindingDraft) => (form === undefined ? undefined : byIndex.get(form))
  for (const check of checks) {
    if (check.scope === 'assessment' && assessment)
      collector.runOnce(check, check.run, assessment, assessment.rules.pack)
    else if (check.scope === 'accounts' && tables)
      collector.runOnce(check, check.run, { source, facts, accounts: tables })
    else if (check.scope === 'booklet') collector.runOnce(check, check.run, booklet, '', placeOf)
    else if (check.scope === 'goal')
      for (const { declaration, rules } of goals)
        collector.runOnce(check, check.run, { source, declaration, rules }, rules.pack)
    else if (check.scope === 'monitoring')
      for (const { monitoring, rules } of monitorings)
        collector.runOnce(check, check.run, { source, monitoring, rules }, rules.pack)
    if (!narrative) continue
    if (check.scope === 'narrative') collector.runOnce(check, check.run, { source, narrative })
    else if (check.scope === 'form' && check.runNarrative)
      collector.runOnce(check, check.runNarrative, { source, narrative })
  }
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
