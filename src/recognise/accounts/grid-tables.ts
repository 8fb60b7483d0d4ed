/** Published tables in exact grids: a cell belongs to the column under whose header it stands. */
import type { AccountColumn, AccountRow, AccountTable, TableSide } from '../../domain/final-accounts.ts'
import type { Cell, FormSource } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import type { ColumnProfile, RowProfile, SideProfile, TableProfile } from '../../law/account-tables.ts'
import { filledCells, type Row, type RowCell } from '../rows.ts'
import {
  genericColumns,
  gridColumns,
  labelOf,
  type NamedColumn,
  nameColumns,
  profileByHeader,
  sideStarts,
  splitHeader,
  twoSidedProfile,
} from './grid-columns.ts'
import { isOtherForm } from './heading.ts'
import { readNotes } from './notes.ts'
import { type Heading, type Section, sectionsOf } from './sections.ts'
import { isAmount, isCode, isColumnNumbers, isFigure, isOneOf, isSequence, isTotal, rowRoles } from './words.ts'

export interface PlacedTable extends AccountTable {
  readonly block: number
}

const blank = (at: Position): Cell => ({ printed: '', at })

const joined = (cells: readonly RowCell[], at: Position): Cell => {
  const first = cells[0]
  if (!first) return blank(at)
  const printed = cells.map(({ text }) => text).join('')
  return cells.some(({ unsure }) => unsure) ? { printed, at: first.at, unsure: true } : { printed, at: first.at }
}

/** The column that a cell belongs to: a label over several columns names the row, a number stands in the first of them. */
const columnOf = (cell: RowCell, columns: readonly NamedColumn[]): number => {
  const over = columns.flatMap((column, i) =>
    cell.column < column.end && cell.column + cell.span > column.start ? [i] : [],
  )
  const first = over[0]
  if (first === undefined) return -1
  const { role, group } = columns[first]!
  const isName = role === 'code' && !isCode(cell.text) && !isAmount(cell.text)
  if (!isName) return first
  return columns.findIndex((column) => column.role === 'name' && column.group === group)
}

/** 公用经费合计 over all columns of a group and beyond: the amount behind it belongs to it, wherever it was printed. */
const withMovedAmounts = (row: Row, columns: readonly NamedColumn[], cells: Cell[]): Cell[] => {
  const groups = Math.max(0, ...columns.map(({ group }) => group))
  if (groups === 0) return cells
  for (const cell of row.cells) {
    const over = columns.flatMap((column, i) =>
      cell.own && cell.text !== '' && cell.column < column.end && cell.column + cell.span > column.start ? [i] : [],
    )
    if (over.length < 2 || isAmount(cell.text)) continue
    const group = columns[over[0] ?? -1]?.group
    const amount = columns.findIndex(
      (column) => column.group === group && !['code', 'name', 'line'].includes(column.role),
    )
    if (group === undefined || !over.includes(amount)) continue
    const next = cells.findIndex((one, i) => i > over.at(-1)! && one.printed !== '')
    if (next < 0 || !isAmount(cells[next]!.printed)) continue
    cells[amount] = cells[next]!
    cells[next] = blank(row.at)
  }
  return cells
}

const readRow = (row: Row, columns: readonly NamedColumn[]): readonly Cell[] => {
  const parts: RowCell[][] = columns.map(() => [])
  for (const cell of row.cells) if (cell.own && cell.text !== '') parts[columnOf(cell, columns)]?.push(cell)
  return withMovedAmounts(
    row,
    columns,
    parts.map((cells) => joined(cells, row.at)),
  )
}

/** Roles of whole rows; a row of several groups takes the first role that one of its names has. */
const toRows = (
  rows: readonly (readonly Cell[])[],
  columns: readonly NamedColumn[],
  profiles: readonly RowProfile[],
): readonly AccountRow[] => {
  const roleOf = rowRoles(profiles)
  return rows.map((cells) => {
    const names = columns.flatMap((column, i) => (column.role === 'name' ? [cells[i]!.printed] : []))
    const code = columns.findIndex(({ role }) => role === 'code')
    const printed = code < 0 ? '' : cells[code]!.printed
    return { cells, role: names.map(roleOf).find((role) => role !== '') ?? '', code: isCode(printed) ? printed : '' }
  })
}

