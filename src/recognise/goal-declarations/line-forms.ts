/** Goal declarations in broken lines: one column of money, one goal, one table of indicators. */
import {
  DECLARATION_FIELDS,
  DECLARED_COLUMNS,
  type DeclarationField,
  type DeclaredColumn,
  type DeclaredMoney,
  type GoalDeclaration,
  type MoneySource,
  type Term,
} from '../../domain/goal-declaration.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { TextLines } from '../../domain/source-document.ts'
import { formLayout } from '../../law/forms.ts'
import { DECLARED_FIELDS, type DeclaredField, goalLayout } from '../../law/goal-form.ts'
import { cellOf } from '../lines/cells.ts'
import { lineStarts, lineText } from '../lines/find-forms.ts'
import { unitOf } from '../lines/fund-lines.ts'
import { readHead } from '../lines/head-lines.ts'
import { type HeaderVocabulary, headerVocabulary } from '../lines/header-match.ts'
import type { Token } from '../lines/tokens.ts'
import { labelText } from '../lines/trie.ts'
import type { IndicatorField } from '../lines/vocabulary.ts'
import { blankAt, findTable, type LineForm, lineForms, readTable } from '../plans/line-forms.ts'
import { formYear } from '../plans/segments.ts'
import { isAmount } from './money.ts'

const LIKE: Readonly<Record<DeclaredField, IndicatorField | undefined>> = {
  level1: 'level1',
  level2: 'level2',
  level3: 'level3',
  target: 'target',
  weight: 'weight',
  direction: 'direction',
  unit: 'unit',
  definition: 'scoring',
  dataSource: 'evidence',
  evidence: 'evidence',
  standard: 'measures',
  scoring: 'scoring',
  isCore: 'isCore',
  note: 'deviation',
}

/** The usual order of columns. */
const ORDER: readonly DeclaredField[] = [
  'level1',
  'level2',
  'level3',
  'direction',
  'target',
  'unit',
  ...DECLARED_FIELDS.filter((field) => !['level1', 'level2', 'level3', 'direction', 'target', 'unit'].includes(field)),
]

type HeadLabel = DeclarationField | `total:${Term}` | `source:${MoneySource}` | `goal:${Term}` | 'block'

const REPORTED = /实际完成|完成值|得分|执行情况|预计完成/

const build = () => {
  const { head, money, goals, columns } = goalLayout()
  const { funds, indicators } = formLayout()
  const labels = new Map<string, HeadLabel>()
  const add = (field: HeadLabel, names: readonly string[]): void => {
    for (const name of names) for (const unit of ['', '（元）', '（万元）']) labels.set(labelText(name + unit), field)
  }
  for (const label of funds.moreSources) add('source:more', [label])
  for (const key of ['appropriation', 'carryover', 'other'] as const) add(`source:${key}`, funds.rows[key])
  add('block', money.block)
  add('goal:annual', goals.block)
  for (const term of ['annual', 'multiYear'] as const) {
    add(`total:${term}`, money[term])
    add(`goal:${term}`, goals[term])
  }
  for (const field of DECLARATION_FIELDS) add(field, head[field])
  const table: HeaderVocabulary<DeclaredField> = headerVocabulary(columns, ORDER, indicators.block, 3)
  return { labels, table }
}
let built: ReturnType<typeof build> | undefined

type HeadCells = Readonly<Partial<Record<HeadLabel, Cell>>>

/** With both terms in one form the sources of the two cannot be told apart. */
const moneyOf = (cells: HeadCells): Pick<GoalDeclaration['money'], 'annual' | 'multiYear'> => {
  const line = (field: HeadLabel) => {
    const amount = cells[field]
    // Years or names of other columns between label and number: whose number it is cannot be told.
    return amount && isAmount(amount.printed) ? { label: { printed: '', at: amount.at }, amount } : undefined
  }
  const [annual, multiYear] = [line('total:annual'), line('total:multiYear')]
  const sources = (['appropriation', 'carryover', 'other', 'more'] as const).flatMap((key) => {
    const own = line(`source:${key}`)
    return own ? [{ key, ...own }] : []
  })
  const of = (total: DeclaredMoney['total'], other: DeclaredMoney['total']): DeclaredMoney | undefined =>
    total && { total, sources: other ? [] : sources }
  return { annual: of(annual, multiYear), multiYear: of(multiYear, annual) }
}

