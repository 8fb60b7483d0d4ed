import { limitExceeded, type ReaderLimits } from '../limits.ts'
import type { XmlHandler, XmlTag } from '../xml/scan.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { scanPart } from '../zip/package.ts'
import { MAX_COLUMNS, MAX_ROWS, parseAddress } from './address.ts'
import { type DecimalText, parseStored, plainText } from './number-format/decimal-text.ts'
import { moveFormula } from './shared-formula.ts'
import { cleanText } from './strings.ts'
import type { CellFormats } from './styles.ts'
import { isTrue } from './workbook.ts'

export interface SheetCell {
  readonly column: number
  /** As printed, without white space at its ends. */
  readonly text: string
  readonly stored?: string
  readonly formula?: string
}

export interface Range {
  readonly row: number
  readonly column: number
  readonly lastRow: number
  readonly lastColumn: number
}

/** A worksheet as the file has it: cells that hold something, by row; all numbers 0-based. */
export interface SheetScan {
  readonly rows: ReadonlyMap<number, readonly SheetCell[]>
  readonly merges: readonly Range[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[]
  readonly errors: readonly { readonly row: number; readonly column: number; readonly text: string }[]
}

export interface SheetContext {
  /** The file, for messages. */
  readonly where: string
  readonly strings: readonly string[]
  readonly formats: CellFormats
  /** Counts down over all sheets of the file. */
  readonly budget: { cells: number; formulaCharacters: number }
}

interface OpenCell {
  type: string
  style: number
  value: string
  inline: string
  formula: string
  sharedIndex: string | undefined
}

interface SharedFormula {
  readonly formula: string
  readonly row: number
  readonly column: number
}

export function scanSheet(archive: ZipArchive, part: string, context: SheetContext, limits: ReaderLimits): SheetScan {
  const scan = new SheetReading(`${archive.where}!${part}`, context, limits)
  scanPart(archive, part, scan, limits)
  return scan
}

class SheetReading implements XmlHandler, SheetScan {
  wantsText = false
  readonly rows = new Map<number, SheetCell[]>()
  readonly merges: Range[] = []
  readonly hiddenRows: number[] = []
  readonly hiddenColumns: { first: number; last: number }[] = []
  readonly errors: { row: number; column: number; text: string }[] = []
  readonly #where: string
  readonly #context: SheetContext
  readonly #limits: ReaderLimits
  readonly #shared = new Map<string, SharedFormula>()
  readonly #cell: OpenCell = { type: '', style: 0, value: '', inline: '', formula: '', sharedIndex: undefined }
  #row = -1
  #column = -1
  #cellsRow = -1
  #cells: SheetCell[] = []
  #into: 'value' | 'inline' | 'formula' = 'value'
  #isReading = false

  constructor(where: string, context: SheetContext, limits: ReaderLimits) {
    this.#where = where
    this.#context = context
    this.#limits = limits
  }

  open(name: string, tag: XmlTag): void {
    switch (name) {
      case 's:c':
        this.#openCell(tag)
        break
      case 's:v':
        this.#take('value')
        break
      case 's:f':
        this.#cell.sharedIndex = tag.attribute('t') === 'shared' ? tag.attribute('si') : undefined
        this.#take('formula')
        break
      case 's:t':
        if (!this.#isReading) this.#take('inline')
        break
      case 's:rPh':
        this.#isReading = true
        break
      case 's:row':
        this.#openRow(tag)
        break
      case 's:mergeCell':
        this.#merge(tag.attribute('ref') ?? '')
        break
      case 's:col':
        if (isTrue(tag.attribute('hidden'))) this.#hideColumns(tag)
    }
  }

  close(name: string): void {
    this.wantsText = false
    if (name === 's:c') this.#closeCell()
    else if (name === 's:rPh') this.#isReading = false
  }

  text(piece: string): void {
    this.#cell[this.#into] += piece
  }

  #take(into: 'value' | 'inline' | 'formula'): void {
    this.#into = into
    this.wantsText = true
  }

