/** Published tables in broken text and ragged rows: rows by their codes and labels, numbers given to columns. */

import type { AccountColumn, AccountRow, TableSide } from '../../domain/final-accounts.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import { greatest } from '../../kernel/lists.ts'
import type { ColumnProfile, RowEquation, SideProfile, TableProfile } from '../../law/account-tables.ts'
import { cleanText } from '../text.ts'
import { type Entry, entriesByCode, nameText, parentsOf } from './entries.ts'
import type { PlacedTable } from './grid-tables.ts'
import { groupedEntries } from './grouped-entries.ts'
import { lineColumns } from './line-columns.ts'
import { type Region, regionsOf } from './line-regions.ts'
import type { SourceLine, Word } from './line-source.ts'
import { readNotes } from './notes.ts'
import { type ColumnEquation, type Placement, placeAmounts } from './place-amounts.ts'
import { type SideEntry, sideEntries } from './side-entries.ts'
import { denseKey, isAmount, isFigure, isOneOf, isTotal, rowRoles } from './words.ts'

const blank = (at: Position): Cell => ({ printed: '', at })

const wordCell = (word: Word, unsure = false): Cell =>
  unsure ? { printed: word.text, at: word.at, unsure: true } : { printed: word.text, at: word.at }

const nameCell = (words: readonly Word[], at: Position): Cell =>
  words.length === 0 ? blank(at) : { printed: cleanText(nameText(words)), at: words[0]!.at }

interface Part {
  readonly side: TableSide
  readonly columns: readonly AccountColumn[]
  readonly rows: readonly AccountRow[]
}

const equationsFor = (
  equations: readonly RowEquation[],
  columns: readonly ColumnProfile[],
): readonly ColumnEquation[] =>
  equations.flatMap(({ sum, parts }) => {
    const at = (role: string): number => columns.findIndex((column) => column.role === role)
    const [left, right] = [sum.map(at), parts.map(at).filter((i) => i >= 0)]
    const isWhole = left.every((i) => i >= 0) && (sum.length === 1 ? right.length > 0 : right.length === parts.length)
    return isWhole ? [{ sum: left, parts: right }] : []
  })

/** Amount cells of a row, with blank ones where nothing was placed. */
const amountCells = (entry: Entry, placement: Placement, width: number): readonly Cell[] =>
  Array.from({ length: width }, (_, column) => {
    const i = placement.columns.indexOf(column)
    return i < 0 ? blank(entry.at) : wordCell(entry.amounts[i]!, placement.unsure[i])
  })

/** Cells that show their column: a row of a ragged table that has as many cells as the table has columns. */
const slotsOf = (entry: Entry, columns: number, words: number): readonly number[] | undefined => {
  if (entry.cells !== columns + words) return undefined
  const slots = entry.amounts.map(({ slot }) => (slot ?? -1) - words)
  return slots.every((slot) => slot >= 0) ? slots : undefined
}

/** The label as the header prints it, under its group; where the header is too broken for that, the standard name. */
const labelCell = ({ labels, under }: ColumnProfile, header: string, at: Position): Cell => {
  const inHeader = (words: readonly string[]): string | undefined =>
    words.find((word) => header.includes(denseKey(word)))
  const own = inHeader(labels)
  const group = under.length > 0 ? `${inHeader(under) ?? under[0]!}:` : ''
  return own === undefined ? { printed: group + labels[0]!, at, unsure: true } : { printed: group + own, at }
}

const columnsFor = (
  profiles: readonly ColumnProfile[],
  header: string,
  at: Position,
  group = 0,
): readonly AccountColumn[] =>
  profiles.map((profile) => ({ role: profile.role, group, label: labelCell(profile, header, at) }))

const wordProfile = (side: Pick<SideProfile, 'columns'>, role: string): ColumnProfile =>
  side.columns.find((column) => column.role === role) ?? {
    role,
    labels: [role === 'code' ? '科目编码' : '项目'],
    under: [],
    isOptional: false,
    isRare: false,
  }

