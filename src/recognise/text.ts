/** Text of a cell without the noise of its layout, and keys for comparing labels. */

const CJK = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFFEF\\u3000-\\u303F\\u2010-\\u2027\\u00B7'
const SPACE_BESIDE_CJK = new RegExp(`(?<=[${CJK}])\\s+|\\s+(?=[${CJK}])`, 'gu')

/**
 * A number that a narrow column broke: at a line end, or behind the point where the line break was saved as a space. The
 * space stands first in the pattern, so that not every digit of a long run looks back over the whole of it.
 */
const BROKEN_NUMBER = /(\d[.,]?)\n(?=[.,]?\d)| (?=\d)(?<=\d )(?<=\d\.\d* )/g

/** The patterns below take time by the square of such a run; no layout makes one. */
const LONG_GAP = /\s{64,}/g
const shortGap = (gap: string): string => (gap.includes('\n') ? '\n' : gap.slice(0, 2))

/**
 * Drops the line breaks and spaces that come from the layout of a cell: "12 月 底完成 全年任 务" → "12月底完成全年任务".
 * A space between two Latin words or numbers stays, as a single one. Characters are never changed.
 */
export const cleanText = (text: string): string => {
  const trimmed = text.trim()
  if (!/\s/.test(trimmed)) return trimmed
  const dense = trimmed.length > 64 ? trimmed.replace(LONG_GAP, shortGap) : trimmed
  return dense
    .replace(/\s*\n\s*/g, '\n')
    .replace(BROKEN_NUMBER, (_, before: string | undefined) => before ?? '')
    .replace(SPACE_BESIDE_CJK, '')
    .replace(/\s+/g, ' ')
}

const BRACKETS = /[（(【[][^（()）【】[\]]*[)）】\]]/g

interface Keys {
  readonly full: string
  readonly label: string
}

/** Labels recur in every form of a document, so their keys are kept; a long text is no label and is not worth a place. */
const LONGEST_KEPT = 40
const MOST_KEPT = 20_000
const kept = new Map<string, Keys>()

/** The text up to the last character that is none of these (a pattern would look again from each of them). */
const withoutEnd = (text: string, endings: string): string => {
  let end = text.length
  while (end > 0 && endings.includes(text[end - 1]!)) end -= 1
  return text.slice(0, end)
}

const PLAIN_LABEL = /^[\u4E00-\u9FA5]+$/

const makeKeys = (text: string): Keys => {
  if (PLAIN_LABEL.test(text)) return { full: text, label: text }
  const unnumbered = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:[一二三四五六七八九十]+|\d+)[、.．](?!\d)/, '')
  const full = withoutEnd(unnumbered, ':：*＊').replace(/^[*＊]+/, '')
  const bare = withoutEnd(full.replace(BRACKETS, ''), ':：')
  return { full, label: bare === '' ? full : bare }
}

const keysOf = (text: string): Keys => {
  if (text.length > LONGEST_KEPT) return makeKeys(text)
  let keys = kept.get(text)
  if (!keys) {
    keys = makeKeys(text)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(text, keys)
  }
  return keys
}

/** A label without white space, width variants, numbering and a closing colon; brackets stay. */
export const fullKey = (text: string): string => keysOf(text).full

/** `fullKey` without what stands in brackets (units, points, letters of formulas). */
export const labelKey = (text: string): string => keysOf(text).label

const WIDE = /[\uFF01-\uFF5E]/

/** Full-width digits and signs to ASCII, for telling numbers from words; what is printed stays as it is. */
export const narrow = (text: string): string => (WIDE.test(text) ? text.normalize('NFKC') : text)
