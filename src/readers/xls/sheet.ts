import { damagedCompound } from '../compound/compound.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { parseStored, plainText } from '../xlsx/number-format/decimal-text.ts'
import type { Range, SheetCell, SheetContext, SheetScan } from '../xlsx/sheet-scan.ts'
import { FormulaBook } from './formula-book.ts'
import { type BiffGlobals, lineEnds } from './globals.ts'
import { type BiffRecord, ChunkReader, RECORD, recordsFrom, withContinued } from './records.ts'
import { rkNumber } from './rk.ts'

export interface SheetComment {
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface BiffSheetScan extends SheetScan {
  readonly comments: readonly SheetComment[]
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** Reads the records of one sheet from its offset to its end. `budget.bytes` is what all sheets together may take. */
export function scanBiffSheet(
  stream: Uint8Array,
  offset: number,
  globals: BiffGlobals,
  context: SheetContext,
  budget: { bytes: number },
  limits: ReaderLimits,
): BiffSheetScan {
  const reading = new SheetReading(stream, globals, context, limits)
  let depth = 0
  for (const record of recordsFrom(stream, offset, context.where)) {
    budget.bytes -= 4 + record.data.length
    if (budget.bytes < 0) throw damagedCompound(context.where, '工作表互相重叠')
    // A chart inside the sheet is a stream of its own, with numbers that are no cells.
    if (record.type === RECORD.begin) depth += 1
    else if (record.type === RECORD.endOfFile) depth -= 1
    else if (depth === 1) reading.take(record)
    if (depth <= 0) break
  }
  return reading.finish()
}

class SheetReading {
  readonly #stream: Uint8Array
  readonly #context: SheetContext
  readonly #limits: ReaderLimits
  readonly #formulas: FormulaBook
  readonly #rows = new Map<number, SheetCell[]>()
  readonly #merges: Range[] = []
  readonly #hiddenRows: number[] = []
  readonly #hiddenColumns: { first: number; last: number }[] = []
  readonly #errors: { row: number; column: number; text: string }[] = []
  readonly #notes: { row: number; column: number; object: number }[] = []
  readonly #objectTexts = new Map<number, string>()
  #object = -1
  /** A formula whose result is a text waits for the record that holds it. */
  #waiting: { row: number; column: number; style: number } | undefined

  constructor(stream: Uint8Array, globals: BiffGlobals, context: SheetContext, limits: ReaderLimits) {
    this.#stream = stream
    this.#context = context
    this.#limits = limits
    this.#formulas = new FormulaBook(globals, context, limits)
  }

  take(record: BiffRecord): void {
    const reader = new ChunkReader([record.data], this.#context.where)
    switch (record.type) {
      case RECORD.number:
        this.#cell(reader, (style) => this.#number(doubleAt(record.data, 6), style))
        break
      case RECORD.rk:
        this.#cell(reader, (style) => this.#number(rkNumber(reader.u32()), style))
        break
      case RECORD.multipleRk:
        this.#multipleRk(record)
        break
      case RECORD.textOfCell:
        this.#cell(reader, (style) => this.#text(this.#context.strings[reader.u32()] ?? '', style))
        break
      case RECORD.label:
      case RECORD.richText:
        this.#cell(reader, (style) => this.#text(lineEnds(reader.text(reader.u16())), style))
        break
      case RECORD.booleanOrError:
        this.#cell(reader, () => booleanOrError(reader.u8(), reader.u8()))
        break
      case RECORD.formula:
        this.#formula(reader, record)
        break
      case RECORD.string:
        this.#string(record)
        break
      case RECORD.sharedFormula:
      case RECORD.arrayFormula:
        this.#formulas.share(record)
        break
      case RECORD.row:
        this.#row(reader)
        break
      case RECORD.columnInfo:
        this.#columns(reader)
        break
      case RECORD.merges:
        this.#merge(reader)
        break
      default:
        this.#comment(record, reader)
    }
  }

  finish(): BiffSheetScan {
    this.#formulas.finish(this.#rows)
    const comments = this.#notes.map(({ row, column, object }) => ({
      row,
      column,
      text: this.#objectTexts.get(object) ?? '',
    }))
    return {
      rows: this.#rows,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows.sort((one, other) => one - other),
      hiddenColumns: this.#hiddenColumns,
      errors: this.#errors,
      comments,
    }
  }

