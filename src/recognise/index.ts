/** From a source document to the records it holds. Knows forms, and no file format. */
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { Position, SourceDocument } from '../domain/source-document.ts'

/** Something the recogniser saw and could not turn into a record; a person should look. */
export interface RecognitionNote {
  readonly message: string
  readonly at: Position
}

export interface Recognition {
  readonly selfEvaluations: readonly SelfEvaluation[]
  readonly notes: readonly RecognitionNote[]
}

export declare const recognise: (source: SourceDocument) => Recognition
