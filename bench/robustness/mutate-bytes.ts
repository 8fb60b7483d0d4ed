/** Damage that knows nothing of the format: what disks, networks and wrong programs do to files. */
import type { Random } from '../../test/support/random.ts'

export type ByteMutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

/** A place, and a length that is mostly short and sometimes up to half the file. */
function stretch(bytes: Uint8Array, random: Random): { from: number; to: number } {
  const from = random.int(0, Math.max(0, bytes.length - 1))
  const longest = random.chance(0.7) ? 64 : Math.max(1, bytes.length >> 1)
  return { from, to: Math.min(bytes.length, from + random.int(1, longest)) }
}

export function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

const replaceAt = (bytes: Uint8Array, from: number, to: number, piece: Uint8Array): Uint8Array =>
  concat(bytes.subarray(0, from), piece, bytes.subarray(to))

const flipBits: ByteMutation = (bytes, random) => {
  const copy = bytes.slice()
  const flips = random.pick([1, 3, 10, 100])
  for (let flip = 0; flip < flips && copy.length > 0; flip += 1) {
    copy[random.int(0, copy.length - 1)]! ^= 1 << random.int(0, 7)
  }
  return copy
}

const setBytes: ByteMutation = (bytes, random) => {
  const copy = bytes.slice()
  const value = random.pick([0, 0xff, 0x20, 0x09, 0x0a, 0x7f, 0x80, 0xfe])
  for (let change = random.int(1, 20); change > 0 && copy.length > 0; change -= 1) {
    copy[random.int(0, copy.length - 1)] = value
  }
  return copy
}

const truncate: ByteMutation = (bytes, random) => bytes.subarray(0, random.int(0, bytes.length))

const cutHead: ByteMutation = (bytes, random) => bytes.subarray(random.int(0, Math.min(bytes.length, 4096)))

const cutOut: ByteMutation = (bytes, random) => {
  const { from, to } = stretch(bytes, random)
  return replaceAt(bytes, from, to, new Uint8Array(0))
}

const splice: ByteMutation = (bytes, random, other) =>
  concat(bytes.subarray(0, random.int(0, bytes.length)), other.subarray(random.int(0, other.length)))

const insertOther: ByteMutation = (bytes, random, other) => {
  const at = random.int(0, bytes.length)
  const { from, to } = stretch(other, random)
  return replaceAt(bytes, at, at, other.subarray(from, to))
}

/** One stretch many times over, up to some 4 MB. */
const repeatBlock: ByteMutation = (bytes, random) => {
  const { from, to } = stretch(bytes, random)
  const block = bytes.subarray(from, to)
  const most = Math.max(1, Math.floor((random.chance(0.1) ? 4_000_000 : 100_000) / Math.max(1, block.length)))
  const times = Math.min(random.pick([1, 2, 10, 1000, 100_000]), most)
  const repeated = new Uint8Array(block.length * times)
  for (let time = 0; time < times; time += 1) repeated.set(block, time * block.length)
  return replaceAt(bytes, to, to, repeated)
}

const zeroRun: ByteMutation = (bytes, random) => {
  const { from, to } = stretch(bytes, random)
  return replaceAt(bytes, from, to, new Uint8Array(to - from))
}

const insertControls: ByteMutation = (bytes, random) => {
  const at = random.int(0, bytes.length)
  const controls = Uint8Array.from({ length: random.pick([1, 5, 500]) }, () => random.int(0, 31))
  return replaceAt(bytes, at, at, controls)
}

const BROKEN_UTF8: readonly (readonly number[])[] = [
  [0xc0, 0xaf],
  [0xe4, 0xb8],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xff, 0xfe],
  [0xef, 0xbb, 0xbf],
  [0x80],
  [0xef, 0xbf, 0xbd],
]

const breakUtf8: ByteMutation = (bytes, random) => {
  let result = bytes
  for (let place = random.pick([1, 4, 40]); place > 0; place -= 1) {
    const at = random.int(0, result.length)
    result = replaceAt(result, at, at, Uint8Array.from(random.pick(BROKEN_UTF8)))
  }
  return result
}

const append: ByteMutation = (bytes, random, other) =>
  concat(bytes, random.chance(0.5) ? other : new Uint8Array(random.int(1, 70_000)))

export const BYTE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  'flip-bits': flipBits,
  'set-bytes': setBytes,
  truncate,
  'cut-head': cutHead,
  'cut-out': cutOut,
  splice,
  'insert-other': insertOther,
  'repeat-block': repeatBlock,
  'zero-run': zeroRun,
  'insert-controls': insertControls,
  'break-utf8': breakUtf8,
  append,
}
