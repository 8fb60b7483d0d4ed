/** The block of indicators of a declaration: one set of columns, or two of them side by side for period and year. */

import {
  DECLARED_COLUMNS,
  type DeclaredColumn,
  type DeclaredIndicator,
  type GoalDeclaration,
  TERMS,
  type Term,
} from '../../domain/goal-declaration.ts'
import type { Cell, Indicator } from '../../domain/self-evaluation.ts'
import { greatest } from '../../kernel/lists.ts'
import type { DeclaredField } from '../../law/goal-form.ts'
import type { IndicatorField } from '../columns.ts'
import { toCell } from '../columns.ts'
import {
  addIndicatorRow,
  type IndicatorBlock,
  type IndicatorLayout,
  indicatorLayout,
  newIndicatorBlock,
} from '../indicators.ts'
import { asIndicatorHeader, dividedBy, hasField, type PlanHeader, planColumns, rowPlacer } from '../plans/columns.ts'
import { filledCells, type Row } from '../rows.ts'
import { labelKey, narrow } from '../text.ts'
import { vocabulary } from '../vocabulary.ts'
import { goalWords } from './words.ts'

const FEWEST = 3
/** Columns of a self-evaluation or of monitoring: what was reached is no part of a declaration. */
const REPORTED: ReadonlySet<string> = new Set(['actual', 'score', 'rate', 'coefficient', 'reviewScore', 'deduction'])
const FORECAST = /执行情况|完成情况|预计完成|可能性|偏差/

const isReport = (row: Row): boolean =>
  row.cells.some(
    ({ text }) =>
      text !== '' &&
      !goalWords().history.has(labelKey(text)) &&
      (FORECAST.test(text) ||
        vocabulary()
          .indicatorColumns(text)
          .some((field) => REPORTED.has(field))),
  )

/** The header of such a block: levels and a target, and nothing of what was reached. */
export const declaredHeader = (row: Row): PlanHeader<DeclaredField> | undefined => {
  if (row.kind === 'paragraph' || row.cells.length < FEWEST || isReport(row)) return undefined
  const header = planColumns(row, goalWords().columns)
  const isHeader =
    hasField(header, 'target') &&
    hasField(header, 'level2', 'level3') &&
    header.columns.filter(({ field }) => field.startsWith('level')).length > 1 &&
    header.columns.length >= FEWEST
  return isHeader ? header : undefined
}

interface Group {
  readonly term: Term
  readonly layout: IndicatorLayout
  readonly from: number
  readonly to: number
  readonly block: IndicatorBlock
}

export interface DeclaredBlock {
  header: PlanHeader<DeclaredField>
  readonly hasCostGroup: boolean
  readonly terms: readonly Term[]
  readonly groups: readonly Group[]
  readonly place: (row: Row) => Row
}

const LIKE: Readonly<Partial<Record<DeclaredField, IndicatorField>>> = {
  definition: 'scoring',
  dataSource: 'evidence',
  standard: 'evidence',
  note: 'deviation',
}

const groupsOf = (header: PlanHeader<DeclaredField>, hasCostGroup: boolean, terms: readonly Term[]): Group[] => {
  const count = greatest(header.columns.map(({ group }) => group)) + 1
  return Array.from({ length: count }, (_, group): Group => {
    const own = header.columns.filter((column) => column.group === group)
    const hasLevel1 = own.some(({ field }) => field === 'level1')
    const shared = hasLevel1
      ? []
      : header.columns.filter(({ field, group: other }) => field === 'level1' && other === 0)
    const columns = [...shared, ...own]
    return {
      term: terms[group] ?? 'annual',
      layout: indicatorLayout(asIndicatorHeader(columns, header.cellCount), hasCostGroup),
      from: own[0]!.start,
      to: greatest(own.map(({ end }) => end)),
      block: newIndicatorBlock(),
    }
  })
}

export const openBlock = (
  header: PlanHeader<DeclaredField>,
  hasCostGroup: boolean,
  terms: readonly Term[],
): DeclaredBlock => ({
  header,
  hasCostGroup,
  terms,
  groups: groupsOf(header, hasCostGroup, terms),
  place: rowPlacer(header, (field) => LIKE[field], hasCostGroup),
})

/** Before the first indicator a row may divide 指标值 into 前年, 上年 and the value to be reached. */
export const dividedBlock = (block: DeclaredBlock, row: Row): DeclaredBlock | undefined => {
  if (block.groups.some(({ block: { indicators } }) => indicators.length > 0)) return undefined
  const isHistory = (text: string): boolean => goalWords().history.has(labelKey(text))
  const header = dividedBy(
    block.header,
    row,
    goalWords().columns,
    (field) => (field === 'target' ? 'target' : undefined),
    isHistory,
  )
  return header && openBlock(header, block.hasCostGroup, block.terms)
}

