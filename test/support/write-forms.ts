/** Forms written to the formats that offices use, from one drawing. For fixtures, round trips, mutation and speed. */
import { Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { writeXlsx } from 'hucre'
import { type DrawnCell, type DrawnTable, drawForm, type PrintedForm } from './printed-form.ts'

const TITLE = '项目支出绩效自评表'

const rowsOf = (drawn: DrawnTable): readonly (readonly DrawnCell[])[] =>
  Array.from({ length: drawn.rows }, (_, row) =>
    drawn.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
  )

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')

const htmlTable = (form: PrintedForm): string => {
  const cell = ({ text, rowSpan, columnSpan }: DrawnCell): string => {
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
    return `<td${spans}>${escapeHtml(text)}</td>`
  }
  const rows = rowsOf(drawForm(form)).map((cells) => `<tr>${cells.map(cell).join('')}</tr>`)
  return `<p>${TITLE}</p><p>（${form.year}年度）</p><table border="1">${rows.join('\n')}</table>`
}

export const toHtml = (forms: readonly PrintedForm[]): Uint8Array =>
  new TextEncoder().encode(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${forms.map(htmlTable).join('\n')}</html>`,
  )

const docxTable = (form: PrintedForm): Table => {
  const cell = ({ text, rowSpan, columnSpan }: DrawnCell): TableCell =>
    new TableCell({
      rowSpan,
      columnSpan,
      children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line, size: 18 })] })),
    })
  const rows = rowsOf(drawForm(form)).map((cells) => new TableRow({ cantSplit: false, children: cells.map(cell) }))
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows })
}

export const toDocx = async (forms: readonly PrintedForm[]): Promise<Uint8Array> => {
  const children = forms.flatMap((form, i) => [
    new Paragraph({ pageBreakBefore: i > 0, children: [new TextRun(TITLE)] }),
    new Paragraph(`（${form.year}年度）`),
    docxTable(form),
  ])
  const properties = {
    page: { size: { orientation: PageOrientation.PORTRAIT }, margin: { left: 900, right: 900, top: 900, bottom: 900 } },
  }
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ properties, children }] })))
}

/** One sheet a form, every value as text, title rows above the table. */
export const toXlsx = async (forms: readonly PrintedForm[]): Promise<Uint8Array> => {
  const sheets = forms.map((form, i) => {
    const drawn = drawForm(form)
    const rows: (string | null)[][] = Array.from({ length: drawn.rows + 2 }, () =>
      Array<string | null>(drawn.columns).fill(null),
    )
    rows[0]![0] = TITLE
    rows[1]![0] = `（${form.year}年度）`
    const merges = []
    for (const { text, row, column, rowSpan, columnSpan } of drawn.cells) {
      rows[row + 2]![column] = text === '' ? null : text
      if (rowSpan > 1 || columnSpan > 1)
        merges.push({ startRow: row + 2, startCol: column, endRow: row + 1 + rowSpan, endCol: column + columnSpan - 1 })
    }
    return { name: `表${i + 1}`, rows, merges }
  })
  return writeXlsx({ sheets })
}

/** Tab-separated rows the way a table pasted into a text file looks: a merged cell leaves blanks behind. */
export const toTabs = (forms: readonly PrintedForm[]): Uint8Array => {
  const table = (form: PrintedForm): string => {
    const drawn = drawForm(form)
    const lines = rowsOf(drawn).map((cells) => {
      const places = Array<string>(drawn.columns).fill('')
      for (const cell of cells) places[cell.column] = cell.text.replaceAll('\n', ' ')
      return places.join('\t')
    })
    return `${TITLE}\n（${form.year}年度）\n${lines.join('\n')}\n\n`
  }
  return new TextEncoder().encode(forms.map(table).join(''))
}

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
