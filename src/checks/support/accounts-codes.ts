/** Codes of published tables against the dictionary of their year. */

import type { Cell } from '../../domain/self-evaluation.ts'
import { codeKey } from '../../engine/account-equations/labels.ts'
import type { AccountEntryView, AccountsView, AccountTableView } from '../../engine/accounts.ts'
import type { FindingDraft } from '../../engine/check.ts'
import { type Classification, type ClassificationEntry, classification, dictionary } from '../../law/classification.ts'

export interface CodeRow {
  readonly table: AccountTableView
  readonly entry: AccountEntryView
  /** 3, 5 or 7 digits. */
  readonly code: string
  readonly codeCell: Cell
  readonly nameCell: Cell | undefined
  readonly kind: 'functional' | 'economic'
}

const ECONOMIC = new Set(['basic-expenditure', 'fund-basic-expenditure', 'budget-basic-expenditure'])

/** Sichuan's detail table and Yunnan's projects are printed by either classification: the codes themselves tell. */
const EITHER = new Set(['fiscal-detail', 'project-expenditure'])

const BY_CODE = new Set([
  'income',
  'expenditure',
  'general-budget-expenditure',
  'general-budget-income-expenditure',
  'government-fund',
  'state-capital',
  'budget-income',
  'budget-expenditure',
  'budget-general-expenditure',
  'budget-fund',
  'budget-state-capital',
])

const kindOf = ({ record }: AccountTableView, code: string): CodeRow['kind'] | undefined => {
  if (ECONOMIC.has(record.profile)) return 'economic'
  if (BY_CODE.has(record.profile)) return 'functional'
  if (!EITHER.has(record.profile)) return undefined
  return code.startsWith('2') ? 'functional' : 'economic'
}

const cellOf = ({ record }: AccountTableView, { row, group }: AccountEntryView, role: string): Cell | undefined =>
  record.columns
    .flatMap((column, i) => (column.group === group && column.role === role ? [record.rows[row]!.cells[i]!] : []))
    .find(({ printed }) => printed !== '')

const readRows = (table: AccountTableView): readonly CodeRow[] =>
  table.entries.flatMap((entry) => {
    const code = codeKey(entry.code)
    const kind = code === '' ? undefined : kindOf(table, code)
    const codeCell = kind && cellOf(table, entry, 'code')
    if (!kind || !codeCell || (kind === 'economic' && code.startsWith('5'))) return []
    return [{ table, entry, code, codeCell, nameCell: cellOf(table, entry, 'name'), kind }]
  })

const known = new WeakMap<AccountTableView, readonly CodeRow[]>()

/** Rows of codes in the order of the document. Government economic codes (5…) are another classification and left out. */
export const codeRows = (table: AccountTableView): readonly CodeRow[] => {
  let rows = known.get(table)
  if (!rows) known.set(table, (rows = readRows(table)))
  return rows
}

export const allCodeRows = ({ tables }: AccountsView): readonly CodeRow[] => tables.flatMap(codeRows)

/** The dictionary of the document's year; `undefined` when it states none. */
export const dictionaryOf = (year: number): Classification | undefined => (year > 0 ? classification(year) : undefined)

export const entryIn = (all: Classification, { kind, code }: CodeRow): ClassificationEntry | undefined =>
  all[kind].get(code)

/** 财政部…（2020—2023年度），缺：…, for messages about what the dictionary does not hold. */
export const missingIn = (kind: CodeRow['kind']): string => dictionary(kind).missing

/** White space, brackets of one width and marks behind a name do not make another name. */
export const nameText = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<![*★☆])[*★☆]+$/g, '')
    .replace(/[“”"]/g, '')

export const atRow = ({
  table,
  entry,
  codeCell,
}: CodeRow): Pick<FindingDraft, 'table' | 'row' | 'section' | 'position'> => ({
  table: table.key,
  row: entry.row,
  section: table.name,
  position: codeCell.at,
})

export const isDoubted = ({ codeCell, nameCell }: CodeRow): boolean =>
  codeCell.unsure === true || nameCell?.unsure === true
