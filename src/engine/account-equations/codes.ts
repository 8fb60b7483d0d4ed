/** Rows of codes as a tree: which rows add up to which. */
import { type AccountEntryView, type AccountTableView, entryOfRole } from '../accounts.ts'
import { codeKey, isWithin } from './labels.ts'
import { isUnknown } from './rows.ts'
import { allNothing, type EquationSheet } from './sheet.ts'

export interface CodeTree {
  readonly total: AccountEntryView | undefined
  /** By code; rows whose code is printed twice are not in it. */
  readonly byCode: ReadonlyMap<string, AccountEntryView>
  /** Rows that no other row of codes contains. */
  readonly tops: readonly AccountEntryView[]
  readonly children: ReadonlyMap<AccountEntryView, readonly AccountEntryView[]>
  /** Every row with an amount is the total or has a code of its own: then the tops add up to the total. */
  readonly isWhole: boolean
}

/** 2010000, 2010300: some tables write classes with zeros behind; then no code is shorter than seven digits. */
const isPadded = (codes: readonly string[]): boolean =>
  codes.length > 0 && codes.every((code) => code.length === 7) && codes.some((code) => code.endsWith('0000'))

const unpadded = (code: string): string => code.replace(/^(\d{3})0000$/, '$1').replace(/^(\d{5})00$/, '$1')

const ancestorOf = (code: string, byCode: ReadonlyMap<string, AccountEntryView>): AccountEntryView | undefined => {
  for (let own = code.slice(0, -2); own.length >= 3; own = own.slice(0, -2)) {
    const found = byCode.get(own)
    if (found) return found
  }
  return undefined
}

const trees = new WeakMap<AccountTableView, CodeTree>()

export const codeTree = (table: AccountTableView): CodeTree => {
  const known = trees.get(table)
  if (known) return known
  const printed = table.entries.map((entry) => codeKey(entry.code))
  const hasZeros = isPadded(printed.filter((code) => code !== ''))
  const rows: { entry: AccountEntryView; code: string }[] = []
  let isWhole = true
  table.entries.forEach((entry, i) => {
    const code = hasZeros ? unpadded(printed[i]!) : printed[i]!
    if (code !== '') rows.push({ entry, code })
    else if (entry.role === '' && !isWithin(entry.name) && !allNothing([...entry.cells.values()])) isWhole = false
  })
  const byCode = new Map(rows.map(({ entry, code }) => [code, entry]))
  const twice = new Set(rows.filter(({ entry, code }) => byCode.get(code) !== entry).map(({ code }) => code))
  const tops: AccountEntryView[] = []
  const children = new Map<AccountEntryView, AccountEntryView[]>()
  const unsound = new Set<AccountEntryView>()
  for (const { entry, code } of rows) {
    const parent = ancestorOf(code, byCode)
    if (!parent) tops.push(entry)
    else children.set(parent, [...(children.get(parent) ?? []), entry])
    if (!twice.has(code)) continue
    // Which of two rows of one code counts cannot be said, so nothing is added over them.
    if (parent) unsound.add(parent)
    else isWhole = false
    unsound.add(byCode.get(code)!)
  }
  for (const entry of unsound) children.delete(entry)
  for (const code of twice) byCode.delete(code)
  const tree = { total: entryOfRole(table, 'total'), byCode, tops, children, isWhole }
  trees.set(table, tree)
  return tree
}

const amountRoles = (table: AccountTableView): readonly string[] =>
  [...new Set(table.entries.flatMap((entry) => [...entry.cells.keys()]))].filter((role) => !isUnknown(role))

/** 类 = Σ款 = Σ项, and the total = Σ of the rows that no other contains, in every column. */
export const addHierarchy = (
  sheet: EquationSheet,
  table: AccountTableView | undefined,
  hierarchyCode: string,
  totalCode: string,
): void => {
  if (!table) return
  const { total, tops, children, isWhole } = codeTree(table)
  for (const role of amountRoles(table)) {
    for (const [parent, own] of children)
      sheet.sum(
        hierarchyCode,
        `${parent.code}${parent.name} = 其下各科目之和`,
        parent.cells.get(role),
        own.map((entry) => entry.cells.get(role)),
      )
    if (total && isWhole)
      sheet.sum(
        totalCode,
        '合计 = 各类之和',
        total.cells.get(role),
        tops.map((entry) => entry.cells.get(role)),
      )
  }
}
