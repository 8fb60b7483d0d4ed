/** Labels of the scored framework sheet. Data: law/forms/evaluation-sheet.yaml. */
import { compiledLaw, type LawNode } from './compiled.ts'
import type { Labels } from './forms.ts'
import { listOf, mapOf, need, onlyKeys, type Placed, placed, type Read, text } from './read-node.ts'

export const EVALUATION_COLUMNS = [
  'level1',
  'level2',
  'level3',
  'level4',
  'weight',
  'score',
  'comment',
  'explanation',
  'scoring',
] as const
export type EvaluationColumn = (typeof EVALUATION_COLUMNS)[number]

export const NAMED_LEVELS = ['level1', 'level2', 'level3'] as const
export type NamedLevel = (typeof NAMED_LEVELS)[number]

export interface EvaluationLayout {
  readonly title: string
  readonly columns: Readonly<Record<EvaluationColumn, Labels>>
  readonly totalLabels: Labels
  readonly subtotalLabels: Labels
  readonly gradeLabels: Labels
  /** Cells above the columns of levels, in headers of two rows. */
  readonly block: Labels
  /** Usual names by level; they only help to tell where one name ends. */
  readonly levelNames: Readonly<Record<NamedLevel, Labels>>
  /** 决策, 过程, 产出, 效益 with the names under which they are printed. */
  readonly groups: Readonly<Record<string, Labels>>
}

const labels: Read<Labels> = listOf(text)

const columns: Read<EvaluationLayout['columns']> = (at: Placed) => {
  onlyKeys(at, EVALUATION_COLUMNS)
  return Object.fromEntries(EVALUATION_COLUMNS.map((key) => [key, need(at, key, labels)])) as Record<
    EvaluationColumn,
    Labels
  >
}

const levelNames: Read<EvaluationLayout['levelNames']> = (at: Placed) => {
  onlyKeys(at, NAMED_LEVELS)
  return Object.fromEntries(NAMED_LEVELS.map((key) => [key, need(at, key, labels)])) as Record<NamedLevel, Labels>
}

/** Throws AppError INVALID_LAW with file and path when the data does not fit. */
export const readEvaluationLayout = (file: string, node: LawNode): EvaluationLayout => {
  const at = placed(file, node)
  onlyKeys(at, [
    'id',
    'title',
    'columns',
    'totalLabels',
    'subtotalLabels',
    'gradeLabels',
    'block',
    'levelNames',
    'groups',
  ])
  return {
    title: need(at, 'title', text),
    columns: need(at, 'columns', columns),
    totalLabels: need(at, 'totalLabels', labels),
    subtotalLabels: need(at, 'subtotalLabels', labels),
    gradeLabels: need(at, 'gradeLabels', labels),
    block: need(at, 'block', labels),
    levelNames: need(at, 'levelNames', levelNames),
    groups: need(at, 'groups', mapOf(labels)),
  }
}

let layout: EvaluationLayout | undefined

export const evaluationLayout = (): EvaluationLayout =>
  (layout ??= readEvaluationLayout('forms/evaluation-sheet', compiledLaw['forms/evaluation-sheet'] ?? {}))