  #cell(reader: ChunkReader, content: (style: number) => Content): void {
    const row = reader.u16()
    const column = reader.u16()
    this.#put(row, column, content(reader.u16()))
  }

  #put(row: number, column: number, { text, stored, isError }: Content): void {
    const budget = this.#context.budget
    budget.cells -= 1
    if (budget.cells < 0) throw limitExceeded(this.#context.where, '单元格数', `${this.#limits.cells} 个`)
    if (isError) this.#errors.push({ row, column, text })
    if (text === '' && stored === undefined && !this.#formulas.has(row, column)) return
    let cells = this.#rows.get(row)
    if (cells === undefined) this.#rows.set(row, (cells = []))
    cells.push(stored === undefined ? { column, text } : { column, text, stored })
  }

  #text(text: string, style: number): Content {
    return { text: this.#context.formats.of(style).text(text).trim() }
  }

  /** As printed; a date's stored value is a count of days, no figure of the document. */
  #number(value: number, style: number): Content {
    const number = parseStored(String(value))
    if (number === undefined) return { text: '#NUM!', isError: true }
    const format = this.#context.formats.of(style)
    const text = format.number(number)
    const stored = plainText(number)
    return format.isDate || stored === text ? { text } : { text, stored }
  }

  #multipleRk({ data }: BiffRecord): void {
    const reader = new ChunkReader([data], this.#context.where)
    const row = reader.u16()
    const first = reader.u16()
    for (let index = 0; index < Math.floor((data.length - 6) / 6); index += 1) {
      const style = reader.u16()
      this.#put(row, first + index, this.#number(rkNumber(reader.u32()), style))
    }
  }

  #formula(reader: ChunkReader, { data }: BiffRecord): void {
    const row = reader.u16()
    const column = reader.u16()
    const style = reader.u16()
    if (data.length < 22) throw damagedCompound(this.#context.where, '公式记录不完整')
    this.#formulas.add(row, column, data.subarray(20))
    this.#waiting = undefined
    // A result that is no number has ones in place of the highest two bytes.
    const isNumber = data[12] !== 0xff || data[13] !== 0xff
    const [kind = 0, , value = 0] = data.subarray(6)
    if (isNumber) this.#put(row, column, this.#number(doubleAt(data, 6), style))
    else if (kind === 0) this.#waiting = { row, column, style }
    else if (kind === 1 || kind === 2) this.#put(row, column, booleanOrError(value, kind - 1))
    else this.#put(row, column, { text: '' })
  }

  #string(record: BiffRecord): void {
    if (this.#waiting === undefined) return
    const { row, column, style } = this.#waiting
    this.#waiting = undefined
    const { where } = this.#context
    const reader = new ChunkReader(withContinued(this.#stream, record, where), where)
    this.#put(row, column, this.#text(lineEnds(reader.text(reader.u16())), style))
  }

  #row(reader: ChunkReader): void {
    const row = reader.u16()
    reader.skip(10)
    if (reader.u8() & 0x20) this.#hiddenRows.push(row)
  }

  #columns(reader: ChunkReader): void {
    const first = reader.u16()
    const last = Math.min(reader.u16(), LAST_COLUMN)
    reader.skip(4)
    if ((reader.u8() & 1) !== 0 && last >= first) this.#hiddenColumns.push({ first, last })
  }

  #merge(reader: ChunkReader): void {
    const { cells } = this.#limits
    for (let count = reader.u16(); count > 0 && !reader.isAtEnd; count -= 1) {
      const [row, lastRow, column, lastColumn] = [reader.u16(), reader.u16(), reader.u16(), reader.u16()]
      if (this.#merges.length >= cells) throw limitExceeded(this.#context.where, '合并区域数', `${cells} 个`)
      if (lastRow >= row && lastColumn >= column) this.#merges.push({ row, column, lastRow, lastColumn })
    }
  }

  /** A comment is a note at a cell; its text belongs to a drawing with the same number. */
  #comment(record: BiffRecord, reader: ChunkReader): void {
    if (record.type === RECORD.drawingObject && record.data.length >= 8) {
      reader.skip(6)
      this.#object = reader.u16()
    } else if (record.type === RECORD.textObject && record.data.length >= 12) {
      const { where } = this.#context
      reader.skip(10)
      const length = reader.u16()
      const [, ...chunks] = withContinued(this.#stream, record, where)
      if (length > 0 && chunks.length > 0) {
        const text = new ChunkReader(chunks, where)
        this.#objectTexts.set(this.#object, lineEnds(text.characters(length, (text.u8() & 1) !== 0)))
      }
    } else if (record.type === RECORD.note && record.data.length >= 8) {
      const [row, column] = [reader.u16(), reader.u16()]
      reader.skip(2)
      this.#notes.push({ row, column, object: reader.u16() })
    }
  }
}

const LAST_COLUMN = 255

interface Content {
  readonly text: string
  readonly stored?: string
  readonly isError?: boolean
}

function booleanOrError(value: number, isError: number): Content {
  if (isError === 0) return { text: value === 0 ? 'FALSE' : 'TRUE' }
  return { text: ERRORS[value] ?? '#N/A', isError: true }
}

function doubleAt(data: Uint8Array, at: number): number {
  if (at + 8 > data.length) return Number.NaN
  return new DataView(data.buffer, data.byteOffset + at, 8).getFloat64(0, true)
}
