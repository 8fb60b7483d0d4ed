import { columnName, MAX_COLUMNS, MAX_ROWS, parseAddress } from './address.ts'

/** Strings and quoted sheet names are left alone; function names and names with digits are told by what follows. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$])\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w(.])/g

/** The formula of a cell that shares it with another one, `rows` below and `columns` right of that one. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECES, (piece) => {
    if (piece.startsWith('"') || piece.startsWith("'")) return piece
    const place = parseAddress(piece)
    if (place === undefined) return piece
    const isColumnFixed = piece.startsWith('$')
    const isRowFixed = piece.indexOf('$', 1) > 0
    const column = isColumnFixed ? place.column : place.column + columns
    const row = isRowFixed ? place.row : place.row + rows
    if (column < 0 || row < 0 || column >= MAX_COLUMNS || row >= MAX_ROWS) return '#REF!'
    return `${isColumnFixed ? '$' : ''}${columnName(column)}${isRowFixed ? '$' : ''}${row + 1}`
  })
}
