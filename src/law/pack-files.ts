/** Reads `law/packs/`: what a pack is, where and when it is chosen, and its dated values. Throws AppError INVALID_LAW. */
import type { IsoDay } from '../kernel/date.ts'
import type { LawNode } from './compiled.ts'
import { findCitation, type Instruments } from './instruments.ts'
import { PARAMETERS, type ParameterName, type ParameterSpec } from './parameters.ts'
import {
  certainty,
  child,
  day,
  invalidLaw,
  keysOf,
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
import type { Alternative, Sourced } from './self-evaluation-rules.ts'

/** `by-name`: only when somebody asks for it. */
export type Chosen = 'by-year' | 'by-place' | 'by-title' | 'by-name'

export interface Pack {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  readonly region: string
  /** First and last day for which it may be asked. No `until`: still in force. */
  readonly from: IsoDay
  readonly until: IsoDay | undefined
  /** Last day for which a document confirmed its own values; afterwards they are carried forward as `recalled`. */
  readonly seenUntil: IsoDay | undefined
  /** Pack whose values fill the gaps, from a day on; oldest first. */
  readonly extends: readonly { readonly from: IsoDay; readonly pack: string }[]
  /** Budget years for which it is chosen without being asked for. */
  readonly budgetYears: { readonly from: number; readonly until: number | undefined } | undefined
  readonly chosen: Chosen
  readonly places: readonly string[]
  readonly titleWords: readonly string[]
  readonly values: ReadonlyMap<ParameterName, readonly DatedValue[]>
}

export interface DatedValue extends Sourced<unknown> {
  readonly until: IsoDay | undefined
}

const PACK_KEYS = [
  'id',
  'title',
  'titleEn',
  'region',
  'from',
  'until',
  'seenUntil',
  'extends',
  'budgetYears',
  'chosen',
  'places',
  'titleWords',
]
const UNITS = ['points', 'share', 'ratio', 'rule', 'name', 'count', 'flag'] as const

const days = (at: Placed): readonly IsoDay[] =>
  keysOf(at).map((key) => day({ ...at, path: `${at.path}.${key}`, node: key }))

const inOrder = (at: Placed, list: readonly IsoDay[]): void => {
  list.forEach((one, i) => {
    if (i > 0 && list[i - 1]! >= one) invalidLaw(at, `日期应由早到晚：${list[i - 1]} 之后是 ${one}`)
  })
}

const readExtends = (at: Placed): Pack['extends'] => {
  const starts = days(at)
  inOrder(at, starts)
  return starts.map((from) => ({ from, pack: need(at, from, text) }))
}

const readBudgetYears = (at: Placed): NonNullable<Pack['budgetYears']> => {
  onlyKeys(at, ['from', 'until'])
  return { from: need(at, 'from', year), until: maybe(at, 'until', year) }
}

const source =
  (instruments: Instruments): Read<string> =>
  (at) =>
    findCitation(text(at), instruments) ? text(at) : invalidLaw(at, `没有“${text(at)}”这一条依据`)

const readAlternative =
  <T>(read: Read<T>, instruments: Instruments): Read<Alternative<T>> =>
  (at) => {
    onlyKeys(at, ['value', 'source', 'certainty'])
    return {
      value: need(at, 'value', read),
      source: need(at, 'source', source(instruments)),
      certainty: need(at, 'certainty', certainty),
    }
  }

const readValue = (at: Placed, since: IsoDay, spec: ParameterSpec<unknown>, instruments: Instruments): DatedValue => {
  onlyKeys(at, ['value', 'source', 'certainty', 'until', 'alternatives', 'note'])
  const alternatives = maybe(at, 'alternatives', listOf(readAlternative(spec.read, instruments)))
  const note = maybe(at, 'note', text)
  return {
    value: need(at, 'value', spec.read),
    source: need(at, 'source', source(instruments)),
    certainty: need(at, 'certainty', certainty),
    since,
    until: maybe(at, 'until', day),
    ...(alternatives && { alternatives }),
    ...(note !== undefined && { note }),
  }
}

/** One parameter file: dated values, oldest first, none of which reaches into the next. */
const readParameter = (at: Placed, instruments: Instruments): readonly [ParameterName, readonly DatedValue[]] => {
  onlyKeys(at, ['parameter', 'unit', 'checkedOn', 'values'])
  const name = need(at, 'parameter', oneOf(Object.keys(PARAMETERS) as ParameterName[]))
  const file = at.file.slice(at.file.lastIndexOf('/') + 1)
  const expected = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  if (file !== expected) invalidLaw(child(at, 'parameter'), `参数 ${name} 应写在 ${expected}.yaml 里`)
  need(at, 'unit', oneOf(UNITS))
  need(at, 'checkedOn', day)
  const values = child(at, 'values')
  const starts = days(values)
  inOrder(values, starts)
  if (starts.length === 0) invalidLaw(values, '至少要有一个值')
  const dated = starts.map((since) =>
    readValue(child(values, since), since, PARAMETERS[name] as ParameterSpec<unknown>, instruments),
  )
  dated.forEach((value, i) => {
    const next = dated[i + 1]
    if (value.until !== undefined && (value.until < value.since || (next && value.until >= next.since)))
      invalidLaw(child(values, value.since), `终止日 ${value.until} 与其他值的日期重叠`)
  })
  return [name, dated]
}

const readPack = (law: Readonly<Record<string, LawNode>>, id: string, instruments: Instruments): Pack => {
  const at = placed(`packs/${id}/pack`, law[`packs/${id}/pack`] ?? '')
  onlyKeys(at, PACK_KEYS)
  if (need(at, 'id', text) !== id) invalidLaw(child(at, 'id'), `编号与文件夹名“${id}”不一致`)
  const parameters = Object.keys(law).filter((file) => file.startsWith(`packs/${id}/self-evaluation/`))
  return {
    id,
    title: need(at, 'title', text),
    titleEn: need(at, 'titleEn', text),
    region: need(at, 'region', text),
    from: need(at, 'from', day),
    until: maybe(at, 'until', day),
    seenUntil: maybe(at, 'seenUntil', day),
    extends: maybe(at, 'extends', readExtends) ?? [],
    budgetYears: maybe(at, 'budgetYears', readBudgetYears),
    chosen: need(at, 'chosen', oneOf(['by-year', 'by-place', 'by-title', 'by-name'])),
    places: maybe(at, 'places', listOf(text)) ?? [],
    titleWords: maybe(at, 'titleWords', listOf(text)) ?? [],
    values: new Map(parameters.map((file) => readParameter(placed(file, law[file]!), instruments))),
  }
}

export type Packs = ReadonlyMap<string, Pack>

/** All packs of the compiled law, by id. */
export const readPacks = (law: Readonly<Record<string, LawNode>>, instruments: Instruments): Packs => {
  const ids = new Set(Object.keys(law).flatMap((file) => /^packs\/([^/]+)\//.exec(file)?.[1] ?? []))
  const packs = new Map([...ids].sort().map((id) => [id, readPack(law, id, instruments)]))
  for (const pack of packs.values()) {
    const at = { file: `packs/${pack.id}/pack`, path: 'extends' }
    for (const parent of pack.extends) if (!packs.has(parent.pack)) invalidLaw(at, `没有规则包“${parent.pack}”`)
    if (isOwnAncestor(packs, pack)) invalidLaw(at, '规则包不能间接引用自己')
  }
  return packs
}

const isOwnAncestor = (packs: Packs, pack: Pack): boolean => {
  const seen = new Set<string>()
  const open = pack.extends.map((parent) => parent.pack)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === pack.id) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(packs.get(id)?.extends ?? []).map((parent) => parent.pack))
  }
  return false
}
