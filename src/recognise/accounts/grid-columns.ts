/** Columns of an exact grid: what the header rows above a column say, and what the profile calls that. */

import type { Position } from '../../domain/source-document.ts'
import { greatest } from '../../kernel/lists.ts'
import { tableSets } from '../../law/account-sets.ts'
import { type ColumnProfile, type TableProfile, tableProfiles } from '../../law/account-tables.ts'
import type { Row, RowCell } from '../rows.ts'
import { distinctTexts } from './sections.ts'
import {
  accountKey,
  columnsOf,
  isAmount,
  isCode,
  isColumnLabel,
  isColumnNumbers,
  isFigure,
  isOneOf,
  isSequence,
  isTotal,
  takeColumn,
} from './words.ts'

/** Columns [start, end) of the grid under one label. */
export interface GridColumn {
  readonly start: number
  readonly end: number
  /** Header texts from top to bottom. */
  readonly path: readonly string[]
  readonly at: Position
}

export interface NamedColumn extends GridColumn {
  readonly role: string
  readonly group: number
}

const FEWEST_NUMBERED = 3

/** 栏次 1 2 3, or the numbers alone; the official tables have 类 款 项 in front of 栏次. */
const isNumberRow = (all: readonly RowCell[]): boolean => {
  const cells = all.filter((cell) => !/^[类款项目]$/.test(cell.text.trim()))
  const first = cells[0]
  if (!first) return false
  if (isColumnNumbers(first.text)) return true
  const texts = cells.map((cell) => cell.text)
  return texts.length >= FEWEST_NUMBERED && isSequence(texts)
}

const isDataRow = (cells: readonly RowCell[], profile: TableProfile | undefined): boolean => {
  const labels = cells.filter((cell) => isColumnLabel(cell.text)).length
  if (cells.slice(0, 2).some((cell) => isCode(cell.text))) return true
  if (cells.some((cell) => isFigure(cell.text))) return true
  if (labels > 1) return false
  if (cells.some((cell) => isTotal(cell.text)) && cells.every((cell) => isTotal(cell.text) || isAmount(cell.text)))
    return true
  const rows = [...(profile?.main.rows ?? []), ...(profile?.expenditure?.rows ?? [])]
  return labels === 0 && cells.some((cell) => rows.some((row) => isOneOf(cell.text, row.labels)))
}

const DEEPEST_HEADER = 12

/** Rows of the header, and where the data begins. */
export const splitHeader = (
  rows: readonly Row[],
  profile: TableProfile | undefined,
): { header: readonly Row[]; data: readonly Row[] } => {
  const texts = rows.slice(0, DEEPEST_HEADER).map(distinctTexts)
  const numbered = texts.findIndex(isNumberRow)
  if (numbered > 0) return { header: rows.slice(0, numbered), data: rows.slice(numbered + 1) }
  const data = texts.findIndex((cells, i) => i > 0 && isDataRow(cells, profile))
  if (data > 0) return { header: rows.slice(0, data), data: rows.slice(data) }
  const blank = texts.findIndex((cells, i) => i > 0 && cells.length === 0)
  const end = blank > 0 ? blank : rows.length
  return { header: rows.slice(0, end), data: rows.slice(end) }
}

const cellOver = (row: Row, column: number): RowCell | undefined =>
  row.cells.find((cell) => column >= cell.column && column < cell.column + cell.span)

const pathOf = (header: readonly Row[], column: number): { cells: readonly RowCell[]; path: readonly string[] } => {
  const cells: RowCell[] = []
  for (const row of header) {
    const cell = cellOver(row, column)
    if (!cell || cell.text === '') continue
    const last = cells.at(-1)
    if (last?.source !== cell.source && last?.text !== cell.text) cells.push(cell)
  }
  return { cells, path: cells.map(({ text }) => text) }
}

const PARTS_OF_CODE = /^[类款项]$/

