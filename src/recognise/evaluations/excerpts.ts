/**
 * Reports repeat parts of their score sheet as small tables beside the text (项目决策情况，详见下表). Such a table is no sheet of its
 * own: its rows are those of a fuller sheet of the same document.
 */
import { EVALUATION_LEVELS, type EvaluationRow } from '../../domain/evaluation-sheet.ts'
import { labelKey } from '../text.ts'

interface Sheet {
  readonly rows: readonly EvaluationRow[]
}

const leafKey = (row: EvaluationRow): string => {
  const leaf = [...EVALUATION_LEVELS].reverse().find((level) => row[level].printed !== '')
  return `${labelKey(row.level1.printed)}|${leaf ? labelKey(row[leaf].printed) : ''}|${row.weight.printed}`
}

/** Share of a table's rows that the fuller sheet has, with the same name and weight, under the same group. */
const SHARED = 0.8

const isPartOf = (part: Sheet, whole: Sheet): boolean => {
  if (part === whole || part.rows.length >= whole.rows.length) return false
  const known = new Set(whole.rows.map(leafKey))
  const shared = part.rows.filter((row) => known.has(leafKey(row))).length
  const groups = (sheet: Sheet): number => new Set(sheet.rows.map((row) => labelKey(row.level1.printed))).size
  return shared >= part.rows.length * SHARED && groups(part) < groups(whole)
}

export interface Parted<S> {
  readonly sheets: readonly S[]
  /** Tables that repeat rows of a sheet, with the sheet: the next one that has them, or else the one before. */
  readonly excerpts: readonly { readonly part: S; readonly of: S }[]
}

export const partExcerpts = <S extends Sheet>(all: readonly S[]): Parted<S> => {
  const excerpts: { part: S; of: S }[] = []
  const sheets: S[] = []
  for (const [index, sheet] of all.entries()) {
    const whole =
      all.slice(index + 1).find((other) => isPartOf(sheet, other)) ??
      all.slice(0, index).findLast((other) => isPartOf(sheet, other))
    if (whole) excerpts.push({ part: sheet, of: whole })
    else sheets.push(sheet)
  }
  return { sheets, excerpts }
}
