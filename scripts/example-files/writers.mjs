// The form layout in each file format, the way departments make such files.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { writeXlsx } from 'hucre'
import { COLUMNS, layout, titleOf } from './layout.mjs'

const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312' }

const docxCell = ({ text, columnSpan, rowSpan, isLabel }) =>
  new TableCell({
    columnSpan,
    rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: text.length > 24 ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ text, bold: isLabel, size: 18, font: FONT })],
      }),
    ],
  })

const docxForm = (form, department, year, isFirst) => [
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    alignment: AlignmentType.CENTER,
    pageBreakBefore: !isFirst,
    children: [
      new TextRun({ text: titleOf(year), size: 32, font: { ascii: 'Times New Roman', eastAsia: '方正小标宋简体' } }),
    ],
  }),
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: layout(form, department).map((row) => new TableRow({ children: row.map(docxCell) })),
  }),
]

export const writeDocx = (forms, { department, year }) =>
  Packer.toBuffer(
    new Document({ sections: [{ children: forms.flatMap((form, i) => docxForm(form, department, year, i === 0)) }] }),
  )

/** Cells with their place in the grid: [row, column, cell]. */
const placed = (rows) => {
  const taken = new Set()
  const cells = []
  rows.forEach((row, r) => {
    let c = 0
    for (const cell of row) {
      while (taken.has(`${r},${c}`)) c++
      for (let i = 0; i < cell.rowSpan; i++) for (let k = 0; k < cell.columnSpan; k++) taken.add(`${r + i},${c + k}`)
      cells.push([r, c, cell])
      c += cell.columnSpan
    }
  })
  return cells
}

const THIN = { style: 'thin', color: { rgb: '000000' } }
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN }
const CENTRED = { horizontal: 'center', vertical: 'center', wrapText: true }

const isNumber = (text) => /^\d+(?:\.\d+)?$/.test(text)
/** Numbers are number cells with as many decimals as printed, as a clerk's sheet has them. */
const numberFormat = (text) => `0${text.includes('.') ? `.${'0'.repeat(text.split('.')[1].length)}` : ''}`

const sheetOf = (form, department, year) => {
  const rows = layout(form, department)
  const values = Array.from({ length: rows.length + 1 }, () => Array.from({ length: COLUMNS }, () => null))
  const cells = new Map()
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: COLUMNS - 1 }]
  values[0][0] = titleOf(year)
  cells.set('0,0', { style: { font: { bold: true, size: 16 }, alignment: CENTRED } })
  for (const [r, c, { text, rowSpan, columnSpan, isLabel }] of placed(rows)) {
    const isPhone = text === form.phone
    values[r + 1][c] = isNumber(text) && !isPhone ? Number(text) : text
    const style = { border: BORDER, alignment: CENTRED, font: { size: 10, bold: isLabel } }
    cells.set(`${r + 1},${c}`, { style: isNumber(text) && !isPhone ? { ...style, numFmt: numberFormat(text) } : style })
    if (rowSpan > 1 || columnSpan > 1)
      merges.push({ startRow: r + 1, startCol: c, endRow: r + rowSpan, endCol: c + columnSpan - 1 })
  }
  return {
    name: form.projectName,
    columns: [14, 12, 16, 18, 14, 14, 8, 10, 24].map((width) => ({ width })),
    rows: values,
    cells,
    merges,
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
  }
}

export const writeWorkbook = (forms, { department, year }) =>
  writeXlsx({ sheets: forms.map((form) => sheetOf(form, department, year)) })

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const htmlTable = (rows) =>
  rows
    .map((row) => {
      const cells = row.map(({ text, rowSpan, columnSpan }) => {
        const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
        return `<td${spans}><p>${escaped(text)}</p></td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    .join('\n')

export const writeHtml = (forms, { department, year }) => `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${department}${year}年度项目绩效自评公开</title></head>
<body>
<div class="article">
<h1>${department}${year}年度项目绩效自评公开</h1>
${forms.map((form) => `<p style="text-align:center"><strong>${titleOf(year)}</strong></p>\n<table border="1">\n${htmlTable(layout(form, department))}\n</table>`).join('\n')}
</div>
</body>
</html>
`

/** As text copied out of a published page: cells by tabs, merged cells gone. */
export const writeText = (forms, { department, year }) =>
  `${department}${year}年度项目支出绩效自评情况\n\n${forms
    .map((form) => {
      const rows = layout(form, department).map((row) => row.map(({ text }) => text).join('\t'))
      return `${titleOf(year)}\n\n${rows.join('\n')}\n`
    })
    .join('\n')}`

export const writeMarkdown = (forms, { department, year }) =>
  `# ${department}${year}年度项目支出绩效自评\n\n${forms
    .map((form) => {
      const rows = layout(form, department)
      const grid = Array.from({ length: rows.length }, () => Array.from({ length: COLUMNS }, () => ''))
      for (const [r, c, { text }] of placed(rows)) grid[r][c] = text
      const lines = grid.map((row) => `| ${row.join(' | ')} |`)
      return `## ${titleOf(year)}\n\n${[lines[0], `|${'---|'.repeat(COLUMNS)}`, ...lines.slice(1)].join('\n')}\n`
    })
    .join('\n')}`
