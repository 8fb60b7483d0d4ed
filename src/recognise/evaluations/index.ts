/** Scored framework sheets (评价指标体系评分表) of a document, from its tables and from its broken lines. */
import type { EvaluationExcerpt, EvaluationSheet } from '../../domain/evaluation-sheet.ts'
import type { Position, SourceDocument } from '../../domain/source-document.ts'
import type { Row } from '../rows.ts'
import { partExcerpts } from './excerpts.ts'
import { gridSheets } from './grid-sheets.ts'
import { sheetParts } from './line-parts.ts'
import { type SearchBudget, sheetsFromLines, wholeBudget } from './line-sheets.ts'
import { reportBefore } from './report-text.ts'

interface Placed extends Omit<EvaluationSheet, 'index'> {
  readonly block: number
  readonly line: number
}

export interface FoundSheets {
  readonly sheets: readonly EvaluationSheet[]
  /** Small tables that repeat rows of a sheet: `of` is the sheet's index. */
  readonly excerpts: readonly EvaluationExcerpt[]
  /** Where sheets begin that were left out, as there are too many of them in one text. */
  readonly unread: Position | undefined
}

const fromLines = (source: SourceDocument, budget: SearchBudget): readonly Placed[] =>
  source.blocks.flatMap((block, index) =>
    block.kind === 'lines'
      ? sheetParts(block).flatMap(({ part, from }) =>
          sheetsFromLines(part, budget).map((sheet) => ({ ...sheet, line: from + sheet.line, block: index })),
        )
      : [],
  )

const numbered = ({ block: _block, line: _line, ...sheet }: Placed, index: number): EvaluationSheet => ({
  index,
  ...sheet,
})

/** A sheet of the whole department is about no project, whatever stands above it. */
const isOfDepartment = ({ title }: Placed): boolean => /整体/.test(title?.printed ?? '')

const withReports = (source: SourceDocument, sheets: readonly Placed[]): readonly Placed[] =>
  sheets.map((sheet, i) => {
    const { projectName, text } = reportBefore(source, sheets[i - 1], sheet)
    const named = projectName && !isOfDepartment(sheet) ? { projectName } : {}
    return { ...sheet, ...named, ...(text === '' ? {} : { reportText: text }) }
  })

/** Every scored sheet, in document order. Never throws, never repairs. */
export const evaluationSheets = (
  source: SourceDocument,
  rows: readonly Row[],
  budget: SearchBudget = wholeBudget(),
): FoundSheets => {
  const all = [...gridSheets(rows).map((sheet) => ({ ...sheet, line: 0 })), ...fromLines(source, budget)]
  all.sort((a, b) => a.block - b.block || a.line - b.line)
  const { sheets, excerpts } = partExcerpts(all)
  const indexOf = new Map(sheets.map((sheet, i) => [sheet, i + 1]))
  return {
    sheets: withReports(source, sheets).map((sheet, i) => numbered(sheet, i + 1)),
    unread: budget.stoppedAt,
    excerpts: excerpts.flatMap(({ part, of }, i) => {
      const index = indexOf.get(of)
      return index === undefined ? [] : [{ sheet: numbered(part, i + 1), of: index }]
    }),
  }
}