/** One label over several grid columns is one column, and so is a code printed in three parts (类 款 项). */
const joinsLast = (before: readonly RowCell[], cells: readonly RowCell[]): boolean => {
  const [a, b] = [before.at(-1), cells.at(-1)]
  if (!a || !b) return false
  if (PARTS_OF_CODE.test(a.text) && PARTS_OF_CODE.test(b.text)) return true
  return a.source === b.source && before.length === cells.length
}

/** A label over two grid columns that hold codes and names, each in its own cell. */
const splitAt = (column: GridColumn, data: readonly Row[]): number | undefined => {
  if (column.end - column.start < 2) return undefined
  for (const row of data) {
    const own = row.cells.filter(
      (cell) => cell.own && cell.text !== '' && cell.column >= column.start && cell.column < column.end,
    )
    if (own.length >= 2 && isCode(own[0]!.text) && !isAmount(own.at(-1)!.text)) return own.at(-1)!.column
  }
  return undefined
}

const NAME_LABEL = '科目名称'

/** No published table is wider; a cell far out on a sheet would make thousands of columns. */
const MOST_COLUMNS = 400

export const gridColumns = (header: readonly Row[], data: readonly Row[], at: Position): readonly GridColumn[] => {
  // A damaged file may have more cells than a call takes arguments.
  let width = 0
  for (const { cells } of [...header, ...data])
    for (const { column, span } of cells) width = Math.max(width, column + span)
  width = Math.min(width, MOST_COLUMNS)
  const columns: GridColumn[] = []
  let before: readonly RowCell[] = []
  for (let i = 0; i < width; i++) {
    const { cells, path } = pathOf(header, i)
    const last = columns.at(-1)
    if (last && joinsLast(before, cells)) {
      const isParts = PARTS_OF_CODE.test(path.at(-1) ?? '')
      columns[columns.length - 1] = { ...last, end: i + 1, path: isParts ? path.slice(0, -1) : last.path }
    } else columns.push({ start: i, end: i + 1, path, at: cells.at(-1)?.at ?? at })
    before = cells
  }
  const filled = new Set<number>()
  for (const { cells } of data) for (const cell of cells) if (cell.own && cell.text !== '') filled.add(cell.column)
  return columns.flatMap((column) => {
    const split = splitAt(column, data)
    if (split === undefined) return isUsed(column, filled) ? [column] : []
    return [
      { ...column, end: split },
      { ...column, start: split, path: [...column.path, NAME_LABEL] },
    ]
  })
}

const isUsed = ({ path, start, end }: GridColumn, filled: ReadonlySet<number>): boolean => {
  if (path.length > 0) return true
  for (let column = start; column < end; column++) if (filled.has(column)) return true
  return false
}

/** The roles of the columns; a role met again begins the next group where `inGroups`. */
export const nameColumns = (
  columns: readonly GridColumn[],
  profiles: readonly ColumnProfile[],
  inGroups: boolean,
): readonly NamedColumn[] => {
  let used = new Set<string>()
  let group = 0
  return columns.map((column) => {
    let found = takeColumn(column.path, profiles, used)
    if (inGroups) {
      const again = takeColumn(column.path, profiles, new Set())
      const startsGroup = again !== undefined && used.has(again.role) && (again.role === 'code' || !used.has('code'))
      if (startsGroup && (again.role === 'code' || again.role === 'name')) {
        used = new Set()
        group += 1
        found = again
      }
    }
    if (found) used.add(found.role)
    return { ...column, role: found?.role ?? '', group }
  })
}

const WORDS = new Set(['code', 'name', 'line'])
const FEWEST_AMOUNTS = 3

/** How many amount columns of the profile the header names, or 0 when it names others as well. */
const likeness = (columns: readonly GridColumn[], profile: TableProfile): number => {
  if (profile.expenditure) return 0
  const named = nameColumns(columns, profile.main.columns, profile.shape === 'groups')
  const roles = new Set(named.filter(({ role }) => role !== '' && !WORDS.has(role)).map(({ role }) => role))
  const wanted = profile.main.columns.filter(({ role, isOptional }) => !isOptional && !WORDS.has(role)).length
  const isLike = roles.size >= Math.min(FEWEST_AMOUNTS, wanted) && roles.size >= wanted
  return isLike && named.every(({ role }) => role !== '') ? roles.size : 0
}

