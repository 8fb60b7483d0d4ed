/** The goal block: two long texts whose lines stand one below the other or side by side. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { assign } from './assign.ts'
import { cellOf } from './cells.ts'
import type { FoundHeader } from './header-match.ts'
import { pageNumberCost } from './indicator-lines.ts'
import { FIRST_HABITS, type Habits, type LayoutColumn, type LayoutTask, type Placement } from './layout-task.ts'
import { learnWidths } from './learn.ts'
import type { Token } from './tokens.ts'
import { labelText, ROOT } from './trie.ts'
import type { LinesVocabulary } from './vocabulary.ts'

export interface GoalReading {
  readonly expected: Cell | undefined
  readonly actual: Cell | undefined
}

export function readGoals(
  tokens: readonly Token[],
  header: FoundHeader<'expected' | 'actual'>,
  vocabulary: LinesVocabulary,
  pageNumbers: ReadonlySet<number>,
  habits: Habits,
): GoalReading {
  const fields = header.labels.length > 0 ? header.labels.map((label) => label.field) : (['expected'] as const)
  const texts = fields.map((field): LayoutColumn => ({ kind: 'text', missing: field === 'expected' ? 4 : 3 }))
  const { goalBlock } = vocabulary
  const node = goalBlock.step(ROOT, header.block.map((token) => labelText(token.text).replace(/[（(].*$/, '')).join(''))
  const hasBlock = node === ROOT || (node > ROOT && !goalBlock.isComplete(node))
  const columns: LayoutColumn[] = hasBlock ? [{ kind: 'label', missing: 0, trie: goalBlock }, ...texts] : texts
  const task: LayoutTask = {
    tokens,
    columns,
    hasRows: false,
    roles: { level1: -1, level2: -1, name: -1, target: -1, actual: -1, weight: -1, score: -1 },
    beam: 40,
    habits: { ...FIRST_HABITS, back: habits.back, ...(habits.align ? { align: habits.align } : {}) },
    ...(hasBlock ? { openLabels: { 0: Math.max(ROOT, node) } } : {}),
    skipCost: (index) => pageNumberCost(tokens, index, pageNumbers),
    strayLabel: () => 0,
    isTemplateRow: () => false,
    labelConflict: () => 0,
  }
  const placements = bestReading(task)
  const at = (field: 'expected' | 'actual'): Cell | undefined => {
    const column = (fields as readonly string[]).indexOf(field) + (hasBlock ? 1 : 0)
    if (!(fields as readonly string[]).includes(field)) return undefined
    const found = tokens.filter((_, index) => placements[index]!.column === column)
    const start = header.labels[0]?.tokens[0] ?? header.block[0] ?? tokens[0]
    return cellOf(found) ?? (start ? { printed: '', at: start.at } : undefined)
  }
  return { expected: at('expected'), actual: at('actual') }
}

/** A second reading, with the widths that the first one showed, when it is the better one. */
function bestReading(task: LayoutTask): readonly Placement[] {
  const first = assign(task)
  const widths = learnWidths(task, first.placements)
  if (widths.every((width) => width === undefined)) return first.placements
  return assign({ ...task, columns: task.columns.map((column, index) => ({ ...column, width: widths[index] })) })
    .placements
}
