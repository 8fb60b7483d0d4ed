/** One mutated file by its number: the same seed and number give the same bytes. */
import { type Random, randomFrom } from '../../test/support/random.ts'
import { BINARY_MUTATIONS } from './mutate-binary.ts'
import { BYTE_MUTATIONS } from './mutate-bytes.ts'
import { MARKUP_MUTATIONS } from './mutate-markup.ts'
import { inPart, lieInRecords, pdfObjects, pdfStream, shuffleParts } from './mutate-package.ts'
import { TEXT_MUTATIONS, type TextMutation } from './mutate-text.ts'
import { FORMATS, type Format, type Seed } from './seeds.ts'

export interface MutatedFile {
  readonly name: string
  readonly format: Format
  readonly seed: string
  readonly mutations: readonly string[]
  readonly bytes: Uint8Array
}

interface Kind {
  readonly name: string
  readonly apply: (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array
}

const asBytes = (mutation: TextMutation) => (bytes: Uint8Array, random: Random) => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8'
  return new Uint8Array(Buffer.from(mutation(Buffer.from(bytes).toString(encoding), random), encoding))
}

const kindsOf = <T>(all: Readonly<Record<string, T>>, apply: (mutation: T) => Kind['apply']): Kind[] =>
  Object.entries(all).map(([name, mutation]) => ({ name, apply: apply(mutation) }))

const RAW = kindsOf(BYTE_MUTATIONS, (mutation) => mutation)
const TEXT = kindsOf(TEXT_MUTATIONS, asBytes)
const MARKUP = kindsOf(MARKUP_MUTATIONS, asBytes)
const PARTS = [
  ...kindsOf(
    { ...MARKUP_MUTATIONS, ...TEXT_MUTATIONS },
    (mutation: TextMutation): Kind['apply'] =>
      (bytes, random) =>
        inPart(bytes, mutation, random),
  ),
  { name: 'shuffle-parts', apply: shuffleParts },
  { name: 'lie-in-records', apply: lieInRecords },
]
const PDF: readonly Kind[] = [
  { name: 'pdf-objects', apply: pdfObjects },
  { name: 'pdf-stream', apply: pdfStream },
]

const BINARY = kindsOf(BINARY_MUTATIONS, (mutation) => mutation)

/** The damage that fits a format is chosen three times as often as plain byte damage. */
const FITTING: Readonly<Record<Format, readonly Kind[]>> = {
  txt: TEXT,
  md: TEXT,
  html: [...MARKUP, ...MARKUP, ...TEXT],
  docx: PARTS,
  xlsx: PARTS,
  pdf: PDF,
  doc: BINARY,
  xls: BINARY,
  ofd: PARTS,
  zip: PARTS,
}

const LARGEST = 16 * 1024 * 1024

export function mutatedFile(seeds: readonly Seed[], run: number, index: number): MutatedFile {
  const random = randomFrom(Math.imul(run + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const format = FORMATS[index % FORMATS.length]!
  const seed = random.pick(seeds.filter((each) => each.format === format))
  let bytes = seed.bytes
  const mutations: string[] = []
  for (let count = random.pick([1, 1, 1, 2, 3, 5]); count > 0; count -= 1) {
    const kind = random.pick(random.chance(0.75) ? FITTING[format] : RAW)
    try {
      const changed = kind.apply(bytes, random, random.pick(seeds).bytes)
      if (changed.length <= LARGEST) bytes = changed
      mutations.push(kind.name)
    } catch {
      // A package that an earlier mutation broke cannot be taken apart; the damage so far stands.
      mutations.push(`(${kind.name})`)
    }
  }
  // Sometimes the name is wrong as well.
  const name = random.chance(0.05) ? `表.${random.pick(FORMATS)}` : `表.${format}`
  return { name, format, seed: seed.name, mutations, bytes }
}
