/** Goal declarations (项目支出绩效目标申报表) of a document. */
import type { GoalDeclaration } from '../../domain/goal-declaration.ts'
import type { PlanSegment } from '../plans/segments.ts'
import { readDeclaration } from './form.ts'
import type { GoalLists } from './list.ts'

type Unnumbered = Omit<GoalDeclaration, 'index'>

const byPlace = (a: Unnumbered, b: Unnumbered): number =>
  a.source.fromBlock - b.source.fromBlock || (a.source.fromRow ?? 0) - (b.source.fromRow ?? 0)

/** Every declaration, in document order: forms of one project, and lists of several, forms in broken lines. Never throws, never repairs. */
export const goalDeclarations = (
  segments: readonly PlanSegment[],
  lists: GoalLists,
  lines: readonly Unnumbered[],
): readonly GoalDeclaration[] => {
  const forms: readonly Unnumbered[] = segments.flatMap((segment) => readDeclaration(segment) ?? [])
  return [...forms, ...lists.declarations, ...lines].sort(byPlace).map((form, i) => ({ index: i + 1, ...form }))
}
