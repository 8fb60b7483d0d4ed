/** Which tables a place publishes, in which order and under which numbers. Data: law/forms/final-accounts/sets. */
import type { Certainty } from '../domain/finding.ts'
import { type TableProfile, type TableStage, tableProfiles } from './account-tables.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import {
  certainty,
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
  year,
} from './read-node.ts'

export interface SetTable {
  /** 公开01表; a place that prints no numbers still has an order. */
  readonly code: string
  readonly profile: TableProfile
  /** The title in this set. */
  readonly title: string
  /** Optional columns that this set has. */
  readonly with: readonly string[]
  /** The unit that this set prints, where it is known to differ from table to table. */
  readonly unit: string | undefined
}

export interface TableSet {
  readonly id: string
  readonly title: string
  readonly stage: TableStage
  /** Words by which a region is known; empty: wherever no other set applies. */
  readonly places: readonly string[]
  /** Budget years. */
  readonly from: number
  readonly until: number | undefined
  readonly certainty: Certainty
  readonly source: string
  /** What is not known about it. */
  readonly missing: string
  readonly tables: readonly SetTable[]
}

const texts = listOf(text)

const setTable =
  (profiles: readonly TableProfile[]): Read<SetTable> =>
  (at) => {
    onlyKeys(at, ['code', 'table', 'title', 'with', 'unit'])
    const id = need(at, 'table', text)
    const profile = profiles.find((one) => one.id === id) ?? invalidLaw(at, `没有表 ${id}`)
    const optional = profile.main.columns.map(({ role }) => role)
    const more = maybe(at, 'with', texts) ?? []
    for (const role of more) if (!optional.includes(role)) invalidLaw(at, `表 ${id} 没有列 ${role}`)
    return {
      code: need(at, 'code', text),
      profile,
      title: maybe(at, 'title', text) ?? profile.title,
      with: more,
      unit: maybe(at, 'unit', oneOf(['元', '万元'])),
    }
  }

const years = (at: Placed): { from: number; until: number | undefined } => {
  onlyKeys(at, ['from', 'until'])
  return { from: need(at, 'from', year), until: maybe(at, 'until', year) }
}

const KEYS = ['id', 'title', 'stage', 'places', 'fiscalYears', 'certainty', 'source', 'missing', 'tables']

/** Reads one file of law/forms/final-accounts/sets. Throws AppError INVALID_LAW. */
export const readTableSet = (file: string, node: LawNode, profiles: readonly TableProfile[]): TableSet => {
  const at = placed(file, node)
  onlyKeys(at, KEYS)
  const id = need(at, 'id', text)
  if (!file.endsWith(`/${id}`)) invalidLaw(at, `id 应与文件名相同：${id}`)
  const stage = need(at, 'stage', oneOf(['final', 'budget']))
  const tables = need(at, 'tables', listOf(setTable(profiles)))
  const other = tables.find(({ profile }) => profile.stage !== stage)
  if (other) invalidLaw(at, `表 ${other.profile.id} 不属于 ${stage}`)
  return {
    id,
    title: need(at, 'title', text),
    stage,
    places: need(at, 'places', texts),
    ...need(at, 'fiscalYears', years),
    certainty: need(at, 'certainty', certainty),
    source: need(at, 'source', text),
    missing: need(at, 'missing', text),
    tables,
  }
}

const SETS = 'forms/final-accounts/sets/'
let sets: readonly TableSet[] | undefined

export const tableSets = (): readonly TableSet[] => {
  sets ??= Object.entries(compiledLaw).flatMap(([file, node]) =>
    file.startsWith(SETS) ? [readTableSet(file, node, tableProfiles())] : [],
  )
  return sets
}

/**
 * The set of a place and budget year: the place's own, else the one for all places. `undefined` when the data does not
 * reach (a year before its first, a stage without a set); nothing is assumed then.
 */
export const tableSetFor = (stage: TableStage, region: string, budgetYear: number): TableSet | undefined => {
  const fitting = tableSets().filter(
    (set) => set.stage === stage && set.from <= budgetYear && budgetYear <= (set.until ?? budgetYear),
  )
  return (
    fitting.find(({ places }) => places.some((place) => region.includes(place))) ??
    fitting.find(({ places }) => places.length === 0)
  )
}
