/** Tables in a sequence of rows: where one begins and ends, what stands above and below it. */
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import type { TableProfile } from '../../law/account-tables.ts'
import { filledCells, type Row, type RowCell } from '../rows.ts'
import { mayHold, TRAIT } from '../traits.ts'
import {
  departmentIn,
  headingPieces,
  isHeadingText,
  isOtherForm,
  looksLikeTitle,
  moneyUnit,
  tableCode,
  titleProfile,
} from './heading.ts'
import { isStatement, type NoteLine, startsNote } from './notes.ts'
import { isAmount, isColumnLabel, isColumnNumbers, isTotal } from './words.ts'

export interface Heading {
  title: Cell | undefined
  profile: TableProfile | undefined
  code: string
  codeCell: Cell | undefined
  unit: string
  unitAt: Position | undefined
  department: Cell | undefined
}

export interface Section {
  readonly heading: Heading
  /** Rows of grids, header included. */
  readonly rows: Row[]
  readonly notes: NoteLine[]
}

export const emptyHeading = (): Heading => ({
  title: undefined,
  profile: undefined,
  code: '',
  codeCell: undefined,
  unit: '',
  unitAt: undefined,
  department: undefined,
})

/** Takes what the text says into the heading; a new title begins a new heading. */
export const addToHeading = (heading: Heading, text: string, at: Position): void => {
  const profile = titleProfile(text)
  if (profile || looksLikeTitle(text)) {
    heading.title = { printed: text.replace(/\s+/g, ''), at }
    heading.profile = profile ?? heading.profile
  }
  const code = tableCode(text)
  if (code !== '') {
    heading.code = code
    heading.codeCell = { printed: code, at }
  }
  const unit = moneyUnit(text)
  if (unit !== '') {
    heading.unit = unit
    heading.unitAt = at
  }
  const department = departmentIn(text)
  if (department !== '') heading.department = { printed: department, at }
}

/** Different texts of a row: a merged cell that was taken apart counts once. */
export const distinctTexts = (row: Row): readonly RowCell[] => {
  const seen = new Set<string>()
  return filledCells(row).filter((cell) => {
    if (!cell.own || seen.has(cell.text)) return false
    seen.add(cell.text)
    return true
  })
}

const MOST_IN_HEADING = 5

export const isHeadingRow = (cells: readonly RowCell[]): boolean =>
  cells.length > 0 &&
  cells.length <= MOST_IN_HEADING &&
  cells.some((cell) => isHeadingText(cell.text) || (cells.length === 1 && looksLikeTitle(cell.text))) &&
  cells.filter((cell) => isColumnLabel(cell.text)).length < 2 &&
  !cells.some((cell) => isTotal(cell.text) || isColumnNumbers(cell.text)) &&
  cells.filter((cell) => isAmount(cell.text)).length <= 1

const LONG_NOTE = 12

const isNote = (cells: readonly RowCell[]): boolean =>
  cells.length > 0 &&
  cells.length <= 2 &&
  (startsNote(cells[0]!.text) || (cells[0]!.text.length >= LONG_NOTE && isStatement(cells[0]!.text)))

const labelsIn = (cells: readonly RowCell[]): number => cells.filter((cell) => isColumnLabel(cell.text)).length

const FEWEST_LABELS = 3
const FEWEST_UNDER_TITLE = 2

/** What may begin a table: its heading, or its header. */
const BEGINS = TRAIT.accountHeading | TRAIT.accountColumn

/** The walk over the rows; a section is kept when it has a table under its heading. */
class Sections {
  readonly found: Section[] = []
  private heading = emptyHeading()
  private section: Section | undefined
  private hasData = false
  private inNotes = false
  private gap = 0

  private begin(): void {
    this.section = { heading: this.heading, rows: [], notes: [] }
    this.found.push(this.section)
    this.heading = emptyHeading()
    this.hasData = false
    this.inNotes = false
  }

  private end(): void {
    this.section = undefined
    this.inNotes = false
  }

