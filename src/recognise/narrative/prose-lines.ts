/**
 * Which lines of a text without structure are prose. Pages of a booklet hold tables, forms and paragraphs in turn; a
 * paragraph fills its lines to the margin and ends in a full stop, a table leaves fragments. The cheapest sequence of two
 * states (prose, table) with a price for each change decides, so that a single odd line changes nothing. Linear.
 */
import { enumeratorOf } from './headings.ts'

export interface LineTraits {
  /** In ideographs: ASCII characters count half, spaces nothing. */
  readonly width: number
  /** Printed to the margin. */
  readonly isFull: boolean
  /** Near enough to the margin that a justified line with spaces may have reached it. */
  readonly isLong: boolean
  readonly isEnd: boolean
  readonly isHeading: boolean
  /** A page number between two lines. */
  readonly isFurniture: boolean
}

const END = /[。；：！？;:]["”’）)]?$/
const PUNCTUATION = /[，。；、：]/
const NUMERIC = /^[-—–]?[\d.,，]+[%％]?$/
const TABLE_WORDS = /行次|栏次|公开\s*\d{1,2}\s*表|(?:一|二|三)级指标|单位[:：]\s*(?:万?元)|年度?\s*指标值|得分\s*$/
const PAGE_NUMBER = /^[-—–\s]*\d{1,4}[-—–\s]*$/

const widthOf = (text: string): number => {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) width += code === 0x3000 ? 0 : 2
    else if (code > 0x20) width += 1
  }
  return width / 2
}

const AROUND = 20
const FULL = 0.86
const LONG = 0.65
const SHORTEST_FULL = 18

const percentile = (widths: readonly number[]): number => {
  const sorted = [...widths].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * 0.85)] ?? 0
}

/** Usual width of the widest lines above and below each line; where two page widths meet, either may be a line's own. */
const margins = (widths: readonly number[]): readonly (readonly number[])[] =>
  widths.map((_, i) => [
    percentile(widths.slice(Math.max(0, i - AROUND), i + 1)),
    percentile(widths.slice(i, i + AROUND + 1)),
  ])

const FIRST_WORD = /^[0-9A-Za-z.,%]+/

/** A number is never broken, so a line may end early because the next one begins with a long number. */
const reach = (width: number, next: string | undefined): number =>
  width + (FIRST_WORD.exec(next ?? '')?.[0].length ?? 0) / 2

const reaches = (width: number, margin: readonly number[], share: number): boolean =>
  margin.some((own) => own >= SHORTEST_FULL && width >= own * share)

const isTabular = (text: string): boolean => {
  if (TABLE_WORDS.test(text)) return true
  const tokens = text.split(/\s+/)
  const numbers = tokens.filter((token) => NUMERIC.test(token)).length
  return numbers >= 2 && !/[，。；]/.test(text)
}

const traitsOf = (texts: readonly string[]): readonly LineTraits[] => {
  const widths = texts.map(widthOf)
  const margin = margins(widths)
  return texts.map((text, i) => ({
    width: widths[i]!,
    isFull: reaches(widths[i]!, margin[i]!, FULL) || reaches(reach(widths[i]!, texts[i + 1]), margin[i]!, 0.93),
    isLong: reaches(widths[i]!, margin[i]!, LONG),
    isEnd: END.test(text),
    isHeading: enumeratorOf(text) !== undefined,
    isFurniture: PAGE_NUMBER.test(text),
  }))
}

const CHANGE = 6

/** Cost of the line as prose and as part of a table. */
const costs = (text: string, own: LineTraits, before: LineTraits | undefined): readonly [number, number] => {
  if (own.isFurniture) return [0.3, 0.2]
  if (isTabular(text)) return [4, 0]
  if (own.isFull && PUNCTUATION.test(text)) return [0, before?.isFull && !before.isEnd ? 2.2 : 1.6]
  if (own.isFull) return [0.5, 0.8]
  if (own.isEnd) return [0.2, before?.isFull ? 1.2 : 0.8]
  if (own.isHeading) return [0.3, 0.5]
  if (before?.isFull) return [0.6, 0.3]
  return [2.5, 0]
}

export interface ProseLines {
  readonly traits: readonly LineTraits[]
  readonly isProse: readonly boolean[]
}

/** `texts` are trimmed and not blank. */
export const proseLines = (texts: readonly string[]): ProseLines => {
  const traits = traitsOf(texts)
  const cameFromProse: [boolean, boolean][] = []
  let prose = 0
  let table = 0
  texts.forEach((text, i) => {
    const [asProse, asTable] = costs(text, traits[i]!, traits[i - 1])
    cameFromProse.push([prose <= table + CHANGE, prose + CHANGE < table])
    const next = Math.min(prose, table + CHANGE) + asProse
    table = Math.min(table, prose + CHANGE) + asTable
    prose = next
  })
  const isProse: boolean[] = new Array(texts.length).fill(false)
  let state = prose <= table
  for (let i = texts.length - 1; i >= 0; i--) {
    isProse[i] = state
    state = cameFromProse[i]![state ? 0 : 1]
  }
  return { traits, isProse }
}
