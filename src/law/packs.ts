/**
 * Rules of a place for a day. Outside its coverage a pack refuses (LAW_NOT_COVERED); nothing is assumed.
 */
import { AppError } from '../domain/failure.ts'
import type { IsoDay } from '../kernel/date.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import { type CoverageState, readCoverage } from './coverage.ts'
import { instruments, readInstruments } from './instruments.ts'
import { type DatedValue, type Pack, type Packs, readPacks } from './pack-files.ts'
import { PARAMETER_NAMES, PARAMETERS, type ParameterName, type ParameterValue } from './parameters.ts'
import type { Alternative, SelfEvaluationRules, Sourced } from './self-evaluation-rules.ts'

let known: Packs | undefined
export const packs = (): Packs => (known ??= readPacks(compiledLaw, instruments()))

/** Packs of other law data than the compiled one; for tests and for a place's own folder. */
export const packsOf = (law: Readonly<Record<string, LawNode>>): Packs => readPacks(law, readInstruments(law))

const valueOn = (values: readonly DatedValue[] | undefined, on: IsoDay): DatedValue | undefined => {
  const value = values?.findLast(({ since }) => since <= on)
  return value && (value.until === undefined || on <= value.until) ? value : undefined
}

const parentOn = (among: Packs, pack: Pack, on: IsoDay): Pack | undefined => {
  const parent = pack.extends.findLast(({ from }) => from <= on)
  return parent && among.get(parent.pack)
}

const asAlternative = ({ value, source, certainty }: Sourced<unknown>): Alternative<unknown> => ({
  value,
  source,
  certainty,
})

/**
 * A place's value is known only as long as a document showed it. After that it is carried forward: no longer sure, and
 * what the wider pack says is admissible too.
 */
const carriedForward = (value: Sourced<unknown>, pack: Pack, wider: Sourced<unknown> | undefined): Sourced<unknown> => {
  const others = wider ? [asAlternative(wider), ...(wider.alternatives ?? [])] : []
  const seen = [value, ...(value.alternatives ?? [])].map((one) => JSON.stringify(one.value))
  const alternatives = others.filter((one) => !seen.includes(JSON.stringify(one.value)))
  return {
    ...value,
    certainty: 'recalled',
    alternatives: [...(value.alternatives ?? []), ...alternatives],
    note: `${value.note === undefined ? '' : `${value.note}；`}只见到${pack.seenUntil!.slice(0, 4)}年及以前的表，以后年度沿用，待核实`,
  }
}

const sourcedOn = (among: Packs, pack: Pack, name: ParameterName, on: IsoDay): Sourced<unknown> | undefined => {
  const own = valueOn(pack.values.get(name), on)
  const parent = parentOn(among, pack, on)
  const wider = parent && sourcedOn(among, parent, name, on)
  if (!own) return wider
  const { until: _, ...value } = own
  return pack.seenUntil !== undefined && on > pack.seenUntil ? carriedForward(value, pack, wider) : value
}

const REMEDY = '用 jiheng packs 查看各规则包的适用期间，改用适用的规则包，或在表上补充年度'
const REMEDY_EN = 'see jiheng packs for the years of each pack; name one that fits, or put the year on the form'

const notCovered = (pack: Pack, on: IsoDay, why: string, whyEn: string): never => {
  throw new AppError('LAW_NOT_COVERED', pack.id, `规则包 ${pack.id}（${pack.title}）不能用于 ${on}：${why}`, REMEDY, {
    english: { message: `rule pack ${pack.id} does not reach ${on}: ${whyEn}`, remedy: REMEDY_EN },
  })
}

/** The pack with this id. Throws AppError UNKNOWN_PACK. */
export const packOf = (packId: string, among: Packs = packs()): Pack => {
  const pack = among.get(packId)
  if (pack) return pack
  throw new AppError(
    'UNKNOWN_PACK',
    packId,
    `没有名为“${packId}”的规则包`,
    `可用的规则包：${[...among.keys()].join('、')}`,
    {
      english: {
        message: `there is no rule pack "${packId}"`,
        remedy: `rule packs: ${[...among.keys()].join(', ')}`,
      },
    },
  )
}

