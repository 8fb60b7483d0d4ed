import type { SourceDocument } from '../domain/source-document.ts'

export type TextEncoding = NonNullable<SourceDocument['encoding']>

export interface DecodedText {
  /**
   * The text, without a byte order mark, cut at any characters: a file of 200 MB never has to be one string, and a piece
   * of plain ASCII takes half the memory of one with Chinese in it.
   */
  readonly pieces: readonly string[]
  readonly encoding: TextEncoding
  /** Places where bytes could not be decoded; each stands in the text as U+FFFD. */
  readonly undecodable: number
}

export function wholeText({ pieces }: DecodedText): string {
  return pieces.length === 1 ? pieces[0]! : pieces.join('')
}

/** The first `length` characters, or fewer. */
export function startOfText({ pieces }: DecodedText, length: number): string {
  let start = ''
  for (const piece of pieces) {
    start += piece.slice(0, length - start.length)
    if (start.length >= length) break
  }
  return start
}

export function textLength({ pieces }: DecodedText): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0)
}

/**
 * Decodes a text file: byte order mark, else UTF-8, UTF-16 without a mark, GB18030 (which includes GBK and GB2312).
 * Never throws for bad bytes; they are counted. A UTF-8 file with a few damaged bytes stays UTF-8: read as GB18030 it
 * would be mojibake from end to end.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = encodingOfMark(bytes)
  if (marked) return decodeAs(marked, bytes)
  const zeros = zeroPlaces(bytes)
  if (zeros.even + zeros.odd > 0) {
    const wide = wideEncoding(bytes, zeros)
    if (wide && isChineseIn(wide, bytes)) return decodeAs(wide, bytes)
  }
  if (!isHopelessUtf8(bytes)) {
    const utf8 = decodeAs('utf-8', bytes)
    if (utf8.undecodable === 0 || utf8.undecodable * 20 <= nonAsciiCount(utf8)) return utf8
  }
  const gb = decodeAs('gb18030', bytes)
  if (gb.undecodable === 0) return gb
  // Chinese in UTF-16 with neither a mark nor any ASCII (no line end, no digit) has no zero byte to give it away.
  const wide = (['utf-16le', 'utf-16be'] as const).find((encoding) => isChineseIn(encoding, bytes))
  if (wide) return decodeAs(wide, bytes)
  return gb.undecodable <= countUndecodable('utf-8', bytes) ? gb : decodeAs('utf-8', bytes)
}

function encodingOfMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return undefined
}

const PIECE_BYTES = 1024 * 1024

/**
 * Text for one who goes through it from the start, perhaps more than once. What comes in several chunks is decoded anew
 * each time and never held as a whole; its encoding is told by the first bytes.
 */
export function textPieces(chunks: Iterable<Uint8Array>): Iterable<string> {
  if (Array.isArray(chunks) && chunks.length === 1) return decodeText(chunks[0]).pieces
  let encoding: TextEncoding | undefined
  return {
    *[Symbol.iterator]() {
      encoding ??= encodingOfStart(chunks)
      yield* decodedPieces(encoding, chunks)
    },
  }
}

function encodingOfStart(chunks: Iterable<Uint8Array>): TextEncoding {
  for (const chunk of chunks) if (chunk.length > 0) return decodeText(chunk.subarray(0, wholeEnd(chunk))).encoding
  return 'utf-8'
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}

/** The text of chunks cut anywhere, without a byte order mark. */
function* decodedPieces(encoding: TextEncoding, chunks: Iterable<Uint8Array>): Generator<string> {
  const decode = encoding === 'utf-8' ? utf8Decoder() : streamDecoder(encoding)
  let isFirst = true
  for (const chunk of chunks) {
    const piece = decode(chunk)
    yield isFirst && piece.charCodeAt(0) === 0xfeff ? piece.slice(1) : piece
    isFirst = false
  }
  yield decode()
}

