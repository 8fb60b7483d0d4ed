/** The same tables as a web page, as tab-separated text, as broken PDF text, as a workbook. */
import { writeXlsx } from 'hucre'
import type { Random } from '../support/random.ts'
import type { PrintedTable, Span } from './booklet.ts'

const rowsOf = (table: PrintedTable): readonly (readonly Span[])[] => [
  ...table.header,
  ...(table.numbers.length > 0 ? [table.numbers] : []),
  ...table.body,
]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** `inTable`: title, number and unit are rows of the table itself. */
export const toHtml = (tables: readonly PrintedTable[], inTable: boolean): string => {
  const cell = ([text, across, down]: Span): string =>
    `<td${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}>${escaped(text)}</td>`
  const row = (cells: readonly Span[]): string => `<tr>${cells.map(cell).join('')}</tr>`
  const parts = tables.map((table) => {
    const [left, right] = [`部门：${table.department}`, `金额单位：${table.unit}`]
    const split = Math.floor(table.width / 2)
    const above: readonly (readonly Span[])[] = [
      [[table.title, table.width, 1]],
      [[table.code, table.width, 1]],
      [
        [left, split, 1],
        [right, table.width - split, 1],
      ],
    ]
    const notes: readonly (readonly Span[])[] = table.notes.map((note): readonly Span[] => [[note, table.width, 1]])
    const body = inTable ? [...above, ...rowsOf(table), ...notes] : rowsOf(table)
    const html = `<table>${body.map(row).join('')}</table>`
    if (inTable) return html
    return `<p>${table.title}</p><p>${table.code}</p><p>${left}　${right}</p>${html}${table.notes.map((note) => `<p>${escaped(note)}</p>`).join('')}`
  })
  return `<html><body><p>部门决算公开</p>${parts.join('')}</body></html>`
}

/** As copied out of a spreadsheet: a merged cell is its text and blank places. */
export const toTabs = (tables: readonly PrintedTable[]): string => {
  const spread = (cells: readonly Span[]): string =>
    cells.flatMap(([text, across]) => [text, ...Array.from({ length: across - 1 }, () => '')]).join('\t')
  return tables
    .map((table) => {
      return [
        table.title,
        table.code,
        `部门：${table.department}\t\t单位：${table.unit}`,
        ...rowsOf(table).map(spread),
        ...table.notes,
      ].join('\n')
    })
    .join('\n\n')
}

const NAME_WIDTH = 9

const broken = (random: Random, text: string): readonly string[] => {
  if (text.length <= NAME_WIDTH || random.chance(0.3)) return [text]
  const at = random.int(Math.ceil(text.length / 2), text.length - 1)
  return [text.slice(0, at), text.slice(at)]
}

/** One printed row as lines: a name that does not fit stands on lines of its own, between its code and its amounts. */
const rowLines = (random: Random, cells: readonly Span[]): readonly string[] => {
  const lines: string[] = []
  let open: string[] = []
  for (const [text] of cells) {
    if (text === '') continue
    const pieces = /[一-龥]/.test(text) ? broken(random, text) : [text]
    if (pieces.length === 1) {
      open.push(text)
      continue
    }
    if (open.length > 0) lines.push(open.join(' '))
    lines.push(...pieces)
    open = []
  }
  if (open.length > 0) lines.push(open.join(' '))
  return lines
}

/** The same where a name that does not fit is centred beside its row: a piece above, a piece below. */
const rowLinesCentred = (random: Random, cells: readonly Span[]): readonly string[] => {
  const filled = cells.map(([text]) => text).filter((text) => text !== '')
  const [code, name, ...amounts] = filled
  if (!code || !name || !/^\d{3,7}$/.test(code) || amounts.some((text) => /[一-龥]/.test(text)))
    return rowLines(random, cells)
  const pieces = broken(random, name)
  if (pieces.length === 1) return [filled.join(' ')]
  return [pieces[0]!, [code, ...amounts].join(' '), pieces[1]!]
}

export interface LineStyle {
  readonly centred: boolean
  readonly blankLines: boolean
  readonly pageRows: number
  readonly pageNumbers: boolean
}

/** Text of a PDF saved by its lines: cells apart by single spaces, blank cells gone, pages cut anywhere. */
export const toLines = (random: Random, tables: readonly PrintedTable[], style: LineStyle): string => {
  const lines: string[] = ['目录', ...tables.map((table, i) => `${i + 1}、${table.title}`), '第二部分 决算公开表']
  for (const table of tables) {
    lines.push(table.title, table.code.replace(/(\d+)/, ' $1 '), `部门：${table.department} 单位：${table.unit}`)
    for (const cells of table.header) lines.push(...rowLines(random, cells))
    if (table.numbers.length > 0)
      lines.push(
        table.numbers
          .map(([text]) => text)
          .filter((text) => text !== '')
          .join(' ')
          .replace('栏次', random.chance(0.5) ? '栏次' : '栏 次'),
      )
    const bodyLines = style.centred ? rowLinesCentred : rowLines
    for (const cells of table.body) lines.push(...bodyLines(random, cells))
    lines.push(...table.notes)
  }
  lines.push('第三部分 决算情况说明', '本年度收入总体情况如下，与上年相比略有变化，主要原因是人员经费据实列支。')
  const out: string[] = []
  lines.forEach((line, i) => {
    if (style.pageNumbers && i > 0 && i % style.pageRows === 0) out.push(`- ${i / style.pageRows} -`)
    out.push(line)
    if (style.blankLines) out.push('')
  })
  return out.join('\n')
}

type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

interface SheetRows {
  readonly rows: (string | number | null)[][]
  readonly merges: Merge[]
}

const addRows = ({ rows, merges }: SheetRows, spans: readonly (readonly Span[])[], width: number): void => {
  const taken = new Set<string>()
  const start = rows.length
  spans.forEach((cells, r) => {
    const row: (string | null)[] = Array.from({ length: width }, () => null)
    let column = 0
    for (const [text, across, down] of cells) {
      while (taken.has(`${r},${column}`)) column += 1
      row[column] = text === '' ? null : text
      for (let i = 0; i < down; i++) for (let k = 0; k < across; k++) taken.add(`${r + i},${column + k}`)
      if (across > 1 || down > 1)
        merges.push({
          startRow: start + r,
          startCol: column,
          endRow: start + r + down - 1,
          endCol: column + across - 1,
        })
      column += across
    }
    rows.push(row)
  })
}

/** `perSheet`: a sheet for each table; else all of them below each other on one sheet. */
export const toXlsx = (tables: readonly PrintedTable[], perSheet: boolean): Promise<Uint8Array> => {
  const filled = (group: readonly PrintedTable[]): SheetRows => {
    const sheet: SheetRows = { rows: [], merges: [] }
    for (const table of group) {
      const { width } = table
      addRows(
        sheet,
        [
          [[table.title, width, 1]],
          [[table.code, width, 1]],
          [
            [`编制单位：${table.department}`, width - 1, 1],
            [`单位：${table.unit}`, 1, 1],
          ],
        ],
        width,
      )
      addRows(sheet, rowsOf(table), width)
      addRows(
        sheet,
        table.notes.map((note): readonly Span[] => [[note, width, 1]]),
        width,
      )
      sheet.rows.push([])
    }
    return sheet
  }
  const groups = perSheet ? tables.map((table) => [table]) : [tables]
  return writeXlsx({
    sheets: groups.map((group, i) => ({
      name: perSheet ? `GK${String(i + 1).padStart(2, '0')}` : '公开表',
      ...filled(group),
    })),
  })
}