const headerText = ({ header }: Region): string => header.map(({ key }) => key).join('')

/** How many numbers the rows have at most: the least number of columns. */
const widest = (entries: readonly Entry[]): number =>
  Math.max(0, greatest(entries.map(({ amounts }) => amounts.length)))

const codePart = (region: Region, side: Pick<SideProfile, 'columns' | 'rows' | 'equations'>, hints: Hints): Part => {
  const header = headerText(region)
  const entries = entriesByCode(region.data)
  const count = region.numbered > 0 ? region.numbered : 0
  const found = lineColumns(side, header, count)
  const profiles = count === 0 && widest(entries) > found.length ? lineColumns(side, header, widest(entries)) : found
  const hasCode =
    entries.some(({ code }) => code) || (header.includes('编码') && side.columns.some(({ role }) => role === 'code'))
  const words = hasCode ? ['code', 'name'] : ['name']
  const parents = parentsOf(
    entries.map(({ code, name }) => ({ code: code?.text ?? '', isTotal: isTotal(nameText(name)) })),
  )
  const placements = placeAmounts({
    rows: entries.map((entry, i) => ({
      amounts: entry.amounts.map(({ text }) => text),
      parent: parents[i],
      slots: slotsOf(entry, profiles.length, words.length),
    })),
    columns: profiles.length,
    rare: profiles.map(({ isRare }) => isRare),
    equations: equationsFor(side.equations, profiles),
    hints: profiles.map(({ role }) => hints.get(role)),
  })
  const roleOf = rowRoles(side.rows)
  const rows = entries.map((entry, i): AccountRow => {
    const name = nameCell(entry.name, entry.at)
    const code = entry.code ? wordCell(entry.code) : blank(entry.at)
    const cells = [...(hasCode ? [code] : []), name, ...amountCells(entry, placements[i]!, profiles.length)]
    return { cells, role: entry.code ? '' : roleOf(name.printed), code: code.printed }
  })
  const all = [...words.map((role) => wordProfile(side, role)), ...profiles]
  return { side: '', columns: columnsFor(all, header, region.first.at), rows }
}

/** Rows that the grand total of a side adds up. */
const PARTS_OF_TOTAL = ['distribution', 'closing']

/** The rows above 本年支出合计 are its parts; it and the balances below are the parts of 总计. */
const sideParents = (entries: readonly SideEntry[], side: SideProfile): readonly (number | undefined)[] => {
  const indexOf = (role: string | undefined): number => {
    const row = side.rows.find((one) => one.role === role)
    return row ? entries.findLastIndex(({ name }) => isOneOf(nameText(name), row.labels)) : -1
  }
  const [sum, total] = [indexOf(side.sumRow), indexOf('total')]
  const balances = PARTS_OF_TOTAL.map(indexOf)
  return entries.map((entry, i) => {
    if (entry.amounts.length === 0) return undefined
    if (i < sum) return sum
    return total > sum && (i === sum || balances.includes(i)) ? total : undefined
  })
}

const sidePart = (
  name: TableSide,
  entries: readonly SideEntry[],
  side: SideProfile,
  region: Region,
  count: number,
): Part => {
  const header = headerText(region)
  const wanted = count > 0 ? count : Math.max(widest(entries), lineColumns(side, header, 0).length)
  const profiles = lineColumns(side, header, wanted)
  const hasLines = entries.some(({ line }) => line)
  const parents = sideParents(entries, side)
  const placements = placeAmounts({
    rows: entries.map((entry, i) => ({ amounts: entry.amounts.map(({ text }) => text), parent: parents[i] })),
    columns: profiles.length,
    rare: profiles.map(({ isRare }) => isRare),
    equations: equationsFor(side.equations, profiles),
  })
  const roleOf = rowRoles(side.rows)
  const rows = entries.map((entry, i): AccountRow => {
    const label = nameCell(entry.name, entry.at)
    const line = entry.line ? [wordCell(entry.line)] : hasLines ? [blank(entry.at)] : []
    const cells = [label, ...line, ...amountCells(entry, placements[i]!, profiles.length)]
    return { cells, role: roleOf(label.printed), code: '' }
  })
  const words = hasLines ? ['name', 'line'] : ['name']
  const all = [...words.map((role) => wordProfile(side, role)), ...profiles]
  return { side: name, columns: columnsFor(all, header, region.first.at), rows }
}

