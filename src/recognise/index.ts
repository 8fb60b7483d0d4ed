/** From a source document to the records it holds. Knows forms, and no file format. */
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { Position, SourceDocument } from '../domain/source-document.ts'
import { readForm } from './form.ts'
import { yearIn } from './head.ts'
import { documentRows } from './rows.ts'
import { segments } from './segment.ts'

/** Something the recogniser saw and could not turn into a record; a person should look. */
export interface RecognitionNote {
  readonly message: string
  readonly at: Position
}

export interface Recognition {
  readonly selfEvaluations: readonly SelfEvaluation[]
  readonly notes: readonly RecognitionNote[]
}

/** Finds and reads every 项目支出绩效自评表 of the document, in its order. Never throws, never repairs. */
export const recognise = (source: SourceDocument): Recognition => {
  const forms = segments(documentRows(source)).flatMap((segment) => readForm(segment) ?? [])
  return { selfEvaluations: forms.map((form, i) => ({ index: i + 1, ...form })), notes: [] }
}

export { yearIn }
