/**
 * Profiles of the tables that departments publish with their final accounts and budgets, and the sets in which places
 * publish them. Data: law/forms/final-accounts/tables and law/forms/final-accounts/sets.
 */
import type { Certainty } from '../domain/finding.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import type { Labels } from './forms.ts'
import {
  certainty,
  child,
  invalidLaw,
  listOf,
  maybe,
  need,
  oneOf,
  onlyKeys,
  type Placed,
  placed,
  type Read,
  text,
  yesNo,
} from './read-node.ts'

export const TABLE_SHAPES = ['two-sided', 'by-code', 'groups', 'figures', 'list'] as const
/**
 * `two-sided`: income beside spending; `by-code`: a row per classification code; `groups`: the same columns side by side
 * in several groups; `figures`: one row of amounts under named columns, or the same items as a list; `list`: named rows.
 */
export type TableShape = (typeof TABLE_SHAPES)[number]
export type TableStage = 'final' | 'budget'

export interface ColumnProfile {
  readonly role: string
  readonly labels: Labels
  /** Labels of the groups under which the column stands; empty when any will do. */
  readonly under: Labels
  /** Not in the standard table; only some places or years have it. */
  readonly isOptional: boolean
  /** Seldom filled: a number that may stand here or in another column stands there. */
  readonly isRare: boolean
}

export interface RowProfile {
  readonly role: string
  readonly labels: Labels
}

/** Σ `sum` = Σ `parts`, by roles of columns, a blank cell counting nothing. */
export interface RowEquation {
  readonly sum: readonly string[]
  readonly parts: readonly string[]
}

export interface SideProfile {
  readonly labels: Labels
  readonly columns: readonly ColumnProfile[]
  readonly rows: readonly RowProfile[]
  /** Role of the row that adds up the rows above it. */
  readonly sumRow: string | undefined
  readonly equations: readonly RowEquation[]
}

export interface TableProfile {
  readonly id: string
  readonly title: string
  readonly stage: TableStage
  readonly shape: TableShape
  readonly certainty: Certainty
  readonly titles: Labels
  /** The table itself, or the income side of a two-sided one. */
  readonly main: SideProfile
  /** The spending side of a two-sided table. */
  readonly expenditure: SideProfile | undefined
  /** Columns of a `figures` table that is printed as a list. */
  readonly listColumns: readonly ColumnProfile[]
  /** Headings over groups of columns that are no amounts of their own. */
  readonly groupLabels: Labels
  /** Functional classes (3 digits) in which its codes can stand; empty when any will do or nothing is known. */
  readonly classes: readonly string[]
}

const labels: Read<Labels> = listOf(text)

const column: Read<ColumnProfile> = (at) => {
  onlyKeys(at, ['role', 'labels', 'under', 'isOptional', 'isRare'])
  return {
    role: need(at, 'role', text),
    labels: need(at, 'labels', labels),
    under: maybe(at, 'under', labels) ?? [],
    isOptional: maybe(at, 'isOptional', yesNo) ?? false,
    isRare: maybe(at, 'isRare', yesNo) ?? false,
  }
}

const row: Read<RowProfile> = (at) => {
  onlyKeys(at, ['role', 'labels'])
  return { role: need(at, 'role', text), labels: need(at, 'labels', labels) }
}

const equation: Read<RowEquation> = (at) => {
  onlyKeys(at, ['sum', 'parts'])
  return { sum: need(at, 'sum', labels), parts: need(at, 'parts', labels) }
}

const SIDE_KEYS = ['labels', 'columns', 'rows', 'sumRow', 'equations']

const readSide = (at: Placed): SideProfile => {
  const columns = need(at, 'columns', listOf(column))
  const roles = columns.map(({ role }) => role)
  const double = roles.find((role, i) => roles.indexOf(role) !== i)
  if (double !== undefined) invalidLaw(child(at, 'columns'), `列 ${double} 写了两次`)
  const rows = maybe(at, 'rows', listOf(row)) ?? []
  const equations = maybe(at, 'equations', listOf(equation)) ?? []
  for (const role of equations.flatMap(({ sum, parts }) => [...sum, ...parts]))
    if (!roles.includes(role)) invalidLaw(child(at, 'equations'), `没有列 ${role}`)
  const sumRow = maybe(at, 'sumRow', text)
  if (sumRow !== undefined && !rows.some(({ role }) => role === sumRow)) invalidLaw(at, `没有行 ${sumRow}`)
  return { labels: maybe(at, 'labels', labels) ?? [], columns, rows, sumRow, equations }
}

const side: Read<SideProfile> = (at) => {
  onlyKeys(at, SIDE_KEYS)
  return readSide(at)
}

const PROFILE_KEYS = ['id', 'title', 'stage', 'shape', 'certainty', 'titles', 'listColumns', 'groupLabels', 'classes']

/** Reads one file of law/forms/final-accounts/tables. Throws AppError INVALID_LAW. */
export const readTableProfile = (file: string, node: LawNode): TableProfile => {
  const at = placed(file, node)
  const shape = need(at, 'shape', oneOf(TABLE_SHAPES))
  const isTwoSided = shape === 'two-sided'
  onlyKeys(at, [...PROFILE_KEYS, ...(isTwoSided ? ['income', 'expenditure'] : SIDE_KEYS)])
  const id = need(at, 'id', text)
  if (!file.endsWith(`/${id}`)) invalidLaw(at, `id 应与文件名相同：${id}`)
  return {
    id,
    title: need(at, 'title', text),
    stage: need(at, 'stage', oneOf(['final', 'budget'])),
    shape,
    certainty: need(at, 'certainty', certainty),
    titles: need(at, 'titles', labels),
    main: isTwoSided ? need(at, 'income', side) : readSide(at),
    expenditure: isTwoSided ? need(at, 'expenditure', side) : undefined,
    listColumns: maybe(at, 'listColumns', listOf(column)) ?? [],
    groupLabels: maybe(at, 'groupLabels', labels) ?? [],
    classes: maybe(at, 'classes', labels) ?? [],
  }
}

const TABLES = 'forms/final-accounts/tables/'
let profiles: readonly TableProfile[] | undefined

/** All table profiles, read once. */
export const tableProfiles = (): readonly TableProfile[] => {
  profiles ??= Object.entries(compiledLaw).flatMap(([file, node]) =>
    file.startsWith(TABLES) ? [readTableProfile(file, node)] : [],
  )
  return profiles
}
