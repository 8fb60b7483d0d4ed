import { symbolText } from '../docx/symbols.ts'
import { type Fib, FONTS } from './fib.ts'
import type { DocText, Piece } from './pieces.ts'
import { characterRuns, runAt } from './property-pages.ts'
import { readSprms, SPRM, type Sprm, unsigned } from './sprms.ts'

/** A stretch of text whose characters are not plain, by character positions. */
export interface Segment {
  readonly cp: number
  readonly cpEnd: number
  readonly isHidden: boolean
  readonly isDeleted: boolean
  readonly isInserted: boolean
  /** Its control characters stand for things: pictures, notes, comments. */
  readonly isSpecial: boolean
  /** What the character of a symbol font shows. */
  readonly symbol: string | undefined
  /** Font that characters of private codes are to be looked up in. */
  readonly font: string | undefined
}

/** The stretches that are not plain text, in order. */
export function readSegments(fib: Fib, { pieces }: DocText): Segment[] {
  const runs = characterRuns(fib)
  const fonts = fontNames(fib)
  const segments: Segment[] = []
  const known = new Map<Uint8Array, readonly Sprm[]>()
  const sprmsOf = (packed: Uint8Array): readonly Sprm[] => {
    let sprms = known.get(packed)
    if (sprms === undefined) known.set(packed, (sprms = readSprms(packed)))
    return sprms
  }
  for (const piece of pieces) {
    const fcEnd = piece.fc + (piece.cpEnd - piece.cp) * piece.bytesPerCharacter
    let reached = piece.cp
    for (let index = runAt(runs, piece.fc); index < runs.length; index += 1) {
      const run = runs[index]!
      if (run.from >= fcEnd) break
      const cp = Math.max(reached, positionIn(piece, run.from))
      const cpEnd = Math.min(piece.cpEnd, positionIn(piece, run.to))
      if (cpEnd <= cp) continue
      reached = cpEnd
      const segment = segmentOf([...sprmsOf(run.packed), ...piece.sprms], cp, cpEnd, fonts)
      if (segment) segments.push(segment)
    }
  }
  return segments
}

function positionIn(piece: Piece, fc: number): number {
  return piece.cp + Math.ceil((fc - piece.fc) / piece.bytesPerCharacter)
}

function segmentOf(sprms: readonly Sprm[], cp: number, cpEnd: number, fonts: readonly string[]): Segment | undefined {
  let isHidden = false
  let isDeleted = false
  let isInserted = false
  let isSpecial = false
  let symbol: string | undefined
  let font: string | undefined
  for (const { code, operand } of sprms) {
    // 0 and 1 are meant as they stand, 128 and 129 as the style has it and its opposite.
    const isOn = ((operand[0] ?? 0) & 1) === 1
    if (code === SPRM.hidden) isHidden = isOn
    else if (code === SPRM.revisionDeleted) isDeleted = isOn
    else if (code === SPRM.revisionInserted) isInserted = isOn
    else if (code === SPRM.special) isSpecial = isOn
    else if (code === SPRM.font) font = fonts[unsigned(operand)]
    else if (code === SPRM.symbol) {
      const value = unsigned(operand)
      symbol = symbolText(fonts[value & 0xffff], (value >>> 16).toString(16))
    }
  }
  const isSymbolFont = font !== undefined && /^(?:wingdings|symbol)/i.test(font)
  if (!isHidden && !isDeleted && !isInserted && !isSpecial && symbol === undefined && !isSymbolFont) return undefined
  return { cp, cpEnd, isHidden, isDeleted, isInserted, isSpecial, symbol, font: isSymbolFont ? font : undefined }
}

/** Names of the fonts by their numbers ([MS-DOC] 2.9.286 and 2.9.78). */
function fontNames(fib: Fib): string[] {
  const { table } = fib
  const { from, length } = fib.place(FONTS)
  const end = from + length
  const names: string[] = []
  if (length < 4) return names
  const decoder = new TextDecoder('utf-16le')
  const count = table.u16(from)
  for (let at = from + 4; names.length < count && at < end; at += 1 + table.u8(at)) {
    const [name = ''] = decoder.decode(table.slice(at + 40, Math.max(0, table.u8(at) - 39))).split('\0')
    names.push(name)
  }
  return names
}
