/** The labels of the scored framework sheet, ready for looking up. */
import { EVALUATION_COLUMNS, type EvaluationColumn, evaluationLayout, NAMED_LEVELS } from '../../law/evaluation-form.ts'
import { type HeaderVocabulary, headerVocabulary } from '../lines/header-match.ts'
import { labelText } from '../lines/trie.ts'
import { keys, type Lookup, lookup } from '../lookup.ts'

/** Columns with points of a group stand beside the column of its level: 一级指标 分值 二级指标 分值 …. */
export type SheetField = EvaluationColumn | 'groupWeightA' | 'groupWeightB'

const FIELDS: readonly SheetField[] = [...EVALUATION_COLUMNS, 'groupWeightA', 'groupWeightB']

interface SheetWords {
  readonly columns: Lookup<SheetField>
  readonly header: HeaderVocabulary<SheetField>
  readonly totals: ReadonlySet<string>
  readonly subtotals: ReadonlySet<string>
  readonly grades: ReadonlySet<string>
  /** Longest first, for labels that stand in one piece with their value. */
  readonly totalList: readonly string[]
  readonly gradeList: readonly string[]
  /** Usual names, outer level first; the fourth has none. */
  readonly names: readonly ReadonlySet<string>[]
}

let built: SheetWords | undefined

const longestFirst = (labels: readonly string[]): string[] => labels.map(labelText).sort((a, b) => b.length - a.length)

export const sheetWords = (): SheetWords => {
  if (built) return built
  const { columns, totalLabels, subtotalLabels, gradeLabels, block, levelNames } = evaluationLayout()
  const labels = { ...columns, groupWeightA: columns.weight, groupWeightB: columns.weight }
  built = {
    columns: lookup<SheetField>(FIELDS, (field) => labels[field]),
    header: headerVocabulary<SheetField>(labels, FIELDS, block),
    totals: keys(totalLabels),
    subtotals: keys(subtotalLabels),
    grades: keys(gradeLabels),
    totalList: longestFirst(totalLabels),
    gradeList: longestFirst(gradeLabels),
    names: [...NAMED_LEVELS.map((level) => new Set(levelNames[level].map(labelText))), new Set<string>()],
  }
  return built
}
