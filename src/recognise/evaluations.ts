/** Scored framework sheets (评价指标体系评分表) in exact and ragged tables. */
import {
  EVALUATION_LEVELS,
  type EvaluationLevel,
  type EvaluationRow,
  type EvaluationSheet,
} from '../domain/evaluation-sheet.ts'
import type { Cell } from '../domain/self-evaluation.ts'
import type { Position } from '../domain/source-document.ts'
import { EVALUATION_COLUMNS, type EvaluationColumn, evaluationLayout } from '../law/evaluation-form.ts'
import { type AlignColumn, align } from './align.ts'
import { type Header, has, indicatorHeader, isUnderHeader, readHeader, toCell } from './columns.ts'
import { keys, type Lookup, lookup } from './lookup.ts'
import { filledCells, type Row, type RowCell } from './rows.ts'
import { labelKey, narrow } from './text.ts'

interface Words {
  readonly columns: Lookup<EvaluationColumn>
  readonly totals: ReadonlySet<string>
  readonly grades: ReadonlySet<string>
}

let built: Words | undefined

const vocabulary = (): Words => {
  if (built) return built
  const { columns, totalLabels, gradeLabels } = evaluationLayout()
  built = {
    columns: lookup<EvaluationColumn>(EVALUATION_COLUMNS, (field) => columns[field]),
    totals: keys(totalLabels),
    grades: keys(gradeLabels),
  }
  return built
}

/** Levels with a score beside them, and neither target nor actual value (that would be a self-evaluation). */
const sheetHeader = (row: Row): Header<EvaluationColumn> | undefined => {
  if (row.kind === 'paragraph' || row.cells.length < 3 || indicatorHeader(row)) return undefined
  const header = readHeader(row, vocabulary().columns)
  return has(header, 'score') && has(header, ...EVALUATION_LEVELS) && header.columns.length >= 3 ? header : undefined
}

const NUMBER = /^\d+(?:\.\d+)?分?$/
const isNumber = (text: string): boolean => NUMBER.test(narrow(text))
const POINTS = /[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]\s*$/

const points = (text: string): number => (text === '' ? 0.8 : isNumber(text) ? -1 : 6)
const name = (text: string): number => (text === '' ? 0.2 : isNumber(text) ? 4 : 0)
const COST: Readonly<Record<EvaluationColumn, (text: string) => number>> = {
  level1: name,
  level2: name,
  level3: name,
  level4: name,
  weight: points,
  score: points,
  comment: (text) => (text === '' ? 0 : isNumber(text) ? 3 : 0),
  scoring: name,
}

type SheetCells = Partial<Record<EvaluationColumn, RowCell>>

const exactCells = (row: Row, header: Header<EvaluationColumn>): SheetCells => {
  const cells: SheetCells = {}
  for (const cell of row.cells) {
    const column =
      header.columns.find(({ start, end }) => cell.column >= start && cell.column < end) ??
      header.columns.find(({ start }) => start >= cell.column && start < cell.column + cell.span)
    if (column && !cells[column.field]?.text) cells[column.field] = cell
  }
  return cells
}

const raggedCells = (row: Row, header: Header<EvaluationColumn>): SheetCells => {
  const columns: AlignColumn[] = header.columns.map(({ field, index }) => ({
    index,
    absent: field === 'score' || field === 'weight' ? 2 : 0.2,
    cost: COST[field],
  }))
  const placed = align(
    row.cells.map((cell) => cell.text),
    columns,
    header.cellCount,
  )
  const cells: SheetCells = {}
  placed.forEach((index, i) => {
    if (index >= 0) cells[header.columns[i]!.field] = row.cells[index]!
  })
  return cells
}

interface Draft {
  readonly header: Header<EvaluationColumn>
  readonly title: Cell | undefined
  readonly at: Position
  readonly rows: EvaluationRow[]
  readonly levels: Partial<Record<EvaluationLevel, Cell>>
  totalWeight: Cell | undefined
  totalScore: Cell | undefined
  grade: Cell | undefined
}

const blank = (at: Position): Cell => ({ printed: '', at })

