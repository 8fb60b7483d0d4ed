/** Items of the classification that a text names with their level: 一般公共服务支出（类）组织事务（款）行政运行（项）. */
import type { Narrative } from '../../domain/narrative.ts'
import type { Position } from '../../domain/source-document.ts'
import { type AccountEntryView, type AccountsView, tableOf } from '../../engine/accounts.ts'
import { CODE_LENGTHS, coreName, type NamedItem, pathsInText, type TextPath } from '../../engine/ledger/item-paths.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { baseValue } from '../../engine/verdict.ts'
import { classification, dictionary } from '../../law/classification.ts'

export interface ItemPath extends TextPath {
  readonly at: Position
}

const memo = new WeakMap<Narrative, readonly ItemPath[]>()
const TOPICS: ReadonlySet<string> = new Set(['general', 'expenditure', 'fund', 'capital'])

/** Of the sections on spending; the glossary explains items that nobody has. */
export const itemPaths = (narrative: Narrative): readonly ItemPath[] => {
  let paths = memo.get(narrative)
  if (!paths) {
    const topics = topicsOf(narrative)
    paths = narrative.paragraphs.flatMap(({ text, at, section }) =>
      section !== undefined && TOPICS.has(topics[section] ?? '')
        ? pathsInText(text).map((path) => ({ ...path, at }))
        : [],
    )
    memo.set(narrative, paths)
  }
  return paths
}

export const generalRows = (accounts: AccountsView | undefined): readonly AccountEntryView[] => {
  const table = accounts && tableOf(accounts, 'general-budget-expenditure')
  return table && !table.record.isBlank ? table.entries.filter(({ code, name }) => code !== '' && name !== '') : []
}

export const isSpent = (row: AccountEntryView): boolean => {
  const amount = row.cells.get('total')?.amount
  return amount !== undefined && !baseValue(amount).isZero()
}

/** Codes that bear the name at that level, in the table or in the dictionary of any year. */
export const codesOf = ({ name, level }: NamedItem, rows: readonly AccountEntryView[]): readonly string[] => {
  const length = CODE_LENGTHS[level]
  const inTable = rows
    .filter((row) => row.code.length === length && coreName(row.name) === name)
    .map(({ code }) => code)
  const inBook = dictionary('functional')
    .entries.filter((entry) => entry.code.length === length && coreName(entry.name) === name)
    .map(({ code }) => code)
  return [...new Set([...inTable, ...inBook])]
}

/** Is it a name of that budget year? `undefined` for years that the dictionary does not cover. */
export const isNameOfYear = ({ name, level }: NamedItem, year: number): boolean | undefined => {
  const book = classification(year)
  if (!book.isCovered) return undefined
  return [...book.functional.values()].some(
    (entry) => entry.code.length === CODE_LENGTHS[level] && coreName(entry.name) === name,
  )
}

/** Edits that turn one name into the other, counted up to `most`. */
export const editDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
