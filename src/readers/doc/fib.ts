import { AppError } from '../../domain/failure.ts'
import { type ByteView, byteView } from '../compound/byte-view.ts'
import { type CompoundFile, damagedCompound } from '../compound/compound.ts'
import { encryptedZip } from '../zip/archive.ts'

/** The head of a Word 97–2003 file ([MS-DOC] 2.5, the Fib) with the streams that it points into. */
export interface Fib {
  readonly where: string
  readonly word: ByteView
  readonly table: ByteView
  /** Properties too long for their page; many files have none. */
  readonly data: ByteView
  /** Characters of each part of the text; the parts follow one another in this order. */
  readonly lengths: {
    readonly main: number
    readonly footnotes: number
    readonly headers: number
    readonly comments: number
    readonly endnotes: number
    readonly boxes: number
  }
  /** Bytes in the table stream of the n-th structure; empty when the file has none. */
  place(index: number): { readonly from: number; readonly length: number }
}

/** Numbers of the structures ([MS-DOC] 2.5.6). */
export const COMMENT_REFERENCES = 4
export const COMMENT_TEXTS = 5
export const SECTIONS = 6
export const CHARACTER_PAGES = 12
export const PARAGRAPH_PAGES = 13
export const FONTS = 15
export const PIECES = 33
export const SHAPES = 40
export const BOX_TEXTS = 56

const WORD_97 = 0xc1
const MARK = 0xa5ec
const ENCRYPTED = 0x0100
const OTHER_TABLE = 0x0200
const PLACES = 154

/** Throws AppError: ENCRYPTED_FILE, UNSUPPORTED_FORMAT for Word 95 and before, UNREADABLE_FILE. */
export function readFib(file: CompoundFile): Fib {
  const { where } = file
  const word = byteView(file.stream('WordDocument') ?? new Uint8Array(0), where)
  if (word.length < PLACES + 8 * (PIECES + 1) || word.u16(0) !== MARK) refuseOldOrDamaged(word, where)
  if (word.u16(2) < WORD_97) throw oldWord(where)
  const flags = word.u16(10)
  if (flags & ENCRYPTED) throw encryptedZip(where)
  const tableName = flags & OTHER_TABLE ? '1Table' : '0Table'
  const table = file.stream(tableName)
  if (table === undefined) throw damagedCompound(where, `缺少 ${tableName} 数据流`)
  const count = word.u16(152)
  return {
    where,
    word,
    table: byteView(table, where),
    data: byteView(file.stream('Data') ?? new Uint8Array(0), where),
    lengths: {
      main: word.u32(76),
      footnotes: word.u32(80),
      headers: word.u32(84),
      comments: word.u32(92),
      endnotes: word.u32(96),
      boxes: word.u32(100),
    },
    place(index) {
      if (index >= count) return { from: 0, length: 0 }
      const from = word.u32(PLACES + 8 * index)
      const length = word.u32(PLACES + 8 * index + 4)
      return from + length <= table.length ? { from, length } : { from: 0, length: 0 }
    },
  }
}

/** Versions before 97 have other marks in the same place, or a shorter head. */
function refuseOldOrDamaged(word: ByteView, where: string): never {
  const mark = word.length >= 4 ? word.u16(0) : 0
  if (mark === 0xa5dc || mark === 0xa5db || mark === 0xa59b || mark === 0xa59c) throw oldWord(where)
  throw damagedCompound(where, '没有 Word 文档的文件头')
}

function oldWord(where: string): AppError {
  return new AppError(
    'UNSUPPORTED_FORMAT',
    where,
    '这是 Word 95 或更早版本的文件，暂不支持',
    '请用 Word 或 WPS 打开后另存为 .docx 再读',
    {
      english: {
        message: 'this is a file of Word 95 or before, which is not read',
        remedy: 'open it in Word or WPS and save it as .docx',
      },
    },
  )
}