/** Several tables have the same header; then the number tells them apart: 公开05表 is the fifth of some set. */
const isNumbered = (profile: TableProfile, code: string): boolean => {
  const number = Number(/\d{1,2}/.exec(code)?.[0] ?? 0)
  const stage = /预算/.test(code) ? 'budget' : 'final'
  return tableSets().some((set) => set.stage === stage && set.tables[number - 1]?.profile === profile)
}

/** The profile whose columns the header names best, for tables that print no title; `undefined` where several do. */
export const profileByHeader = (columns: readonly GridColumn[], code: string): TableProfile | undefined => {
  const scored = tableProfiles()
    .map((profile) => ({ profile, score: likeness(columns, profile) }))
    .filter(({ score }) => score > 0)
  const best = scored.filter(({ score }) => score === greatest(scored.map((one) => one.score)))
  if (code === '') return best.length === 1 && best[0]!.score >= FEWEST_AMOUNTS ? best[0]!.profile : undefined
  const numbered = scored.filter(({ profile }) => isNumbered(profile, code))
  return (numbered.length === 1 ? numbered[0] : best.length === 1 ? best[0] : undefined)?.profile
}

const FEWEST_ROWS = 4

/** A table with income beside spending and no title is told by its rows: 本年收入合计, 年初结转和结余 …; `undefined` where several fit. */
export const twoSidedProfile = (
  columns: readonly GridColumn[],
  texts: readonly string[],
  code: string,
): TableProfile | undefined => {
  const scored = tableProfiles().flatMap((profile) => {
    const { expenditure, main } = profile
    if (!expenditure || sideStarts(columns, profile).length === 0) return []
    const rows = [...main.rows, ...expenditure.rows].filter(({ labels }) => texts.some((text) => isOneOf(text, labels)))
    return rows.length >= FEWEST_ROWS ? [{ profile, score: rows.length }] : []
  })
  const best = scored.filter(({ score }) => score === greatest(scored.map((one) => one.score)))
  const numbered = best.filter(({ profile }) => code !== '' && isNumbered(profile, code))
  return (best.length === 1 ? best[0] : numbered.length === 1 ? numbered[0] : undefined)?.profile
}

/** Columns that belong to no profile keep the roles that any table has. */
export const genericColumns = (): readonly ColumnProfile[] => {
  const words = new Map<string, ColumnProfile>()
  for (const profile of tableProfiles())
    for (const column of columnsOf(profile))
      if (WORDS.has(column.role)) {
        const labels = [...(words.get(column.role)?.labels ?? []), ...column.labels]
        words.set(column.role, { role: column.role, labels, under: [], isOptional: false, isRare: false })
      }
  return [...words.values()]
}

export const labelOf = (path: readonly string[]): string => path.join(':')

/** Where the spending side of a two-sided table begins, as indexes into the columns; several where it has several lists. */
export const sideStarts = (columns: readonly GridColumn[], profile: TableProfile): readonly number[] => {
  const spending = profile.expenditure!
  const names = spending.columns.find(({ role }) => role === 'name')!.labels
  const isName = ({ path }: GridColumn): boolean => path.length > 0 && isOneOf(path.at(-1)!, names)
  const byTop = columns.findIndex(({ path }, i) => i > 0 && isOneOf(path[0] ?? '', spending.labels))
  const starts = columns.flatMap((column, i) => (isName(column) ? [i] : []))
  const first = starts[0] === 0 ? starts.slice(1) : starts.filter((i) => i > 0)
  const fromTop = byTop < 0 ? [] : [byTop]
  const after = first.filter((i) => byTop < 0 || i > byTop)
  const isIncome = (i: number): boolean => isOneOf(columns[i]!.path[0] ?? '', profile.main.labels)
  return [...fromTop, ...after].filter((i, n, all) => all.indexOf(i) === n && (i === byTop || !isIncome(i)))
}

export const sameLabel = (a: string, b: string): boolean => accountKey(a) === accountKey(b)