  private takeHeading(row: Row, cells: readonly RowCell[]): void {
    const startsTable = cells.some(
      (cell) => titleProfile(cell.text) || looksLikeTitle(cell.text) || tableCode(cell.text) !== '',
    )
    const isRepeated = this.section !== undefined && !startsTable
    if (isRepeated && row.kind !== 'paragraph') return
    if (this.section) this.end()
    for (const cell of cells) addToHeading(this.heading, cell.text, cell.at)
    this.gap = 0
  }

  private takeNote(cells: readonly RowCell[]): void {
    if (!this.section) return
    this.inNotes = true
    for (const cell of cells) this.section.notes.push({ text: cell.text, at: cell.at })
  }

  paragraph(row: Row, cells: readonly RowCell[]): void {
    const [cell] = cells
    if (!cell) return
    const goesOn = this.inNotes && /^\d+[.、．]/.test(cell.text)
    if (isHeadingRow(cells)) this.takeHeading(row, cells)
    else if (this.section && (isNote(cells) || goesOn)) this.takeNote(cells)
    else {
      this.end()
      // A heading counts for the table right under it, not for one behind pages of text.
      this.gap += 1
      if (this.gap > 1 || isOtherForm(cell.text)) this.heading = emptyHeading()
    }
  }

  /** A table goes on; rows without a trait of BEGINS may be its data. */
  get isOpen(): boolean {
    return this.section !== undefined
  }

  gridRow(row: Row, cells: readonly RowCell[]): void {
    const goesOn = this.inNotes && cells.length <= 2 && /^\d+[.、．]|。$/.test(cells[0]?.text ?? '')
    if (cells.length === 0) this.section?.rows.push(row)
    else if (isHeadingRow(cells)) this.takeHeading(row, cells)
    else if (this.section && ((this.hasBody() && isNote(cells)) || goesOn)) this.takeNote(cells)
    else this.tableRow(row, cells)
  }

  private tableRow(row: Row, cells: readonly RowCell[]): void {
    const labels = labelsIn(cells)
    if (labels >= FEWEST_LABELS && this.section && this.isOtherHeader(cells)) this.end()
    if (!this.section) {
      const isKnown = this.heading.title !== undefined || this.heading.code !== ''
      if (labels < (isKnown ? FEWEST_UNDER_TITLE : FEWEST_LABELS)) return
      this.begin()
    }
    this.section?.rows.push(row)
    if (cells.some((cell) => isAmount(cell.text) || (isTotal(cell.text) && labels < 2))) this.hasData = true
  }

  private hasBody(): boolean {
    return (this.section?.rows.length ?? 0) > 0
  }

  /** A header after data that is not the one of this table again. */
  private isOtherHeader(cells: readonly RowCell[]): boolean {
    if (!this.hasData && !this.inNotes) return false
    const first = this.section!.rows.slice(0, 4).flatMap((one) => filledCells(one).map((cell) => cell.text))
    return cells.some((cell) => !first.includes(cell.text))
  }
}

/** A paragraph whose lines were run together is its pieces. */
const piecesOf = (cells: readonly RowCell[]): readonly RowCell[] =>
  cells.flatMap((cell) => headingPieces(cell.text).map((text) => ({ ...cell, text })))

/** Every part of the document that may be a published table: rows of exact grids under their headings. */
export const sectionsOf = (rows: readonly Row[], isRead: (row: Row) => boolean): readonly Section[] => {
  const walk = new Sections()
  for (const row of rows) {
    if (!walk.isOpen && row.kind !== 'paragraph' && !mayHold(row, BEGINS) && isRead(row)) continue
    const cells = distinctTexts(row)
    if (row.kind === 'paragraph') for (const piece of piecesOf(cells)) walk.paragraph(row, [piece])
    else if (isRead(row)) walk.gridRow(row, cells)
    else if (cells[0]) walk.paragraph(row, [cells[0]])
  }
  return walk.found
}