/** The cells of one set of columns, and the level-1 cell that both sets share. */
const partOf = (row: Row, { layout, from, to }: Group): Row => {
  const level1 = layout.header.columns.find(({ field }) => field === 'level1')
  const isIn = (column: number): boolean =>
    (column >= from && column < to) || (level1 !== undefined && column >= level1.start && column < level1.end)
  return { ...row, cells: row.cells.filter((cell) => isIn(cell.column)) }
}

export const addDeclaredRow = (block: DeclaredBlock, row: Row): void => {
  const placed = block.place(row)
  const isAlone = filledCells(row).length === 1
  for (const group of block.groups)
    addIndicatorRow(group.block, block.groups.length > 1 && !isAlone ? partOf(placed, group) : placed, group.layout)
}

const isExtra = (field: string): field is DeclaredColumn => (DECLARED_COLUMNS as readonly string[]).includes(field)

const declared = (term: Term, indicator: Indicator, fields: readonly DeclaredField[]): DeclaredIndicator => {
  const more: Partial<Record<DeclaredColumn, Cell>> = {}
  for (const field of fields)
    if (isExtra(field)) {
      const cell = field === 'weight' ? indicator.weight : indicator.more[field as keyof Indicator['more']]
      if (cell) more[field] = cell
    }
  const { level1, level2, level3, target } = indicator
  return { term, level1, level2, level3, target, more }
}

/** The year's indicators first in the order of `TERMS`? No: in the order printed, left set before right set. */
export const finishBlock = ({ header, groups }: DeclaredBlock): readonly DeclaredIndicator[] =>
  groups.flatMap(({ term, block }, group) => {
    const fields = header.columns.filter((column) => column.group === group).map(({ field }) => field)
    return block.indicators.map((indicator) => declared(term, indicator, fields))
  })

export const headersOf = ({ header }: DeclaredBlock): GoalDeclaration['indicatorHeaders'] =>
  Object.fromEntries(header.columns.filter(({ group }) => group === 0).map(({ field, cell }) => [field, cell]))

const NUMBER = /^\d+(?:\.\d+)?分?$/

/** 合计 | 100: the number under the column of weights, or the only one. */
export const totalWeightIn = (row: Row, { header, place }: DeclaredBlock): Cell | undefined => {
  const weight = header.columns.find(({ field }) => field === 'weight')
  if (!weight) return undefined
  const numbers = filledCells(row).filter((cell) => NUMBER.test(narrow(cell.text)))
  const placed = place(row).cells.find((cell) => cell.column >= weight.start && cell.column < weight.end)
  if (numbers.length === 1) return toCell(numbers[0]!)
  return placed && NUMBER.test(narrow(placed.text)) ? toCell(placed) : undefined
}

const PERIOD = /中期|长期|实施期/
const YEAR = /年度|当年|本年/

/** 中期绩效指标, 年度绩效指标 above or beside the columns; a column's own name (年度指标值) says it too. */
const termIn = (text: string): Term | undefined => {
  if (text.length > 16 || !/[目指]标/.test(text)) return undefined
  return PERIOD.test(text) ? 'multiYear' : YEAR.test(text) ? 'annual' : undefined
}

/** What the header, its own names or the row above say of the terms of its sets. */
export const termsOf = (
  header: PlanHeader<DeclaredField>,
  row: Row,
  above: Row | undefined,
  goals: readonly Term[],
): readonly Term[] => {
  const isTwice = header.columns.some(({ group }) => group === 1)
  const said = header.columns.flatMap(({ field, group, cell }) => {
    const term = field === 'target' ? termIn(cell.printed) : undefined
    return term ? [{ term, group }] : []
  })
  if (isTwice) {
    const first = said.find(({ group }) => group === 0)?.term
    const tier = filledCells(above ?? row).flatMap(({ text }) => termIn(text) ?? [])
    const left =
      first ??
      (new Set(tier).size > 1 ? tier[0] : undefined) ??
      (goals[0] === 'annual' && goals.length > 1 ? 'annual' : 'multiYear')
    return left === 'annual' ? ['annual', 'multiYear'] : ['multiYear', 'annual']
  }
  const beside = filledCells(row).flatMap(({ text }) =>
    goalWords().columns(text).length === 0 ? (termIn(text) ?? []) : [],
  )
  const section =
    above && filledCells(above).length <= 2 ? filledCells(above).flatMap(({ text }) => termIn(text) ?? []) : []
  const only = beside[0] ?? section[0] ?? said[0]?.term
  return [only ?? TERMS[0]]
}