const isRepeatedHeader = (row: Row, header: ReadonlySet<string>): boolean => {
  const cells = filledCells(row)
  if (
    cells.length > 0 &&
    (isColumnNumbers(cells[0]!.text) || (cells.length > 2 && isSequence(cells.map(({ text }) => text))))
  )
    return true
  return cells.length > 1 && cells.every(({ text }) => header.has(text) && !isTotal(text))
}

interface Part {
  readonly side: TableSide
  readonly columns: readonly NamedColumn[]
  readonly rows: readonly RowProfile[]
}

const sidePart = (
  side: TableSide,
  profile: SideProfile,
  columns: readonly NamedColumn[] | Parameters<typeof nameColumns>[0],
): Part => ({ side, columns: nameColumns(columns, profile.columns, false), rows: profile.rows })

const partsOf = (
  columns: Parameters<typeof nameColumns>[0],
  profile: TableProfile | undefined,
  names: readonly string[],
): readonly Part[] => {
  if (!profile) return [{ side: '', columns: nameColumns(columns, genericColumns(), false), rows: [] }]
  if (profile.expenditure) {
    const starts = sideStarts(columns, profile)
    const bounds = [...starts, columns.length]
    const income = sidePart('收入', profile.main, columns.slice(0, bounds[0]))
    const spending = starts.map((start, i) =>
      sidePart('支出', profile.expenditure!, columns.slice(start, bounds[i + 1])),
    )
    return [income, ...spending]
  }
  const isList =
    profile.listColumns.length > 0 && names.some((name) => profile.main.rows.some((row) => isOneOf(name, row.labels)))
  const own: readonly ColumnProfile[] = isList ? profile.listColumns : profile.main.columns
  return [{ side: '', columns: nameColumns(columns, own, profile.shape === 'groups'), rows: profile.main.rows }]
}

const sourceOf = (rows: readonly Row[]): FormSource => {
  const first = rows[0]!
  const last = rows.at(-1)!
  return first.block === last.block
    ? { fromBlock: first.block, toBlock: last.block, fromRow: first.row, toRow: last.row + 1 }
    : { fromBlock: first.block, toBlock: last.block }
}

const toTable = (
  heading: Heading,
  notes: ReturnType<typeof readNotes>,
  profile: TableProfile | undefined,
  part: Part,
  data: readonly Row[],
  source: FormSource,
): PlacedTable => {
  const columns: AccountColumn[] = part.columns.map(({ role, group, path, at }) => ({
    role,
    group,
    label: { printed: labelOf(path), at },
  }))
  const cells = data.map((row) => readRow(row, part.columns)).filter((row) => row.some(({ printed }) => printed !== ''))
  const rows = toRows(cells, part.columns, part.rows)
  const isBlank = !rows.some((row) =>
    row.cells.some((cell, i) => !['code', 'name', 'line'].includes(columns[i]!.role) && isFigure(cell.printed)),
  )
  return {
    ...heading,
    profile: profile?.id ?? '',
    side: part.side,
    columns,
    rows,
    isBlank,
    ...notes,
    at: heading.title?.at ?? data[0]?.at ?? columns[0]?.label.at ?? {},
    source,
    block: source.fromBlock,
  }
}

const readSection = ({ heading, rows, notes }: Section): readonly PlacedTable[] => {
  if (isOtherForm(heading.title?.printed ?? '')) return []
  const { header, data } = splitHeader(rows, heading.profile)
  if (header.length === 0) return []
  const columns = gridColumns(header, data, header[0]!.at)
  const texts = () => data.flatMap((row) => filledCells(row).map(({ text }) => text))
  const profile =
    heading.profile ?? profileByHeader(columns, heading.code) ?? twoSidedProfile(columns, texts(), heading.code)
  if (!profile && heading.code === '') return []
  const headerTexts = new Set(header.flatMap((row) => filledCells(row).map(({ text }) => text)))
  const own = data.filter((row) => !isRepeatedHeader(row, headerTexts))
  const names = own.flatMap((row) => filledCells(row).slice(0, 2)).map(({ text }) => text)
  const read = readNotes(notes)
  const { profile: _, ...rest } = heading
  return partsOf(columns, profile, names).map((part) =>
    toTable({ ...rest, profile }, read, profile, part, own, sourceOf(rows)),
  )
}

/** All published tables of the grids that `isRead` takes, in their order. */
export const tablesFromGrids = (rows: readonly Row[], isRead: (row: Row) => boolean): readonly PlacedTable[] =>
  sectionsOf(rows, isRead).flatMap(readSection)
