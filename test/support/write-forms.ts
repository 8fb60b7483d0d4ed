/** Forms, sheets and tables written to the formats that offices use, from one drawing. For fixtures, round trips, mutation and speed. */
import { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { writeXlsx } from 'hucre'
import { type DrawnCell, type DrawnTable, drawForm, type PrintedForm } from './printed-form.ts'

/** What is printed one below the other: lines above a table, the table, lines under it. */
export interface DrawnPart {
  readonly above: readonly string[]
  readonly table: DrawnTable
  readonly under?: readonly string[]
}

const TITLE = '项目支出绩效自评表'

const formPart = (form: PrintedForm): DrawnPart => ({ above: [TITLE, `（${form.year}年度）`], table: drawForm(form) })

const rowsOf = (drawn: DrawnTable): readonly (readonly DrawnCell[])[] => {
  const rows: DrawnCell[][] = Array.from({ length: drawn.rows }, () => [])
  for (const cell of drawn.cells) rows[cell.row]!.push(cell)
  return rows.map((cells) => cells.sort((a, b) => a.column - b.column))
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')

const htmlPart = ({ above, table, under = [] }: DrawnPart): string => {
  const cell = ({ text, rowSpan, columnSpan }: DrawnCell): string => {
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
    return `<td${spans}>${escapeHtml(text)}</td>`
  }
  const lines = (texts: readonly string[]): string => texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('')
  const rows = rowsOf(table).map((cells) => `<tr>${cells.map(cell).join('')}</tr>`)
  return `${lines(above)}<table border="1">${rows.join('\n')}</table>${lines(under)}`
}

export const partsToHtml = (parts: readonly DrawnPart[]): Uint8Array =>
  new TextEncoder().encode(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${parts.map(htmlPart).join('\n')}</html>`,
  )

export const toHtml = (forms: readonly PrintedForm[]): Uint8Array => partsToHtml(forms.map(formPart))

const docxTable = (drawn: DrawnTable): Table => {
  const cell = ({ text, rowSpan, columnSpan }: DrawnCell): TableCell =>
    new TableCell({
      rowSpan,
      columnSpan,
      children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line, size: 18 })] })),
    })
  const rows = rowsOf(drawn).map((cells) => new TableRow({ cantSplit: false, children: cells.map(cell) }))
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows })
}

export const partsToDocx = async (
  parts: readonly DrawnPart[],
  orientation: 'portrait' | 'landscape' = 'portrait',
): Promise<Uint8Array> => {
  const children = parts.flatMap(({ above, table, under = [] }, i) => [
    ...above.map((text, j) => new Paragraph({ pageBreakBefore: i > 0 && j === 0, children: [new TextRun(text)] })),
    docxTable(table),
    ...under.map((text) => new Paragraph(text)),
  ])
  const properties = {
    page: {
      size: { orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
      margin: { left: 900, right: 900, top: 900, bottom: 900 },
    },
  }
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ properties, children }] })))
}

export const toDocx = (forms: readonly PrintedForm[]): Promise<Uint8Array> => partsToDocx(forms.map(formPart))

/** One sheet a part, every value as text, the lines above in its first rows. */
export const partsToXlsx = async (parts: readonly DrawnPart[]): Promise<Uint8Array> => {
  const sheets = parts.map(({ above, table, under = [] }, i) => {
    const rows: (string | null)[][] = Array.from({ length: above.length + table.rows + under.length }, () =>
      Array<string | null>(table.columns).fill(null),
    )
    above.forEach((text, row) => void (rows[row]![0] = text))
    under.forEach((text, row) => void (rows[above.length + table.rows + row]![0] = text))
    const merges = []
    for (const { text, row: tableRow, column, rowSpan, columnSpan } of table.cells) {
      const row = tableRow + above.length
      rows[row]![column] = text === '' ? null : text
      if (rowSpan > 1 || columnSpan > 1)
        merges.push({ startRow: row, startCol: column, endRow: row + rowSpan - 1, endCol: column + columnSpan - 1 })
    }
    return { name: `表${i + 1}`, rows, merges }
  })
  return writeXlsx({ sheets })
}

export const toXlsx = (forms: readonly PrintedForm[]): Promise<Uint8Array> => partsToXlsx(forms.map(formPart))

/** Tab-separated rows the way a table pasted into a text file looks: a merged cell leaves blanks behind. */
export const partsToTabs = (parts: readonly DrawnPart[]): Uint8Array => {
  const textOf = ({ above, table, under = [] }: DrawnPart): string => {
    const lines = rowsOf(table).map((cells) => {
      const places = Array<string>(table.columns).fill('')
      for (const cell of cells) places[cell.column] = cell.text.replaceAll('\n', ' ')
      return places.join('\t')
    })
    return `${[...above, ...lines, ...under].join('\n')}\n\n`
  }
  return new TextEncoder().encode(parts.map(textOf).join(''))
}

export const toTabs = (forms: readonly PrintedForm[]): Uint8Array => partsToTabs(forms.map(formPart))

/** One cell a line with a leading tab, a blank line after each row. */
export const toCellLines = (forms: readonly PrintedForm[]): Uint8Array => {
  const table = (form: PrintedForm): string => {
    const drawn = drawForm(form)
    const rows = rowsOf(drawn).map((cells) => {
      const covered = cells[0]!.column
      const blanks = Array<string>(covered).fill('\t')
      return [...blanks, ...cells.map((cell) => `\t${cell.text}`)].join('\n')
    })
    return `${TITLE}\n\n（${form.year}年度）\n${rows.join('\n\n')}\n\n`
  }
  return new TextEncoder().encode(forms.map(table).join('\n'))
}
