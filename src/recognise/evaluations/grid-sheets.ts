/** Scored framework sheets (评价指标体系评分表) in exact and ragged tables. */
import {
  EVALUATION_LEVELS,
  type EvaluationLevel,
  type EvaluationRow,
  type EvaluationSheet,
  type EvaluationSubtotal,
  GROUP_WEIGHTS,
  type GroupWeight,
} from '../../domain/evaluation-sheet.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import type { EvaluationColumn } from '../../law/evaluation-form.ts'
import { type AlignColumn, align } from '../align.ts'
import { type Header, has, indicatorHeader, isUnderHeader, readHeader, toCell } from '../columns.ts'
import { filledCells, type Row, type RowCell } from '../rows.ts'
import { labelKey, narrow } from '../text.ts'
import { mayHold, TRAIT } from '../traits.ts'
import { pointsFromNames } from './points.ts'
import { type SheetField, sheetWords } from './words.ts'

type GridField = EvaluationColumn | GroupWeight

/** Points stand on the right of the level that they belong to; those of the last level are the rows' weights. */
const groupColumns = (header: Header<SheetField>): Header<GridField> => {
  let level: EvaluationLevel | undefined
  const deepest = EVALUATION_LEVELS.findLast((name) => header.columns.some(({ field }) => field === name))
  const columns = header.columns.map((column) => {
    const { field } = column
    if ((EVALUATION_LEVELS as readonly string[]).includes(field)) level = field as EvaluationLevel
    if (field !== 'weight' && field !== 'groupWeightA' && field !== 'groupWeightB') return { ...column, field }
    const isGroup = level !== undefined && level !== deepest
    return { ...column, field: isGroup ? GROUP_WEIGHTS[EVALUATION_LEVELS.indexOf(level!)]! : ('weight' as const) }
  })
  return { ...header, columns }
}

/** Levels with a score beside them, and neither target nor actual value (that would be a self-evaluation). */
const sheetHeader = (row: Row): Header<GridField> | undefined => {
  if (row.kind === 'paragraph' || row.cells.length < 3 || !mayHold(row, TRAIT.sheetColumn)) return undefined
  if (indicatorHeader(row)) return undefined
  const header = readHeader(row, sheetWords().columns)
  const isSheet = has(header, 'score') && has(header, ...EVALUATION_LEVELS) && header.columns.length >= 3
  return isSheet ? groupColumns(header) : undefined
}

const NUMBER = /^\d+(?:\.\d+)?分?$/
const isNumber = (text: string): boolean => NUMBER.test(narrow(text))
const points = (text: string): number => (text === '' ? 0.8 : isNumber(text) ? -1 : 6)
const name = (text: string): number => (text === '' ? 0.2 : isNumber(text) ? 4 : 0)
const COST: Readonly<Record<GridField, (text: string) => number>> = {
  level1: name,
  level2: name,
  level3: name,
  level4: name,
  weight: points,
  level1Weight: points,
  level2Weight: points,
  level3Weight: points,
  score: points,
  comment: (text) => (text === '' ? 0 : isNumber(text) ? 3 : 0),
  explanation: name,
  scoring: name,
}

type SheetCells = Partial<Record<GridField, RowCell>>

const exactCells = (row: Row, header: Header<GridField>): SheetCells => {
  const cells: SheetCells = {}
  for (const cell of row.cells) {
    const column =
      header.columns.find(({ start, end }) => cell.column >= start && cell.column < end) ??
      header.columns.find(({ start }) => start >= cell.column && start < cell.column + cell.span)
    if (column && !cells[column.field]?.text) cells[column.field] = cell
  }
  return cells
}

const raggedCells = (row: Row, header: Header<GridField>): SheetCells => {
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
  readonly header: Header<GridField>
  readonly title: Cell | undefined
  readonly at: Position
  readonly rows: EvaluationRow[]
  readonly levels: Partial<Record<EvaluationLevel, Cell>>
  readonly groups: Partial<Record<GroupWeight, Cell>>
  readonly subtotals: EvaluationSubtotal[]
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
    if (cell.own) for (const points of GROUP_WEIGHTS.slice(i)) delete draft.groups[points]
    draft.levels[level] = toCell(cell)
  }
  for (const points of GROUP_WEIGHTS) if (cells[points]?.text) draft.groups[points] = toCell(cells[points])
}

