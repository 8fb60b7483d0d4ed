/** The two kinds of forms that look ahead: goal declarations, and monitoring during the year. */
import type { GoalDeclaration } from '../../domain/goal-declaration.ts'
import type { Monitoring } from '../../domain/monitoring.ts'
import type { FormSource } from '../../domain/self-evaluation.ts'
import type { SourceDocument, TextLines } from '../../domain/source-document.ts'
import { goalDeclarations } from '../goal-declarations/index.ts'
import { declaredHeader } from '../goal-declarations/indicators.ts'
import { declarationsFromLines } from '../goal-declarations/line-forms.ts'
import { goalLists } from '../goal-declarations/list.ts'
import { monitorings } from '../monitoring/index.ts'
import { monitoredHeader } from '../monitoring/indicators.ts'
import { monitoringsFromLines } from '../monitoring/line-forms.ts'
import type { Row } from '../rows.ts'
import { planSegments } from './segments.ts'

export interface Plans {
  readonly goalDeclarations: readonly GoalDeclaration[]
  readonly monitorings: readonly Monitoring[]
  readonly sources: readonly FormSource[]
}

const inLines = <Form>(
  { blocks }: SourceDocument,
  read: (block: TextLines, index: number) => readonly Form[],
): readonly Form[] => blocks.flatMap((block, index) => (block.kind === 'lines' ? read(block, index) : []))

/** `taken`: forms that were read as something else. Never throws, never repairs. */
export const planForms = (source: SourceDocument, rows: readonly Row[], taken: readonly FormSource[]): Plans => {
  const lists = goalLists(rows)
  const segments = planSegments(
    lists.declarations.length > 0 ? rows.filter((row) => !lists.isTaken(row)) : rows,
    (row, kind) => (kind === 'goal' ? declaredHeader(row) : monitoredHeader(row)) !== undefined,
    taken,
  )
  const goals = goalDeclarations(segments, lists, inLines(source, declarationsFromLines))
  const watched = monitorings(segments, inLines(source, monitoringsFromLines))
  return {
    goalDeclarations: goals,
    monitorings: watched,
    sources: [...goals, ...watched].map(({ source }) => source),
  }
}