/** A new name on one level closes the levels below it. */
const fillLevels = (draft: Draft, cells: SheetCells): void => {
  for (const [i, level] of EVALUATION_LEVELS.entries()) {
    const cell = cells[level]
    if (!cell || cell.text === '') continue
    if (cell.own || draft.levels[level]?.printed !== cell.text)
      for (const deeper of EVALUATION_LEVELS.slice(i + 1)) if (!cells[deeper]?.text) delete draft.levels[deeper]
    draft.levels[level] = toCell(cell)
  }
}

/** Without a weight column the points stand behind the name: 立项依据充分性（5分） is worth 5, and its name ends before the bracket. */
const weightInName = (row: EvaluationRow): EvaluationRow => {
  const leaf = [...EVALUATION_LEVELS].reverse().find((level) => row[level].printed !== '')
  const match = leaf && POINTS.exec(narrow(row[leaf].printed))
  const bare = (cell: Cell): Cell => ({ ...cell, printed: cell.printed.replace(POINTS, '') })
  const names = Object.fromEntries(EVALUATION_LEVELS.map((level) => [level, bare(row[level])])) as Record<
    EvaluationLevel,
    Cell
  >
  return leaf && match ? { ...row, ...names, weight: { printed: match[1]!, at: row[leaf].at } } : row
}

const addRow = (draft: Draft, row: Row): void => {
  const filled = filledCells(row)
  const label = filled.find((cell) => cell.own)
  if (!label) return
  const key = labelKey(label.text)
  if (vocabulary().totals.has(key)) {
    const numbers = filled.filter((cell) => isNumber(cell.text)).map(toCell)
    const isBoth = numbers.length > 1
    draft.totalWeight = isBoth ? numbers[0] : draft.totalWeight
    draft.totalScore = isBoth ? numbers[1] : numbers[0]
    return
  }
  if (vocabulary().grades.has(key)) {
    const value = filled[filled.indexOf(label) + 1]
    if (value) draft.grade = toCell(value)
    return
  }
  const cells = isUnderHeader(row, draft.header) ? exactCells(row, draft.header) : raggedCells(row, draft.header)
  fillLevels(draft, cells)
  if (!cells.score?.own || cells.score.text === '') return
  const at = row.at
  const cell = (field: EvaluationColumn): Cell => (cells[field] ? toCell(cells[field]) : blank(at))
  const level = (name: EvaluationLevel): Cell => draft.levels[name] ?? blank(at)
  const printed: EvaluationRow = {
    level1: level('level1'),
    level2: level('level2'),
    level3: level('level3'),
    level4: level('level4'),
    weight: cell('weight'),
    score: cell('score'),
    comment: cell('comment'),
  }
  draft.rows.push(has(draft.header, 'weight') ? printed : weightInName(printed))
}

const LONGEST_TITLE = 40

const titleAbove = (rows: readonly Row[], index: number): Cell | undefined => {
  for (let i = index - 1; i >= 0 && i >= index - 4; i--) {
    const filled = filledCells(rows[i]!)
    if (filled.length === 0) continue
    const cell = filled[0]!
    if (filled.length === 1 && cell.text.length <= LONGEST_TITLE && /[表况]$|评分|一览/.test(cell.text))
      return toCell(cell)
    if (filled.length > 2) return undefined
  }
  return undefined
}

type Unnumbered = Omit<EvaluationSheet, 'index'> & { readonly block: number }

/** Every sheet of the document, in its order. A sheet ends with its table, or where another header begins. */
export const evaluationSheets = (rows: readonly Row[]): readonly Unnumbered[] => {
  const sheets: Unnumbered[] = []
  let draft: (Draft & { block: number }) | undefined
  const close = (): void => {
    if (draft && draft.rows.length > 1) {
      const { title, at, block, totalWeight, totalScore, grade } = draft
      sheets.push({ title, at, block, rows: draft.rows, totalWeight, totalScore, grade })
    }
    draft = undefined
  }
  rows.forEach((row, i) => {
    const header = sheetHeader(row)
    if (header) {
      const isRepeated = draft?.block === row.block && draft.header.columns.length === header.columns.length
      if (isRepeated) return
      close()
      const title = titleAbove(rows, i)
      draft = {
        header,
        title,
        at: row.at,
        block: row.block,
        rows: [],
        levels: {},
        totalWeight: undefined,
        totalScore: undefined,
        grade: undefined,
      }
    } else if (draft && (row.block !== draft.block || indicatorHeader(row))) close()
    else if (draft) addRow(draft, row)
  })
  close()
  return sheets
}