const sideParts = (region: Region, profile: TableProfile): readonly Part[] => {
  const [main, spending] = [profile.main, profile.expenditure!]
  const { income, spending: right } = sideEntries(region.data, main, spending)
  const standard = lineColumns(spending, '', 0).length
  // 栏次 counts both sides; where they are alike it halves, else the income side has one column.
  const left = region.numbered === 0 ? 0 : standard === 1 && region.numbered % 2 === 0 ? region.numbered / 2 : 1
  return [
    sidePart('收入', income, main, region, left),
    sidePart('支出', right, spending, region, region.numbered === 0 ? 0 : region.numbered - left),
  ]
}

const countOf = (text: string, label: string): number => text.split(label).length - 1

const MOST_GROUPS = 3

/** How often the header names the code column; broken headers still say 科目名称. */
const groupsIn = (header: string, profile: TableProfile): number => {
  const names = profile.main.columns.find(({ role }) => role === 'name')!.labels.map(denseKey)
  return Math.min(MOST_GROUPS, Math.max(1, ...names.map((name) => countOf(header, name))))
}

const groupPart = (region: Region, profile: TableProfile, groups: number): Part => {
  const totals = profile.main.rows.flatMap(({ labels }) => labels)
  const entries = groupedEntries(region.data, groups, totals)
  const header = headerText(region)
  const side = profile.main
  const triple = ['code', 'name', 'amount'].map((role) => wordProfile(side, role))
  const columns = Array.from({ length: groups }, (_, group) =>
    columnsFor(triple, header, region.first.at, group),
  ).flat()
  const roleOf = rowRoles(side.rows)
  const count = 1 + Math.max(-1, ...entries.map(({ row }) => row))
  const rows = Array.from({ length: count }, (_, at): AccountRow => {
    const own = entries.filter(({ row }) => row === at)
    const first = own[0]!.at
    const cells = Array.from({ length: groups }, (_, group): readonly Cell[] => {
      const entry = own.find((one) => one.group === group)
      if (!entry) return [blank(first), blank(first), blank(first)]
      const isOverfull = entry.amounts.length > 1
      const amount = entry.amounts[0] ? wordCell(entry.amounts[0], isOverfull) : blank(entry.at)
      return [entry.code ? wordCell(entry.code) : blank(entry.at), nameCell(entry.name, entry.at), amount]
    }).flat()
    const role = own.map(({ name }) => roleOf(nameText(name))).find((one) => one !== '') ?? ''
    return { cells, role, code: cells[0]!.printed }
  })
  return { side: '', columns, rows }
}

/** One row of amounts under named columns: 三公经费. */
const figuresPart = (region: Region, profile: TableProfile): Part => {
  const header = headerText(region)
  const isRow = (line: SourceLine): boolean => line.words.every(({ text }) => isAmount(text))
  const lines = region.data.filter(isRow)
  const words = lines.flatMap(({ words: own }) => own)
  const profiles = lineColumns(profile.main, '', region.numbered > 0 ? region.numbered : 0)
  const at = words[0]?.at ?? region.first.at
  const entry: Entry = {
    code: undefined,
    name: [],
    amounts: [...words],
    cells: lines.length === 1 ? lines[0]!.cells : 0,
    at,
  }
  const placement = placeAmounts({
    rows: [{ amounts: words.map(({ text }) => text), parent: undefined, slots: slotsOf(entry, profiles.length, 0) }],
    columns: profiles.length,
    equations: equationsFor(profile.main.equations, profiles),
  })[0]!
  const cells = amountCells(entry, placement, profiles.length)
  const rows: readonly AccountRow[] = words.length === 0 ? [] : [{ cells, role: '', code: '' }]
  return { side: '', columns: columnsFor(profiles, header, region.first.at), rows }
}

