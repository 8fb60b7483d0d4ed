/** Text on a terminal: how many columns it takes, how it wraps, and what must not reach the terminal at all. */

/** East Asian Wide and Fullwidth ranges (UAX 11) that occur in practice; ambiguous characters count as narrow. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u

const charWidth = (char: string): 0 | 1 | 2 => {
  const code = char.codePointAt(0)!
  if (code < 0x300) return 1
  if (ZERO.test(char)) return 0
  return WIDE.some(([low, high]) => code >= low && code <= high) ? 2 : 1
}

export const displayWidth = (text: string): number => {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

/**
 * Documents are untrusted: escape sequences would let a file move the cursor or set the title, and direction marks
 * would let it show other digits than it holds. Both become visible signs.
 */
export const printable = (text: string): string =>
  text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '␛')
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '�')

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - displayWidth(text))) + text

/** Cuts to `width` columns and ends with an ellipsis when something was cut. */
export const truncate = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 0
  for (const char of text) {
    const next = charWidth(char)
    if (used + next > width - 1) break
    kept += char
    used += next
  }
  return `${kept}…`
}

/** Chinese text breaks between any two characters, but a line never begins with closing or ends with opening marks. */
const NO_START = /^[，。；：、！？）】》〉」』”’,.;:!?)\]}%％…·]/u
const NO_END = /[（【《〈「『“‘([{￥¥]$/u

/** Runs that stay whole: numbers and words of ASCII, a blank, or one wide character. */
const pieces = (text: string): string[] => text.match(/[!-~]+|\s+|./gu) ?? []

/** Splits a run that is longer than a whole line. */
const chop = (piece: string, width: number): string[] => {
  const parts: string[] = []
  for (let i = 0; i < piece.length; i += width) parts.push(piece.slice(i, i + width))
  return parts
}

/** Marks are glued to their neighbour first; after that every unit may be followed by a break. */
const units = (text: string, width: number): string[] => {
  const glued: string[] = []
  for (const piece of pieces(text)) {
    const last = glued.at(-1)
    const isGlued = last !== undefined && last.trim() !== '' && (NO_START.test(piece) || NO_END.test(last))
    if (isGlued && displayWidth(last + piece) <= width) glued[glued.length - 1] = last + piece
    else if (displayWidth(piece) > width) glued.push(...chop(piece, Math.max(1, width)))
    else glued.push(piece)
  }
  return glued
}

/** Lines of at most `width` columns (at least one line). */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const unit of units(text, width)) {
    if (displayWidth(line) + displayWidth(unit) > width && line !== '') {
      lines.push(line.trimEnd())
      line = unit.trim() === '' ? '' : unit
    } else line += line === '' && unit.trim() === '' ? '' : unit
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** Wraps with `first` before the first line and as many blanks before the others. */
export const hang = (first: string, text: string, width: number): string => {
  const indent = displayWidth(first)
  return wrap(text, Math.max(10, width - indent))
    .map((line, i) => (i === 0 ? first : ' '.repeat(indent)) + line)
    .join('\n')
}
