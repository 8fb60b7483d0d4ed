/** Words of the narrative grammar. Data: law/forms/narrative.yaml. */
import { compiledLaw, type LawNode } from './compiled.ts'
import { child, listOf, need, oneOf, onlyKeys, type Placed, placed, type Read, text } from './read-node.ts'

type Words = readonly string[]

export const MEASURE_KEYS = ['initial-budget', 'annual-budget', 'budget', 'executed', 'final'] as const
export type MeasureKey = (typeof MEASURE_KEYS)[number]

export const DIRECTION_KEYS = ['up', 'down', 'weakUp', 'weakDown', 'exact', 'about'] as const
export type DirectionKey = (typeof DIRECTION_KEYS)[number]

export const BASE_KEYS = ['initial-budget', 'annual-budget', 'budget', 'last-year'] as const
export type BaseKey = (typeof BASE_KEYS)[number]

export const THREE_PUBLIC_KEYS = [
  'total',
  'abroad',
  'vehicles',
  'purchase',
  'running',
  'reception',
  'delegations',
  'travellers',
  'bought',
  'held',
] as const
export type ThreePublicKey = (typeof THREE_PUBLIC_KEYS)[number]

export interface Partition {
  readonly id: string
  readonly total: RegExp
  readonly parts: readonly RegExp[]
  readonly required: readonly RegExp[]
}

export interface RateRule {
  readonly name: RegExp
  readonly form: 'ratio' | 'saving' | 'quotient'
  readonly top: RegExp
  readonly bottom: RegExp
}

export interface NarrativeWords {
  readonly directions: Readonly<Record<DirectionKey, Words>>
  readonly comparing: Readonly<Record<'openers' | 'closers' | BaseKey, Words>>
  readonly measures: Readonly<Record<MeasureKey, Words>>
  readonly sumOpenerPatterns: readonly RegExp[]
  readonly restated: Words
  readonly rateNames: Words
  readonly approximate: Words
  readonly bounds: Words
  readonly fillers: Words
  readonly leads: Words
  readonly qualifiers: Words
  readonly headingTails: Words
  readonly yearBound: Words
  readonly partitions: readonly Partition[]
  readonly rates: readonly RateRule[]
  readonly threePublic: Readonly<Record<ThreePublicKey, RegExp>>
  readonly procurement: Readonly<Record<'total' | 'small' | 'micro', RegExp>>
  readonly reasons: Readonly<Record<'labels' | 'up' | 'down', Words>>
  readonly instructionPatterns: readonly RegExp[]
}

const words: Read<Words> = listOf(text)

const pattern: Read<RegExp> = (at) => new RegExp(text(at), 'u')

const keyed =
  <K extends string, T>(keys: readonly K[], read: Read<T>): Read<Readonly<Record<K, T>>> =>
  (at) => {
    onlyKeys(at, keys)
    return Object.fromEntries(keys.map((key) => [key, need(at, key, read)])) as Record<K, T>
  }

const partition: Read<Partition> = (at) => {
  onlyKeys(at, ['id', 'total', 'parts', 'required'])
  return {
    id: need(at, 'id', text),
    total: need(at, 'total', pattern),
    parts: need(at, 'parts', listOf(pattern)),
    required: need(at, 'required', listOf(pattern)),
  }
}

const rate: Read<RateRule> = (at) => {
  onlyKeys(at, ['name', 'form', 'top', 'bottom'])
  return {
    name: need(at, 'name', pattern),
    form: need(at, 'form', oneOf(['ratio', 'saving', 'quotient'])),
    top: need(at, 'top', pattern),
    bottom: need(at, 'bottom', pattern),
  }
}

const LISTS = [
  'restated',
  'rateNames',
  'approximate',
  'bounds',
  'fillers',
  'leads',
  'qualifiers',
  'headingTails',
  'yearBound',
] as const

const lists = (at: Placed): Readonly<Record<(typeof LISTS)[number], Words>> =>
  Object.fromEntries(LISTS.map((key) => [key, need(at, key, words)])) as Record<(typeof LISTS)[number], Words>

/** Throws AppError INVALID_LAW with file and path when the data does not fit. */
export const readNarrativeWords = (file: string, node: LawNode): NarrativeWords => {
  const at = placed(file, node)
  const maps = ['directions', 'comparing', 'measures', 'partitions', 'rates', 'threePublic', 'procurement', 'reasons']
  onlyKeys(at, ['id', ...LISTS, ...maps, 'sumOpenerPatterns', 'instructionPatterns'])
  return {
    ...lists(at),
    directions: keyed(DIRECTION_KEYS, words)(child(at, 'directions')),
    comparing: keyed(['openers', 'closers', ...BASE_KEYS], words)(child(at, 'comparing')),
    measures: keyed(MEASURE_KEYS, words)(child(at, 'measures')),
    sumOpenerPatterns: need(at, 'sumOpenerPatterns', listOf(pattern)),
    partitions: need(at, 'partitions', listOf(partition)),
    rates: need(at, 'rates', listOf(rate)),
    threePublic: keyed(THREE_PUBLIC_KEYS, pattern)(child(at, 'threePublic')),
    procurement: keyed(['total', 'small', 'micro'], pattern)(child(at, 'procurement')),
    reasons: keyed(['labels', 'up', 'down'], words)(child(at, 'reasons')),
    instructionPatterns: need(at, 'instructionPatterns', listOf(pattern)),
  }
}

const FILE = 'forms/narrative'
let read: NarrativeWords | undefined

/** The words, read once. */
export const narrativeWords = (): NarrativeWords => {
  read ??= readNarrativeWords(FILE, compiledLaw[FILE] ?? '')
  return read
}
