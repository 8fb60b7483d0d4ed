import { Inflate, inflateSync } from 'fflate'
import { AppError } from '../../domain/failure.ts'
import { limitExceeded, type ReaderLimits, sizeText } from '../limits.ts'
import { crc32 } from './crc32.ts'
import { damagedZip, readDirectory, truncatedZip, type ZipEntry } from './directory.ts'

/** A zip archive whose entries are unpacked one by one, each within its bounds. */
export interface ZipArchive {
  readonly where: string
  readonly entries: readonly ZipEntry[]
  /** Finds an entry; like the OOXML packaging rules, upper and lower case are the same. */
  has(name: string): boolean
  /**
   * Bytes of an entry, undefined when there is none. Throws AppError: ENCRYPTED_FILE, LIMIT_EXCEEDED (also for sizes
   * that lie), TRUNCATED_FILE, UNREADABLE_FILE.
   */
  read(name: string): Uint8Array | undefined
}

const LOCAL_RECORD = 0x04034b50
const STORED = 0
const DEFLATED = 8

/**
 * Packed bytes up to which an entry is unpacked in one go, which is faster. Deflate packs at most 1032 : 1, so even an
 * entry whose stated size lies keeps the processor for a second at most; its memory is that of the stated size.
 */
const ONE_GO_BYTES = 1024 * 1024
const PIECE_BYTES = 64 * 1024

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
    read(name) {
      const entry = byName.get(name.toLowerCase())
      if (entry === undefined) return undefined
      const unpacked = unpack(bytes, entry, `${where}!${entry.name}`, limits)
      total += unpacked.length
      if (total > limits.zipTotalBytes) throw limitExceeded(where, '解压后总大小', sizeText(limits.zipTotalBytes))
      return unpacked
    },
  }
}

function unpack(bytes: Uint8Array, entry: ZipEntry, where: string, limits: ReaderLimits): Uint8Array {
  if (entry.isEncrypted) throw encryptedZip(where)
  checkSize(entry, where, limits)
  const packed = packedBytes(bytes, entry, where)
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new AppError(
      'UNSUPPORTED_FORMAT',
      where,
      `压缩方式 ${entry.method} 不受支持`,
      '请用 Office/WPS 打开后另存一份再读',
    )
  }
  const unpacked = entry.method === STORED ? packed : inflate(packed, entry, where)
  if (unpacked.length !== entry.size) throw damagedZip(where, '解压后的大小与目录所载不符')
  if (crc32(unpacked) !== entry.crc) throw damagedZip(where, '校验和不符')
  return unpacked
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

/** Never writes more than the stated size, which has been checked against the limits before. */
function inflate(packed: Uint8Array, entry: ZipEntry, where: string): Uint8Array {
  try {
    if (packed.length <= ONE_GO_BYTES) return inflateSync(packed, { out: new Uint8Array(entry.size) })
    return inflateInPieces(packed, entry.size)
  } catch (cause) {
    if (cause instanceof SizeLie) throw damagedZip(where, '解压后的大小超过目录所载，疑为压缩炸弹')
    throw damagedZip(where, '压缩数据不对', cause)
  }
}

class SizeLie extends Error {}

function inflateInPieces(packed: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size)
  let filled = 0
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw new SizeLie()
    result.set(piece, filled)
    filled += piece.length
  })
  for (let at = 0; at < packed.length; at += PIECE_BYTES) {
    stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length)
  }
  return filled === size ? result : result.subarray(0, filled)
}

export function encryptedZip(where: string): AppError {
  return new AppError('ENCRYPTED_FILE', where, '文件已加密，无法读取', '请用密码打开后取消加密，另存一份再读')
}
