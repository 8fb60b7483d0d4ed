/**
 * A check is a frozen header and a pure function: it reads a view and a pack, reports drafts of findings, never throws,
 * never repairs, does no I/O and does not depend on order. It is no generator: most checks find nothing in most forms, and
 * a generator pays for its frame all the same (about 1 KB each, a hundred of them a form).
 */
import type { DocumentFacts } from '../domain/document-facts.ts'
import type { FieldAddress } from '../domain/field-address.ts'
import type { Proof, Severity, Verdict } from '../domain/finding.ts'
import type { GoalDeclaration } from '../domain/goal-declaration.ts'
import type { Monitoring } from '../domain/monitoring.ts'
import type { Narrative } from '../domain/narrative.ts'
import type { Position, SourceDocument } from '../domain/source-document.ts'
import type { SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import type { AccountsView } from './accounts.ts'
import type { AcrossDocument } from './across.ts'
import type { AssessmentContext } from './assessment.ts'
import type { FormView } from './form-view.ts'

/** What a blank cell means to a check; there is no default, so forgetting it does not compile. */
export type Missing = 'skip-if-any' | 'skip-if-all' | 'blank-is-zero' | 'blank-is-error'

/** A arithmetic, D dictionary or format, P process or date, T text pattern, S statistics, L language model. */
export type CheckKind = 'A' | 'D' | 'P' | 'T' | 'S' | 'L'

export interface CheckHeader {
  /** Public, stable, never reused: SE-021. */
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly kind: CheckKind
  readonly severity: Severity
  readonly missing: Missing
  readonly basis: 'law' | 'definition' | 'practice' | 'proposal'
  /** `instrument#article`; at least one when `basis` is `law`. */
  readonly cites: readonly string[]
  /** The rule as a formula or a sentence, for the catalogue page. */
  readonly rule: string
  /** What the person should do. */
  readonly remedy: string
  readonly remedyEn: string
}

/** A finding before the runner adds title, basis, remedy, position and the form's number. */
export interface FindingDraft {
  /** For checks across documents: the file it stands in. */
  readonly file?: string
  readonly field?: FieldAddress
  readonly also?: readonly FieldAddress[]
  /** For checks over several forms: 1-based form the finding belongs to. */
  readonly form?: number
  readonly section?: string
  /** Score sheet and its row, both 0-based, as in the gold files. */
  readonly evaluation?: number
  /** Code of a final-accounts table (公开05表), or its title when it has none. */
  readonly table?: string
  /** 0-based row of the sheet or table. */
  readonly row?: number
  /** Where it stands, for findings outside the forms; inside a form the runner knows it from `field`. */
  readonly position?: Position
  readonly severity?: Severity
  /** Sources of the pack values that decided, beside the check's own citations. */
  readonly sources?: readonly string[]
  readonly verdict: Verdict
  readonly printed: string
  readonly expected: string
  readonly message: string
  readonly messageEn: string
  /** Built only for findings that are kept. */
  readonly proof?: () => Proof
}

/** Takes what a check finds. */
export type Report = (draft: FindingDraft) => void

export interface FormContext {
  readonly form: FormView
  readonly rules: SelfEvaluationRules
}

export interface DocumentContext {
  readonly source: SourceDocument
  readonly forms: readonly FormView[]
  readonly rules: SelfEvaluationRules
  /** The prose around the forms, when it was read. */
  readonly narrative?: Narrative
}

/** The prose of a booklet: it needs no rules of a place, and no form beside it. */
export interface NarrativeContext {
  readonly source: SourceDocument
  readonly narrative: Narrative
}

/** A rule that holds in prose as well says here how; it runs once per document that has any. */
export interface AlsoInNarrative {
  readonly runNarrative?: (context: NarrativeContext, report: Report) => undefined
}

/** A relation inside one document that holds between documents as well says here how. */
export interface AlsoAcross {
  readonly runAcross?: (context: AcrossContext, report: Report) => undefined
}

/** Runs once per self-evaluation form. */
export interface FormCheck extends CheckHeader, AlsoInNarrative {
  readonly scope: 'form'
  /** Returns nothing; `undefined` rather than `void`, so that a generator, which would never run, does not compile. */
  readonly run: (context: FormContext, report: Report) => undefined
}

/** Runs once per document: relations between forms, or facts about the file itself. */
export interface DocumentCheck extends CheckHeader {
  readonly scope: 'document'
  readonly run: (context: DocumentContext, report: Report) => undefined
}

/** Runs once per document over its prose. */
export interface NarrativeCheck extends CheckHeader, AlsoAcross {
  readonly scope: 'narrative'
  readonly run: (context: NarrativeContext, report: Report) => undefined
}

/** Runs once per document that has score sheets or forms of a whole department. */
export interface AssessmentCheck extends CheckHeader {
  readonly scope: 'assessment'
  readonly run: (context: AssessmentContext, report: Report) => undefined
}

export interface AccountsContext {
  readonly source: SourceDocument
  readonly facts: DocumentFacts
  readonly accounts: AccountsView
}

/** Runs once per document that has final-accounts or budget tables. */
export interface AccountsCheck extends CheckHeader {
  readonly scope: 'accounts'
  readonly run: (context: AccountsContext, report: Report) => undefined
}

/** Everything that one document holds, for relations between its text, tables, sheets and forms. */
export interface BookletContext {
  readonly source: SourceDocument
  readonly facts: DocumentFacts
  readonly forms: readonly FormView[]
  readonly narrative?: Narrative
  readonly accounts?: AccountsView
  readonly assessment?: AssessmentContext
}

/** Runs once per document, whatever it holds. */
export interface BookletCheck extends CheckHeader, AlsoAcross {
  readonly scope: 'booklet'
  readonly run: (context: BookletContext, report: Report) => undefined
}

export interface GoalContext {
  readonly source: SourceDocument
  readonly declaration: GoalDeclaration
  readonly rules: SelfEvaluationRules
}

/** Runs once per goal declaration. */
export interface GoalCheck extends CheckHeader {
  readonly scope: 'goal'
  readonly run: (context: GoalContext, report: Report) => undefined
}

export interface MonitoringContext {
  readonly source: SourceDocument
  readonly monitoring: Monitoring
  readonly rules: SelfEvaluationRules
}

/** Runs once per monitoring form. */
export interface MonitoringCheck extends CheckHeader {
  readonly scope: 'monitoring'
  readonly run: (context: MonitoringContext, report: Report) => undefined
}

/** Several documents of one department: two years, budget and accounts, booklet and forms. */
export interface AcrossContext {
  readonly documents: readonly AcrossDocument[]
}

/** Runs once over all documents that were handed in together. */
export interface AcrossCheck extends CheckHeader {
  readonly scope: 'across'
  readonly run: (context: AcrossContext, report: Report) => undefined
}

export type Check =
  | FormCheck
  | DocumentCheck
  | NarrativeCheck
  | AssessmentCheck
  | AccountsCheck
  | BookletCheck
  | AcrossCheck
  | GoalCheck
  | MonitoringCheck

export const defineFormCheck = (check: Omit<FormCheck, 'scope'>): FormCheck =>
  Object.freeze({ ...check, scope: 'form' })

export const defineDocumentCheck = (check: Omit<DocumentCheck, 'scope'>): DocumentCheck =>
  Object.freeze({ ...check, scope: 'document' })

export const defineNarrativeCheck = (check: Omit<NarrativeCheck, 'scope'>): NarrativeCheck =>
  Object.freeze({ ...check, scope: 'narrative' })

export const defineAssessmentCheck = (check: Omit<AssessmentCheck, 'scope'>): AssessmentCheck =>
  Object.freeze({ ...check, scope: 'assessment' })

export const defineAccountsCheck = (check: Omit<AccountsCheck, 'scope'>): AccountsCheck =>
  Object.freeze({ ...check, scope: 'accounts' })

export const defineBookletCheck = (check: Omit<BookletCheck, 'scope'>): BookletCheck =>
  Object.freeze({ ...check, scope: 'booklet' })

export const defineGoalCheck = (check: Omit<GoalCheck, 'scope'>): GoalCheck =>
  Object.freeze({ ...check, scope: 'goal' })

export const defineMonitoringCheck = (check: Omit<MonitoringCheck, 'scope'>): MonitoringCheck =>
  Object.freeze({ ...check, scope: 'monitoring' })

export const defineAcrossCheck = (check: Omit<AcrossCheck, 'scope'>): AcrossCheck =>
  Object.freeze({ ...check, scope: 'across' })
