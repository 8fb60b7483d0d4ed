/**
 * Runs checks over the records of one document. The order of the findings is fixed (form, field in form order, code), so
 * that two runs over one file print the same report.
 */
import type { DocumentFacts } from '../domain/document-facts.ts'
import type { FinalAccounts } from '../domain/final-accounts.ts'
import type { Finding } from '../domain/finding.ts'
import type { GoalDeclaration } from '../domain/goal-declaration.ts'
import type { Monitoring } from '../domain/monitoring.ts'
import type { Narrative } from '../domain/narrative.ts'
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { SourceDocument } from '../domain/source-document.ts'
import type { SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import { viewAccounts } from './accounts.ts'
import { type Assessments, assessmentContext } from './assessment.ts'
import type { BookletContext, Check, CheckHeader, FindingDraft, FormCheck, FormContext, Report } from './check.ts'
import { type CompletionOptions, completeFinding } from './complete-finding.ts'
import { inDocumentOrder } from './finding-order.ts'
import { type HeldForm, viewForm } from './form-view.ts'

/** A check that threw. It is a defect of ours, never the document's: reported beside the findings, not among them. */
export interface CheckDefect {
  readonly code: string
  readonly form: number | undefined
  readonly error: unknown
}

export interface RunOptions extends CompletionOptions {
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

const nowhere = (): undefined => undefined

/** Those of forms first, form by form; those of the whole document last. */
const byForm = (defects: readonly CheckDefect[]): readonly CheckDefect[] =>
  [...defects].sort((a, b) => (a.form ?? Number.MAX_SAFE_INTEGER) - (b.form ?? Number.MAX_SAFE_INTEGER))

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
  runForms(check: FormCheck, contexts: readonly FormContext[], from: number): void {
    this.#check = check
    for (let i = from; i < contexts.length; i++) {
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
 * code is fetched once for them all; of more forms the views would not stay at hand, and live long enough to be copied about.
 */
const FORMS_AT_ONCE = 16

/** Finds the form that a draft names. Most documents have no such draft, and then nothing is put into a table. */
const placeIn = (contexts: readonly FormContext[]): ((draft: FindingDraft) => FormContext | undefined) => {
  let byIndex: Map<number, FormContext> | undefined
  return ({ form }) => {
    if (form === undefined) return undefined
    byIndex ??= new Map(contexts.map((own) => [own.form.index, own]))
    return byIndex.get(form)
  }
}

/** Views of all forms, after every check of single forms looked at each of them. */
const runOverForms = (
  collector: Collector,
  records: readonly SelfEvaluation[],
  rulesFor: (form: SelfEvaluation) => SelfEvaluationRules,
  checks: readonly Check[],
): readonly FormContext[] => {
  const formChecks = checks.filter((check) => check.scope === 'form')
  const contexts: FormContext[] = []
  for (let from = 0; from < records.length; from += FORMS_AT_ONCE) {
    const held: HeldForm[] = records.slice(from, from + FORMS_AT_ONCE).map(viewForm)
    for (const form of held) contexts.push({ form, rules: rulesFor(form.record) })
    for (const check of formChecks) collector.runForms(check, contexts, from)
    for (const form of held) form.release()
  }
  return contexts
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
  const collector = new Collector(options)
  const documentChecks = checks.filter((check) => check.scope === 'document')
  const contexts = runOverForms(collector, records, rulesFor, checks)
  const place = placeIn(contexts)
  if (contexts[0]) {
    const { narrative } = options
    const forms = contexts.map(({ form }) => form)
    const context = { source, forms, rules: contexts[0].rules, ...(narrative ? { narrative } : {}) }
    for (const check of documentChecks) collector.runOnce(check, check.run, context, context.rules.pack, place)
  }
  runOverRecords(collector, checks, source, contexts, options)
  return { findings: inDocumentOrder(collector.findings), defects: byForm(collector.defects) }
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
  const place = placeIn(contexts)
  for (const check of checks) {
    if (check.scope === 'assessment' && assessment)
      collector.runOnce(check, check.run, assessment, assessment.rules.pack)
    else if (check.scope === 'accounts' && tables)
      collector.runOnce(check, check.run, { source, facts, accounts: tables })
    else if (check.scope === 'booklet') collector.runOnce(check, check.run, booklet, '', place)
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
