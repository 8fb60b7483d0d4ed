/** Whole-department self-evaluations (部门整体支出绩效自评表) of a document, from its tables and from its broken lines. */
import type { DepartmentSelfEvaluation } from '../../domain/department-self-evaluation.ts'
import type { SourceDocument } from '../../domain/source-document.ts'
import type { Row } from '../rows.ts'
import { departmentsFromGrids } from './grid-forms.ts'
import { departmentsFromLines } from './line-forms.ts'

/** Every form, in document order. Never throws, never repairs. */
export const departmentSelfEvaluations = (
  source: SourceDocument,
  rows: readonly Row[],
): readonly DepartmentSelfEvaluation[] => {
  const grids = departmentsFromGrids(rows).map(({ block, ...form }) => ({ block, line: 0, form }))
  const lines = source.blocks.flatMap((block, index) =>
    block.kind === 'lines'
      ? departmentsFromLines(block).map(({ line, ...form }) => ({ block: index, line, form }))
      : [],
  )
  return [...grids, ...lines]
    .sort((a, b) => a.block - b.block || a.line - b.line)
    .map(({ form }, i) => ({ index: i + 1, ...form }))
}
