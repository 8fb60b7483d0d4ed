/**
 * Booklets of final-accounts (or budget) tables that are true by construction.
 *
 *   const { years } = generateAccounts(seed, { set: 'national', years: 2 })
 *   years[0].ledger            the books in fen (0.01 元)
 *   years[0].tables            every table as printed: header, rows of cells; each amount cell has a `key`
 *                              `profile|row|column`, e.g. `expenditure|2010301|basic`, `income-expenditure-total:收入|opening|amount`
 *   years[0].document()        the tables as exact grids under their titles, as a .docx or .xlsx reader hands them on
 *   years[0].markdown()        the same as a Markdown text (readText(text, 'x.md', 'utf-8') reads it)
 *   printedTables(year)        for toHtml, toTabs, toLines, toXlsx of test/accounts/render.ts
 *
 * Every cell is rounded on its own to 万元 with two decimals, or printed in 元 to the cent; the opening balance of a year is the
 * closing balance of the year before, per fund and code. `withText(year, key, text)` prints one cell otherwise.
 */
import type { Block, Grid, GridCell, SourceDocument } from '../../src/domain/source-document.ts'
import type { PrintedTable, Span } from '../accounts/booklet.ts'
import { type GeneratedCell, type GeneratedTable, printedTable } from './generate-accounts-build.ts'
import { type AccountsLedger, makeLedger, randomDepartment } from './generate-accounts-ledger.ts'
import { ACCOUNT_SETS, type AccountSet, tablesOf } from './generate-accounts-places.ts'
import { type AccountsStyle, randomAccountsStyle } from './generate-accounts-style.ts'
import { randomFrom } from './random.ts'

export interface AccountsOptions {
  /** Which place's tables; by default national mostly, the others now and then. */
  readonly set?: AccountSet
  /** How many years follow each other (default 1). */
  readonly years?: number
  readonly unit?: '万元' | '元'
  readonly department?: string
  /** First year; 2020 to 2022 by default. */
  readonly firstYear?: number
}

export interface GeneratedYear {
  readonly set: AccountSet
  readonly department: string
  readonly year: number
  readonly ledger: AccountsLedger
  readonly style: AccountsStyle
  readonly tables: readonly GeneratedTable[]
  readonly document: () => SourceDocument
  readonly markdown: () => string
}

export interface GeneratedAccounts {
  readonly seed: number
  readonly years: readonly GeneratedYear[]
}

const REGIONS: Readonly<Record<AccountSet, string>> = {
  national: '',
  beijing: '北京市',
  yunnan: '云南省',
  sichuan: '四川省',
  shaanxi: '陕西省',
  budget: '上海市',
}

const rowsOf = (table: GeneratedTable): readonly (readonly Span[])[] => {
  const { header, numbers, body } = printedTable(table)
  return [...header, ...(numbers.length > 0 ? [numbers] : []), ...body]
}

