/**
 * Legal texts and other grounds that checks and packs rest on. `ref` is `instrument#article`. What a person sees is made
 * here, so that no recalled article number can slip into a report (rules.md: certainty).
 */
import type { Basis, Certainty } from '../domain/finding.ts'
import type { IsoDay } from '../kernel/date.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import {
  certainty,
  child,
  day,
  invalidLaw,
  keysOf,
  maybe,
  need,
  oneOf,
  onlyKeys,
  type Placed,
  placed,
  text,
} from './read-node.ts'

export interface Article {
  /** 第十六条; printed only when its certainty is better than `recalled`. */
  readonly no: string | undefined
  readonly noCertainty: Certainty | undefined
  /** What it says, in a few words of our own. */
  readonly gist: string
  readonly detail: string | undefined
  readonly certainty: Certainty
}

export interface Instrument {
  readonly id: string
  readonly kind: Basis['kind']
  readonly title: string
  /** 财预〔2020〕10号; `undefined` for what is not a legal text. */
  readonly number: string | undefined
  readonly issuer: string | undefined
  readonly issued: IsoDay | undefined
  readonly note: string | undefined
  readonly articles: Readonly<Record<string, Article>>
}

/** A reference with what it points to. */
export interface Citation {
  readonly ref: string
  readonly kind: Basis['kind']
  readonly certainty: Certainty
  /** Ready to print. */
  readonly text: string
}

const KINDS: readonly Basis['kind'][] = ['law', 'definition', 'practice', 'proposal']
const LAW_KEYS = ['id', 'kind', 'title', 'number', 'issuer', 'issued', 'certainty', 'note', 'articles']
const OTHER_KEYS = ['id', 'kind', 'title', 'note', 'articles']

const readArticle = (at: Placed): Article => {
  onlyKeys(at, ['no', 'noCertainty', 'gist', 'detail', 'certainty'])
  const no = maybe(at, 'no', text)
  const noCertainty = maybe(at, 'noCertainty', certainty)
  if ((no === undefined) !== (noCertainty === undefined))
    invalidLaw(at, '条号 no 与其把握程度 noCertainty 要么都写，要么都不写')
  return {
    no,
    noCertainty,
    gist: need(at, 'gist', text),
    detail: maybe(at, 'detail', text),
    certainty: need(at, 'certainty', certainty),
  }
}

/** Reads one file of `law/instruments/`. Throws AppError INVALID_LAW. */
export const readInstrument = (file: string, node: LawNode): Instrument => {
  const at = placed(file, node)
  const kind = need(at, 'kind', oneOf(KINDS))
  onlyKeys(at, kind === 'law' ? LAW_KEYS : OTHER_KEYS)
  const id = need(at, 'id', text)
  if (file !== `instruments/${id}`) invalidLaw(child(at, 'id'), `编号“${id}”与文件名不一致`)
  const isLaw = kind === 'law'
  if (isLaw) need(at, 'certainty', certainty)
  const articles = child(at, 'articles')
  return {
    id,
    kind,
    title: need(at, 'title', text),
    number: isLaw ? need(at, 'number', text) : undefined,
    issuer: isLaw ? need(at, 'issuer', text) : undefined,
    issued: isLaw ? need(at, 'issued', day) : undefined,
    note: maybe(at, 'note', text),
    articles: Object.fromEntries(keysOf(articles).map((key) => [key, readArticle(child(articles, key))])),
  }
}

export type Instruments = ReadonlyMap<string, Instrument>

export const readInstruments = (law: Readonly<Record<string, LawNode>>): Instruments =>
  new Map(
    Object.keys(law)
      .filter((file) => file.startsWith('instruments/'))
      .map((file) => readInstrument(file, law[file]!))
      .map((instrument) => [instrument.id, instrument]),
  )

let known: Instruments | undefined
export const instruments = (): Instruments => (known ??= readInstruments(compiledLaw))

const nameOf = ({ kind, number, title }: Instrument): string => {
  if (number !== undefined) return number
  return kind === 'practice' ? `实务做法·${title}` : title
}

/** The citation behind `instrument#article`, or `undefined` when there is none. */
export const findCitation = (ref: string, among: Instruments = instruments()): Citation | undefined => {
  const [id = '', key = ''] = ref.split('#')
  const instrument = among.get(id)
  const article = instrument && Object.hasOwn(instrument.articles, key) ? instrument.articles[key] : undefined
  if (!instrument || !article) return undefined
  const no = article.noCertainty !== undefined && article.noCertainty !== 'recalled' ? article.no : ''
  return {
    ref,
    kind: instrument.kind,
    certainty: article.certainty,
    text: `${nameOf(instrument)}${no}（${article.gist}）`,
  }
}

/** Like `findCitation`; throws AppError INVALID_LAW for a reference that leads nowhere. */
export const citation = (ref: string): Citation =>
  findCitation(ref) ?? invalidLaw({ file: 'instruments', path: ref }, `没有“${ref}”这一条`)

/** Ready to print: `财预〔2020〕10号（定量指标按比例计分）`. Throws AppError INVALID_LAW for an unknown reference. */
export const citationText = (ref: string): string => citation(ref).text

const RANK: readonly Certainty[] = ['read', 'second-hand', 'recalled']

/** The weakest of several certainties: a finding is as sure as the weakest thing it rests on. */
export const weakest = (certainties: Iterable<Certainty>): Certainty => {
  let rank = 0
  for (const one of certainties) rank = Math.max(rank, RANK.indexOf(one))
  return RANK[rank]!
}
