import { greatest } from '../../kernel/lists.ts'
import type { Glyph, TextLine, Turn } from './geometry.ts'

/**
 * Puts glyphs back together into visual lines, top to bottom in the direction they are written, and into text: a blank only
 * where the page shows a gap that the script does not explain.
 */
export function toLines(glyphs: readonly Glyph[]): TextLine[] {
  const byTurn = new Map<Turn, Glyph[]>()
  for (const glyph of glyphs) {
    const list = byTurn.get(glyph.turn)
    if (list === undefined) byTurn.set(glyph.turn, [glyph])
    else list.push(glyph)
  }
  return [...byTurn].flatMap(([turn, list]) =>
    rowsOf(list)
      .map((row) => toLine(row, turn))
      .filter((line) => line !== undefined),
  )
}

/** Glyphs whose base lines differ by less than half a character stand in one line (raised and lowered marks too). */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((one, other) => one.base - other.base)
  const rows: Glyph[][] = []
  let base = Number.NEGATIVE_INFINITY
  let size = 0
  for (const glyph of sorted) {
    const row = rows.at(-1)
    if (row === undefined || glyph.base - base > 0.45 * Math.max(size, glyph.size)) {
      rows.push([glyph])
      base = glyph.base
      size = glyph.size
    } else {
      row.push(glyph)
      if (glyph.size > size) {
        size = glyph.size
        base = glyph.base
      }
    }
  }
  return rows
}

function toLine(row: readonly Glyph[], turn: Turn): TextLine | undefined {
  const sorted = [...row].sort((one, other) => one.from - other.from)
  const printed = sorted.filter((glyph) => glyph.text.trim() !== '')
  const first = printed[0]
  if (first === undefined) return undefined
  const gaps = gapLimits(printed)
  let text = ''
  let last: Glyph | undefined
  let isBlankDue = false
  let to = first.from
  for (const glyph of sorted) {
    if (glyph.text.trim() === '') {
      // A blank glyph inside a run of characters was typed; one drawn over other text is left-over.
      isBlankDue ||= last !== undefined && glyph.to > to
      continue
    }
    if (last !== undefined) {
      // Bold made by printing twice, a little apart.
      if (glyph.text === last.text && glyph.from - last.from < 0.5 * (last.to - last.from)) continue
      if (isBlankDue || glyph.from - to > gaps(last, glyph)) text += ' '
    }
    text += glyph.text
    isBlankDue = false
    last = glyph
    to = Math.max(to, glyph.to)
  }
  const size = greatest(printed.map((glyph) => glyph.size))
  const base = printed.reduce((sum, glyph) => sum + glyph.base, 0) / printed.length
  return { text: text.trim(), from: first.from, to, base, size, turn, sure: printed.every((glyph) => glyph.sure) }
}

/** Narrow scripts part words by a blank; Chinese characters do not, and are set apart by justification and beside Latin letters. */
export function isWide(text: string): boolean {
  return (text.codePointAt(0) ?? 0) >= 0x2e80
}

/**
 * The widest gap between two glyphs that is no blank. Lines that are spread to fill the cell have the same gap everywhere:
 * their own middle gap is taken as normal.
 */
function gapLimits(printed: readonly Glyph[]): (left: Glyph, right: Glyph) => number {
  const gaps: number[] = []
  for (let i = 1; i < printed.length; i += 1) {
    const left = printed[i - 1]
    const right = printed[i]
    if (left !== undefined && right !== undefined) gaps.push(Math.max(0, right.from - left.to))
  }
  gaps.sort((one, other) => one - other)
  const spread = gaps.length >= 3 ? (gaps[Math.floor(gaps.length / 2)] ?? 0) : 0
  return (left, right) => {
    const size = Math.min(left.size, right.size)
    const wide = Number(isWide(left.text)) + Number(isWide(right.text))
    const part = wide === 2 ? 0.7 : wide === 1 ? 0.5 : 0.22
    return part * size + (spread > 0.05 * size ? 1.5 * spread : 0)
  }
}
