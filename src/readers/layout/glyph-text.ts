import type { Turn } from './geometry.ts'
import { equivalentOf } from './radicals.ts'

/** Middle of a character above its base line, as a part of the font size. */
export const MIDDLE = 0.36
/** Text that runs more than this off an axis (about 15°) is a watermark or a seal. */
const MOST_SLANT = 0.27

/**
 * Radicals and compatibility forms are how some fonts name an ordinary character (⼀ for 一, ﬁ for fi); everything else
 * stays as printed, full-width digits too.
 */
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/gu
const BLANKS = /[\u0000-\u0020\u00a0\u2000-\u200b\u202f\u3000\ufeff]+/gu
/** Private and missing characters: the font does not say what they are. */
const UNNAMED = /[\ue000-\uf8ff\ufffd]/u

/** Most glyphs are plain Chinese characters or printable ASCII: nothing to look for in them. */
export function isPlainCharacter(unicode: string): boolean {
  const code = unicode.charCodeAt(0)
  return unicode.length === 1 && ((code > 0x20 && code < 0x7f) || (code >= 0x3001 && code <= 0x9fff))
}

/** What a glyph shows: blanks of all kinds as one, other names of a character as the character. */
export function shownText(unicode: string): string {
  return unicode.replace(BLANKS, ' ').replace(COMPATIBILITY, (form) => equivalentOf(form) ?? form.normalize('NFKC'))
}

/** False when the font does not say which character a glyph is. */
export function isNamed(text: string): boolean {
  return !UNNAMED.test(text)
}

/** The direction on the page (y downwards) of a text that advances by (right, down); none for slanted text. */
export function turnOf(right: number, down: number): Turn | undefined {
  const across = Math.abs(right)
  const along = Math.abs(down)
  if (Math.min(across, along) > MOST_SLANT * Math.max(across, along)) return undefined
  if (across >= along) return right >= 0 ? 'right' : 'left'
  return down >= 0 ? 'down' : 'up'
}

/** Position along the reading direction and across it (growing from line to line). */
export function inFrame(turn: Turn, x: number, y: number): readonly [along: number, across: number] {
  if (turn === 'right') return [x, y]
  if (turn === 'up') return [-y, x]
  if (turn === 'left') return [-x, -y]
  return [y, -x]
}
