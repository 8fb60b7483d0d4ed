/**
 * Numbers with a unit that a running text mentions, each with the words in front of it in its clause: 接待批次22次 is
 * { before: 接待批次, value: 22, unit: 次 }. Dates, ordinals and bare numbers are no mentions.
 */
import { Decimal } from '../../kernel/decimal.ts'
import { unitLengthAt, unitOf } from '../../kernel/units.ts'
import { wordList } from '../../law/wordlists.ts'
import { codesOf, endingIn } from './endings.ts'

/** Number and unit are read at once; the words around them, which cost more, when they are asked for. */
export class Mention {
  /** One name for all synonyms. */
  readonly unit: string
  /** Number and unit as printed. */
  readonly printed: string
  /** 4 for 万, 8 for 亿. */
  readonly power: number
  readonly #text: string
  /** Where the clause may begin, where the number stands, and where its unit ends. */
  readonly #from: number
  readonly #start: number
  readonly #end: number
  #clause: string | undefined = undefined
  #forms: NameForms | null | undefined = undefined
  #value: Decimal | undefined = undefined

  constructor(text: string, from: number, start: number, end: number, power: number, unit: string) {
    this.#text = text
    this.#from = from
    this.#start = start
    this.#end = end
    this.power = power
    this.unit = unit
    this.printed = text.slice(start, end)
  }

  get value(): Decimal {
    this.#value ??= Decimal.from(LEADING_NUMBER.exec(this.printed)![0].replaceAll(',', ''))
    return this.#value
  }

  /** Words of the same clause in front of the number, without 预计, 共, 达 … */
  get before(): string {
    const { clause } = this
    const bound = boundEnding(clause)
    return withoutQualifiers(bound === 0 ? clause : clause.slice(0, -bound))
  }

