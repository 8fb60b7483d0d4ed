/** Damage inside the parts of .docx and .xlsx, and to the zip records around them; and inside the streams of PDF. */
import { deflateSync, inflateSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import type { Random } from '../../test/support/random.ts'
import { concat } from './mutate-bytes.ts'
import { replaceSome, type TextMutation } from './mutate-text.ts'

const PLAIN_TIME = { level: 1, mtime: new Date(2020, 0, 1) } as const

const LARGEST_PART = 2 * 1024 * 1024

/** The mutation of one XML part; the main parts are chosen most often. */
export function inPart(bytes: Uint8Array, mutation: TextMutation, random: Random): Uint8Array {
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes)
  } catch {
    // An earlier mutation broke the archive: it stays as it is.
    return bytes
  }
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  const main = names.filter((name) =>
    /document\.xml$|sheet\d+\.xml$|sharedStrings\.xml$|styles\.xml$|Content\.xml$/.test(name),
  )
  if (names.length === 0) return bytes
  const name = random.pick(main.length > 0 && random.chance(0.8) ? main : names)
  // What earlier mutations made large would take gigabytes if each of its numbers grew once more.
  if (parts[name]!.length > LARGEST_PART) return bytes
  const text = mutation(new TextDecoder().decode(parts[name]), random)
  return zipSync({ ...parts, [name]: new TextEncoder().encode(text) }, PLAIN_TIME)
}

/** Parts left out, renamed, or filled with another part's content. */
export function shuffleParts(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = random.pick(names)
  const change = random.int(0, 3)
  if (change === 0) delete parts[name]
  else if (change === 1) parts[name] = parts[random.pick(names)]!
  else if (change === 2) parts[name] = new Uint8Array(random.pick([0, 1, 5_000_000]))
  else {
    parts[`${name}.bak`] = parts[name]!
    delete parts[name]
  }
  return zipSync(parts, PLAIN_TIME)
}

const RECORDS: readonly (readonly [mark: number, length: number])[] = [
  [0x02014b50, 46],
  [0x04034b50, 30],
  [0x06054b50, 22],
]

/** Sizes, counts, offsets and flags of the zip records set to values that lie. */
export function lieInRecords(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const [mark, length] = random.pick(RECORDS)
  const probability = random.pick([0.1, 1])
  for (let at = 0; at + length <= copy.length; at += 1) {
    if (view.getUint32(at, true) !== mark || !random.chance(probability)) continue
    const place = at + 4 + 2 * random.int(0, (length - 8) / 2)
    if (random.chance(0.5)) view.setUint16(place, random.pick([0, 1, 0xffff, 9, 0x7fff]), true)
    else view.setUint32(place, random.pick([0, 1, 0xffffffff, 100_000_000, 0x7fffffff]), true)
  }
  return copy
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const fromLatin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const PDF_NUMBERS: readonly string[] = ['0', '-1', '1', '2147483648', '99999999999', '1e9', '0.0000001', '-32768', '7']

/** Numbers, names and references between the streams of a PDF. */
export function pdfObjects(bytes: Uint8Array, random: Random): Uint8Array {
  const text = latin1(bytes)
  const pattern = random.pick([
    /(?<=\s)\d+(?=\s0 R)/g,
    /(?<=\/[A-Z][A-Za-z]+ )-?\d+(?:\.\d+)?/g,
    /\/[A-Z][A-Za-z0-9]+/g,
    /(?<=[[ ])-?\d+(?=[\] ])/g,
  ])
  const isName = pattern.source.startsWith('\\/[A-Z][A-Za-z0-9]')
  const names = isName ? [...text.matchAll(pattern)].map((match) => match[0]) : []
  return fromLatin1(
    replaceSome(text, pattern, random, () => random.pick(isName && names.length > 0 ? names : PDF_NUMBERS)),
  )
}

/** Operators inside a packed content stream: numbers, order, repetition. */
export function pdfStream(bytes: Uint8Array, random: Random): Uint8Array {
  const text = latin1(bytes)
  const streams = [...text.matchAll(/stream\r?\n/g)].filter(
    (match) => text.slice(match.index! - 3, match.index!) !== 'end',
  )
  if (streams.length === 0) return bytes
  const found = random.pick(streams)
  const from = found.index! + found[0].length
  const to = text.indexOf('endstream', from)
  if (to < 0) return bytes
  let content: string
  try {
    content = latin1(inflateSync(bytes.subarray(from, to)))
  } catch {
    return bytes
  }
  const changed = changeOperators(content, random)
  return concat(
    bytes.subarray(0, from),
    new Uint8Array(deflateSync(fromLatin1(changed), { level: 1 })),
    bytes.subarray(to),
  )
}

function changeOperators(content: string, random: Random): string {
  const lines = content.split('\n')
  const at = random.int(0, lines.length - 1)
  switch (random.int(0, 4)) {
    case 0:
      return replaceSome(content, /-?\d+(?:\.\d+)?/g, random, () => random.pick(PDF_NUMBERS))
    case 1:
      lines.splice(at, random.int(1, 20))
      return lines.join('\n')
    case 2:
      lines.splice(at, 0, ...Array.from({ length: random.pick([5, 500, 50_000]) }, () => lines[at]!))
      return lines.join('\n')
    case 3:
      lines.splice(
        at,
        0,
        random.pick([
          'q '.repeat(50_000),
          'Q Q Q',
          'BT',
          'ET ET',
          '[',
          '<<',
          '(',
          '/F1 0 Tf',
          '0 0 0 0 0 0 cm',
          '1e30 0 0 1e30 0 0 cm',
        ]),
      )
      return lines.join('\n')
    default:
      return content.slice(0, random.int(0, content.length))
  }
}
