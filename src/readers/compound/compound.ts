import { AppError } from '../../domain/failure.ts'

/**
 * An OLE compound file ([MS-CFB]), the container of .doc and .xls. Our own small reader, because what a stream needs is
 * followed only when it is asked for: each chain is bounded by the sectors of the file, so a damaged or hostile table of
 * sectors costs no more than the file itself.
 */
export interface CompoundFile {
  readonly where: string
  /** Names of the streams in the root storage; embedded objects keep theirs in storages of their own. */
  readonly names: ReadonlySet<string>
  /** Bytes of a stream of the root storage; undefined when there is none. Throws AppError when its chain is broken. */
  stream(name: string): Uint8Array | undefined
}

interface Entry {
  readonly name: string
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

const STREAM = 2
const ROOT = 5
const LARGEST_SECTOR = 0xfffffffa
const DIRECTORY_ENTRY = 128
const MINI_SECTOR = 64
/** Sector numbers of the table of sectors that stand in the header. */
const HEADER_TABLE = 109

export function openCompound(bytes: Uint8Array, where: string): CompoundFile {
  const file = new Sectors(bytes, where)
  const entries = readEntries(file)
  const root = entries.find((entry) => entry.kind === ROOT)
  const streams = rootStreams(entries, root)
  let mini: Uint8Array | undefined
  return {
    where,
    names: new Set(streams.keys()),
    stream(name) {
      const entry = streams.get(name)
      if (entry === undefined) return undefined
      if (entry.size >= file.miniLimit) return file.chain(entry.start, entry.size)
      mini ??= root === undefined ? new Uint8Array(0) : file.chain(root.start, root.size)
      return file.miniChain(mini, entry.start, entry.size)
    },
  }
}

/** The sectors of the file and the table that chains them. */
class Sectors {
  readonly miniLimit: number
  readonly directory: number
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #where: string
  readonly #size: number
  readonly #count: number
  readonly #table: readonly number[]
  #miniTable: Uint8Array | undefined

  constructor(bytes: Uint8Array, where: string) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#where = where
    if (bytes.length < 512) throw truncatedCompound(where)
    const shift = this.#view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) throw damagedCompound(where, '扇区大小不对')
    this.#size = 1 << shift
    // The header takes the place of one sector, also where sectors are larger than it.
    this.#count = Math.ceil(bytes.length / this.#size) - 1
    this.directory = this.#view.getUint32(48, true)
    this.miniLimit = this.#view.getUint32(56, true)
    this.#table = this.#readTable()
  }

  /** Where the sectors of the table stand: the first in the header, more in a chain of sectors of their own. */
  #readTable(): number[] {
    const table: number[] = []
    for (let index = 0; index < HEADER_TABLE; index += 1) {
      const sector = this.#view.getUint32(76 + 4 * index, true)
      if (sector < LARGEST_SECTOR) table.push(sector)
    }
    const perSector = this.#size / 4 - 1
    let sector = this.#view.getUint32(68, true)
    for (let steps = 0; sector < LARGEST_SECTOR && steps < this.#count; steps += 1) {
      const at = this.#place(sector)
      if (at + this.#size > this.#bytes.length) break
      for (let index = 0; index < perSector && table.length <= this.#count; index += 1) {
        const entry = this.#view.getUint32(at + 4 * index, true)
        if (entry < LARGEST_SECTOR) table.push(entry)
      }
      sector = this.#view.getUint32(at + 4 * perSector, true)
    }
    return table
  }

  #place(sector: number): number {
    return (sector + 1) * this.#size
  }

  #next(sector: number): number {
    const perSector = this.#size / 4
    const tableSector = this.#table[Math.floor(sector / perSector)]
    if (tableSector === undefined) throw damagedCompound(this.#where, '扇区表不完整')
    const at = this.#place(tableSector) + 4 * (sector % perSector)
    if (at + 4 > this.#bytes.length) throw truncatedCompound(this.#where)
    return this.#view.getUint32(at, true)
  }

  /** The bytes of a chain, cut to `size`; the whole chain without one. */
  chain(start: number, size = Number.POSITIVE_INFINITY): Uint8Array {
    const sectors: number[] = []
    for (let sector = start; sector < LARGEST_SECTOR && sectors.length * this.#size < size; ) {
      if (sector >= this.#count) throw truncatedCompound(this.#where)
      if (sectors.length >= this.#count) throw damagedCompound(this.#where, '扇区链成环')
      sectors.push(sector)
      sector = this.#next(sector)
    }
    const length = Math.min(size, sectors.length * this.#size)
    if (size !== Number.POSITIVE_INFINITY && length < size) throw damagedCompound(this.#where, '数据流不完整')
    const joined = new Uint8Array(length)
    for (const [index, sector] of sectors.entries()) {
      const at = this.#place(sector)
      const from = index * this.#size
      // The last sector of a file may be short.
      joined.set(this.#bytes.subarray(at, at + Math.min(this.#size, length - from)), from)
    }
    return joined
  }

  miniChain(mini: Uint8Array, start: number, size: number): Uint8Array {
    this.#miniTable ??= this.chain(this.#view.getUint32(60, true))
    const table = new DataView(this.#miniTable.buffer)
    const joined = new Uint8Array(Math.min(size, mini.length))
    if (joined.length < size) throw damagedCompound(this.#where, '数据流不完整')
    let sector = start
    for (let from = 0; from < size; from += MINI_SECTOR) {
      const at = sector * MINI_SECTOR
      if (at >= mini.length || 4 * sector + 4 > table.byteLength) throw damagedCompound(this.#where, '小扇区链不对')
      joined.set(mini.subarray(at, at + Math.min(MINI_SECTOR, size - from)), from)
      sector = table.getUint32(4 * sector, true)
    }
    return joined
  }
}

function readEntries(file: Sectors): Entry[] {
  const bytes = file.chain(file.directory)
  const view = new DataView(bytes.buffer)
  const decoder = new TextDecoder('utf-16le')
  const entries: Entry[] = []
  for (let at = 0; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    const nameBytes = Math.min(64, view.getUint16(at + 64, true))
    entries.push({
      name: decoder.decode(bytes.subarray(at, at + Math.max(0, nameBytes - 2))),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

/** The root storage is a tree of entries that name one another by number; a ring in it is walked once. */
function rootStreams(entries: readonly Entry[], root: Entry | undefined): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = root === undefined ? [] : [root.child]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index]
    if (entry === undefined || seen.has(index)) continue
    seen.add(index)
    if (entry.kind === STREAM && !found.has(entry.name)) found.set(entry.name, entry)
    waiting.push(entry.left, entry.right)
  }
  return found
}

export function truncatedCompound(where: string): AppError {
  return new AppError('TRUNCATED_FILE', where, '文件不完整：缺少后面的部分', '请重新下载或重新复制该文件', {
    english: { message: 'the file is not whole: its end is missing', remedy: 'fetch or copy the file again' },
  })
}

const DAMAGED = {
  message: 'the file is damaged',
  remedy: 'fetch it again, or open it in Office or WPS and save it anew',
} as const

export function damagedCompound(where: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'UNREADABLE_FILE',
    where,
    `文件已损坏：${what}`,
    '请重新下载，或用 Office/WPS 打开后另存为 .docx 或 .xlsx 再读',
    { cause, english: DAMAGED },
  )
}
