/** The numbers in front of headings and list items: 第二部分, 三、, （四）, 5., （6）, ⑦. */
import { parseChineseNumber } from '../../kernel/chinese-number.ts'

export interface Enumerator {
  /** As in `NarrativeSection.level`. */
  readonly level: number
  readonly number: number
  /** Length of the mark with its punctuation. */
  readonly length: number
}

const NUMERAL = '[一二三四五六七八九十]{1,3}'
const FORMS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^第(${NUMERAL}|\\d{1,2})(?:部分|章|篇)[:、.]?`, 'u'), 0],
  [new RegExp(`^(${NUMERAL})[、.．]`, 'u'), 1],
  [new RegExp(`^[(（](${NUMERAL})[)）][、.]?`, 'u'), 2],
  // 1.2020年度… and 2.90%≤… are list numbers in front of a number.
  [/^(\d{1,2})(?:[、．]|\.(?:(?![\d%])|(?=(?:19|20)\d{2}年)|(?=\d{2}%[≤＜<])))/u, 3],
  [/^[(（](\d{1,2})[)）][、.]?/u, 4],
  [/^([①-⑳])[、.]?/u, 5],
  [/^(\d{1,2})[)）][、.]?/u, 5],
]
const CIRCLED_ONE = '①'.charCodeAt(0)

const countOf = (mark: string): number => {
  if (/^\d/.test(mark)) return Number(mark)
  const circled = mark.charCodeAt(0) - CIRCLED_ONE
  if (circled >= 0 && circled < 20) return circled + 1
  const number = parseChineseNumber(mark)
  return number === undefined ? 0 : Number(number.units)
}

/** The enumerator at the beginning of a text without leading white space. */
export const enumeratorOf = (text: string): Enumerator | undefined => {
  const first = text.charCodeAt(0)
  // Most lines begin with a plain character; no pattern needs to look at them.
  if (first >= 0x4e00 && !'第一二三四五六七八九十（'.includes(text[0]!)) return undefined
  for (const [form, level] of FORMS) {
    const match = form.exec(text)
    if (match) return { level, number: countOf(match[1]!), length: match[0].length }
  }
  return undefined
}