/** Called without bytes at the end. */
type ChunkDecoder = (chunk?: Uint8Array) => string

function streamDecoder(encoding: TextEncoding): ChunkDecoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (chunk) => (chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }))
}

/** A decoder told to go on later is slow and makes two-byte strings only; UTF-8 shows by itself where a character ends. */
function utf8Decoder(): ChunkDecoder {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = new Uint8Array(0)
  return (chunk) => {
    if (chunk === undefined) return decoder.decode(rest)
    let bytes = chunk
    if (rest.length > 0) {
      bytes = new Uint8Array(rest.length + chunk.length)
      bytes.set(rest)
      bytes.set(chunk, rest.length)
    }
    const end = wholeEnd(bytes)
    rest = bytes.slice(end)
    return decoder.decode(bytes.subarray(0, end))
  }
}

/** Where the last UTF-8 character begins if it is cut off, else the end. */
function wholeEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText {
  const pieces = [...decodedPieces(encoding, chunksOf(bytes))].filter((piece) => piece !== '')
  return { pieces, encoding, undecodable: withoutPrinted(pieces.reduce(addReplacements, 0), encoding, bytes) }
}

function countUndecodable(encoding: TextEncoding, bytes: Uint8Array): number {
  let count = 0
  for (const piece of decodedPieces(encoding, chunksOf(bytes))) count = addReplacements(count, piece)
  return withoutPrinted(count, encoding, bytes)
}

/** U+FFFD that the file itself holds (an earlier program's loss) is not a decoding failure of ours. */
function withoutPrinted(replacements: number, encoding: TextEncoding, bytes: Uint8Array): number {
  const printed = replacements > 0 && encoding === 'utf-8' ? replacementBytes(bytes) : 0
  return Math.max(0, replacements - printed)
}

function addReplacements(before: number, text: string): number {
  let count = before
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

function replacementBytes(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1
  }
  return count
}

function nonAsciiCount({ pieces }: DecodedText): number {
  let count = 0
  for (const text of pieces) {
    for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) count += 1
  }
  return count
}

/** Told by the first piece, so that a large file in GB18030 is not held in memory twice. */
function isHopelessUtf8(bytes: Uint8Array): boolean {
  if (bytes.length <= PIECE_BYTES) return false
  const first = bytes.subarray(0, PIECE_BYTES)
  const start = decodeAs('utf-8', first.subarray(0, wholeEnd(first)))
  return start.undecodable * 4 > nonAsciiCount(start)
}

const SAMPLE_BYTES = 64 * 1024

function zeroPlaces(bytes: Uint8Array): { even: number; odd: number } {
  const end = Math.min(bytes.length, SAMPLE_BYTES)
  let even = 0
  let odd = 0
  for (let at = bytes.indexOf(0); at >= 0 && at < end; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  return { even, odd }
}

/** ASCII in UTF-16 has its zero bytes on one side only; zeros on both sides are binary data. */
function wideEncoding(bytes: Uint8Array, zeros: { even: number; odd: number }): TextEncoding | undefined {
  const sampled = Math.min(bytes.length, SAMPLE_BYTES)
  const main = Math.max(zeros.even, zeros.odd)
  const other = Math.min(zeros.even, zeros.odd)
  if (other * 8 > main || main * 200 < sampled) return undefined
  return zeros.odd > zeros.even ? 'utf-16le' : 'utf-16be'
}

/** Nearly all characters are of the kinds that Chinese documents use; binary data read as UTF-16 is far from it. */
function isChineseIn(encoding: TextEncoding, bytes: Uint8Array): boolean {
  const sample = startOfText(decodeAs(encoding, bytes.subarray(0, 2 * SAMPLE_BYTES)), SAMPLE_BYTES)
  const usual =
    sample.match(/[\t\n\r -~\u00a0-\u00ff\u2000-\u26ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/g)?.length ?? 0
  return sample.length > 0 && usual * 20 >= sample.length * 19
}
