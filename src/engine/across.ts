/** One document among several of a department, for the checks across them. */
import type { DepartmentSelfEvaluation } from '../domain/department-self-evaluation.ts'
import type { DocumentFacts } from '../domain/document-facts.ts'
import type { EvaluationSheet } from '../domain/evaluation-sheet.ts'
import type { FinalAccounts } from '../domain/final-accounts.ts'
import type { GoalDeclaration } from '../domain/goal-declaration.ts'
import type { Monitoring } from '../domain/monitoring.ts'
import type { Narrative } from '../domain/narrative.ts'
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { SourceDocument } from '../domain/source-document.ts'
import { type AccountsView, viewAccounts } from './accounts.ts'
import { type FormView, viewForm } from './form-view.ts'

export interface AcrossInput {
  readonly file: string
  readonly source: SourceDocument
  readonly facts: DocumentFacts
  readonly forms: readonly SelfEvaluation[]
  readonly departments: readonly DepartmentSelfEvaluation[]
  readonly sheets?: readonly EvaluationSheet[]
  readonly goals?: readonly GoalDeclaration[]
  readonly monitorings?: readonly Monitoring[]
  readonly narrative?: Narrative
  readonly accounts?: FinalAccounts
}

/** One document among several, understood. */
export interface AcrossDocument extends Omit<AcrossInput, 'forms' | 'accounts'> {
  /** Whose document it is; empty when nothing says. */
  readonly department: string
  readonly forms: readonly FormView[]
  readonly accounts?: AccountsView
}

const commonest = (values: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** The department as the document's forms or tables name it, one spelling for all. */
export const departmentOf = ({ facts, accounts, goals = [], monitorings = [] }: AcrossInput): string =>
  (
    facts.department ||
    commonest(accounts?.tables.map(({ department }) => department?.printed ?? '') ?? []) ||
    commonest([...goals, ...monitorings].map(({ head }) => head.department?.printed ?? ''))
  )
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/人民(?=政府)/u, '')

/** The document with its numbers read. */
export const understood = (input: AcrossInput): AcrossDocument => {
  const { accounts, forms, ...rest } = input
  return {
    ...rest,
    department: departmentOf(input),
    forms: forms.map(viewForm),
    ...(accounts && accounts.tables.length > 0 ? { accounts: viewAccounts(accounts) } : {}),
  }
}