/** 小计 20 18, or 决策小计 18: two numbers are weight and score, one is the score. */
const addSubtotal = (draft: Draft, label: RowCell, filled: readonly RowCell[]): void => {
  const numbers = filled.filter((cell) => cell.own && isNumber(cell.text)).map(toCell)
  const [first, second] = numbers
  draft.subtotals.push({
    label: toCell(label),
    before: draft.rows.length,
    weight: second ? first : undefined,
    score: second ?? first,
  })
}

const isSubtotal = (key: string): boolean => sheetWords().subtotals.has(key) || /小计$/.test(key)

/** What the indicator means and how it is scored; of cells that rows share each of them has the text. */
const criteriaOf = ({ explanation, scoring }: SheetCells): Pick<EvaluationRow, 'criteria'> => {
  const parts = [explanation, scoring].flatMap((cell) => (cell?.text ? [cell] : []))
  const [first] = parts
  return first ? { criteria: { printed: parts.map(({ text }) => text).join('\n'), at: first.at } } : {}
}

const addRow = (draft: Draft, row: Row): void => {
  const filled = filledCells(row)
  const label = filled.find((cell) => cell.own)
  if (!label) return
  const key = labelKey(label.text)
  if (sheetWords().totals.has(key)) {
    const numbers = filled.filter((cell) => isNumber(cell.text)).map(toCell)
    const isBoth = numbers.length > 1
    draft.totalWeight = isBoth ? numbers[0] : draft.totalWeight
    draft.totalScore = isBoth ? numbers[1] : numbers[0]
    return
  }
  if (sheetWords().grades.has(key)) {
    const value = filled[filled.indexOf(label) + 1]
    if (value) draft.grade = toCell(value)
    return
  }
  const subtotal = filled.find((cell) => cell.own && isSubtotal(labelKey(cell.text)))
  if (subtotal) {
    addSubtotal(draft, subtotal, filled)
    return
  }
  const cells = isUnderHeader(row, draft.header) ? exactCells(row, draft.header) : raggedCells(row, draft.header)
  fillLevels(draft, cells)
  if (!cells.score?.own || cells.score.text === '') return
  const at = row.at
  const cell = (field: GridField): Cell => (cells[field] ? toCell(cells[field]) : blank(at))
  const level = (name: EvaluationLevel): Cell => draft.levels[name] ?? blank(at)
  const printed: EvaluationRow = {
    level1: level('level1'),
    level2: level('level2'),
    level3: level('level3'),
    level4: level('level4'),
    weight: cell('weight'),
    score: cell('score'),
    comment: cell('comment'),
    ...draft.groups,
    ...criteriaOf(cells),
  }
  draft.rows.push(pointsFromNames(printed, has(draft.header, 'weight')))
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
export const gridSheets = (rows: readonly Row[]): readonly Unnumbered[] => {
  const sheets: Unnumbered[] = []
  let draft: (Draft & { block: number }) | undefined
  const close = (): void => {
    if (draft && draft.rows.length > 1) {
      const { title, at, block, rows: read, subtotals, totalWeight, totalScore, grade } = draft
      const sums = subtotals.length > 0 ? { subtotals } : {}
      sheets.push({ title, at, block, rows: read, ...sums, totalWeight, totalScore, grade })
    }
    draft = undefined
  }
  rows.forEach((row, i) => {
    const header = sheetHeader(row)
    if (header) {
      const isRepeated = draft?.block === row.block && draft.header.columns.length === header.columns.length
      if (isRepeated) return
      // The second row of a header finds the title that the first one had.
      const above = draft?.block === row.block && draft.rows.length === 0 ? draft.title : undefined
      close()
      const title = above ?? titleAbove(rows, i)
      draft = {
        header,
        title,
        at: row.at,
        block: row.block,
        rows: [],
        levels: {},
        groups: {},
        subtotals: [],
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
