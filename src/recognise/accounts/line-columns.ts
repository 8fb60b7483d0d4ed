/** The columns of a table in broken text: those of its profile that the header names and the line 栏次 counts. */
import type { ColumnProfile, SideProfile } from '../../law/account-tables.ts'
import { accountKey, denseKey } from './words.ts'

const WORDS = new Set(['code', 'name', 'line'])

export const amountColumns = (columns: readonly ColumnProfile[]): readonly ColumnProfile[] =>
  columns.filter(({ role }) => !WORDS.has(role))

const UNKNOWN = (index: number): ColumnProfile => ({
  role: `column${index}`,
  labels: [`${index}`],
  under: [],
  isOptional: true,
  isRare: false,
})

/** Labels of the profile that stand in the header text, the longest first, so that 本年支出合计 is not 合计 as well. */
const named = (header: string, columns: readonly ColumnProfile[]): ReadonlySet<string> => {
  const labels = columns
    .flatMap(({ role, labels: own }) => own.map((label) => ({ role, key: denseKey(label).replace(/[“”"]/g, '') })))
    .sort((a, b) => b.key.length - a.key.length)
  const found = new Set<string>()
  let rest = header
  for (const { role, key } of labels) {
    if (found.has(role) || key === '' || !rest.includes(key)) continue
    found.add(role)
    rest = rest.replace(key, '\n')
  }
  return found
}

/**
 * Amount columns in the order of the profile. `count` is what 栏次 says (0: nothing); a header whose labels were broken
 * over lines is put together first. Where neither helps, the standard columns are taken.
 */
export const lineColumns = (
  side: Pick<SideProfile, 'columns'>,
  header: string,
  count: number,
): readonly ColumnProfile[] => {
  const all = amountColumns(side.columns)
  const standard = all.filter(({ isOptional }) => !isOptional)
  const inHeader = named(header, all)
  const found = all.filter(({ role, isOptional }) => inHeader.has(role) || !isOptional)
  const exactly = all.filter(({ role }) => inHeader.has(role))
  for (const columns of [exactly, found, standard, all]) if (count > 0 && columns.length === count) return columns
  if (count > 0 && count < standard.length)
    return exactly.length > count ? exactly.slice(0, count) : standard.slice(0, count)
  if (count > standard.length)
    return [...standard, ...Array.from({ length: count - standard.length }, (_, i) => UNKNOWN(standard.length + i + 1))]
  return exactly.length >= 2 ? exactly : found
}

export const hasColumn = (side: Pick<SideProfile, 'columns'>, role: string, header: string): boolean =>
  side.columns.some(
    (column) => column.role === role && column.labels.some((label) => header.includes(accountKey(label))),
  )
