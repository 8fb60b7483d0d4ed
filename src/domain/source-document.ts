/**
 * What a reader hands on: paragraphs and grids in document order, each with a position that a person can find again.
 * A reader knows one file format and nothing of budgets; what is printed stays as printed (line breaks inside a cell
 * are kept as "\n", trailing and leading white space of a cell is kept out).
 */

/** Where something stands in a file. All numbers are 1-based, as a person counts. */
export interface Position {
  readonly page?: number
  readonly sheet?: string
  /** Line of a text file. */
  readonly line?: number
  /** n-th table of the document (nested tables count on their own). */
  readonly table?: number
  readonly row?: number
  readonly column?: number
  /** Spreadsheet address such as `H9`. */
  readonly cell?: string
  /** PDF rectangle in points, origin top left: x0, y0, x1, y1. */
  readonly box?: readonly [number, number, number, number]
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly at: Position
}

export interface GridCell {
  readonly text: string
  /** 0-based place in the grid; with `rowSpan`/`columnSpan` ≥ 1 the cell covers a rectangle. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly at: Position
  /** Tables that stand inside this cell, in order; their text is not repeated in `text`. */
  readonly nested?: readonly Grid[]
  /** A number cell of a spreadsheet: the stored value as exact decimal text, when it differs from what is printed. */
  readonly stored?: string
  /** A spreadsheet formula, without the equals sign. */
  readonly formula?: string
  /** True when a reader is not sure of the text or the place (scan, damaged font map …). */
  readonly unsure?: boolean
}

/**
 * A table.
 * - `exact`: rows, columns and spans are those of the file.
 * - `ragged`: only the order of the cells in each row is sure; merged or empty cells may have been dropped by whoever
 *   made the text, so a cell's column is its index in the row and carries no meaning of its own.
 */
export interface Grid {
  readonly kind: 'grid'
  readonly structure: 'exact' | 'ragged'
  readonly rows: number
  readonly columns: number
  /** In reading order (row by row, left to right); a covered place has no cell of its own. */
  readonly cells: readonly GridCell[]
  readonly at: Position
}

/**
 * Lines of text whose cells are separated by single spaces or not at all (PDF text that was saved as .txt).
 * A blank line in the file is kept as an empty `text`, because it is often all that is left of a row border.
 */
export interface TextLines {
  readonly kind: 'lines'
  readonly lines: readonly { readonly text: string; readonly at: Position }[]
  readonly at: Position
}

export type Block = Paragraph | Grid | TextLines

export type SourceFormat = 'txt' | 'md' | 'html' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'pdf' | 'ofd'

/** Something a person must know about the reading itself (hidden sheet, tracked change, page without text …). */
export interface ReaderNote {
  readonly code:
    | 'hidden-sheet'
    | 'hidden-row'
    | 'hidden-column'
    | 'comment'
    | 'tracked-change'
    | 'external-link'
    | 'formula-error'
    | 'page-without-text'
    | 'scanned-page'
    | 'undecodable-bytes'
    | 'mislabelled'
    | 'truncated'
    | 'limit'
  readonly message: string
  readonly messageEn: string
  readonly at: Position
}

export interface SourceDocument {
  /** Name as given by the user (a path or a file name). */
  readonly file: string
  readonly format: SourceFormat
  /** Text encoding, for text formats. */
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  readonly pages?: number
  readonly sheets?: readonly string[]
  readonly blocks: readonly Block[]
  readonly notes: readonly ReaderNote[]
}
