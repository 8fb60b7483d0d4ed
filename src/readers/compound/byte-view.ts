import { damagedCompound } from './compound.ts'

/** Little-endian numbers from a stream; a place outside is a damaged file, told as such. */
export interface ByteView {
  readonly length: number
  u8(at: number): number
  u16(at: number): number
  i16(at: number): number
  u32(at: number): number
  f64(at: number): number
  /** Bytes from `at`, cut where the stream ends. */
  slice(at: number, length: number): Uint8Array
}

export function byteView(bytes: Uint8Array, where: string): ByteView {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const within = <T>(read: (at: number) => T, size: number) => {
    return (at: number): T => {
      if (!(at >= 0 && at + size <= bytes.length)) throw damagedCompound(where, '数据结构指向文件之外')
      return read(at)
    }
  }
  return {
    length: bytes.length,
    u8: within((at) => view.getUint8(at), 1),
    u16: within((at) => view.getUint16(at, true), 2),
    i16: within((at) => view.getInt16(at, true), 2),
    u32: within((at) => view.getUint32(at, true), 4),
    f64: within((at) => view.getFloat64(at, true), 8),
    slice: (at, length) => bytes.subarray(Math.max(0, at), Math.max(0, at + Math.max(0, length))),
  }
}
