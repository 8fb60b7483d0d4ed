/**
 * Which pack judges a form: by its title (transfers), by its place, and by its budget year. A form of budget year Y is
 * judged on Y-12-31; its weights were fixed when the budget of Y was approved.
 */
import type { IsoDay } from '../kernel/date.ts'
import type { Pack, Packs } from './pack-files.ts'
import { packOf, packs } from './packs.ts'

export interface FormOrigin {
  /** 北京市, 丰台区 …, when the caller knows it. */
  readonly region?: string
  /** Budget year; 0 when the form prints none. */
  readonly year: number
  /** Names that tell the place, best first: department, unit, document title, file name. Not body text: it names others' places. */
  readonly hints?: readonly string[]
  /** Title of the form. */
  readonly title?: string
}

export interface PackChoice {
  readonly pack: string
  /** Day for which to ask `rulesFor`. */
  readonly on: IsoDay
  /** Why this pack, for the report. */
  readonly why: string
  readonly whyEn: string
}

const isChosenIn = (pack: Pack, year: number): boolean =>
  pack.budgetYears !== undefined && pack.budgetYears.from <= year && year <= (pack.budgetYears.until ?? year)

/** 北京路小学 and 广安门医院 are named after a street or a gate. */
const STREET = /^(?:东|西|南|北|中)?(?:路|街|大道|大街|门|巷)/
/** Another place stands in front: 广东省人民政府驻北京办事处, 湖南省益阳市资阳区. */
const OTHER_PLACE = /省|自治区|自治州|市(?!级|直|属|本级)|盟|县/

/** The place whose name stands first: 深圳市人民政府驻北京办事处 belongs to Shenzhen. */
const placeIn = (among: readonly Pack[], name: string): { pack: Pack; word: string } | undefined => {
  let best: { pack: Pack; word: string; at: number } | undefined
  for (const pack of among)
    for (const word of pack.places) {
      const at = name.indexOf(word)
      if (at < 0 || STREET.test(name.slice(at + word.length)) || OTHER_PLACE.test(name.slice(0, at))) continue
      if (!best || at < best.at || (at === best.at && word.length > best.word.length)) best = { pack, word, at }
    }
  return best
}

const byPlace = (among: readonly Pack[], origin: FormOrigin): { pack: Pack; word: string } | undefined => {
  for (const name of [origin.region ?? '', ...(origin.hints ?? [])]) {
    const found = placeIn(among, name)
    if (found) return found
  }
  return undefined
}

const choice = (pack: Pack, year: number, why: string, whyEn: string): PackChoice => {
  // Without a year the pack's first day is asked: the day for which its values are best attested.
  const on = year > 0 ? `${year}-12-31` : pack.from
  return year > 0
    ? { pack: pack.id, on, why: `${year}年度，${why}`, whyEn: `${year}, ${whyEn}` }
    : { pack: pack.id, on, why: `表上没有年度，${why}`, whyEn: `no year on the form, ${whyEn}` }
}

/**
 * A form without a year goes to the newest national pack, because that one admits the most practices and so reports
 * the least that may be right. Before the earliest national pack the earliest one is named; `rulesFor` then refuses.
 */
const byYear = (among: readonly Pack[], year: number): Pack => {
  const national = among.filter((pack) => pack.chosen === 'by-year').sort((a, b) => (a.from < b.from ? -1 : 1))
  if (year <= 0) return national.at(-1)!
  return national.find((pack) => isChosenIn(pack, year)) ?? national[0]!
}

export const choosePack = (origin: FormOrigin, among: Packs = packs()): PackChoice => {
  const all = [...among.values()]
  const fitting = all.filter((pack) => origin.year <= 0 || isChosenIn(pack, origin.year))
  const title = origin.title ?? ''
  const titled = fitting.find(
    (pack) => pack.chosen === 'by-title' && pack.titleWords.some((word) => title.includes(word)),
  )
  if (titled)
    return choice(
      titled,
      origin.year,
      `按表名选用 ${titled.title}`,
      `chosen by the title of the form: ${titled.titleEn}`,
    )
  const place = byPlace(
    fitting.filter((pack) => pack.chosen === 'by-place'),
    origin,
  )
  if (place) {
    const { pack, word } = place
    return choice(
      pack,
      origin.year,
      `名称含“${word}”，选用 ${pack.title}`,
      `chosen as the name holds "${word}": ${pack.titleEn}`,
    )
  }
  const national = byYear(all, origin.year)
  return choice(national, origin.year, `选用全国规则 ${national.title}`, `national rules: ${national.titleEn}`)
}

/**
 * The choice when a person names the pack: a form without a year is judged on the first day of that pack.
 * Throws AppError UNKNOWN_PACK.
 */
export const namedPack = (packId: string, year: number, among: Packs = packs()): PackChoice => ({
  ...choice(packOf(packId, among), year, '', ''),
  why: '由使用者指定',
  whyEn: 'named by the user',
})

export const packFor = (origin: FormOrigin): string => choosePack(origin).pack