const hasNamedRows = (region: Region, profile: TableProfile): boolean =>
  region.data.some((line) =>
    profile.main.rows.some(({ labels }) => line.words.some(({ text }) => !isAmount(text) && isOneOf(text, labels))),
  )

type Hints = ReadonlyMap<string, string>

const partsOf = (region: Region, hints: Hints): readonly Part[] => {
  const { profile } = region.heading
  if (!profile) return []
  if (profile.expenditure) return sideParts(region, profile)
  if (profile.shape === 'groups') {
    const groups = groupsIn(headerText(region), profile)
    return groups > 1 ? [groupPart(region, profile, groups)] : [codePart(region, profile.main, hints)]
  }
  if (profile.shape === 'figures') {
    if (!hasNamedRows(region, profile)) return [figuresPart(region, profile)]
    return [codePart(region, { ...profile.main, columns: profile.listColumns, equations: [] }, hints)]
  }
  return [codePart(region, profile.main, hints)]
}

/** What one table repeats of another in its first row: column role ← profile and row role of the income side. */
const REPEATED: Readonly<Record<string, readonly (readonly [column: string, table: string, row: string])[]>> = {
  income: ['superior', 'business', 'operating', 'subordinate', 'other'].map(
    (role) => [role, 'income-expenditure-total', role] as const,
  ),
  'government-fund': [
    ['income', 'fiscal-total', 'fund'],
    ['opening', 'fiscal-total', 'openingFund'],
  ],
  'state-capital': [
    ['income', 'fiscal-total', 'capital'],
    ['opening', 'fiscal-total', 'openingCapital'],
  ],
}

/** Amounts that earlier tables print for the first row of this one. */
const hintsFor = (profile: TableProfile | undefined, tables: readonly PlacedTable[]): Hints => {
  const hints = new Map<string, string>()
  for (const [column, id, role] of REPEATED[profile?.id ?? ''] ?? []) {
    const table = tables.findLast((one) => one.profile === id && one.side === '收入' && !one.isBlank)
    const amount = table?.columns.findIndex((one) => one.role === 'amount') ?? -1
    const row = table?.rows.find((one) => one.role === role)
    if (row && amount >= 0) hints.set(column, row.cells[amount]!.printed || '0')
  }
  return hints
}

const toTable = (region: Region, part: Part): PlacedTable => {
  const { profile, ...heading } = region.heading
  const rows = part.rows.filter(({ cells }) => cells.some(({ printed }) => printed !== ''))
  const isBlank = !rows.some(({ cells }) =>
    cells.some(({ printed }, i) => !['code', 'name', 'line'].includes(part.columns[i]!.role) && isFigure(printed)),
  )
  const { first, last } = region
  const source =
    first.block === last.block
      ? { fromBlock: first.block, toBlock: last.block, fromRow: first.row, toRow: last.row + 1 }
      : { fromBlock: first.block, toBlock: last.block }
  return {
    ...heading,
    profile: profile?.id ?? '',
    side: part.side,
    columns: part.columns,
    rows,
    isBlank,
    ...readNotes(region.notes),
    at: heading.title?.at ?? first.at,
    source,
    block: first.block,
  }
}

export const tablesFromLines = (lines: readonly SourceLine[]): readonly PlacedTable[] => {
  const tables: PlacedTable[] = []
  for (const region of regionsOf(lines))
    for (const part of partsOf(region, hintsFor(region.heading.profile, tables))) tables.push(toTable(region, part))
  return tables
}
