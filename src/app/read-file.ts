/** Reads one file: bytes → source document → records, with what the document says about itself. */
import type { SourceDocument } from '../domain/source-document.ts'
import { type ReadOptions, readDocument } from '../readers/index.ts'
import { recognise } from '../recognise/index.ts'
import type { ReadFile, ReadOutcome, ReportNote } from '../writers/report-model.ts'
import { failedFile } from './failures.ts'
import { documentFacts } from './place.ts'
import type { FilePort } from './ports.ts'

/** From a source document to everything that can be known of it without rules. */
export const readSource = (source: SourceDocument, file: string): ReadFile => {
  const {
    selfEvaluations,
    evaluations,
    evaluationExcerpts,
    departmentSelfEvaluations,
    goalDeclarations,
    monitorings,
    finalAccounts,
    narrative,
    notes,
  } = recognise(source)
  const fromReader = source.notes.map(
    ({ message, messageEn, at }): ReportNote => ({ source: 'reader', message, messageEn, at }),
  )
  const fromRecogniser = notes.map(
    ({ message, messageEn, at }): ReportNote => ({ source: 'recogniser', message, messageEn, at }),
  )
  return {
    outcome: 'read',
    file,
    source,
    facts: documentFacts(source, selfEvaluations),
    forms: selfEvaluations,
    evaluations,
    evaluationExcerpts,
    departments: departmentSelfEvaluations,
    goalDeclarations,
    monitorings,
    finalAccounts,
    narrative,
    notes: [...fromReader, ...fromRecogniser],
  }
}

/** Works on bytes alone, so that a browser page uses it too. Throws AppError. */
export const readBytes = async (bytes: Uint8Array, file: string, options: ReadOptions = {}): Promise<ReadFile> =>
  readSource(await readDocument(bytes, file, options), file)

/** Never throws: a file that cannot be read is an outcome, so that it does not stop the others. */
export const readFile = async (file: string, files: FilePort, options: ReadOptions = {}): Promise<ReadOutcome> => {
  try {
    return await readBytes(await files.read(file), file, options)
  } catch (thrown) {
    return failedFile(file, thrown)
  }
}
