/**
 * Numbers with a unit that a running text mentions, each with the words in front of it in its clause: 接待批次22次 is
 * { before: 接待批次, value: 22, unit: 次 }. Dates, ordinals and bare numbers are no mentions.
 */
import { Decimal } from '../../kernel/decimal.ts'
import { unitLengthAt, unitOf } from '../../kernel/units.ts'
import { anyOf, wordList } from '../../law/wordlists.ts'

export interface Mention {
  /** Words of the same clause in front of the number, without 预计, 共, 达 … */
  readonly before: string
  /** What follows the unit in the same clause. */
  readonly after: string
  readonly value: Decimal
  /** 4 for 万, 8 for 亿. */
  readonly power: number
  /** One name for all synonyms. */
  readonly unit: string
  /** Number and unit as printed. */
  readonly printed: string
  /** 超过50次, 约20人, 200株以上: no exact number. */
  readonly isBound: boolean
  /** Names a part of something (其中…). */
  readonly isPart: boolean
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/gu
const BOUNDARY = /[，。；、：:,;！!？?（）()【】[\]“”"《》\n]/u
const POWER: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }
const QUALIFIER = new RegExp(`(?:${anyOf('nameQualifiers')})$`, 'u')
const BOUND_BEFORE = /(?:超过|不少于|不低于|不超过|不高于|至少|最多|约|近|将近|高于|低于|大于|小于|[≥≤><＞＜])$/u
const BOUND_AFTER = /^(?:余|多|以上|以下|左右|以内|上下|之内)/u
const DATE_UNIT = /^(?:年|月|日|号|季度|世纪|时\d|点)/u
/** 1.… 2.… at the start of a sentence numbers it. */
const LISTED = /^[.、．）)]/u
const LEADING = wordList('leadingVerbs')

const clauseBefore = (text: string, from: number, to: number): string => {
  let start = to
  while (start > from && !BOUNDARY.test(text[start - 1]!)) start -= 1
  return text.slice(start, to)
}

const clauseAfter = (text: string, from: number): string => {
  let end = from
  while (end < text.length && !BOUNDARY.test(text[end]!)) end += 1
  return text.slice(from, end)
}

const withoutQualifiers = (phrase: string): string => {
  let bare = phrase
  for (let next = bare.replace(QUALIFIER, ''); next !== bare; next = bare.replace(QUALIFIER, '')) bare = next
  return bare
}

/** The last few texts are kept: several checks ask for the same goal. */
const KEPT = 8
const kept = new Map<string, readonly Mention[]>()

export const mentionsOf = (text: string): readonly Mention[] => {
  const found = kept.get(text)
  if (found) return found
  const mentions = readMentions(text)
  if (kept.size >= KEPT) kept.clear()
  kept.set(text, mentions)
  return mentions
}

const readMentions = (text: string): readonly Mention[] => {
  const mentions: Mention[] = []
  let from = 0
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index
    let at = start + match[0].length
    const rest = text.slice(at, at + 3)
    if (DATE_UNIT.test(rest) || LISTED.test(rest) || text[start - 1] === '第') continue
    const power = POWER[text[at] ?? ''] ?? 0
    if (power > 0) at += 1
    const isPercent = text[at] === '%' || text[at] === '％'
    const length = isPercent ? 1 : unitLengthAt(text, at)
    const value = Decimal.parse(match[0].replaceAll(',', ''))
    if (length === 0 || !value) continue
    const unit = isPercent ? '%' : text.slice(at, at + length)
    const clause = clauseBefore(text, from, start)
    const isBound = BOUND_BEFORE.test(clause) || BOUND_AFTER.test(text.slice(at + length, at + length + 2))
    mentions.push({
      before: withoutQualifiers(clause.replace(BOUND_BEFORE, '')),
      after: clauseAfter(text, at + length),
      value,
      power,
      unit: unitOf(unit)?.name ?? unit,
      printed: text.slice(start, at + length),
      isBound,
      isPart: clause.includes('其中'),
    })
    from = at + length
  }
  return mentions
}

const TAIL = new RegExp(`(?:${anyOf('nameTails')})$`, 'u')
const SHORTEST = 4

/** A name and the same name without its last general word (接待地区数量, 接待地区); never shorter than four characters. */
const cores = (name: string): readonly string[] => {
  const bare = name.replace(TAIL, '')
  return bare !== name && bare.length >= SHORTEST ? [name, bare] : [name]
}

/** 2020年度 in front of a name dates the sentence. */
const LEADING_YEAR = /^(?:(?:19|20)\d{2}年)?度?/u

const withoutLeading = (phrase: string): string => {
  let bare = phrase.replace(LEADING_YEAR, '')
  for (let found = true; found; ) {
    const verb: string | undefined = LEADING.find(
      (word) => bare.startsWith(word) && bare.length - word.length >= SHORTEST,
    )
    found = verb !== undefined
    if (verb !== undefined) bare = bare.slice(verb.length)
  }
  return bare
}

/** A name prepared for comparison; phrases of a text are compared with every indicator of the form. */
export interface NameForms {
  readonly cores: readonly string[]
  readonly bare: readonly string[]
}

export const nameForms = (name: string): NameForms | undefined => {
  if (name.length < SHORTEST) return undefined
  const forms = cores(name)
  return { cores: forms, bare: forms.map(withoutLeading) }
}

/** `same`: one and the same name; `within`: the text's words end the indicator's name (接待批次 of 公务接待批次). */
export const nameRelation = (phrase: NameForms, name: NameForms): 'same' | 'within' | undefined => {
  for (const a of phrase.bare) if (name.bare.includes(a)) return 'same'
  for (const a of phrase.bare)
    for (const b of name.cores) if (a.length >= SHORTEST && a.length * 2 >= b.length && b.endsWith(a)) return 'within'
  return undefined
}
