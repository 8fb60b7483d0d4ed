import type { SourceDocument } from '../domain/source-document.ts'

export type TextEncoding = NonNullable<SourceDocument['encoding']>

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string
  readonly encoding: TextEncoding
  /** Places where bytes could not be decoded; each stands in `text` as U+FFFD. */
  readonly undecodable: number
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
    const decoded = wide && decodeAs(wide, bytes)
    if (decoded && isChineseText(decoded)) return decoded
  }
  const utf8 = decodeAs('utf-8', bytes)
  if (utf8.undecodable === 0) return utf8
  if (utf8.undecodable * 20 <= nonAsciiCount(utf8.text)) return utf8
  const gb = decodeAs('gb18030', bytes)
  if (gb.undecodable === 0) return gb
  // Chinese in UTF-16 with neither a mark nor any ASCII (no line end, no digit) has no zero byte to give it away.
  const wide = (['utf-16le', 'utf-16be'] as const).map((encoding) => decodeAs(encoding, bytes)).find(isChineseText)
  return wide ?? (gb.undecodable <= utf8.undecodable ? gb : utf8)
}

function encodingOfMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return undefined
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): DecodedText {
  const decoded = new TextDecoder(encoding).decode(bytes)
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded
  const replacements = countReplacements(text)
  const inSource = replacements > 0 && encoding === 'utf-8' ? replacementBytes(bytes) : 0
  return { text, encoding, undecodable: Math.max(0, replacements - inSource) }
}

function countReplacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

/** U+FFFD that the file itself holds (an earlier program's loss) is not a decoding failure of ours. */
function replacementBytes(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count += 1
  }
  return count
}

function nonAsciiCount(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) count += 1
  return count
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
function isChineseText(decoded: DecodedText): boolean {
  const sample = decoded.text.slice(0, SAMPLE_BYTES)
  const usual =
    sample.match(/[\t\n\r -~\u00a0-\u00ff\u2000-\u26ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/g)?.length ?? 0
  return sample.length > 0 && usual * 20 >= sample.length * 19
}
