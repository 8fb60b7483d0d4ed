/** Results → what is written out: one place that knows all writers. */
import type { Severity } from '../domain/finding.ts'
import { csvHeader, formsCsv } from '../writers/csv/forms-csv.ts'
import { checkJson, failureJson } from '../writers/json/check-json.ts'
import { readJson } from '../writers/json/read-json.ts'
import type { CheckOutcome, ReadOutcome } from '../writers/report-model.ts'
import type { Language } from '../writers/words.ts'

/** One object for one file, indented for people; one object a line for several, for programs. */
const jsonLines = (objects: readonly object[], isSingle: boolean): string =>
  isSingle && objects.length === 1
    ? `${JSON.stringify(objects[0], null, 2)}\n`
    : objects.map((one) => `${JSON.stringify(one)}\n`).join('')

export const readAsJson = (outcome: ReadOutcome, isSingle: boolean): string =>
  jsonLines([outcome.outcome === 'read' ? readJson(outcome) : failureJson(outcome)], isSingle)

/** The rows of one file; `csvHeader` goes before the first. */
export const readAsCsv = (outcome: ReadOutcome, language: Language): string =>
  outcome.outcome === 'read' ? formsCsv(outcome, language) : ''

export { csvHeader }

export const checkAsJson = (
  outcomes: readonly CheckOutcome[],
  isSingle: boolean,
  floor: Severity | undefined,
): string =>
  jsonLines(
    outcomes.map((one) => (one.outcome === 'checked' ? checkJson(one, floor) : failureJson(one))),
    isSingle,
  )

export interface RenderOptions {
  readonly floor: Severity
  readonly day: string
  readonly version: string
  readonly language?: Language
}

export const checkAsHtml = async (outcomes: readonly CheckOutcome[], options: RenderOptions): Promise<string> => {
  const { htmlReport } = await import('../writers/html/html-report.ts')
  return htmlReport(outcomes, options)
}

export const checkAsXlsx = async (outcomes: readonly CheckOutcome[], options: RenderOptions): Promise<Uint8Array> => {
  const { xlsxReport } = await import('../writers/xlsx/xlsx-report.ts')
  return xlsxReport(outcomes, options)
}
