/** Final-accounts tables and score sheets, as gold files and generators give them, drawn the way offices print them. */
import type { DrawnCell, DrawnTable } from './printed-form.ts'
import type { DrawnPart } from './write-forms.ts'

export interface PrintedTable {
  readonly code: string
  readonly title: string
  /** 收入 or 支出: two tables of one code that follow each other are printed side by side. */
  readonly side?: string
  /** Header texts from top to bottom joined by a colon; 金额(栏次1) names its 栏次 behind. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly note?: string
}

const LINE = /\(栏次(\d+)\)$/

/** Cells of the header: equal texts of neighbours are merged, a short path reaches down to the last row. */
const headerCells = (paths: readonly (readonly string[])[]): readonly DrawnCell[] => {
  const depth = Math.max(...paths.map(({ length }) => length))
  const cells: DrawnCell[] = []
  const isSame = (a: number, b: number, level: number): boolean =>
    paths[a]!.length > level + 1 &&
    paths[b]!.length > level + 1 &&
    paths[a]!.slice(0, level + 1).join(':') === paths[b]!.slice(0, level + 1).join(':')
  for (let level = 0; level < depth; level += 1)
    for (let from = 0; from < paths.length; ) {
      let to = from + 1
      while (to < paths.length && isSame(from, to, level)) to += 1
      const text = paths[from]![level]
      const isLast = paths[from]!.length === level + 1
      if (text !== undefined)
        cells.push({ text, row: level, column: from, rowSpan: isLast ? depth - level : 1, columnSpan: to - from })
      from = to
    }
  return cells
}

const sideBySide = (tables: readonly PrintedTable[]): Pick<PrintedTable, 'columns' | 'rows'> => {
  if (tables.length === 1) return tables[0]!
  const most = Math.max(...tables.map(({ rows }) => rows.length))
  const side = (table: PrintedTable): readonly string[] =>
    table.columns.map((label) => (table.side && !label.startsWith(`${table.side}:`) ? `${table.side}:${label}` : label))
  return {
    columns: tables.flatMap(side),
    rows: Array.from({ length: most }, (_, i) =>
      tables.flatMap(({ rows, columns }) => rows[i] ?? columns.map(() => '')),
    ),
  }
}

const drawTable = (tables: readonly PrintedTable[]): DrawnTable => {
  const { columns, rows } = sideBySide(tables)
  const header = headerCells(columns.map((label) => label.replace(LINE, '').split(':')))
  const depth = Math.max(...header.map(({ row, rowSpan }) => row + rowSpan))
  const lines = columns.map((label) => LINE.exec(label)?.[1] ?? '')
  const isLined = lines.some((line) => line !== '')
  const body = isLined ? [lines.map((line, i) => (i === 0 ? '栏次' : line)), ...rows] : rows
  const cells = body.flatMap((row, i) =>
    row.map((text, column): DrawnCell => ({ text, row: depth + i, column, rowSpan: 1, columnSpan: 1 })),
  )
  return { rows: depth + body.length, columns: columns.length, cells: [...header, ...cells] }
}

/** Each table with its number, title, department and unit above. */
export const drawTables = (
  tables: readonly PrintedTable[],
  { unit, department }: { readonly unit: string; readonly department: string },
): readonly DrawnPart[] => {
  const pairs: PrintedTable[][] = []
  for (const table of tables) {
    const last = pairs.at(-1)
    if (table.side && last?.length === 1 && last[0]!.side && last[0]!.code === table.code) last.push(table)
    else pairs.push([table])
  }
  return pairs.map((pair) => ({
    above: [pair[0]!.title, pair[0]!.code, `部门：${department}`, `单位：${unit}`].filter((line) => line !== ''),
    table: drawTable(pair),
    under: pair[0]!.note ? [pair[0]!.note] : [],
  }))
}

export interface PrintedSheetRow {
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly level4: string
  readonly weight: string
  readonly score: string
  readonly comment: string
}

export interface PrintedSheet {
  readonly title: string
  readonly rows: readonly PrintedSheetRow[]
  readonly totalWeight: string
  readonly totalScore: string
  readonly grade: string
}

const LEVELS = ['level1', 'level2', 'level3', 'level4'] as const
const LEVEL_LABELS = ['一级指标', '二级指标', '三级指标', '四级指标']

/** Levels merged over their rows, a total line and a grade line under them. */
const drawSheet = ({ rows, totalWeight, totalScore, grade }: PrintedSheet): DrawnTable => {
  const levels = LEVELS.filter((level) => rows.some((row) => row[level] !== ''))
  const hasComment = rows.some(({ comment }) => comment !== '')
  const last = ['weight', 'score', ...(hasComment ? (['comment'] as const) : [])] as const
  const labels = [...LEVEL_LABELS.slice(0, levels.length), '分值', '得分', ...(hasComment ? ['评分说明'] : [])]
  const cells: DrawnCell[] = labels.map((text, column) => ({ text, row: 0, column, rowSpan: 1, columnSpan: 1 }))
  const keyOf = (row: PrintedSheetRow, depth: number): string =>
    levels
      .slice(0, depth + 1)
      .map((level) => row[level])
      .join('|')
  rows.forEach((row, i) => {
    levels.forEach((level, column) => {
      const isLeaf = column === levels.length - 1
      if (!isLeaf && i > 0 && keyOf(rows[i - 1]!, column) === keyOf(row, column)) return
      let to = i + 1
      while (!isLeaf && to < rows.length && keyOf(rows[to]!, column) === keyOf(row, column)) to += 1
      cells.push({ text: row[level], row: 1 + i, column, rowSpan: to - i, columnSpan: 1 })
    })
    last.forEach((key, j) => {
      cells.push({ text: row[key], row: 1 + i, column: levels.length + j, rowSpan: 1, columnSpan: 1 })
    })
  })
  let at = rows.length + 1
  const line = (texts: readonly string[], label: string): void => {
    cells.push({ text: label, row: at, column: 0, rowSpan: 1, columnSpan: levels.length })
    texts.forEach((text, j) => {
      cells.push({ text, row: at, column: levels.length + j, rowSpan: 1, columnSpan: 1 })
    })
    at += 1
  }
  if (totalWeight !== '' || totalScore !== '') line([totalWeight, totalScore, ...(hasComment ? [''] : [])], '合计')
  if (grade !== '') line(['', grade, ...(hasComment ? [''] : [])], '评价等级')
  return { rows: at, columns: labels.length, cells }
}

export const drawSheets = (sheets: readonly PrintedSheet[]): readonly DrawnPart[] =>
  sheets.map((sheet) => ({ above: [sheet.title], table: drawSheet(sheet) }))
