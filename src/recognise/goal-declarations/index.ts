/** Goal declarations (项目支出绩效目标申报表) of a document. */
import type { GoalDeclaration } from '../../domain/goal-declaration.ts'
import type { PlanSegment } from '../plans/segments.ts'
import { readDeclaration } from './form.ts'

/** Every declaration, in document order. Never throws, never repairs. */
export const goalDeclarations = (segments: readonly PlanSegment[]): readonly GoalDeclaration[] =>
  segments.flatMap((segment) => readDeclaration(segment) ?? []).map((form, i) => ({ index: i + 1, ...form }))