const covers = (pack: Pack, on: IsoDay): void => {
  if (on < pack.from) notCovered(pack, on, `早于该包最早的 ${pack.from}`, `it begins on ${pack.from}`)
  if (pack.until !== undefined && on > pack.until)
    notCovered(pack, on, `晚于该包的终止日 ${pack.until}`, `it ends on ${pack.until}`)
}

/**
 * One parameter on one day, `undefined` when the pack does not fix it.
 * Throws AppError UNKNOWN_PACK, LAW_NOT_COVERED (naming pack, parameter and earliest day).
 */
export const parameterAt = <K extends ParameterName>(
  packId: string,
  name: K,
  on: IsoDay,
  among: Packs = packs(),
): Sourced<ParameterValue<K>> | undefined => {
  const pack = packOf(packId, among)
  covers(pack, on)
  const value = sourcedOn(among, pack, name, on)
  if (value === undefined && PARAMETERS[name].isRequired)
    notCovered(
      pack,
      on,
      `参数 ${name} 在该日没有值，最早的值始于 ${earliest(pack, name) ?? '（无）'}`,
      `its parameter ${name} has no value on that day; the first begins on ${earliest(pack, name) ?? '(none)'}`,
    )
  return value as Sourced<ParameterValue<K>> | undefined
}

const earliest = (pack: Pack, name: ParameterName): string | undefined => pack.values.get(name)?.[0]?.since

/** All parameters on one day, not cached: for other law data than the compiled one. */
export const rulesOf = (among: Packs, packId: string, on: IsoDay): SelfEvaluationRules => {
  const pack = packOf(packId, among)
  const values = PARAMETER_NAMES.map((name) => [name, parameterAt(packId, name, on, among)] as const)
  // PARAMETERS has one entry per parameter of the type, and parameterAt refuses a required one without a value.
  return { pack: packId, packTitle: pack.title, on, ...Object.fromEntries(values) } as unknown as SelfEvaluationRules
}

const cache = new Map<string, SelfEvaluationRules>()

/**
 * The rules of a pack on a day, one object per (pack, day).
 * Throws AppError UNKNOWN_PACK for an unknown pack, LAW_NOT_COVERED before the earliest day and after the end.
 */
export const rulesFor = (packId: string, on: IsoDay): SelfEvaluationRules => {
  const key = `${packId} ${on}`
  const found = cache.get(key)
  if (found) return found
  const rules = Object.freeze(rulesOf(packs(), packId, on))
  cache.set(key, rules)
  return rules
}

export interface PackSummary {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly region: string
  readonly from: IsoDay
  readonly until?: IsoDay
  /** How complete the rules for project self-evaluation are, and what is missing. */
  readonly coverage: CoverageState
  readonly missing: string
  /** Packs whose values fill the gaps, oldest first. */
  readonly extends: readonly string[]
}

/** All packs with their coverage, national ones first, then by place. */
export const listPacks = (): readonly PackSummary[] => {
  const coverage = readCoverage(compiledLaw)
  const summary = (pack: Pack): PackSummary => {
    const entry = coverage.find(({ pack: id }) => id === pack.id)
    return {
      id: pack.id,
      title: pack.title,
      titleEn: pack.titleEn,
      region: pack.region,
      from: pack.from,
      ...(pack.until !== undefined && { until: pack.until }),
      coverage: entry?.state ?? 'absent',
      missing: entry?.missing ?? '',
      extends: pack.extends.map((parent) => parent.pack),
    }
  }
  const order = (pack: Pack): string =>
    `${['by-year', 'by-title', 'by-place', 'by-name'].indexOf(pack.chosen)}${pack.from}${pack.id}`
  return [...packs().values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(summary)
}
