import { Inflate, inflateSync } from 'fflate'
import { AppError } from '../../domain/failure.ts'
import { limitExceeded, type ReaderLimits, sizeText } from '../limits.ts'
import { crc32Sum } from './crc32.ts'
import { damagedZip, readDirectory, truncatedZip, type ZipEntry } from './directory.ts'

/** A zip archive whose entries are unpacked one by one, each within its bounds. */
export interface ZipArchive {
  readonly where: string
  readonly entries: readonly ZipEntry[]
  /** Finds an entry; like the OOXML packaging rules, upper and lower case are the same. */
  has(name: string): boolean
  /**
   * Bytes of an entry, undefined when there is none: a small one in one chunk, a large one in chunks that are unpacked
   * anew each time they are gone through, so that a part of hundreds of megabytes is never held as a whole. Throws
   * AppError: ENCRYPTED_FILE, LIMIT_EXCEEDED, TRUNCATED_FILE, UNREADABLE_FILE (also for sizes that lie, which may show
   * at the last chunk only).
   */
  chunks(name: string): Iterable<Uint8Array> | undefined
}

const LOCAL_RECORD = 0x04034b50
const STORED = 0
const DEFLATED = 8

/** Unpacked bytes up to which an entry is unpacked in one go, which is faster; its memory is that of the stated size. */
const ONE_GO_BYTES = 16 * 1024 * 1024
/** Deflate packs at most 1032 : 1, so a chunk is 16 MB at most. */
const PIECE_BYTES = 16 * 1024

export function openZip(bytes: Uint8Array, where: string, limits: ReaderLimits): ZipArchive {
  const entries = readDirectory(bytes, where, limits)
  const byName = new Map<string, ZipEntry>()
  for (const entry of entries) {
    const key = entry.name.toLowerCase()
    if (!byName.has(key)) byName.set(key, entry)
  }
  let total = 0
  return {
    where,
    entries,
    has: (name) => byName.has(name.toLowerCase()),
    chunks(name) {
      const entry = byName.get(name.toLowerCase())
      if (entry === undefined) return undefined
      const chunks = unpack(bytes, entry, `${where}!${entry.name}`, limits)
      total += entry.size
      if (total > limits.zipTotalBytes) throw limitExceeded(where, '解压后总大小', sizeText(limits.zipTotalBytes))
      return chunks
    },
  }
}

function unpack(bytes: Uint8Array, entry: ZipEntry, where: string, limits: ReaderLimits): Iterable<Uint8Array> {
  if (entry.isEncrypted) throw encryptedZip(where)
  checkSize(entry, where, limits)
  const packed = packedBytes(bytes, entry, where)
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new AppError(
      'UNSUPPORTED_FORMAT',
      where,
      `压缩方式 ${entry.method} 不受支持`,
      '请用 Office/WPS 打开后另存一份再读',
      {
        english: {
          message: `compression method ${entry.method} is not read`,
          remedy: 'open it in Office or WPS and save it anew',
        },
      },
    )
  }
  const inflated = (): Iterable<Uint8Array> => {
    if (entry.method === STORED) return [packed]
    return entry.size <= ONE_GO_BYTES ? [inflateAll(packed, entry, where)] : inflateInPieces(packed, where)
  }
  if (entry.size <= ONE_GO_BYTES) return [...checked(inflated(), entry, where)]
  return { [Symbol.iterator]: () => checked(inflated(), entry, where) }
}

/** Stops at the first byte beyond the stated size, which has been held against the limits before. */
function* checked(chunks: Iterable<Uint8Array>, entry: ZipEntry, where: string): Generator<Uint8Array> {
  const sum = crc32Sum()
  let size = 0
  for (const chunk of chunks) {
    size += chunk.length
    if (size > entry.size) throw damagedZip(where, '解压后的大小超过目录所载，疑为压缩炸弹')
    sum.add(chunk)
    yield chunk
  }
  if (size !== entry.size) throw damagedZip(where, '解压后的大小与目录所载不符')
  if (sum.value() !== entry.crc) throw damagedZip(where, '校验和不符')
}

function checkSize(entry: ZipEntry, where: string, limits: ReaderLimits): void {
  if (entry.size > limits.zipEntryBytes) {
    throw limitExceeded(where, '解压后大小', sizeText(limits.zipEntryBytes))
  }
  if (entry.size > limits.zipRatioFrom && entry.size > entry.packedSize * limits.zipRatio) {
    throw limitExceeded(where, '压缩比', `${limits.zipRatio} : 1，疑为压缩炸弹`)
  }
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry, where: string): Uint8Array {
  const at = entry.headerOffset
  if (at + 30 > bytes.length) throw truncatedZip(where)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(at, true) !== LOCAL_RECORD) throw damagedZip(where, '文件头不对')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + entry.packedSize > bytes.length) throw truncatedZip(where)
  return bytes.subarray(from, from + entry.packedSize)
}

/** A small stated size bounds the work: a packed part far too long for it is not gone through. */
function inflateAll(packed: Uint8Array, entry: ZipEntry, where: string): Uint8Array {
  // Deflate never adds more than a few bytes for each 64 KiB, so what is longer belongs to a lie about the size.
  if (packed.length > entry.size * 2 + 1024) throw damagedZip(where, '解压后的大小与目录所载不符')
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.size) })
  } catch (cause) {
    throw damagedZip(where, '压缩数据不对', cause)
  }
}

function* inflateInPieces(packed: Uint8Array, where: string): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  const stream = new Inflate((piece) => ready.push(piece))
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    try {
      stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length)
    } catch (cause) {
      throw damagedZip(where, '压缩数据不对', cause)
    }
    yield* ready
    ready = []
  }
}

export function encryptedZip(where: string): AppError {
  return new AppError('ENCRYPTED_FILE', where, '文件已加密，无法读取', '请用密码打开后取消加密，另存一份再读', {
    english: {
      message: 'the file is encrypted and cannot be read',
      remedy: 'open it with the password, remove the encryption and save it anew',
    },
  })
}
