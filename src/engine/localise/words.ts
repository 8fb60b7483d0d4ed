/** Cells, values and repairs in words, as findings and causes print them. */
import type { Decimal } from '../../kernel/decimal.ts'
import { type AccountCell, type AccountTableView, accountField } from '../accounts.ts'
import type { CauseChange } from '../causes/cause.ts'
import type { MissingRow, Repair, RepairedCell } from './localise.ts'
import { SLIP_NAMES } from './slips.ts'

const columnName = (table: AccountTableView, column: number): string =>
  table.record.columns[column]?.label.printed.split(/[:：]/).at(-1) ?? ''

const rowName = ({ table, row, column }: AccountCell): string => {
  const entry = table.entries.find(
    (own) => own.row === row && [...own.cells.values()].some((cell) => cell.column === column),
  )
  return entry ? `${entry.code}${entry.name}` : ''
}

/** 公开03表“2010301行政运行”行“基本支出”列. */
export const cellName = (cell: AccountCell): string => {
  const row = rowName(cell)
  const where = row === '' ? '' : `“${row}”行`
  return `${cell.table.key || cell.table.name}${where}“${columnName(cell.table, cell.column)}”列`
}

const grouping = new WeakMap<AccountTableView['record'], boolean>()

/** Do amounts of the table have thousands apart? Asked for each finding in it, and so worked out once. */
export const tableHasGroups = ({ record }: AccountTableView): boolean => {
  let isGrouped = grouping.get(record)
  if (isGrouped === undefined) {
    isGrouped = record.rows.some(({ cells }) => cells.some(({ printed }) => /\d,\d{3}/.test(printed)))
    grouping.set(record, isGrouped)
  }
  return isGrouped
}

/** With thousands apart where the table has them. */
export const printedLike = (value: Decimal, table: AccountTableView): string =>
  tableHasGroups(table) ? value.toGrouped() : value.toString()

const EMPTY = '空白'

const reasons = (slip: string, isSaid: boolean, said: string, comma: string): string =>
  [slip, isSaid ? said : ''].filter((reason) => reason !== '').join(comma)

export const changeOf = ({ cell, value, slip, isSaid }: RepairedCell): CauseChange => ({
  at: { table: cell.table.key, row: cell.row, field: accountField(cell) },
  position: cell.cell.at,
  name: cellName(cell),
  printed: cell.cell.printed,
  expected: printedLike(value, cell.table),
  slip: reasons(SLIP_NAMES[slip][0], isSaid, '与正文所写相符', '，'),
  slipEn: reasons(SLIP_NAMES[slip][1], isSaid, 'as the text says', ', '),
})

const missingChange = ({ table, parent, code, name, amounts }: MissingRow): CauseChange => {
  const label = (role: string): string => columnName(table, parent.cells.get(role)?.column ?? -1)
  const first = parent.cells.get(amounts[0]!.role) ?? [...parent.cells.values()][0]!
  return {
    at: { table: table.key, row: parent.row, field: accountField(first) },
    position: first.cell.at,
    name: `${table.key || table.name}“${parent.code}${parent.name}”行所含的科目`,
    printed: '',
    expected: `${code}${name}${code === '' ? '' : '：'}${amounts.map(({ role, value }) => `${label(role)} ${printedLike(value, table)}`).join('、')}`,
    slip: '漏列一行',
    slipEn: 'a row left out',
  }
}

/** What a repair changes; a row that was left out is one change beside its parent. */
export const changesOf = ({ cells, missing }: Repair): readonly CauseChange[] =>
  missing ? [missingChange(missing)] : cells.map(changeOf)

const oneChange = ({ name, printed, expected, slip }: CauseChange): string => {
  const now = printed === '' ? EMPTY : printed
  return `${name}印为${now}，应为${expected}${slip === '' ? '' : `（${slip}）`}`
}

/** 公开03表“…”行“项目支出”列印为1,180.12，应为1,108.12（相邻两位数字颠倒）. */
export const repairText = (repair: Repair): string => {
  const changes = changesOf(repair)
  const [first, ...rest] = changes
  if (!first) return ''
  if (repair.kind === 'missing-row') return `${first.name}漏列一行（${first.expected}）`
  if (repair.kind === 'carried') return `${oneChange(first)}，并已计入${rest.map(({ name }) => name).join('、')}`
  return changes.map(oneChange).join('；且')
}

const oneChangeEn = ({ at, printed, expected, slipEn }: CauseChange): string =>
  `${at.table ?? ''} ${at.field ?? ''}: printed ${printed === '' ? 'nothing' : printed}, should be ${expected}${slipEn === '' ? '' : ` (${slipEn})`}`

export const repairTextEn = (repair: Repair): string => {
  const changes = changesOf(repair)
  const [first, ...rest] = changes
  if (!first) return ''
  if (repair.kind === 'missing-row') {
    const amounts = repair.missing!.amounts.map(({ value }) => printedLike(value, repair.missing!.table)).join(', ')
    return `a row is missing under ${first.at.table ?? ''} row ${(first.at.row ?? 0) + 1} (${amounts})`
  }
  if (repair.kind === 'carried') return `${oneChangeEn(first)}, and ${rest.length} sum(s) contain it`
  return changes.map(oneChangeEn).join('; and ')
}

/** Shares this near to each other cannot be told apart by anybody. */
const SAME = 1e-6

/** Repairs that are as likely as the first, the first included. */
export const equallyLikely = (repairs: readonly Repair[]): number =>
  repairs.filter(({ share }) => Math.abs(share - repairs[0]!.share) < SAME).length