interface Placed {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Cells at their places, those that a span covers left out. */
const placed = (table: GeneratedTable): readonly Placed[] => {
  const taken = new Set<string>()
  return rowsOf(table).flatMap((cells, row) => {
    let column = 0
    return cells.map(([text, across, down]): Placed => {
      while (taken.has(`${row},${column}`)) column += 1
      for (let i = 0; i < down; i++) for (let k = 0; k < across; k++) taken.add(`${row + i},${column + k}`)
      return { text, row, column, rowSpan: down, columnSpan: across }
    })
  })
}

const above = ({ title, code, department, unit }: GeneratedTable): readonly string[] => [
  title,
  code,
  `部门：${department}`,
  `金额单位：${unit}`,
]

const titleOf = ({ department, year, set }: Pick<GeneratedYear, 'department' | 'year' | 'set'>): string =>
  `${department}${year}年度${set === 'budget' ? '部门预算' : '部门决算'}`

const documentOf = (year: Pick<GeneratedYear, 'department' | 'year' | 'set' | 'tables'>): SourceDocument => {
  const blocks: Block[] = [{ kind: 'paragraph', text: titleOf(year), at: {} }]
  year.tables.forEach((table, i) => {
    const cells = placed(table).map(
      (cell): GridCell => ({ ...cell, at: { table: i + 1, row: cell.row + 1, column: cell.column + 1 } }),
    )
    const grid: Grid = {
      kind: 'grid',
      structure: 'exact',
      rows: rowsOf(table).length,
      columns: table.width,
      cells,
      at: { table: i + 1 },
    }
    for (const text of above(table)) blocks.push({ kind: 'paragraph', text, at: {} })
    blocks.push(grid)
    for (const text of table.notes) blocks.push({ kind: 'paragraph', text, at: {} })
  })
  return { file: 'accounts.docx', format: 'docx', blocks, notes: [] }
}

/** A merged cell is its text, repeated over the rows and columns that it covers in the header. */
const markdownRows = (table: GeneratedTable): readonly string[] => {
  const depth = table.header.length
  const rows = rowsOf(table).map(() => Array.from({ length: table.width }, () => ''))
  for (const { text, row, column, rowSpan, columnSpan } of placed(table))
    for (let i = 0; i < (row < depth ? rowSpan : 1); i++)
      for (let k = 0; k < (row < depth ? columnSpan : 1); k++) rows[row + i]![column + k] = text
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return [lines[0]!, `|${' --- |'.repeat(table.width)}`, ...lines.slice(1)]
}

const markdownOf = (year: Pick<GeneratedYear, 'department' | 'year' | 'set' | 'tables'>): string =>
  [
    `# ${titleOf(year)}`,
    ...year.tables.flatMap((table) => [...above(table), markdownRows(table).join('\n'), ...table.notes]),
  ].join('\n\n')

type YearParts = Omit<GeneratedYear, 'document' | 'markdown'>

const yearOf = (parts: YearParts): GeneratedYear => ({
  ...parts,
  document: () => documentOf(parts),
  markdown: () => markdownOf(parts),
})

export const printedTables = ({ tables }: GeneratedYear): readonly PrintedTable[] => tables.map(printedTable)

/** The same year with other tables: a row taken out, a cell changed. */
export const withTables = (year: GeneratedYear, tables: readonly GeneratedTable[]): GeneratedYear =>
  yearOf({ ...year, tables })

/** The same year with the text of one amount changed. */
export const withText = (year: GeneratedYear, key: string, text: string): GeneratedYear =>
  withTables(
    year,
    year.tables.map((table) => ({
      ...table,
      body: table.body.map((row) => row.map((cell): GeneratedCell => (cell.key === key ? { ...cell, text } : cell))),
    })),
  )

/** Every amount that is printed, by its key; blanks too. */
export const printedAmounts = ({ tables }: GeneratedYear): ReadonlyMap<string, string> =>
  new Map(
    tables.flatMap(({ body }) =>
      body.flat().flatMap(({ key, text }) => (key === undefined ? [] : [[key, text] as const])),
    ),
  )

export const generateAccounts = (seed: number, options: AccountsOptions = {}): GeneratedAccounts => {
  const random = randomFrom(seed)
  const set = options.set ?? random.pick(['national', 'national', 'national', ...ACCOUNT_SETS] as const)
  const style = randomAccountsStyle(random, options.unit)
  const first = options.firstYear ?? random.int(2020, 2022)
  const department = options.department ?? `${REGIONS[set]}${randomDepartment(random)}`
  const years: GeneratedYear[] = []
  let before: AccountsLedger | undefined
  for (let year = first; year < first + (options.years ?? 1); year++) {
    const ledger = makeLedger(random, year, department, before)
    const tables = tablesOf({ department, year, style, ledger }, set)
    years.push(yearOf({ set, department, year, ledger, style, tables }))
    before = ledger
  }
  return { seed, years }
}