  /** The name in front of an exact number of a whole; `undefined` for a bound, a part, and words too short to be a name. */
  get nameForms(): NameForms | undefined {
    if (this.#forms === undefined)
      this.#forms = (this.isBound || this.isPart ? undefined : nameForms(this.before)) ?? null
    return this.#forms ?? undefined
  }

  /** What follows the unit in the same clause. */
  get after(): string {
    return clauseAfter(this.#text, this.#end)
  }

  /** 超过50次, 约20人, 200株以上: no exact number. */
  get isBound(): boolean {
    if (boundEnding(this.clause) > 0) return true
    return (
      BOUND_FIRST.has(this.#text.charCodeAt(this.#end)) && BOUND_AFTER.test(this.#text.slice(this.#end, this.#end + 2))
    )
  }

  /** Names a part of something (其中…). */
  get isPart(): boolean {
    return this.clause.includes('其中')
  }

  private get clause(): string {
    this.#clause ??= clauseBefore(this.#text, this.#from, this.#start)
    return this.#clause
  }
}

const LEADING_NUMBER = /^\d[\d,]*(?:\.\d+)?/u
const BOUNDARY = new Set([...'，。；、：:,;！!？?（）()【】[]“”"《》\n'].map((mark) => mark.charCodeAt(0)))
/** Ideographs, nearly all of a text, are decided without a look-up. */
const isBoundary = (code: number): boolean => !(code >= 0x4e00 && code <= 0x9fff) && BOUNDARY.has(code)
const [TEN_THOUSAND, HUNDRED_MILLION, PERCENT, WIDE_PERCENT] = [0x4e07, 0x4ebf, 0x25, 0xff05]
const qualifierEnding = endingIn(wordList('nameQualifiers'))
const BOUNDS = '超过 不少于 不低于 不超过 不高于 至少 最多 约 近 将近 高于 低于 大于 小于 ≥ ≤ > < ＞ ＜'
const boundEnding = endingIn(BOUNDS.split(' '))
const BOUND_AFTER = /^(?:余|多|以上|以下|左右|以内|上下|之内)/u
const DATE_UNIT = /^(?:年|月|日|号|季度|世纪|时\d|点)/u
/** 1.… 2.… at the start of a sentence numbers it. */
const LISTED = codesOf('.、．）)')
const LEADING = wordList('leadingVerbs')

/** Characters with which the patterns begin: a look at one of them decides most texts. */
const BOUND_FIRST = codesOf('余多以左上下之')
const DATE_FIRST = codesOf('年月日号季世时点')

/** No clause is longer; without a bound a damaged text without any punctuation would be walked through for each number. */
const LONGEST_CLAUSE = 300

const clauseBefore = (text: string, from: number, to: number): string => {
  const floor = Math.max(from, to - LONGEST_CLAUSE)
  let start = to
  while (start > floor && !isBoundary(text.charCodeAt(start - 1))) start -= 1
  return text.slice(start, to)
}

const clauseAfter = (text: string, from: number): string => {
  const ceiling = Math.min(text.length, from + LONGEST_CLAUSE)
  let end = from
  while (end < ceiling && !isBoundary(text.charCodeAt(end))) end += 1
  return text.slice(from, end)
}

const withoutQualifiers = (phrase: string): string => {
  let bare = phrase
  for (let length = qualifierEnding(bare); length > 0; length = qualifierEnding(bare)) bare = bare.slice(0, -length)
  return bare
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const [COMMA, POINT] = [44, 46]

/** End of the number that begins at `start`: 1,863,180.50. */
const numberEnd = (text: string, start: number): number => {
  let end = start + 1
  while (isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === COMMA) end += 1
  if (text.charCodeAt(end) !== POINT || !isDigit(text.charCodeAt(end + 1))) return end
  end += 2
  while (isDigit(text.charCodeAt(end))) end += 1
  return end
}

/** The mentions of a text; the caller keeps them (`FormFacts` does for the goals). */
export const mentionsOf = (text: string): readonly Mention[] => {
  const mentions: Mention[] = []
  let from = 0
  for (let start = 0; start < text.length; start++) {
    if (!isDigit(text.charCodeAt(start))) continue
    const end = numberEnd(text, start)
    const next = text.charCodeAt(end)
    let at = end
    const number = start
    start = end - 1
    if (end === text.length || LISTED.has(next) || text[number - 1] === '第') continue
    if (DATE_FIRST.has(next) && DATE_UNIT.test(text.slice(at, at + 3))) continue
    const power = next === TEN_THOUSAND ? 4 : next === HUNDRED_MILLION ? 8 : 0
    if (power > 0) at += 1
    const sign = text.charCodeAt(at)
    const isPercent = sign === PERCENT || sign === WIDE_PERCENT
    const length = isPercent ? 1 : unitLengthAt(text, at)
    if (length === 0) continue
    const unit = isPercent ? '%' : text.slice(at, at + length)
    mentions.push(new Mention(text, from, number, at + length, power, unitOf(unit)?.name ?? unit))
    from = at + length
  }
  return mentions
}

const tailEnding = endingIn(wordList('nameTails'))
const SHORTEST = 4

/** A name and the same name without its last general word (接待地区数量, 接待地区); never shorter than four characters. */
const cores = (name: string): readonly string[] => {
  const tail = tailEnding(name)
  return tail > 0 && name.length - tail >= SHORTEST ? [name, name.slice(0, -tail)] : [name]
}

/** 2020年度 in front of a name dates the sentence. */
const LEADING_YEAR = /^(?:(?:19|20)\d{2}年)?度?/u

/** Words by their first character, in the order of the list. */
const LEADING_BY_FIRST = new Map<number, string[]>()
for (const word of LEADING) {
  const list = LEADING_BY_FIRST.get(word.charCodeAt(0))
  if (list) list.push(word)
  else LEADING_BY_FIRST.set(word.charCodeAt(0), [word])
}

/** Length of the first listed word that the phrase begins with and that leaves enough behind it; 0 for none. */
const leadingLength = (phrase: string): number => {
  const words = LEADING_BY_FIRST.get(phrase.charCodeAt(0))
  if (words)
    for (const word of words) if (phrase.length - word.length >= SHORTEST && phrase.startsWith(word)) return word.length
  return 0
}

const withoutLeading = (phrase: string): string => {
  let bare = phrase.startsWith('度') || isDigit(phrase.charCodeAt(0)) ? phrase.replace(LEADING_YEAR, '') : phrase
  for (let length = leadingLength(bare); length > 0; length = leadingLength(bare)) bare = bare.slice(length)
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
