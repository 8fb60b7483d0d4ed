/**
 * Texts and labels made comparable: width, white space, dashes, quotes and brackets differ between programs that print
 * the same form, never between two meanings. What was printed is kept elsewhere; keys are for comparing only.
 */

const hasAny = (text: string, test: (code: number) => boolean): boolean => {
  for (let i = 0; i < text.length; i++) if (test(text.charCodeAt(i))) return true
  return false
}

const isWide = (code: number): boolean => (code >= 0xff01 && code <= 0xff5e) || code === 0x3000

/**
 * Full-width ASCII and the ideographic space to half width, and nothing else. Unlike NFKC it does not turn ① into 1,
 * ² into 2 or ㎡ into m2, so no digit appears that was not printed.
 */
export const toHalfWidth = (text: string): string =>
  hasAny(text, isWide)
    ? text.replace(/[\uFF01-\uFF5E\u3000]/g, (c) =>
        c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
      )
    : text

const DASHES = /[‐‑‒–—―−─━﹣－]+/g
const DOUBLE_QUOTES = /[“”„‟«»「」『』〝〞＂]/g
const SINGLE_QUOTES = /[‘’‚‛′`]/g
const OPENING = /[〔［【〖{]/g
const CLOSING = /[〕］】〗}]/g

// A closing run is looked for with what stands before it: a pattern that begins at each of its characters takes the square.
const normalisedKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF]+/g, '')
    .replace(DASHES, '-')
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(OPENING, '[')
    .replace(CLOSING, ']')
    .replace(/〜/g, '~')
    .replace(/(?<![。.;,、])[。.;,、]+$/, '')

/**
 * What one code unit becomes in a key: the unit itself, another one, DROPPED, DASH (runs of which become one) or UNKNOWN.
 * Only characters that NFKC treats one by one, whatever stands beside them, are known here: ASCII and its full-width forms,
 * common punctuation and the ideographs of the base block. That is nearly every text of a form.
 */
const [UNKNOWN, DROPPED, DASH] = [0, 1, 2]
const KEY_UNIT = new Uint16Array(0x10000)
const WIDE_OFFSET = 0xfee0
const map = (characters: string, to: number): void => {
  for (let i = 0; i < characters.length; i++) KEY_UNIT[characters.charCodeAt(i)] = to
}
for (let code = 0x21; code <= 0x7e; code++) KEY_UNIT[code] = code
for (let code = 0x4e00; code <= 0x9fff; code++) KEY_UNIT[code] = code
for (const character of '。、《》〈〉·×÷≥≤≠±→') map(character, character.charCodeAt(0))
map(' \t\n\v\f\r\u00a0\u3000\u200b\u200c\u200d\ufeff', DROPPED)
map('‐‒–—―−─━', DASH)
map('“”„‟«»「」『』〝〞', 0x22)
map('‘’‚‛′`', 0x27)
map('〔【〖{', 0x5b)
map('〕】〗}', 0x5d)
map('〜', 0x7e)
for (let code = 0x21; code <= 0x7e; code++) KEY_UNIT[code + WIDE_OFFSET] = KEY_UNIT[code]!
const CLOSES = new Set(['。', '.', ';', ',', '、'].map((character) => character.charCodeAt(0)))

const LONGEST_IN_ONE_PASS = 1024
const buffer = new Uint16Array(LONGEST_IN_ONE_PASS)
const DASH_UNIT = 0x2d

/** The key in one pass; `undefined` when a character needs all of NFKC. */
const keyInOnePass = (text: string): string | undefined => {
  let length = 0
  let isSame = true
  let isAfterDash = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const unit = KEY_UNIT[code]!
    if (unit > DASH) {
      buffer[length++] = unit
      isSame &&= unit === code
      isAfterDash = false
      continue
    }
    if (unit === UNKNOWN) return undefined
    isSame = false
    if (unit === DROPPED || isAfterDash) continue
    buffer[length++] = DASH_UNIT
    isAfterDash = true
  }
  while (length > 0 && CLOSES.has(buffer[length - 1]!)) length -= 1
  if (isSame) return length === text.length ? text : text.slice(0, length)
  return String.fromCharCode.apply(null, buffer.subarray(0, length) as unknown as number[])
}

/** Key for comparing two texts: NFKC, no white space, one form of dash, quote and bracket, no closing full stop. */
export const textKey = (text: string): string =>
  (text.length <= LONGEST_IN_ONE_PASS ? keyInOnePass(text) : undefined) ?? normalisedKey(text)

/** Brackets that name a unit, a full mark or a letter of a formula: (万元), (单位:元), (10分), (分值), (A), (B/A*100%). */
const UNIT_BRACKETS =
  /[([](?:单位:?)?(?:[\d.]*(?:分|分值|万元|元|亿元|千元|%|百分比)|(?=[A-Z])[A-Z0-9/*×÷+\-=%]{1,12})[)\]]/g

/** Key of a label or column heading: `textKey` without unit and point brackets, closing colons and asterisks. */
export const labelKey = (text: string): string => {
  const key = textKey(text).replace(/^\*+|(?<![:*])[:*]+$/g, '')
  return key.replace(UNIT_BRACKETS, '').replace(/(?<![:*])[:*]+$/g, '') || key
}

/** `textKey` without numbers, so that copies which differ only in their figures compare as equal (CM-016). */
export const digitsRemoved = (text: string): string => textKey(text).replace(/\d+(?:[.,]\d+)*/g, '')

/**
 * Levenshtein distance in UTF-16 units. Gives up once it exceeds `limit` and returns `limit + 1`: callers ask
 * "at most two letters off?" (CM-009), and long unrelated texts must not cost their product.
 */
export const editDistance = (a: string, b: string, limit = Number.POSITIVE_INFINITY): number => {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      const value = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1)
      next.push(value)
      if (value < best) best = value
    }
    if (best > limit) return limit + 1
    row = next
  }
  return Math.min(row[b.length]!, limit + 1)
}

/** All runs of three characters of `textKey(text)`, each packed into one number (3 × 16 bits fit a double exactly). */
export const shingles = (text: string): ReadonlySet<number> => {
  const key = textKey(text)
  const set = new Set<number>()
  const count = Math.max(1, key.length - 2)
  for (let i = 0; i < count && key !== ''; i++) {
    const [a, b, c] = [key.charCodeAt(i), key.charCodeAt(i + 1) || 0, key.charCodeAt(i + 2) || 0]
    set.add(a * 0x1_0000_0000 + b * 0x1_0000 + c)
  }
  return set
}

/** Shared runs over all runs (Jaccard), 0 … 1. Two empty texts are not alike: there is nothing that was copied. */
export const shingleSimilarity = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const item of small) if (large.has(item)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Similarity of two texts by runs of three characters, 0 … 1. */
export const similarity = (a: string, b: string): number => shingleSimilarity(shingles(a), shingles(b))