const goalsOf = (cells: HeadCells): GoalDeclaration['goals'] =>
  (['multiYear', 'annual'] as const).flatMap((term) => {
    const text = cells[`goal:${term}`]
    // Beside each other the texts of two terms are mixed line by line.
    return text && !/^(?:中期|中长期|长期|年度|实施期)目标/.test(text.printed) ? [{ term, text, ratio: undefined }] : []
  })

const yearOf = (tokens: readonly Token[]): Pick<GoalDeclaration, 'year' | 'yearCell'> => {
  for (const at of lineStarts(tokens).slice(0, 6)) {
    const printed = lineText(tokens, at)
    const year = formYear(printed)
    if (year > 0) return { year, yearCell: { printed, at: tokens[at]!.at } }
  }
  return { year: 0, yearCell: undefined }
}

const NUMBER = /^\d+(?:\.\d+)?分?$/

const readForm = ({ tokens, pageNumbers, fromLine, toLine }: LineForm, block: number) => {
  built ??= build()
  const table = findTable(
    tokens,
    built.table,
    3,
    (fields) => fields.has('target') && (fields.has('level3') || fields.has('level2')),
  )
  // What was reached is no part of a declaration.
  const behind = table ? tokens.slice(table.at, table.at + table.header.length + 8) : []
  if (!table || REPORTED.test(behind.map(({ key }) => key).join(''))) return []
  const upper = tokens.slice(0, table.at)
  const read = readHead(upper, built.labels as never) as unknown as { head: HeadCells; more: HeadCells }
  const cells: HeadCells = { ...read.head, ...read.more }
  const body = readTable(
    tokens,
    table,
    pageNumbers,
    (field) => LIKE[field],
    () => false,
  )
  const tail = readHead(body.rest, built.labels as never) as unknown as { head: HeadCells; more: HeadCells }
  const below = { ...tail.head, ...tail.more }
  const head: Partial<Record<DeclarationField, Cell>> = {}
  for (const field of DECLARATION_FIELDS) {
    const cell = cells[field] ?? below[field]
    if (cell) head[field] = cell
  }
  const total = body.total.filter(({ key }) => NUMBER.test(key))
  const first = tokens[0]!
  const { at } = first
  const form: Omit<GoalDeclaration, 'index'> = {
    ...yearOf(tokens),
    title: cellOf(tokens.filter(({ line }) => line === first.line)),
    head,
    money: { ...unitOf(upper), ...moneyOf(cells), yearly: [] },
    costing: [],
    costingHeaders: {},
    goals: goalsOf(cells),
    indicators: body.rows.map((row) => ({
      term: 'annual',
      level1: row.level1 ?? blankAt(at),
      level2: row.level2 ?? blankAt(at),
      level3: row.level3 ?? blankAt(at),
      target: row.target ?? blankAt(at),
      more: Object.fromEntries(
        DECLARED_COLUMNS.flatMap((column) => (row[column] ? [[column, row[column]] as const] : [])),
      ) as Partial<Record<DeclaredColumn, Cell>>,
    })),
    indicatorHeaders: body.headers,
    totalWeight: total.length === 1 ? cellOf(total) : undefined,
    source: { fromBlock: block, toBlock: block, fromRow: fromLine, toRow: toLine },
    at,
  }
  return form.indicators.length > 0 ? [form] : []
}

/** All declarations of a block. Never throws, never repairs. */
export const declarationsFromLines = (block: TextLines, index: number): readonly Omit<GoalDeclaration, 'index'>[] =>
  lineForms(block, 'goal').flatMap((form) => readForm(form, index))
