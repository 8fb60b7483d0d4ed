/** Labels, codes and amounts of published tables, compared without layout, numbering, quotes and year. */
import { type ColumnProfile, type RowProfile, type TableProfile, tableProfiles } from '../../law/account-tables.ts'
import { classification } from '../../law/classification.ts'
import { fullKey, labelKey, narrow } from '../text.ts'

const QUOTES = /[“”"‘’'「」『』]/g
const LEADING = /^(?:(?:19|20)\d{2}年度?|其中[:：]?|减[:：]|加[:：])/

const bare = (text: string): string => text.replace(QUOTES, '').trim().replace(LEADING, '').trim()

/** A label without numbering, brackets, quotes, 其中： and year. */
export const accountKey = (text: string): string => labelKey(bare(text))

/** Texts recur in every table of a document, so what was worked out for them is kept. */
const MOST_KEPT = 20_000
const keptKeys = new Map<string, readonly string[]>()

const keysOf = (label: string): readonly string[] => {
  let keys = keptKeys.get(label)
  if (!keys) {
    const unquoted = bare(label)
    keys = [fullKey(unquoted), labelKey(unquoted)]
    if (keptKeys.size >= MOST_KEPT) keptKeys.clear()
    keptKeys.set(label, keys)
  }
  return keys
}

export const isOneOf = (text: string, labels: readonly string[]): boolean => {
  if (text === '' || text.length > 60) return false
  const own = keysOf(text)
  return labels.some((label) => keysOf(label).some((key) => own.includes(key)))
}

/** White space out, width variants unified: what broken text is compared by. */
export const denseKey = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const AMOUNT = /^[-−－+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?%?$/
const DASHES = /^[-—–－―─/]+$/

/** A number as amounts are printed, or a dash in its place. */
export const isAmount = (text: string): boolean => AMOUNT.test(narrow(text)) || DASHES.test(text)

/** Digits only or with separators; a dash alone is no figure. */
export const isFigure = (text: string): boolean => AMOUNT.test(narrow(text))

/** 201, 20113, 2011301; in the economic classification 301, 30101. */
export const isCode = (text: string): boolean => /^[1-5]\d{2}(?:\d{2}){0,2}$/.test(narrow(text))

/** Fewest digits by which a class may be shortened: 类 3, 款 5, 项 7. */
export const parentCode = (code: string): string => (code.length > 3 ? code.slice(0, -2) : '')

export const TOTAL = ['合计', '总计', '本年合计']
export const isTotal = (text: string): boolean => isOneOf(text, TOTAL)

/** The header row that numbers the columns: 栏次 1 2 3, in the official tables 类 款 项 栏次 1 2 3. */
export const isColumnNumbers = (text: string): boolean => /^(?:类款项)?(?:栏次|序号栏)/.test(denseKey(text))

/** All of them whole numbers one after the other from 1 (or going on from `from`). */
export const isSequence = (texts: readonly string[], from = 1): boolean =>
  texts.length > 0 && texts.every((text, i) => narrow(text) === String(from + i))

/** The year does not matter for recognising a name; what is checked by year is checked elsewhere. */
const NAMES_YEAR = 2022
let names: ReadonlyMap<string, string> | undefined

/** The name of a code in the dictionary, as a key; empty when it does not have the code. */
export const nameOfCode = (code: string): string => {
  if (!names) {
    const { functional, economic } = classification(NAMES_YEAR)
    names = new Map([...functional, ...economic].map(([at, { name }]) => [at, denseKey(name)]))
  }
  return names.get(code) ?? ''
}

let classes: readonly string[] | undefined

/** Names of the functional classes: the rows of the spending side of 总表. */
export const classNames = (): readonly string[] => {
  classes ??= [...classification(NAMES_YEAR).functional.values()]
    .filter(({ code }) => code.length === 3)
    .map(({ name }) => denseKey(name))
  return classes
}

/** Row roles in the order in which they are met: a label that occurs twice means its next role the second time. */
export const rowRoles = (rows: readonly RowProfile[]): ((text: string) => string) => {
  const used = new Set<string>()
  return (text) => {
    const found = rows.find(({ role, labels }) => !used.has(role) && isOneOf(text, labels))
    if (found) used.add(found.role)
    return found?.role ?? ''
  }
}

/** The first column not yet taken whose label stands in the header path, from its lowest text upwards. */
export const takeColumn = (
  path: readonly string[],
  columns: readonly ColumnProfile[],
  used: ReadonlySet<string>,
): ColumnProfile | undefined => {
  for (let i = path.length - 1; i >= 0; i--) {
    const above = path.slice(0, i + 1)
    const fits = (column: ColumnProfile): boolean =>
      !used.has(column.role) &&
      isOneOf(path[i]!, column.labels) &&
      (column.under.length === 0 || above.some((text) => isOneOf(text, column.under)))
    const found = columns.find(fits)
    if (found) return found
  }
  return undefined
}

export const columnsOf = (profile: TableProfile): readonly ColumnProfile[] => [
  ...profile.main.columns,
  ...(profile.expenditure?.columns ?? []),
  ...profile.listColumns,
]

let columnLabels: ReadonlySet<string> | undefined

const LONGEST_LABEL = 40
const HAN = /[\u4E00-\u9FFF]/
const kept = new Map<string, boolean>()

/** True for a text that names a column of some table. */
export const isColumnLabel = (text: string): boolean => {
  if (text.length > LONGEST_LABEL || !HAN.test(text)) return false
  const known = kept.get(text)
  if (known !== undefined) return known
  columnLabels ??= new Set(
    tableProfiles().flatMap((profile) =>
      columnsOf(profile).flatMap(({ labels, under }) => [...labels, ...under].flatMap(keysOf)),
    ),
  )
  const labels = columnLabels
  const found = keysOf(text).some((key) => labels.has(key))
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(text, found)
  return found
}
