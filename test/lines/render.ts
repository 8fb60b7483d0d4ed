/**
 * Prints a form the way PDF text comes out: cells of given widths, wrapped, then read cell after cell or line by line across
 * the page.
 */
import type { SyntheticForm, SyntheticRow } from './synthetic-form.ts'

export interface RenderStyle {
  /** Cell after cell, as the file stores it; or line by line across the page. */
  order: 'cells' | 'visual'
  /** A blank line where the text goes down, none where it goes up; or no blank lines at all. */
  blanks: boolean
  align: 'middle' | 'top'
  widths: Record<keyof SyntheticRow, number>
  goalWidths: [number, number]
  headWidth: number
  labelWidth: number
  /** Lines of a page; 0 for one endless page. */
  page: number
  pageNumbers: boolean
  /** How a new page shows: a form feed, or a space before its first line. */
  pageMark: '\f' | ' ' | ''
  repeatHeader: boolean
  hasDeviation: boolean
  /** A space between digits and Han characters. */
  autospace: boolean
}

interface Piece {
  text: string
  /** In half lines. */
  y: number
  x: number
  row: number
}

interface BoxCell {
  text: string
  width: number
  /** Rows that the cell covers. */
  rows: number
}

type BoxRow = (BoxCell | undefined)[]

const CLOSING = /^[，。；：、！？）”》%]/
const OPENING = /[（“《]$/

export function wrap(text: string, width: number): string[] {
  const units = text.match(/[（“《]*(?:[0-9A-Za-z.,]+|[^ ])[，。；：、！？）”》%]*| /gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const unit of units) {
    if (line !== '' && widthOf(line + unit) > width && unit !== ' ' && !CLOSING.test(unit) && !OPENING.test(line)) {
      lines.push(line.trim())
      line = ''
    }
    line += unit
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}

export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += char === ' ' ? 0.5 : char.charCodeAt(0) < 0x2000 ? 1 : 2
  return width
}

export function renderForm(form: SyntheticForm, style: RenderStyle): string {
  const space = (text: string): string =>
    style.autospace
      ? text.replace(/([\u4e00-\u9fff])([0-9A-Za-z])/g, '$1 $2').replace(/([0-9A-Za-z%])([\u4e00-\u9fff])/g, '$1 $2')
      : text
  const cell = (text: string, width: number, rows = 1): BoxCell => ({ text: space(text), width, rows })
  const boxes: { rows: BoxRow[]; isHeader?: boolean }[] = []
  for (let index = 0; index < form.head.length; index += index === 0 && form.head[1]?.[1] !== 'projectAmount' ? 1 : 2) {
    const fields =
      index === 0 && form.head[1]?.[1] !== 'projectAmount' ? form.head.slice(0, 1) : form.head.slice(index, index + 2)
    boxes.push({ rows: [fields.flatMap(([label, , value]) => [cell(label, 20), cell(value, style.headWidth)])] })
  }
  const fundHeader = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']
  boxes.push({
    rows: [
      [cell(`项目资金（${form.unit}）`, style.labelWidth, 5), undefined, ...fundHeader.map((text) => cell(text, 16))],
      ...form.funds.map((row): BoxRow => [undefined, cell(row.label, 20), ...row.cells.map((text) => cell(text, 16))]),
    ],
  })
  boxes.push({
    rows: [
      [cell('年度总体目标', style.labelWidth, 2), cell('预期目标', 40), cell('实际完成情况', 40)],
      [undefined, cell(form.goalExpected, style.goalWidths[0]), cell(form.goalActual, style.goalWidths[1])],
    ],
  })
  boxes.push(indicatorBox(form, style, cell))
  boxes.push({ rows: [[cell('总分', 10), cell('100', 10), cell(form.totalScore, 10)]] })
  const pieces: Piece[] = [
    { text: form.title, y: 0, x: 0, row: -2 },
    { text: space(form.year), y: 3, x: 0, row: -1 },
  ]
  let top = 6
  let row = 0
  for (const box of boxes) {
    const placed = placeBox(box.rows, top, row, style)
    pieces.push(...placed.pieces)
    top = placed.bottom
    row += box.rows.length
  }
  return print(pieces, style)
}

const HEADERS: Record<keyof SyntheticRow, string> = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  target: '年度指标值',
  actual: '实际完成值',
  weight: '分值',
  score: '得分',
  deviation: '偏差原因分析及改进措施',
}

