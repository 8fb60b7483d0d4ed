/**
 * What a report is made from: files, the forms in them, the findings, and what could not be read. Plain data, so that
 * the terminal, JSON, HTML and Excel show the same thing.
 */

import type { DepartmentSelfEvaluation } from '../domain/department-self-evaluation.ts'
import type { DocumentFacts } from '../domain/document-facts.ts'
import type { EvaluationExcerpt, EvaluationSheet } from '../domain/evaluation-sheet.ts'
import type { FailureCode } from '../domain/failure.ts'
import type { FinalAccounts } from '../domain/final-accounts.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import type { GoalDeclaration } from '../domain/goal-declaration.ts'
import type { Monitoring } from '../domain/monitoring.ts'
import type { Narrative } from '../domain/narrative.ts'
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { Position, SourceDocument } from '../domain/source-document.ts'
import type { Cause } from '../engine/causes/cause.ts'

/** Something a person must know about the reading, and that is no finding about the document. */
export interface ReportNote {
  readonly source: 'reader' | 'recogniser'
  readonly message: string
  readonly messageEn: string
  readonly at: Position | undefined
}

export interface ReadFile {
  readonly outcome: 'read'
  readonly file: string
  readonly source: SourceDocument
  readonly facts: DocumentFacts
  readonly forms: readonly SelfEvaluation[]
  /** Scored framework sheets: read, not judged yet. */
  readonly evaluations: readonly EvaluationSheet[]
  /** The prose around forms and tables. */
  readonly narrative?: Narrative
  /** Small tables of a report that repeat rows of a sheet. */
  readonly evaluationExcerpts?: readonly EvaluationExcerpt[]
  /** Forms of the whole department. */
  readonly departments?: readonly DepartmentSelfEvaluation[]
  /** Goals declared with the budget, and forms of monitoring during the year. */
  readonly goalDeclarations?: readonly GoalDeclaration[]
  readonly monitorings?: readonly Monitoring[]
  /** Published final-accounts tables; left out where a document was not looked at for them. */
  readonly finalAccounts?: FinalAccounts
  readonly notes: readonly ReportNote[]
}

/** The pack a form was judged by, and why that one. */
export interface PackUse {
  readonly pack: string
  readonly title: string
  /** Day for which the values were looked up. */
  readonly on: string
  /** 1-based forms judged by it. */
  readonly forms: readonly number[]
  /** Ready to print. */
  readonly why: string
  readonly whyEn: string
}

/** A form or check that could not be judged: law that does not reach, or a fault of ours. Never counted as clean. */
export interface Unchecked {
  readonly form: number | undefined
  /** The check that failed on it, where a fault of the program is why. */
  readonly code?: string
  readonly message: string
  readonly messageEn: string
  readonly remedy: string
  readonly remedyEn: string
}

export interface CheckedFile extends Omit<ReadFile, 'outcome'> {
  readonly outcome: 'checked'
  readonly packs: readonly PackUse[]
  readonly unchecked: readonly Unchecked[]
  readonly findings: readonly Finding[]
  /** What several findings have in common; left out where nobody looked for it. */
  readonly causes?: readonly Cause[]
}

export interface FailedFile {
  readonly outcome: 'failed'
  readonly file: string
  readonly failure: {
    readonly code: FailureCode | 'INTERNAL'
    readonly where: string
    readonly message: string
    readonly messageEn: string
    readonly remedy: string
    readonly remedyEn: string
  }
}

export type ReadOutcome = ReadFile | FailedFile
export type CheckOutcome = CheckedFile | FailedFile

/** A finding with the number by which a report refers to it, and the further places where the same thing was found. */
export interface NumberedFinding {
  readonly number: number
  readonly finding: Finding
}

export type SeverityCounts = Readonly<Record<Severity, number>>

export const countBySeverity = (findings: Iterable<Finding>): SeverityCounts => {
  const counts = { info: 0, warning: 0, error: 0, fatal: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}

export interface CodeCount {
  readonly code: string
  readonly title: string
  readonly titleEn: string
  readonly severity: Severity
  readonly count: number
}

/** One line per check: how often it fired. Worst severity first, then most frequent, then by code. */
export const countByCode = (findings: readonly Finding[]): readonly CodeCount[] => {
  const order = { fatal: 0, error: 1, warning: 2, info: 3 }
  const byKey = new Map<string, { -readonly [K in keyof CodeCount]: CodeCount[K] }>()
  for (const { code, title, titleEn, severity } of findings) {
    const key = `${code} ${severity}`
    const entry = byKey.get(key)
    if (entry) entry.count++
    else byKey.set(key, { code, title, titleEn, severity, count: 1 })
  }
  return [...byKey.values()].sort(
    (a, b) => order[a.severity] - order[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1),
  )
}

export const isChecked = (outcome: CheckOutcome): outcome is CheckedFile => outcome.outcome === 'checked'
