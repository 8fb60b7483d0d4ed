/** What changed inside two records that are the same thing: value by value, row by row. */
import type { ComparisonMode, RecordChange, ValueChange } from '../../domain/document-comparison.ts'
import type { ComparedCell, ComparedRecord, ComparedRow } from './compared-record.ts'
import { match } from './match.ts'
import { differenceOf, isSameValue, type Measured } from './values.ts'

/** Rows of other names are one row when so much of them is printed alike: it was renamed. */
const RENAMED = 0.6

const likenessOf = (before: readonly ComparedCell[], after: readonly ComparedCell[]): number => {
  const known = new Map(before.map(({ key, printed }) => [key, printed]))
  let filled = 0
  let same = 0
  for (const { key, printed } of after) {
    const other = known.get(key) ?? ''
    if (printed === '' && other === '') continue
    filled++
    if (printed === other) same++
  }
  return filled < 2 ? 0 : same / filled
}

const cellsOf = ({ rows }: ComparedRecord): readonly ComparedCell[] =>
  rows.flatMap(({ keys, cells }) => cells.map((cell) => ({ ...cell, key: `${keys[0]}|${cell.key}` })))

/** Records without a common name are the same when most of their cells are. */
const recordLikeness = (before: ComparedRecord, after: ComparedRecord): number =>
  likenessOf(cellsOf(before), cellsOf(after))

const SAME_RECORD = 0.6

const measured = ({ kind }: ComparedRecord, { printed, power, unit, isFigure }: ComparedCell): Measured => ({
  printed,
  power,
  unit,
  isBlankZero: kind === 'table' && isFigure,
})

const blankOf = (cell: ComparedCell): ComparedCell => ({ ...cell, printed: '', at: undefined })

const printedValue = ({ printed, at }: ComparedCell) => ({ printed, at })

/** A cell that one side does not have is as a blank one: a row that went is shown by what it held. */
const cellChange = (
  records: readonly [ComparedRecord, ComparedRecord],
  row: string,
  before: ComparedCell | undefined,
  after: ComparedCell | undefined,
): ValueChange[] => {
  const cell = after ?? before!
  const a = measured(records[0], before ?? blankOf(cell))
  const b = measured(records[1], after ?? blankOf(cell))
  if (isSameValue(a, b)) return []
  return [
    {
      field: cell.field,
      row,
      column: cell.column,
      before: before && printedValue(before),
      after: after && printedValue(after),
      ...differenceOf(a, b),
    },
  ]
}

const pairedCells = (before: ComparedRow | undefined, after: ComparedRow | undefined) => {
  const known = new Map((before?.cells ?? []).map((cell) => [cell.key, cell]))
  const pairs = (after?.cells ?? []).map((cell) => [known.get(cell.key), cell] as const)
  const shown = new Set((after?.cells ?? []).map(({ key }) => key))
  const rest = (before?.cells ?? []).filter(({ key }) => !shown.has(key)).map((cell) => [cell, undefined] as const)
  return [...pairs, ...rest]
}

const summaryOf = ({ cells }: ComparedRow): string =>
  cells.flatMap(({ printed }) => (printed === '' ? [] : [printed])).join('｜')

/** A row that only one document has. Its amounts are changes of their own; of words one line says enough. */
const lonelyRow = (
  records: readonly [ComparedRecord, ComparedRecord],
  row: ComparedRow,
  isNew: boolean,
  mode: ComparisonMode,
): ValueChange[] => {
  const isTable = records[1].kind === 'table'
  if (isTable || mode === 'year') {
    // Indicators are a year's own; a new source of money or a new code is a change of amounts.
    if (!isTable && !row.cells.every(({ isFigure }) => isFigure)) return []
    const figures = row.cells.filter(({ isFigure }) => isFigure)
    return figures.flatMap((cell) =>
      isNew ? cellChange(records, row.name, undefined, cell) : cellChange(records, row.name, cell, undefined),
    )
  }
  const first = row.cells[0]
  const said = summaryOf(row)
  if (!first || said === '') return []
  const value = { printed: said, at: first.at }
  const field = first.field.replace(/\.[^.]+$/, '')
  const sides = isNew ? { before: undefined, after: value } : { before: value, after: undefined }
  return [{ field, row: row.name, column: '', ...sides, difference: undefined, rate: undefined, unit: '' }]
}

/** Next year's rows and projects are other ones when their names are; only of versions a renaming is looked for. */
export const matchRows = (before: ComparedRecord, after: ComparedRecord, mode: ComparisonMode) => {
  const likeness = { of: (a: ComparedRow, b: ComparedRow) => likenessOf(a.cells, b.cells), least: RENAMED }
  return match(before.rows, after.rows, ({ keys }) => keys, mode === 'version' ? likeness : undefined)
}

/** Records of one kind that are the same thing. */
export const matchRecords = (
  before: readonly ComparedRecord[],
  after: readonly ComparedRecord[],
  mode: ComparisonMode,
) =>
  match(before, after, ({ keys }) => keys, mode === 'version' ? { of: recordLikeness, least: SAME_RECORD } : undefined)

/** Of two years only figures are compared: goals and wordings are others every year. */
export const compareRecords = (before: ComparedRecord, after: ComparedRecord, mode: ComparisonMode): RecordChange => {
  const { pairs, gone, added } = matchRows(before, after, mode)
  const records = [before, after] as const
  const isOf = (cell: ComparedCell | undefined): boolean => mode === 'version' || (cell?.isFigure ?? true)
  const changed = pairs.flatMap(([a, b]) =>
    pairedCells(a, b).flatMap(([old, now]) => (isOf(now ?? old) ? cellChange(records, b.name, old, now) : [])),
  )
  const changes = [
    ...changed,
    ...added.flatMap((row) => lonelyRow(records, row, true, mode)),
    ...gone.flatMap((row) => lonelyRow(records, row, false, mode)),
  ]
  return {
    kind: after.kind,
    state: changes.length > 0 ? 'changed' : 'same',
    name: after.name || before.name,
    before: before.index,
    after: after.index,
    changes,
  }
}
