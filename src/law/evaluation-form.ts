/** Labels of the scored framework sheet. Data: law/forms/evaluation-sheet.yaml. */
import { compiledLaw, type LawNode } from './compiled.ts'
import type { Labels } from './forms.ts'
import { listOf, need, onlyKeys, type Placed, placed, type Read, text } from './read-node.ts'

export const EVALUATION_COLUMNS = [
  'level1',
  'level2',
  'level3',
  'level4',
  'weight',
  'score',
  'comment',
  'scoring',
] as const
export type EvaluationColumn = (typeof EVALUATION_COLUMNS)[number]

export interface EvaluationLayout {
  readonly title: string
  readonly columns: Readonly<Record<EvaluationColumn, Labels>>
  readonly totalLabels: Labels
  readonly gradeLabels: Labels
}

const labels: Read<Labels> = listOf(text)

const columns: Read<EvaluationLayout['columns']> = (at: Placed) => {
  onlyKeys(at, EVALUATION_COLUMNS)
  return Object.fromEntries(EVALUATION_COLUMNS.map((key) => [key, need(at, key, labels)])) as Record<
    EvaluationColumn,
    Labels
  >
}

/** Throws AppError INVALID_LAW with file and path when the data does not fit. */
export const readEvaluationLayout = (file: string, node: LawNode): EvaluationLayout => {
  const at = placed(file, node)
  onlyKeys(at, ['id', 'title', 'columns', 'totalLabels', 'gradeLabels'])
  return {
    title: need(at, 'title', text),
    columns: need(at, 'columns', columns),
    totalLabels: need(at, 'totalLabels', labels),
    gradeLabels: need(at, 'gradeLabels', labels),
  }
}

let layout: EvaluationLayout | undefined

export const evaluationLayout = (): EvaluationLayout =>
  (layout ??= readEvaluationLayout('forms/evaluation-sheet', compiledLaw['forms/evaluation-sheet'] ?? {}))
