/** Points that stand behind a name: 立项依据充分性（5分） is worth 5, and its name ends before the bracket. */
import { EVALUATION_LEVELS, type EvaluationLevel, type EvaluationRow } from '../../domain/evaluation-sheet.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { narrow } from '../text.ts'

/** The number, and whether the word 分 stands behind it. A bare number may also be a numbering. */
export const POINTS = /[（(]\s{0,9}(\d{1,3}(?:\.\d{1,9})?)\s{0,9}(分?)\s{0,9}[）)]\s*$/

const GROUP = { level1: 'level1Weight', level2: 'level2Weight', level3: 'level3Weight' } as const

/**
 * Takes points out of names. With a column for weights, only （20分） leaves the name, （20） stays as printed; without one, both do, and
 * the points of the last level are the row's weight.
 */
export const pointsFromNames = (row: EvaluationRow, hasWeightColumn: boolean): EvaluationRow => {
  const leaf = [...EVALUATION_LEVELS].reverse().find((level) => row[level].printed !== '')
  if (!leaf) return row
  const hasLeafPoints = POINTS.test(narrow(row[leaf].printed))
  const changed: Partial<Record<keyof EvaluationRow, Cell>> = {}
  for (const level of EVALUATION_LEVELS) {
    const cell = row[level]
    const match = POINTS.exec(narrow(cell.printed))
    if (!match) continue
    const isBare = match[2] === '' && (hasWeightColumn || !hasLeafPoints)
    if (!isBare) changed[level] = { ...cell, printed: cell.printed.replace(POINTS, '').trimEnd() }
    const points = { printed: match[1]!, at: cell.at }
    if (level === leaf) {
      if (!hasWeightColumn && !isBare) changed.weight = points
    } else if (level in GROUP) changed[GROUP[level as Exclude<EvaluationLevel, 'level4'>]] ??= points
  }
  return { ...changed, ...row, ...changed }
}
