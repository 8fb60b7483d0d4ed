/**
 * Columns of a plan form's tables. They differ from those of self-evaluations in two things: the same columns may stand
 * twice side by side (中期 and 年度), and a column may be divided by a second header row (偏差原因分析 into its classes).
 */
import type { Cell } from '../../domain/self-evaluation.ts'
import { type AlignColumn, align } from '../align.ts'
import { type Header, type IndicatorField, toCell } from '../columns.ts'
import { indicatorLayout } from '../indicators.ts'
import type { Lookup } from '../lookup.ts'
import type { Row, RowCell } from '../rows.ts'
import { isIndicatorBlock } from '../vocabulary.ts'

export interface PlanColumn<Field extends string> {
  readonly field: Field
  /** 0 for the first set of columns, 1 for the same columns printed a second time beside it. */
  readonly group: number
  readonly cell: Cell
  /** Exact rows: columns [start, end); ragged rows: index of the cell in the row. */
  readonly start: number
  readonly end: number
}

export interface PlanHeader<Field extends string> {
  readonly columns: readonly PlanColumn<Field>[]
  readonly kind: Row['kind']
  /** Cells of the header row, blank ones included. */
  readonly cellCount: number
}

/** A field that comes again begins the second set; level 1 may stand once for both. */
export const planColumns = <Field extends string>(row: Row, lookup: Lookup<Field>): PlanHeader<Field> => {
  const taken = new Set<string>()
  const columns: PlanColumn<Field>[] = []
  let group = 0
  for (const [index, cell] of row.cells.entries()) {
    const fields = cell.text === '' ? [] : lookup(cell.text)
    if (fields.length === 0) continue
    let field = fields.find((one) => !taken.has(`${group} ${one}`))
    if (field === undefined) {
      const first = fields[0]!
      if (group > 0 || !first.startsWith('level')) continue
      group = 1
      field = first
    }
    taken.add(`${group} ${field}`)
    const isExact = row.kind === 'exact'
    columns.push({
      field,
      group,
      cell: toCell(cell),
      start: isExact ? cell.column : index,
      end: isExact ? cell.column + cell.span : index + 1,
    })
  }
  return { columns, kind: row.kind, cellCount: row.cells.length }
}

export const hasField = <Field extends string>({ columns }: PlanHeader<Field>, ...fields: readonly Field[]): boolean =>
  columns.some(({ field }) => fields.includes(field))

const isUnder = (cell: RowCell, { start, end }: PlanColumn<string>): boolean =>
  cell.column >= start && cell.column < end

/**
 * A second header row divides columns of the first. In a table whose places are sure, a label below takes the places
 * that it covers; in a ragged one the labels stand for the column that the first row left undivided.
 */
export const dividedBy = <Field extends string>(
  header: PlanHeader<Field>,
  row: Row,
  lookup: Lookup<Field>,
  divided: (field: Field) => Field | undefined,
  dropped: (text: string) => boolean,
): PlanHeader<Field> | undefined => {
  const own = row.cells.filter((cell) => cell.own && cell.text !== '')
  const known = own.flatMap((cell) => {
    const field = lookup(cell.text)[0]
    return field === undefined ? [] : [{ cell, field }]
  })
  if (own.length === 0 || own.some((cell) => lookup(cell.text).length === 0 && !dropped(cell.text))) return undefined
  if (known.length === 0) return header
  // A row as long as the header stands under it cell by cell.
  const isUnderHeader = (row.kind === 'exact' && header.kind === 'exact') || row.cells.length === header.cellCount
  if (isUnderHeader) return dividedInPlace(header, row, known)
  const parents = new Set(known.map(({ field }) => divided(field)))
  const columns: PlanColumn<Field>[] = []
  let shift = 0
  for (const column of header.columns) {
    const parts = parents.has(column.field) ? known.filter(({ field }) => divided(field) === column.field) : []
    const at = { start: column.start + shift, end: column.end + shift }
    if (parts.length === 0) columns.push({ ...column, ...at })
    for (const [i, { cell, field }] of parts.entries())
      columns.push({ field, group: column.group, cell: toCell(cell), start: at.start + i, end: at.start + i + 1 })
    shift += Math.max(parts.length - 1, 0)
  }
  return shift > 0 || columns.some(({ field }, i) => field !== header.columns[i]?.field)
    ? { columns, kind: 'ragged', cellCount: header.cellCount + shift }
    : undefined
}

const dividedInPlace = <Field extends string>(
  header: PlanHeader<Field>,
  row: Row,
  known: readonly { readonly cell: RowCell; readonly field: Field }[],
): PlanHeader<Field> => {
  const below = row.cells.filter((cell) => cell.own && cell.text !== '')
  const columns: PlanColumn<Field>[] = header.columns.filter(
    (column) => !known.some(({ cell }) => isUnder(cell, column)) && !below.some((cell) => cell.column === column.start),
  )
  for (const { cell, field } of known) {
    const group = header.columns.find((column) => isUnder(cell, column))?.group ?? 0
    if (columns.some((column) => column.field === field && column.group === group)) continue
    columns.push({ field, group, cell: toCell(cell), start: cell.column, end: cell.column + cell.span })
  }
  columns.sort((a, b) => a.start - b.start)
  return { ...header, columns, cellCount: Math.max(header.cellCount, row.cells.length) }
}

/** The block of indicators as the shared reader of indicator rows wants it; it asks for no field by name that it need know. */
export const asIndicatorHeader = <Field extends string>(
  columns: readonly PlanColumn<Field>[],
  cellCount: number,
): Header<IndicatorField> =>
  ({
    columns: columns.map(({ field, cell, start, end }) => ({ field, cell, start, end, index: start })),
    kind: 'exact',
    cellCount,
  }) as unknown as Header<IndicatorField>

/** Costs of putting a text under each column, with fields of plan forms that are like fields of self-evaluations. */
const alignColumns = <Field extends string>(
  header: PlanHeader<Field>,
  likeOf: (field: Field) => IndicatorField | 'tick' | undefined,
  hasCostGroup: boolean,
): readonly AlignColumn[] => {
  const like = header.columns.map((column) => ({ ...column, field: likeOf(column.field) ?? column.field }))
  const { columns } = indicatorLayout(asIndicatorHeader(like, header.cellCount), hasCostGroup)
  return columns.map((column, i) => (like[i]!.field === 'tick' ? { ...column, absent: 0.1, cost: tickCost } : column))
}

const TICK = /^[√✓✔☑■●○□☐×xXvV是否]$/u
const tickCost = (text: string): number => (text === '' ? 0 : TICK.test(text) ? -1.5 : 4)

/** Puts the cells of a ragged row in the places of the header, so that everything behind sees places that are sure. */
export const rowPlacer = <Field extends string>(
  header: PlanHeader<Field>,
  likeOf: (field: Field) => IndicatorField | 'tick' | undefined,
  hasCostGroup: boolean,
): ((row: Row) => Row) => {
  const columns = alignColumns(header, likeOf, hasCostGroup)
  return (row) => {
    if (row.kind !== 'ragged' && header.kind === 'exact') return row
    const placed = align(
      row.cells.map((cell) => (isIndicatorBlock(cell.text) ? '' : cell.text)),
      columns,
      header.cellCount,
    )
    const cells = placed.flatMap((index, column): RowCell[] =>
      index < 0 ? [] : [{ ...row.cells[index]!, column: header.columns[column]!.start, span: 1 }],
    )
    return { ...row, kind: 'exact', cells }
  }
}
