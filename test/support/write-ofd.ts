/**
 * Forms as .ofd: text by characters with their steps, and lines, the way invoice and office programs write pages. No program
 * at hand writes OFD, so this small writer stands for them; objects alternate between the ways the standard allows.
 */
import { strToU8, zipSync } from 'fflate'
import { type DrawnCell, drawForm, type PrintedForm } from './printed-form.ts'

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
/** Millimetres. */
const PAGE_WIDTH = 297
const MARGIN = 12
const SIZE = 3.2
const LINE = 4.6
const WIDTHS = [20, 24, 28, 46, 40, 40, 20, 20, 35]
const TITLE = '项目支出绩效自评表'

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const widthOf = (char: string): number => (char.codePointAt(0)! >= 0x2e80 ? SIZE : 0.55 * SIZE)
const number = (value: number): string => String(Math.round(value * 1000) / 1000)

/** The text in lines that fit the width. */
const wrap = (text: string, width: number): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines = ['']
    let used = 0
    for (const char of paragraph) {
      if (used + widthOf(char) > width && lines.at(-1) !== '') {
        lines.push('')
        used = 0
      }
      lines[lines.length - 1] += char
      used += widthOf(char)
    }
    return lines
  })

/** Steps between the characters, equal ones in the short form. */
const steps = (text: string, scale: number): string => {
  const widths = [...text].slice(0, -1).map((char) => number(widthOf(char) * scale))
  const parts: string[] = []
  for (let i = 0; i < widths.length; ) {
    let end = i
    while (widths[end] === widths[i]) end += 1
    parts.push(end - i > 2 ? `g ${end - i} ${widths[i]}` : widths.slice(i, end).join(' '))
    i = end
  }
  return parts.join(' ')
}

class OfdPage {
  readonly objects: string[] = []
  #id = 100

  text(text: string, x: number, y: number): void {
    if (text === '') return
    this.#id += 1
    // Every second text is written in points with a matrix that makes millimetres of them.
    const scale = this.#id % 2 === 0 ? 1 : 72 / 25.4
    const matrix = scale === 1 ? '' : ` CTM="${number(1 / scale)} 0 0 ${number(1 / scale)} 0 0"`
    const delta = text.length > 1 ? ` DeltaX="${steps(text, scale)}"` : ''
    this.objects.push(
      `<ofd:TextObject ID="${this.#id}" Boundary="${number(x)} ${number(y)} 100 ${number(SIZE * 1.3)}" Font="1" Size="${number(SIZE * scale)}"${matrix}><ofd:TextCode X="0" Y="${number(SIZE * 0.86 * scale)}"${delta}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`,
    )
  }

  /** A line from one place to another: a stroke, or a thin filled box. */
  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#id += 1
    const [w, h] = [x1 - x0, y1 - y0]
    const box = (width: number, height: number): string =>
      `Boundary="${number(x0 - 0.1)} ${number(y0 - 0.1)} ${number(width + 0.2)} ${number(height + 0.2)}"`
    const [a, b, c, d] = [0.1, 0.1, 0.1 + Math.max(w, 0.1), 0.1 + Math.max(h, 0.1)].map(number)
    this.objects.push(
      this.#id % 3 === 0
        ? `<ofd:PathObject ID="${this.#id}" ${box(w, h)} Stroke="false" Fill="true"><ofd:AbbreviatedData>M ${a} ${b} L ${c} ${b} L ${c} ${d} L ${a} ${d} C</ofd:AbbreviatedData></ofd:PathObject>`
        : `<ofd:PathObject ID="${this.#id}" ${box(w, h)} LineWidth="0.2"><ofd:AbbreviatedData>M 0.1 0.1 L ${number(0.1 + w)} ${number(0.1 + h)}</ofd:AbbreviatedData></ofd:PathObject>`,
    )
  }
}

const sum = (values: readonly number[], from: number, to: number): number =>
  values.slice(from, to).reduce((all, value) => all + value, 0)

const linesOf = ({ text, column, columnSpan }: DrawnCell): string[] =>
  wrap(text, sum(WIDTHS, column, column + columnSpan) - 2)

/** Rows high enough for the lines of their cells; a merged cell that needs more makes its last row higher. */
const rowHeights = (cells: readonly DrawnCell[], rows: number): number[] => {
  const heights = Array<number>(rows).fill(LINE + 2)
  for (const cell of [...cells].sort((one, other) => one.rowSpan - other.rowSpan)) {
    const end = cell.row + cell.rowSpan
    const missing = linesOf(cell).length * LINE + 2 - sum(heights, cell.row, end)
    if (missing > 0) heights[end - 1]! += missing
  }
  return heights
}

const drawPage = (form: PrintedForm): { page: OfdPage; height: number } => {
  const { cells, rows } = drawForm(form)
  const heights = rowHeights(cells, rows)
  const page = new OfdPage()
  const top = 46
  page.text(`（${form.year}年度）`, 130, 38)
  for (const cell of cells) {
    const x0 = MARGIN + sum(WIDTHS, 0, cell.column)
    const y0 = top + sum(heights, 0, cell.row)
    const x1 = x0 + sum(WIDTHS, cell.column, cell.column + cell.columnSpan)
    const y1 = y0 + sum(heights, cell.row, cell.row + cell.rowSpan)
    page.line(x0, y0, x1, y0)
    page.line(x0, y1, x1, y1)
    page.line(x0, y0, x0, y1)
    page.line(x1, y0, x1, y1)
    linesOf(cell).forEach((line, i) => void page.text(line, x0 + 1, y0 + 1 + i * LINE))
  }
  return { page, height: top + sum(heights, 0, rows) + 20 }
}

/** A package with these parts of XML; for tests of single objects. */
export const ofdOf = (
  pages: readonly string[],
  more: Readonly<Record<string, string>> = {},
  common = '',
): Uint8Array => {
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')
  const parts: Record<string, string> = {
    'OFD.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${NAMESPACE} DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...more,
  }
  pages.forEach((xml, i) => {
    parts[`Doc_0/Pages/Page_${i}/Content.xml`] = `<ofd:Page ${NAMESPACE}>${xml}</ofd:Page>`
  })
  const entries = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2020, 0, 1) })
}

export const ofdLayer = (objects: string): string =>
  `<ofd:Content><ofd:Layer ID="2" Type="Body">${objects}</ofd:Layer></ofd:Content>`

/** One page a form; the title comes from a template. */
export const toOfd = (forms: readonly PrintedForm[]): Uint8Array => {
  const pages = forms.map((form) => {
    const { page, height } = drawPage(form)
    const area = `<ofd:Area><ofd:PhysicalBox>0 0 ${PAGE_WIDTH} ${number(height)}</ofd:PhysicalBox></ofd:Area>`
    return `${area}<ofd:Template TemplateID="90" ZOrder="Background"/>${ofdLayer(page.objects.join(''))}`
  })
  const title = new OfdPage()
  title.text(TITLE, 120, 30)
  return ofdOf(
    pages,
    { 'Doc_0/Tpls/Tpl_0/Content.xml': `<ofd:Page ${NAMESPACE}>${ofdLayer(title.objects.join(''))}</ofd:Page>` },
    '<ofd:TemplatePage ID="90" Name="Page" BaseLoc="Tpls/Tpl_0/Content.xml"/>',
  )
}
