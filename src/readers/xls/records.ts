import { damagedCompound } from '../compound/compound.ts'

/** A record of the workbook stream ([MS-XLS] 2.1.4); its data may go on in records that only continue it. */
export interface BiffRecord {
  readonly type: number
  readonly data: Uint8Array
  /** Offset of the record in the stream. */
  readonly at: number
}

export const RECORD = {
  formula: 0x0006,
  endOfFile: 0x000a,
  externalSheets: 0x0017,
  definedName: 0x0018,
  note: 0x001c,
  dateMode: 0x0022,
  encryption: 0x002f,
  continue: 0x003c,
  drawingObject: 0x005d,
  columnInfo: 0x007d,
  sheet: 0x0085,
  multipleRk: 0x00bd,
  richText: 0x00d6,
  cellFormat: 0x00e0,
  merges: 0x00e5,
  sharedStrings: 0x00fc,
  textOfCell: 0x00fd,
  externalBook: 0x01ae,
  textObject: 0x01b6,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  arrayFormula: 0x0221,
  rk: 0x027e,
  format: 0x041e,
  sharedFormula: 0x04bc,
  begin: 0x0809,
} as const

/** The records from an offset on. Throws AppError when one runs over the end of the stream. */
export function* recordsFrom(stream: Uint8Array, offset: number, where: string): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = offset; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true)
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > stream.length) throw damagedCompound(where, '记录超出文件末尾')
    yield { type, data: stream.subarray(at + 4, end), at }
    at = end
  }
}

/** The data of a record with that of the records that continue it. */
export function withContinued(stream: Uint8Array, record: BiffRecord, where: string): Uint8Array[] {
  const chunks = [record.data]
  for (const next of recordsFrom(stream, record.at + 4 + record.data.length, where)) {
    if (next.type !== RECORD.continue) break
    chunks.push(next.data)
  }
  return chunks
}

const WIDE = 1
const HAS_PHONETIC = 4
const HAS_RUNS = 8

/** Reads numbers and texts that may be cut by the ends of records. A place behind the last is a damaged file. */
export class ChunkReader {
  readonly #chunks: readonly Uint8Array[]
  readonly #where: string
  #index = 0
  #at = 0

  constructor(chunks: readonly Uint8Array[], where: string, at = 0) {
    this.#chunks = chunks
    this.#where = where
    this.#at = at
  }

  get isAtEnd(): boolean {
    return this.#index >= this.#chunks.length - 1 && this.#at >= (this.#chunks.at(-1)?.length ?? 0)
  }

  u8(): number {
    this.#settle()
    return this.#chunks[this.#index]![this.#at++]!
  }

  u16(): number {
    return this.u8() | (this.u8() << 8)
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      this.#settle()
      const step = Math.min(left, this.#chunks[this.#index]!.length - this.#at)
      this.#at += step
      left -= step
    }
  }

  /** A text with its flags before it; what belongs to its runs of fonts and its readings is passed over. */
  text(length: number): string {
    const flags = this.u8()
    const runs = flags & HAS_RUNS ? this.u16() : 0
    const phonetic = flags & HAS_PHONETIC ? this.u32() : 0
    const text = this.characters(length, (flags & WIDE) !== 0)
    this.skip(4 * runs + phonetic)
    return text
  }

  /** Characters without flags; behind the end of a record one byte says anew how wide they are. */
  characters(length: number, isWide: boolean): string {
    let text = ''
    let wide = isWide
    while (text.length < length) {
      const chunk = this.#chunks[this.#index]
      if (chunk !== undefined && this.#at >= chunk.length && this.#index + 1 < this.#chunks.length) {
        this.#index += 1
        this.#at = 1
        wide = ((this.#chunks[this.#index]![0] ?? 0) & WIDE) !== 0
        continue
      }
      this.#settle()
      const left = this.#chunks[this.#index]!.length - this.#at
      const count = Math.min(length - text.length, wide ? left >> 1 : left)
      if (count === 0) throw this.#damaged()
      text += decode(this.#chunks[this.#index]!.subarray(this.#at, this.#at + count * (wide ? 2 : 1)), wide)
      this.#at += count * (wide ? 2 : 1)
    }
    return text
  }

  #settle(): void {
    while (this.#at >= (this.#chunks[this.#index]?.length ?? 0)) {
      this.#index += 1
      this.#at = 0
      if (this.#index >= this.#chunks.length) throw this.#damaged()
    }
  }

  #damaged(): Error {
    return damagedCompound(this.#where, '记录内容不完整')
  }
}

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** Narrow texts are UTF-16 without its high bytes, in whatever language. */
function decode(bytes: Uint8Array, isWide: boolean): string {
  if (isWide) return UTF_16.decode(bytes)
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
