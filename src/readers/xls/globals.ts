import { AppError } from '../../domain/failure.ts'
import { damagedCompound } from '../compound/compound.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { type CellFormats, cellFormats } from '../xlsx/styles.ts'
import { encryptedZip } from '../zip/archive.ts'
import { type BiffRecord, ChunkReader, RECORD, recordsFrom, withContinued } from './records.ts'

export interface BiffSheet {
  readonly name: string
  readonly isHidden: boolean
  /** False for charts and macros. */
  readonly isWorksheet: boolean
  readonly offset: number
}

/** What the sheets of a workbook share. */
export interface BiffGlobals {
  readonly sheets: readonly BiffSheet[]
  readonly strings: readonly string[]
  readonly formats: CellFormats
  readonly externalFiles: readonly string[]
  /** Sheet names that a reference over sheets stands for, by its number; undefined for other files. */
  sheetsOf(reference: number): readonly [first: string, last: string] | undefined
}

const BIFF_8 = 0x0600
const GLOBALS = 0x0005

interface Gathered {
  readonly sheets: BiffSheet[]
  readonly strings: string[]
  readonly codes: Map<number, string>
  readonly styles: number[]
  readonly books: { readonly isOwn: boolean; readonly file: string | undefined }[]
  references: { book: number; first: number; last: number }[]
  is1904: boolean
}

/** Throws AppError: ENCRYPTED_FILE, UNSUPPORTED_FORMAT for Excel 95 and before, UNREADABLE_FILE, LIMIT_EXCEEDED. */
export function readGlobals(stream: Uint8Array, where: string, limits: ReaderLimits): BiffGlobals {
  const found: Gathered = {
    sheets: [],
    strings: [],
    codes: new Map(),
    styles: [],
    books: [],
    references: [],
    is1904: false,
  }
  let isFirst = true
  for (const record of recordsFrom(stream, 0, where)) {
    if (isFirst) checkVersion(record, where)
    isFirst = false
    if (record.type === RECORD.endOfFile) break
    if (record.type === RECORD.encryption) throw encryptedWorkbook(where)
    take(found, record, stream, where, limits)
  }
  if (isFirst) throw damagedCompound(where, '工作簿是空的')
  const { sheets, strings, references, books } = found
  return {
    sheets,
    strings,
    formats: cellFormats(found.styles, found.codes, found.is1904),
    externalFiles: books.flatMap(({ file }) => (file === undefined ? [] : [file])),
    sheetsOf(reference) {
      const { book, first, last } = references[reference] ?? { book: -1, first: -1, last: -1 }
      const names = [sheets[first]?.name, sheets[last]?.name] as const
      const isKnown = books[book]?.isOwn === true && names[0] !== undefined && names[1] !== undefined
      return isKnown ? [names[0]!, names[1]!] : undefined
    },
  }
}

function checkVersion({ type, data }: BiffRecord, where: string): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  if (type === RECORD.begin && data.length >= 4) {
    if (view.getUint16(0, true) === BIFF_8 && view.getUint16(2, true) === GLOBALS) return
    if (view.getUint16(0, true) < BIFF_8) throw oldWorkbook(where)
  }
  throw damagedCompound(where, '没有 Excel 工作簿的文件头')
}

function take(found: Gathered, record: BiffRecord, stream: Uint8Array, where: string, limits: ReaderLimits): void {
  const reader = new ChunkReader([record.data], where)
  switch (record.type) {
    case RECORD.dateMode:
      found.is1904 = reader.u16() === 1
      break
    case RECORD.sheet:
      if (found.sheets.length >= limits.parts) throw limitExceeded(where, '工作表数', `${limits.parts} 个`)
      found.sheets.push(readSheet(reader))
      break
    case RECORD.cellFormat:
      reader.skip(2)
      found.styles.push(reader.u16())
      break
    case RECORD.format:
      found.codes.set(reader.u16(), reader.text(reader.u16()))
      break
    case RECORD.sharedStrings:
      readStrings(found.strings, new ChunkReader(withContinued(stream, record, where), where), where, limits)
      break
    case RECORD.externalBook:
      found.books.push(readBook(reader, record.data.length))
      break
    case RECORD.externalSheets:
      found.references = readReferences(new ChunkReader(withContinued(stream, record, where), where))
  }
}

function readSheet(reader: ChunkReader): BiffSheet {
  const offset = reader.u32()
  const isHidden = (reader.u8() & 3) !== 0
  const isWorksheet = reader.u8() === 0
  return { name: reader.text(reader.u8()), isHidden, isWorksheet, offset }
}

function readStrings(strings: string[], reader: ChunkReader, where: string, limits: ReaderLimits): void {
  reader.skip(4)
  const count = reader.u32()
  if (count > limits.strings) throw limitExceeded(where, '字符串数', `${limits.strings} 个`)
  while (strings.length < count && !reader.isAtEnd) strings.push(lineEnds(reader.text(reader.u16())))
}

export function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

const OWN_BOOK = 0x0401
const ADD_INS = 0x3a01

function readBook(reader: ChunkReader, length: number): { isOwn: boolean; file: string | undefined } {
  reader.skip(2)
  const count = reader.u16()
  if (count === OWN_BOOK && length === 4) return { isOwn: true, file: undefined }
  if (count === ADD_INS || count === 0) return { isOwn: false, file: undefined }
  // Control characters stand for the folder of this file, drives and steps between folders ([MS-XLS] 2.5.277).
  const path = reader
    .text(count)
    .replace(/^\u0001/, '')
    .replace(/[\u0000-\u001f]/g, '/')
  return { isOwn: false, file: path.replace(/^\/+/, '') }
}

function readReferences(reader: ChunkReader): { book: number; first: number; last: number }[] {
  const count = reader.u16()
  return Array.from({ length: count }, () => ({ book: reader.u16(), first: reader.u16(), last: reader.u16() }))
}

/** Excel also encrypts workbooks whose structure alone is protected, with a password of its own. */
function encryptedWorkbook(where: string): AppError {
  const { code, message, english } = encryptedZip(where)
  return new AppError(code, where, message, '请用密码打开后取消加密（含“保护工作簿”），另存为 .xlsx 再读', {
    english: {
      message: english.message,
      remedy: 'open it with the password, remove the encryption (protection of the workbook too) and save it as .xlsx',
    },
  })
}

export function oldWorkbook(where: string): AppError {
  return new AppError(
    'UNSUPPORTED_FORMAT',
    where,
    '这是 Excel 95 或更早版本的文件，暂不支持',
    '请用 Excel 或 WPS 打开后另存为 .xlsx 再读',
    {
      english: {
        message: 'this is a file of Excel 95 or before, which is not read',
        remedy: 'open it in Excel or WPS and save it as .xlsx',
      },
    },
  )
}
