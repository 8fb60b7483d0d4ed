/** Final-accounts tables and score sheets as rows of cells. */
import type { EvaluationSheet } from '../../domain/evaluation-sheet.ts'
import { type AccountRow, type AccountTable, WORD_ROLES } from '../../domain/final-accounts.ts'
import { unitPower } from '../form-view.ts'
import {
  type ComparedRecord,
  type ComparedRow,
  cellOrBlank,
  comparedCell,
  keyOf,
  Occurrences,
} from './compared-record.ts'

const groupsOf = ({ columns }: AccountTable): readonly number[] =>
  [...new Set(columns.map(({ group }) => group))].sort((a, b) => a - b)

/** Columns that are printed side by side are rows of their own, each with its code and name. */
const tableRow = (table: AccountTable, row: AccountRow, index: number, group: number, seen: Occurrences) => {
  const power = unitPower(table.unit)
  const own = table.columns.flatMap((column, i) => (column.group === group ? [{ column, i, cell: row.cells[i] }] : []))
  if (own.every(({ cell }) => (cell?.printed ?? '') === '')) return []
  const word = (role: string): string =>
    own.find(({ column, cell }) => column.role === role && cell?.printed !== '')?.cell?.printed ?? ''
  const code = word('code')
  const name = word('name')
  const places = new Occurrences()
  const cells = own.map(({ column, i, cell }) => {
    const isWord = WORD_ROLES.has(column.role)
    const label = column.label.printed.replaceAll(':', '·')
    return comparedCell(
      places.of(column.role || keyOf(label)),
      `rows[${index}].${column.role || `cells[${i}]`}`,
      cellOrBlank(cell),
      isWord ? { column: label } : { column: label, power, unit: table.unit, isFigure: true },
    )
  })
  const label = row.role === '' ? keyOf(name) : row.role
  const keys = [
    seen.of(code === '' ? `${label}|${group}` : `code|${code}|${group}`),
    ...(code && name ? [seen.of(`name|${keyOf(name)}|${group}`)] : []),
  ]
  return [{ keys, name: [code, name].filter(Boolean).join(' '), cells } satisfies ComparedRow]
}

export const tableRecords = (tables: readonly AccountTable[]): readonly ComparedRecord[] => {
  const occurrences = new Occurrences()
  return tables.map((table, i) => {
    const seen = new Occurrences()
    const title = table.title?.printed ?? ''
    const keys = [
      ...(table.profile === '' ? [] : [`profile|${table.profile}|${table.side}`]),
      ...(table.code === '' ? [] : [`code|${keyOf(table.code)}|${table.side}`]),
      ...(title === '' ? [] : [`title|${keyOf(title)}|${table.side}`]),
    ]
    return {
      kind: 'table',
      index: i + 1,
      name: [table.code, title && `《${title}》`, table.side].filter(Boolean).join(''),
      keys: keys.map((key) => occurrences.of(key)),
      rows: groupsOf(table).flatMap((group) =>
        table.rows.flatMap((row, index) => tableRow(table, row, index, group, seen)),
      ),
    }
  })
}

const SHEET_COLUMNS = ['level1', 'level2', 'level3', 'level4', 'weight', 'score', 'comment'] as const

const sheetRows = ({ rows }: EvaluationSheet): ComparedRow[] => {
  const seen = new Occurrences()
  return rows.map((row, i) => ({
    keys: [seen.of(keyOf(row.level1.printed, row.level2.printed, row.level3.printed, row.level4.printed))],
    name: [row.level4, row.level3, row.level2, row.level1].find(({ printed }) => printed !== '')?.printed ?? '',
    cells: [
      ...SHEET_COLUMNS.map((column) =>
        comparedCell(column, `rows[${i}].${column}`, row[column], {
          isFigure: column === 'weight' || column === 'score',
        }),
      ),
      comparedCell('criteria', `rows[${i}].criteria`, cellOrBlank(row.criteria)),
    ],
  }))
}

export const sheetRecords = (sheets: readonly EvaluationSheet[]): readonly ComparedRecord[] => {
  const occurrences = new Occurrences()
  return sheets.map((sheet) => {
    const title = sheet.title?.printed ?? ''
    const project = sheet.projectName?.printed ?? ''
    const keys = [...(project === '' ? [] : [`project|${keyOf(project)}`]), `title|${keyOf(title)}`]
    return {
      kind: 'sheet',
      index: sheet.index,
      name: project || title,
      keys: keys.map((key) => occurrences.of(key)),
      rows: [
        {
          keys: ['total'],
          name: '',
          cells: [
            comparedCell('totalWeight', 'totalWeight', cellOrBlank(sheet.totalWeight), { isFigure: true }),
            comparedCell('totalScore', 'totalScore', cellOrBlank(sheet.totalScore), { isFigure: true }),
            comparedCell('grade', 'grade', cellOrBlank(sheet.grade)),
          ],
        },
        ...sheetRows(sheet),
      ],
    }
  })
}