function indicatorBox(
  form: SyntheticForm,
  style: RenderStyle,
  cell: (text: string, width: number, rows?: number) => BoxCell,
) {
  const keys = (Object.keys(HEADERS) as (keyof SyntheticRow)[]).filter(
    (key) => key !== 'deviation' || style.hasDeviation,
  )
  const rows: BoxRow[] = [
    [
      cell('年度绩效指标', style.labelWidth, form.indicators.length + 1),
      ...keys.map((key) => cell(HEADERS[key], Math.max(style.widths[key], 4))),
    ],
  ]
  for (const [index, row] of form.indicators.entries()) {
    const before = form.indicators[index - 1]
    const isNew1 = before?.level1 !== row.level1
    const isNew2 = isNew1 || before?.level2 !== row.level2
    const same1 = form.indicators.filter((other) => other.level1 === row.level1).length
    const same2 = form.indicators.filter((other) => other.level1 === row.level1 && other.level2 === row.level2).length
    rows.push([
      undefined,
      ...keys.map((key) => {
        if (key === 'level1') return isNew1 ? cell(row.level1, style.widths.level1, same1) : undefined
        if (key === 'level2') return isNew2 ? cell(row.level2, style.widths.level2, same2) : undefined
        return cell(row[key], style.widths[key])
      }),
    ])
  }
  return { rows }
}

function placeBox(
  rows: BoxRow[],
  top: number,
  firstRow: number,
  style: RenderStyle,
): { pieces: Piece[]; bottom: number } {
  const heights = rows.map(
    (row) => Math.max(1, ...row.map((cell) => (cell && cell.rows === 1 ? wrap(cell.text, cell.width).length : 0))) * 2,
  )
  // A merged label that needs more lines than its rows have makes the last of them taller.
  for (const [index, row] of rows.entries()) {
    for (const cell of row) {
      if (!cell || cell.rows === 1) continue
      const needed = wrap(cell.text, cell.width).length * 2
      const have = heights.slice(index, index + cell.rows).reduce((sum, height) => sum + height, 0)
      if (needed > have) heights[index + cell.rows - 1]! += needed - have
    }
  }
  const pieces: Piece[] = []
  let y = top
  for (const [index, row] of rows.entries()) {
    for (const [x, cell] of row.entries()) {
      if (!cell || cell.text === '') continue
      const lines = wrap(cell.text, cell.width)
      const whole = heights.slice(index, index + cell.rows).reduce((sum, value) => sum + value + 1, -1)
      // A merged cell that runs over a page end shows its text in the part on the first page.
      const left = style.page > 0 ? style.page * 2 - (y % (style.page * 2)) : whole
      const height = cell.rows > 1 && left < whole ? Math.max(lines.length * 2, left) : whole
      const offset = style.align === 'top' ? 0 : (height - lines.length * 2) / 2
      for (const [line, text] of lines.entries())
        pieces.push({ text, y: y + offset + line * 2, x, row: firstRow + index })
    }
    y += heights[index]! + 1
  }
  return { pieces, bottom: y }
}

function print(pieces: Piece[], style: RenderStyle): string {
  const pages = style.page > 0 ? pageOf(pieces, style.page * 2) : [pieces]
  const texts = pages.map((page) => (style.order === 'visual' ? printVisual(page, style) : printCells(page, style)))
  return texts
    .map((text, index) => {
      const mark = index === 0 ? '' : style.pageMark
      const number =
        style.pageNumbers && index < texts.length - 1 ? `\n${style.blanks ? '\n\n\n' : ''}${index + 17}\n` : '\n'
      return `${mark}${text}${number}`
    })
    .join('')
}

function pageOf(pieces: readonly Piece[], height: number): Piece[][] {
  const pages: Piece[][] = []
  for (const piece of pieces) (pages[Math.floor(piece.y / height)] ??= []).push(piece)
  return pages.filter((page) => page !== undefined)
}

function printCells(pieces: readonly Piece[], style: RenderStyle): string {
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    if (!before) text += piece.text
    else if (Math.abs(piece.y - before.y) <= 1 && piece.x > before.x) text += ` ${piece.text}`
    else text += (style.blanks && piece.y > before.y ? '\n\n' : '\n') + piece.text
    before = piece
  }
  return text
}

function printVisual(pieces: readonly Piece[], style: RenderStyle): string {
  const sorted = [...pieces].sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x - b.x)
  let text = ''
  let before: Piece | undefined
  for (const piece of sorted) {
    if (!before) text += piece.text
    else if (Math.round(piece.y) === Math.round(before.y)) text += ` ${piece.text}`
    else text += (style.blanks ? '\n\n' : '\n') + piece.text
    before = piece
  }
  return text
}
