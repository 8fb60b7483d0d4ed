import { combine, type Glyph, type Matrix, type Turn } from '../layout/geometry.ts'
import { inFrame, isNamed, MIDDLE, shownText, turnOf } from '../layout/glyph-text.ts'
import { isWide } from '../layout/lines.ts'
import type { GlyphMap, TextObject, TextRun } from './objects.ts'

/** Puts the characters of a text object on the page; `toPage` leads from the object's space to points. */
export function placeText(object: TextObject, toPage: Matrix, glyphs: Glyph[], most: number): void {
  for (const run of object.runs) {
    let { x, y } = run
    let step = 0
    const isVertical = runsDown(run, object)
    for (const unit of unitsOf(run.text, object.glyphMaps)) {
      if (glyphs.length >= most) return
      const width = nominalWidth(unit.text) * object.size * object.widthScale
      const [dx, dy] = advance(run, step, unit.glyphs, isVertical, width, object)
      const glyph = glyphAt(
        unit.text,
        object,
        toPage,
        x,
        y,
        isVertical,
        dx === 0 && dy === 0 ? width : Math.abs(dx + dy),
      )
      if (glyph !== undefined) glyphs.push(glyph)
      x += dx
      y += dy
      step += unit.glyphs
    }
  }
}

interface Unit {
  readonly text: string
  /** Steps that it takes. */
  readonly glyphs: number
}

/** Characters that share one place: a glyph that stands for several, and the halves of a rare character. */
function* unitsOf(text: string, maps: readonly GlyphMap[]): Generator<Unit> {
  const byPosition = new Map(maps.filter((map) => map.characters !== map.glyphs).map((map) => [map.position, map]))
  for (let index = 0; index < text.length; ) {
    const map = byPosition.get(index)
    const length = map?.characters ?? (text.codePointAt(index)! > 0xffff ? 2 : 1)
    yield { text: text.slice(index, index + length), glyphs: map?.glyphs ?? 1 }
    index += length
  }
}

function runsDown({ stepsX, stepsY }: TextRun, { readDirection }: TextObject): boolean {
  if (stepsY.some((step) => step !== 0)) return !stepsX.some((step) => step !== 0)
  return readDirection === 90 && stepsX.length === 0
}

/** How far the next character stands from this one: as the file says, else as wide as such a character usually is. */
function advance(
  { stepsX, stepsY }: TextRun,
  step: number,
  count: number,
  isVertical: boolean,
  width: number,
  { size }: TextObject,
): [dx: number, dy: number] {
  const sum = (steps: readonly number[]): number | undefined => {
    if (step >= steps.length) return undefined
    let total = 0
    for (let index = step; index < Math.min(steps.length, step + count); index += 1) total += steps[index]!
    return total
  }
  if (isVertical) return [0, sum(stepsY) ?? size]
  return [sum(stepsX) ?? width, sum(stepsY) ?? 0]
}

/** Width of a character as a part of the font size; the fonts of an OFD file are not looked into. */
function nominalWidth(text: string): number {
  if (isWide(text)) return 1
  return /^[A-Zmw%@≥≤—…]/u.test(text) ? 0.85 : 0.55
}

function glyphAt(
  unicode: string,
  { size: fontSize, widthScale }: TextObject,
  [a, b, c, d, e, f]: Matrix,
  x: number,
  y: number,
  isVertical: boolean,
  step: number,
): Glyph | undefined {
  const size = fontSize * Math.hypot(c, d)
  const turn: Turn | undefined = isVertical ? turnOf(c, d) : turnOf(a, b)
  if (turn === undefined || !(size > 0.5)) return undefined
  const startX = a * x + c * y + e
  const startY = b * x + d * y + f
  // No character is drawn wider than it is, however far the next one stands.
  const drawn = Math.min(Math.abs(step), (isVertical ? 1 : nominalWidth(unicode) * widthScale) * fontSize)
  const length = drawn * (isVertical ? Math.hypot(c, d) : Math.hypot(a, b))
  const up = isVertical ? 0 : -MIDDLE * fontSize
  const along = isVertical ? [0, drawn / 2] : [drawn / 2, 0]
  const text = shownText(unicode)
  const [from, base] = inFrame(turn, startX, startY)
  return {
    text,
    turn,
    from,
    to: from + length,
    base,
    size,
    x: startX + a * along[0]! + c * (along[1]! + up),
    y: startY + b * along[0]! + d * (along[1]! + up),
    // A currency sign on its own is what programs write for a glyph whose character they do not know.
    sure: isNamed(text) && !text.includes('\u00a4'),
  }
}

/** From the space of an object to that around its box. */
export function objectMatrix(
  outer: Matrix,
  { box: [x, y], matrix }: { readonly box: readonly number[]; readonly matrix: Matrix | undefined },
): Matrix {
  const moved = combine(outer, [1, 0, 0, 1, x ?? 0, y ?? 0])
  return matrix === undefined ? moved : combine(moved, matrix)
}
