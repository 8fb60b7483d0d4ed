/** Drawn forms as a source document, as a reader of .docx would hand it on. */
import type { Block, Grid, SourceDocument } from '../../src/domain/source-document.ts'
import { drawForm, type PrintedForm } from './printed-form.ts'

const gridOf = (form: PrintedForm, table: number): Grid => {
  const drawn = drawForm(form)
  const cells = drawn.cells.map((cell) => ({ ...cell, at: { table, row: cell.row + 1, column: cell.column + 1 } }))
  return { kind: 'grid', structure: 'exact', rows: drawn.rows, columns: drawn.columns, cells, at: { table } }
}

export const documentOf = (forms: readonly PrintedForm[], file = 'generated.docx'): SourceDocument => ({
  file,
  format: 'docx',
  blocks: forms.flatMap((form, i): Block[] => [
    { kind: 'paragraph', text: '项目支出绩效自评表', at: {} },
    { kind: 'paragraph', text: `（${form.year}年度）`, at: {} },
    gridOf(form, i + 1),
  ]),
  notes: [],
})