  #openRow(tag: XmlTag): void {
    const stated = Number.parseInt(tag.attribute('r') ?? '', 10)
    this.#row = Number.isNaN(stated) ? this.#row + 1 : stated - 1
    this.#column = -1
    if (this.#row < 0 || this.#row >= MAX_ROWS) throw limitExceeded(this.#where, '行号', `${MAX_ROWS}`)
    if (isTrue(tag.attribute('hidden'))) this.hiddenRows.push(this.#row)
  }

  #openCell(tag: XmlTag): void {
    const place = parseAddress(tag.attribute('r') ?? '')
    if (place) {
      this.#row = place.row
      this.#column = place.column
    } else this.#column += 1
    if (this.#row < 0 || this.#column >= MAX_COLUMNS) throw limitExceeded(this.#where, '列号', `${MAX_COLUMNS}`)
    const cell = this.#cell
    cell.type = tag.attribute('t') ?? 'n'
    cell.style = Number(tag.attribute('s') ?? '0')
    cell.value = ''
    cell.inline = ''
    cell.formula = ''
    cell.sharedIndex = undefined
  }

  #closeCell(): void {
    const cell = this.#cell
    if (cell.value === '' && cell.inline === '' && cell.formula === '' && cell.sharedIndex === undefined) return
    const budget = this.#context.budget
    budget.cells -= 1
    if (budget.cells < 0) throw limitExceeded(this.#where, '单元格数', `${this.#limits.cells} 个`)
    const { text, stored } = this.#content()
    const formula = this.#formula()
    if (formula !== undefined) this.#spendFormula(formula.length)
    if (text === '' && stored === undefined && formula === undefined) return
    const column = this.#column
    if (cell.type === 'e') this.errors.push({ row: this.#row, column, text })
    const row = this.#currentRow()
    if (formula !== undefined)
      row.push(stored === undefined ? { column, text, formula } : { column, text, stored, formula })
    else row.push(stored === undefined ? { column, text } : { column, text, stored })
  }

  #currentRow(): SheetCell[] {
    if (this.#row === this.#cellsRow) return this.#cells
    this.#cellsRow = this.#row
    const known = this.rows.get(this.#row)
    this.#cells = known ?? []
    if (known === undefined) this.rows.set(this.#row, this.#cells)
    return this.#cells
  }

  #content(): { text: string; stored?: string } {
    const { type, value, inline, style } = this.#cell
    if (type === 's') return this.#printed(this.#context.strings[Number(value)] ?? '', style)
    if (type === 'inlineStr') return this.#printed(cleanText(inline), style)
    if (type === 'str') return this.#printed(cleanText(value), style)
    if (type === 'b') return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' }
    if (type === 'e' || type === 'd') return { text: value.trim() }
    // Most figures of a form print as they are stored; the way over digits and scale is for the others.
    if (isShortPlain(value) && this.#context.formats.of(style).isGeneral) return { text: value }
    const number = parseStored(value)
    return number ? this.#number(number, style) : { text: value.trim() }
  }

  #printed(text: string, style: number): { text: string } {
    return { text: (style === 0 ? text : this.#context.formats.of(style).text(text)).trim() }
  }

  /** A date's stored value is a count of days: no figure of the document, so it is not handed on. */
  #number(number: DecimalText, style: number): { text: string; stored?: string } {
    const format = this.#context.formats.of(style)
    const text = format.number(number)
    if (format.isDate) return { text }
    const stored = plainText(number)
    return stored === text ? { text } : { text, stored }
  }

  #formula(): string | undefined {
    const { formula, sharedIndex } = this.#cell
    if (sharedIndex === undefined) return formula === '' ? undefined : formula
    const row = this.#row
    const column = this.#column
    if (formula !== '') {
      this.#shared.set(sharedIndex, { formula, row, column })
      return formula
    }
    const shared = this.#shared.get(sharedIndex)
    return shared && moveFormula(shared.formula, row - shared.row, column - shared.column)
  }

  #spendFormula(length: number): void {
    const { budget } = this.#context
    budget.formulaCharacters -= length
    if (budget.formulaCharacters >= 0) return
    throw limitExceeded(this.#where, '公式总长度', `${this.#limits.formulaCharacters} 字`)
  }

  #merge(ref: string): void {
    const colon = ref.indexOf(':')
    const start = parseAddress(colon < 0 ? ref : ref.slice(0, colon))
    const end = colon < 0 ? start : parseAddress(ref.slice(colon + 1))
    if (start === undefined || end === undefined) return
    if (this.merges.length >= this.#limits.cells)
      throw limitExceeded(this.#where, '合并区域数', `${this.#limits.cells} 个`)
    const range = { row: start.row, column: start.column, lastRow: end.row, lastColumn: end.column }
    if (range.lastRow >= range.row && range.lastColumn >= range.column) this.merges.push(range)
  }

  #hideColumns(tag: XmlTag): void {
    const first = Number(tag.attribute('min'))
    const last = Number(tag.attribute('max'))
    if (first >= 1 && last >= first)
      this.hiddenColumns.push({ first: first - 1, last: Math.min(last, MAX_COLUMNS) - 1 })
  }
}

/** A number such as `12` or `0.85` that the General format prints as it stands. */
function isShortPlain(value: string): boolean {
  if (value.length === 0 || value.length > 10) return false
  const isWhole = value.indexOf('.') < 0
  if (!isWhole && (value.endsWith('0') || value.endsWith('.') || value.charCodeAt(0) === 46)) return false
  if (value.charCodeAt(0) === 48 && value.length > 1 && value.charCodeAt(1) !== 46) return false
  let points = 0
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at)
    if (code === 46) points += 1
    else if (code < 48 || code > 57) return false
  }
  // 0.0000123 goes over to an exponent.
  return points <= 1 && !value.startsWith('0.0000')
}
