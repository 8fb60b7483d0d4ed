import type { Glyph, Matrix, Turn } from '../layout/geometry.ts'
import { inFrame, isNamed, isPlainCharacter, MIDDLE, shownText, turnOf } from '../layout/glyph-text.ts'
import type { State } from './text-state.ts'

/** A glyph as pdf.js hands it over in `showText`. */
export interface PdfGlyph {
  readonly unicode?: string
  readonly width?: number
  readonly isSpace?: boolean
  readonly vmetric?: readonly number[] | null
}

interface Placed {
  readonly glyph: Glyph | undefined
  /** How far the pen moves, in text space. */
  readonly dx: number
  readonly dy: number
}

/** Where one glyph stands and how far it moves the pen (PDF 32000-1, 9.4.4). */
export function placeGlyph(glyph: PdfGlyph, state: State, textToPage: Matrix, penX: number, penY: number): Placed {
  const { font, fontSize } = state
  const spacing = state.characterSpacing + (glyph.isSpace === true ? state.wordSpacing : 0)
  const perUnit = fontSize * font.unit
  if (font.vertical) return placeVertical(glyph, state, textToPage, penX, penY, spacing)
  const dx = ((glyph.width ?? 0) * perUnit + spacing) * state.horizontalScale
  const [a, b, c, d, e, f] = textToPage
  const y = penY + state.rise
  const startX = a * penX + c * y + e
  const startY = b * penX + d * y + f
  const turn = turnOf(a, b)
  // Text space is upside down against the page; the height of a glyph is what c and d make of the font size.
  const height = Math.hypot(c, d)
  const size = Math.abs(fontSize) * height
  if (turn === undefined || !(size > 0.5)) return { glyph: undefined, dx, dy: 0 }
  const up = (fontSize < 0 ? -1 : 1) * (height > 0 ? (MIDDLE * size) / height : 0)
  const place = {
    x: startX + (a * dx) / 2 + c * up,
    y: startY + (b * dx) / 2 + d * up,
  }
  return { glyph: makeGlyph(glyph, state, turn, size, startX, startY, place, Math.hypot(a, b) * dx), dx, dy: 0 }
}

/** Vertical writing: the pen goes down the page and the glyph hangs below it. */
function placeVertical(
  glyph: PdfGlyph,
  state: State,
  textToPage: Matrix,
  penX: number,
  penY: number,
  spacing: number,
): Placed {
  const metrics = glyph.vmetric ?? state.font.defaultVerticalMetrics
  const perUnit = state.fontSize * state.font.unit
  const advance = (metrics?.[0] ?? -1000) * perUnit - spacing
  const [a, b, c, d, e, f] = textToPage
  const startX = a * penX + c * penY + e
  const startY = b * penX + d * penY + f
  const turn = turnOf(-c, -d)
  const size = Math.abs(state.fontSize) * Math.hypot(a, b)
  if (turn === undefined || !(size > 0.5)) return { glyph: undefined, dx: 0, dy: advance }
  const place = { x: startX + (c * advance) / 2, y: startY + (d * advance) / 2 }
  const length = Math.abs(advance) * Math.hypot(c, d)
  return { glyph: makeGlyph(glyph, state, turn, size, startX, startY, place, length), dx: 0, dy: advance }
}

function makeGlyph(
  glyph: PdfGlyph,
  state: State,
  turn: Turn,
  size: number,
  startX: number,
  startY: number,
  place: { readonly x: number; readonly y: number },
  length: number,
): Glyph | undefined {
  const unicode = glyph.unicode ?? ''
  if (unicode === '') return undefined
  const isPlain = isPlainCharacter(unicode)
  const text = isPlain ? unicode : shownText(unicode)
  const [from, base] = inFrame(turn, startX, startY)
  return {
    text,
    turn,
    from: Math.min(from, from + length),
    to: Math.max(from, from + length),
    base,
    size,
    x: place.x,
    y: place.y,
    sure: !state.isInvisible && (isPlain || isNamed(text)),
  }
}
