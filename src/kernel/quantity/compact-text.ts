/** The one spelling in which quantities are scanned: half width, no layout spaces, one sign per operator. */
import { toHalfWidth } from '../normalize.ts'

/** Signs that forms use for one another. Lengths stay equal to one character, so positions stay comparable. */
const SIGNS: Readonly<Record<string, string>> = {
  '﹥': '>',
  '﹤': '<',
  '﹦': '=',
  '≧': '≥',
  '≦': '≤',
  '⩾': '≥',
  '⩽': '≤',
  '≮': '≥',
  '≯': '≤',
  '≒': '≈',
  '≌': '≈',
  '∽': '≈',
  '－': '-',
  '–': '-',
  '―': '-',
  '−': '-',
  '─': '-',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '﹪': '%',
  '﹐': ',',
  '．': '.',
  '﹒': '.',
  '︰': ':',
  '〔': '(',
  '〕': ')',
  '［': '(',
  '］': ')',
  '／': '/',
  '∕': '/',
  '㎡': '㎡',
}

const NEEDS_WORK =
  /[\s\u200B-\u200D\uFEFF\u2010-\u2015\u2212\u2500\u2252\u224C\u223C\u223D\u2215\u2264-\u2267\u226E\u226F\u2A7D\u2A7E\u3000\u3014\u3015\u301C\uFE30-\uFE6F\uFF01-\uFF5E]/
const SIGN =
  /[\u2010-\u2013\u2015\u2212\u2500\u2252\u224C\u223C\u223D\u2215\u2264-\u2267\u226E\u226F\u2A7D\u2A7E\u3014\u3015\u301C\uFE30-\uFE6F]/g
/** A space between two digits separates two numbers; every other one is layout: `控制在 12 万 元以内`. */
const LAYOUT_SPACE = /(?<![\d.])[\s\u200B-\u200D\uFEFF]+|[\s\u200B-\u200D\uFEFF]+(?![\d.])/g

export const compactText = (text: string): string => {
  if (!NEEDS_WORK.test(text)) return text
  return toHalfWidth(text)
    .replace(LAYOUT_SPACE, '')
    .replace(/\s+/g, ' ')
    .replace(SIGN, (sign) => SIGNS[sign] ?? sign)
}
