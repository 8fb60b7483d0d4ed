/** One document among several of a department, for the checks across them. */
import type { DepartmentSelfEvaluation } from '../domain/department-self-evaluation.ts'
import type { DocumentFacts } from '../domain/document-facts.ts'
import type { FinalAccounts } from '../domain/final-accounts.ts'
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
  readonly narrative?: Narrative
  readonly accounts?: FinalAccounts
}

/** One document among several, understood. */
export interface AcrossDocument extends Omit<AcrossInput, 'forms' | 'accounts'> {
  readonly forms: readonly FormView[]
  readonly accounts?: AccountsView
}

/** The document with its numbers read. */
export const understood = ({ accounts, forms, ...rest }: AcrossInput): AcrossDocument => ({
  ...rest,
  forms: forms.map(viewForm),
  ...(accounts && accounts.tables.length > 0 ? { accounts: viewAccounts(accounts) } : {}),
})
