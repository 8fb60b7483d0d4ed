import type { ByteView } from '../compound/byte-view.ts'
import { damagedCompound } from '../compound/compound.ts'
import { type Fib, PIECES } from './fib.ts'
import { readSprms, type Sprm, shortSprm } from './sprms.ts'

/**
 * A stretch of text that stands in one place of the file ([MS-DOC] 2.4.1). Character positions (`cp`) count through the
 * text in reading order, file positions (`fc`) through the stream; editing makes them run apart.
 */
export interface Piece {
  readonly cp: number
  readonly cpEnd: number
  readonly fc: number
  readonly bytesPerCharacter: 1 | 2
  /** Laid over the properties of the text when the file was saved in a hurry. */
  readonly sprms: readonly Sprm[]
}

export interface DocText {
  /** All parts of the text, one character for each position. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The piece that holds a position. */
  pieceAt(cp: number): Piece | undefined
}

const PIECE_BYTES = 8
const COMPRESSED = 0x40000000

export function readText(fib: Fib): DocText {
  const pieces = readPieces(fib)
  // In a sound file each character has bytes of its own.
  if ((pieces.at(-1)?.cpEnd ?? 0) > fib.word.length) throw damagedCompound(fib.where, '文字长度超过文件大小')
  const text = pieces.map((piece) => decode(piece, fib.word)).join('')
  return {
    text,
    pieces,
    pieceAt(cp) {
      let low = 0
      let high = pieces.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (pieces[middle]!.cp <= cp) low = middle
        else high = middle - 1
      }
      const piece = pieces[low]
      return piece !== undefined && cp >= piece.cp && cp < piece.cpEnd ? piece : undefined
    },
  }
}

function decode(piece: Piece, word: ByteView): string {
  const length = piece.cpEnd - piece.cp
  const bytes = word.slice(piece.fc, length * piece.bytesPerCharacter)
  const text =
    piece.bytesPerCharacter === 1 ? decodeNarrow(bytes) : new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes)
  // A piece that runs over the end of the stream keeps its length, so that the positions behind it stay right.
  return text.length === length ? text : text.slice(0, length).padEnd(length, '\ufffd')
}

/** What the bytes 80–9F are in the Western code page; spelt out, as decoders of Node 20 pass them through unchanged. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Pieces of one byte a character hold Western text only, whatever the language of the file ([MS-DOC] 2.9.73). */
function decodeNarrow(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.replace(/[\u0080-\u009f]/g, (char) => WESTERN[char.charCodeAt(0) - 0x80] ?? char)
}

function readPieces(fib: Fib): Piece[] {
  const { table, where } = fib
  const { from, length } = fib.place(PIECES)
  const end = from + length
  const lists: Uint8Array[] = []
  let at = from
  while (at + 3 <= end && table.u8(at) === 1) {
    const size = table.u16(at + 1)
    lists.push(table.slice(at + 3, size))
    at += 3 + size
  }
  if (at + 5 > end || table.u8(at) !== 2) throw damagedCompound(where, '缺少文字的分段表')
  const count = Math.floor((Math.min(table.u32(at + 1), end - at - 5) - 4) / (4 + PIECE_BYTES))
  const positions = at + 5
  const pieces: Piece[] = []
  for (let index = 0; index < count; index += 1) {
    const cp = table.u32(positions + 4 * index)
    const cpEnd = table.u32(positions + 4 * index + 4)
    if (cpEnd <= cp || cp !== (pieces.at(-1)?.cpEnd ?? 0)) continue
    const place = positions + 4 * (count + 1) + PIECE_BYTES * index
    const packed = table.u32(place + 2)
    const isCompressed = (packed & COMPRESSED) !== 0
    const fc = isCompressed ? (packed & 0x3fffffff) / 2 : packed & 0x3fffffff
    const sprms = modifiersOf(table.u16(place + 6), lists)
    pieces.push({ cp, cpEnd, fc, bytesPerCharacter: isCompressed ? 1 : 2, sprms })
  }
  return pieces
}

function modifiersOf(modifier: number, lists: readonly Uint8Array[]): readonly Sprm[] {
  if (modifier === 0) return []
  return modifier & 1 ? readSprms(lists[modifier >> 1] ?? new Uint8Array(0)) : shortSprm(modifier)
}
