/** Damage to the fields of binary Office files: sector numbers, lengths, counts and offsets that lie. */
import type { Random } from '../../test/support/random.ts'
import type { ByteMutation } from './mutate-bytes.ts'

const SECTOR = 512
const HEADER = 76

const LIES: readonly number[] = [0, 1, 2, 0x7f, 0xff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff, 0x10000, 300, 100_000]

function put(view: DataView, at: number, random: Random): void {
  const value = random.pick(LIES)
  const width = random.pick([1, 2, 4])
  if (at + width > view.byteLength) return
  if (width === 1) view.setUint8(at, value & 0xff)
  else if (width === 2) view.setUint16(at, value & 0xffff, true)
  else view.setUint32(at, value, true)
}

const inCopy =
  (change: (view: DataView, random: Random) => void): ByteMutation =>
  (bytes, random) => {
    const copy = bytes.slice()
    change(new DataView(copy.buffer), random)
    return copy
  }

/** Any field, wherever it stands. */
const anyField = inCopy((view, random) => {
  for (let place = random.pick([1, 5, 30]); place > 0; place -= 1) put(view, random.int(0, view.byteLength - 1), random)
})

/** Sector size, number of tables, first sectors: what all else hangs on. */
const header = inCopy((view, random) => put(view, 24 + 2 * random.int(0, (HEADER - 24) / 2), random))

/** A sector's worth of one field repeated: chains that go round in circles. */
const sectorOfLies = inCopy((view, random) => {
  const sectors = Math.floor(view.byteLength / SECTOR)
  const from = random.int(1, Math.max(1, sectors - 1)) * SECTOR
  const value = random.pick(LIES)
  for (let at = from; at + 4 <= Math.min(from + SECTOR, view.byteLength); at += 4) view.setUint32(at, value, true)
})

const swapSectors: ByteMutation = (bytes, random) => {
  const sectors = Math.floor(bytes.length / SECTOR)
  if (sectors < 3) return bytes
  const a = random.int(1, sectors - 1) * SECTOR
  const b = random.int(1, sectors - 1) * SECTOR
  const copy = bytes.slice()
  copy.set(bytes.subarray(b, b + SECTOR), a)
  copy.set(bytes.subarray(a, a + SECTOR), b)
  return copy
}

/** Types and lengths of records: the four bytes before a stretch that may be one. */
const records = inCopy((view, random) => {
  const probability = random.pick([0.002, 0.02, 0.2])
  for (let at = SECTOR; at + 4 < view.byteLength; ) {
    const length = view.getUint16(at + 2, true)
    if (random.chance(probability)) put(view, at + random.pick([0, 2]), random)
    at += length < 9000 ? 4 + length : 4
  }
})

export const BINARY_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  'any-field': anyField,
  header,
  'sector-of-lies': sectorOfLies,
  'swap-sectors': swapSectors,
  records,
}
