/** Published final-accounts and budget tables of a document, however it was written. */
import type { AccountTable, FinalAccounts } from '../../domain/final-accounts.ts'
import type { SourceDocument } from '../../domain/source-document.ts'
import type { Row } from '../rows.ts'
import { type PlacedTable, tablesFromGrids } from './grid-tables.ts'
import { sourceLines } from './line-source.ts'
import { tablesFromLines } from './line-tables.ts'

/** Grids whose rows keep their columns; the others are read as lines. */
const exactBlocks = (rows: readonly Row[]): ReadonlySet<number> => {
  const counts = new Map<number, { exact: number; ragged: number }>()
  for (const { block, kind } of rows) {
    if (kind === 'paragraph') continue
    const count = counts.get(block) ?? { exact: 0, ragged: 0 }
    count[kind] += 1
    counts.set(block, count)
  }
  return new Set([...counts].flatMap(([block, { exact, ragged }]) => (exact > ragged ? [block] : [])))
}

/** Where a table has one, the row that only its last part has (two-sided) or only its first part (by code). */
const isContinued = (before: AccountTable, next: AccountTable): boolean => {
  if (before.profile === '' || before.profile !== next.profile || before.side !== next.side) return false
  if (before.code !== next.code || before.columns.length !== next.columns.length) return false
  const has = (table: AccountTable, ...roles: readonly string[]): boolean =>
    table.rows.some(({ role }) => roles.includes(role))
  if (before.side !== '') return !has(before, 'total') && before.rows.length > 0
  return has(before, 'total') && !has(next, 'total') && next.rows.length > 0 && next.rows[0]!.code !== ''
}

const join = (before: PlacedTable, next: PlacedTable): PlacedTable => ({
  ...before,
  rows: [...before.rows, ...next.rows],
  isBlank: before.isBlank && next.isBlank,
  note: before.note ?? next.note,
  statement: before.statement ?? next.statement,
  source:
    before.source.fromBlock === next.source.toBlock
      ? { ...before.source, toRow: next.source.toRow ?? before.source.toRow ?? 0 }
      : { fromBlock: before.source.fromBlock, toBlock: next.source.toBlock },
})

/** A table that goes on under its heading on the next page is one table. */
const joinPages = (tables: readonly PlacedTable[]): readonly PlacedTable[] => {
  const out: PlacedTable[] = []
  for (const table of tables) {
    const at = out.findLastIndex((one, i) => i >= out.length - 2 && isContinued(one, table))
    if (at >= 0) out[at] = join(out[at]!, table)
    else out.push(table)
  }
  return out
}

const commonest = (units: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const unit of units) if (unit !== '') counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** Never throws, never repairs. `rows` are the document's rows as `documentRows` gives them. */
export const finalAccounts = (source: SourceDocument, rows: readonly Row[]): FinalAccounts => {
  const exact = exactBlocks(rows)
  const isRead = (row: Row): boolean => row.kind !== 'paragraph' && exact.has(row.block)
  const found = [...tablesFromGrids(rows, isRead), ...tablesFromLines(sourceLines(source, rows, isRead))]
  const inOrder = found
    .map((table, i) => ({ table, i }))
    .sort((a, b) => a.table.block - b.table.block || a.i - b.i)
    .map(({ table }) => table)
  const tables = joinPages(inOrder).map(({ block: _, ...table }) => table)
  return { unit: commonest(tables.map(({ unit }) => unit)), tables }
}
