import { AppError } from '../../domain/failure.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'

export interface ZipEntry {
  /** With `/` between folders, as written otherwise. */
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedSize: number
  /** As the directory says; a lie is found while inflating. */
  readonly size: number
  readonly headerOffset: number
}

const END_RECORD = 0x06054b50
const CENTRAL_RECORD = 0x02014b50
const ZIP64_LOCATOR = 0x07064b50
const UNKNOWN_32 = 0xffffffff

/** Reads the central directory. Throws AppError: TRUNCATED_FILE without one, UNREADABLE_FILE, LIMIT_EXCEEDED. */
export function readDirectory(bytes: Uint8Array, where: string, limits: ReaderLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) throw truncatedZip(where)
  const { count, offset } = directoryPlace(view, end)
  if (count > limits.zipEntries) throw limitExceeded(where, '压缩包内文件数', `${limits.zipEntries} 个`)
  const entries: ZipEntry[] = []
  let at = offset
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length) throw damagedZip(where, '目录不完整')
    if (view.getUint32(at, true) !== CENTRAL_RECORD) throw damagedZip(where, '目录记录不对')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const extraAt = at + 46 + nameLength
    const sizes = {
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      headerOffset: view.getUint32(at + 42, true),
    }
    entries.push({
      name: nameOf(view, at, bytes.subarray(at + 46, extraAt), bytes.subarray(extraAt, extraAt + extraLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...withLargeSizes(view, sizes, extraAt, Math.min(extraAt + extraLength, bytes.length)),
    })
    at = extraAt + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

const UTF_8_NAME = 0x0800
const UNICODE_PATH = 0x7075

/**
 * Names are UTF-8 when the entry says so. Chinese Windows says nothing and writes GBK; a Mac says nothing and writes UTF-8,
 * which is hardly ever right by chance.
 */
function nameOf(view: DataView, at: number, raw: Uint8Array, extra: Uint8Array): string {
  const isUnicode = (view.getUint16(at + 8, true) & UTF_8_NAME) !== 0
  const name = isUnicode ? new TextDecoder().decode(raw) : (unicodePath(extra) ?? decodeUnmarked(raw))
  return name.replaceAll('\\', '/')
}

/** The name in UTF-8 beside one in a code page (field `up` of Info-ZIP). */
function unicodePath(extra: Uint8Array): string | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) !== UNICODE_PATH || size < 6 || at + 4 + size > extra.length) continue
    return new TextDecoder().decode(extra.subarray(at + 9, at + 4 + size))
  }
  return undefined
}

function decodeUnmarked(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

/** The end record stands in the last 64 KiB; bytes behind it (padding of a download) do no harm. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at
  }
  return undefined
}

function directoryPlace(view: DataView, end: number): { count: number; offset: number } {
  const count = view.getUint16(end + 10, true)
  const offset = view.getUint32(end + 16, true)
  const locator = end - 20
  if ((count !== 0xffff && offset !== UNKNOWN_32) || locator < 0) return { count, offset }
  if (view.getUint32(locator, true) !== ZIP64_LOCATOR) return { count, offset }
  const record = Number(view.getBigUint64(locator + 8, true))
  if (record + 56 > view.byteLength) return { count, offset }
  return { count: Number(view.getBigUint64(record + 32, true)), offset: Number(view.getBigUint64(record + 48, true)) }
}

type Sizes = Pick<ZipEntry, 'size' | 'packedSize' | 'headerOffset'>

/** Zip64: fields that are all ones in the record stand, in this order, in extra field 1. */
function withLargeSizes(view: DataView, sizes: Sizes, from: number, to: number): Sizes {
  const large = (['size', 'packedSize', 'headerOffset'] as const).filter((key) => sizes[key] === UNKNOWN_32)
  if (large.length === 0) return sizes
  const result = { ...sizes }
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    large.forEach((key, index) => {
      const place = at + 4 + index * 8
      if (place + 8 <= to) result[key] = Number(view.getBigUint64(place, true))
    })
    break
  }
  return result
}

export function truncatedZip(where: string): AppError {
  return new AppError('TRUNCATED_FILE', where, '文件不完整：压缩包缺少末尾的目录', '请重新下载或重新复制该文件', {
    english: {
      message: 'the file is not whole: the directory at the end of the archive is missing',
      remedy: 'fetch or copy the file again',
    },
  })
}

const DAMAGED = {
  message: 'the file is damaged',
  remedy: 'fetch it again, or open it in Office or WPS and save it anew',
} as const

export function damagedZip(where: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'UNREADABLE_FILE',
    where,
    `文件已损坏：${what}`,
    '请重新下载，或用 Office/WPS 打开后另存一份再读',
    { cause, english: DAMAGED },
  )
}
