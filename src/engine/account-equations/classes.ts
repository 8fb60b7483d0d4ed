/** Functional classes in tables of codes and in the spending side of tables of totals. */
import type { AccountCell, AccountEntryView, AccountTableView } from '../accounts.ts'
import { codeTree } from './codes.ts'
import { classOf, classOfCode, codeKey, isKnownClass, isWithin } from './labels.ts'
import { isUnknown } from './rows.ts'
import { allNothing, cellIn, type EquationSheet } from './sheet.ts'
import { itemsAbove, rowOf } from './totals.ts'

type Column = readonly [table: AccountTableView | undefined, role: string]

/** Class code → row of the spending side; `undefined` when a row with an amount names no known class. */
export const classRows = (table: AccountTableView, role: string): ReadonlyMap<string, AccountEntryView> | undefined => {
  const items = itemsAbove(table, rowOf(table, 'spendingTotal') ?? rowOf(table, 'total'))
  if (!items) return undefined
  const rows = new Map<string, AccountEntryView>()
  for (const entry of items) {
    if (isWithin(entry.name)) continue
    const code = classOfCode(codeKey(entry.code)) || classOf(entry.name)
    if (code !== '' && !rows.has(code)) rows.set(code, entry)
    else if (!allNothing([cellIn(entry, role)])) return undefined
  }
  return rows
}

/** Class code → the rows that make it up: its own row, or those of its 款 or 项 where the table prints no class. */
const classParts = (table: AccountTableView): ReadonlyMap<string, readonly AccountEntryView[]> | undefined => {
  const { tops, isWhole } = codeTree(table)
  if (!isWhole) return undefined
  const parts = new Map<string, AccountEntryView[]>()
  for (const top of tops) {
    const code = classOfCode(codeKey(top.code))
    parts.set(code, [...(parts.get(code) ?? []), top])
  }
  return parts
}

/** Each class of the table of codes = its row in the table of totals, and the other way round. */
export const addByClass = (
  sheet: EquationSheet,
  code: string,
  [byCode, column]: Column,
  [totals, role]: Column,
  nameOfTotals: string,
): void => {
  if (!byCode || !totals) return
  const parts = classParts(byCode)
  const rows = classRows(totals, role)
  if (!parts || !rows) return
  // A class that the dictionary does not know may stand under another name in the other table.
  const isKnown = [...parts.keys(), ...rows.keys()].every(isKnownClass)
  for (const [at, entries] of parts) {
    const row = rows.get(at)
    const cells = entries.map((entry) => cellIn(entry, column))
    const formula = `${at}类 = ${nameOfTotals}“${row?.name ?? ''}”`
    if (row && cells.length === 1) sheet.same(code, formula, cells[0], cellIn(row, role))
    else if (row) sheet.sum(code, formula, cellIn(row, role), cells)
    else if (isKnown) for (const cell of cells) sheet.nothing(code, `${nameOfTotals}没有${at}类`, cell)
  }
  for (const [at, row] of rows) if (!parts.has(at)) sheet.nothing(code, `按科目列示的表没有${at}类`, cellIn(row, role))
}

/** 301, 302 …: each class = Σ its 款. */
export const addClasses = (sheet: EquationSheet, table: AccountTableView, code: string): void => {
  for (const [parent, own] of codeTree(table).children)
    for (const role of parent.cells.keys())
      if (!isUnknown(role))
        sheet.sum(
          code,
          `${parent.code}${parent.name} = 其下各款之和`,
          parent.cells.get(role),
          own.map((entry): AccountCell | undefined => entry.cells.get(role)),
        )
}
