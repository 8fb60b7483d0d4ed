/** Several groups of columns side by side (code, name, amount three times over) in broken text. */
import { type Entry, entryAt, nameText } from './entries.ts'
import type { SourceLine, Word } from './line-source.ts'
import { isAmount, isOneOf, nameOfCode } from './words.ts'

export interface GroupedEntry extends Entry {
  group: number
  row: number
}

const classOf = (code: string): string => code.slice(0, 3)

/** Pay and allowances (301, 303) stand in columns of their own, apart from all other classes. */
const isStaff = (code: string): boolean => /^30[13]/.test(code)

const mayFollow = (code: string, last: string): boolean =>
  last === '' || (isStaff(last) === isStaff(code) && last < code)

/** Which group a code stands in: a 款 goes on below its class; a new class begins in the next group that may have it. */
const groupOf = (code: string, last: readonly string[], before: number, startsLine: boolean): number => {
  if (code.length > 3) {
    const same = last.findIndex((one) => one !== '' && classOf(one) === classOf(code))
    if (same >= 0) return same
  }
  const from = startsLine ? 0 : before + 1
  for (let step = 0; step < last.length; step++) {
    const group = (from + step) % last.length
    if (mayFollow(code, last[group]!)) return group
  }
  return startsLine ? 0 : Math.min(before + 1, last.length - 1)
}

const COLUMNS = 3

/** Cells that show their column: a row of a ragged table that has all of its cells. */
const groupBySlot = (word: Word, line: SourceLine, groups: number): number | undefined =>
  line.cells === COLUMNS * groups && word.slot !== undefined ? Math.floor(word.slot / COLUMNS) : undefined

/** Rows and groups follow from the codes: each group has its own growing ones, and a row goes from left to right. */
export const groupedEntries = (
  lines: readonly SourceLine[],
  groups: number,
  totals: readonly string[],
): readonly GroupedEntry[] => {
  const entries: GroupedEntry[] = []
  const last: string[] = Array.from({ length: groups }, () => '')
  let before = groups - 1
  let row = -1
  const begin = (entry: Entry, group: number): GroupedEntry => {
    if (group <= before || row < 0) row += 1
    before = group
    const placed = { ...entry, group, row }
    entries.push(placed)
    return placed
  }
  for (const line of lines)
    line.words.forEach((word, i) => {
      const current = entries.at(-1)
      const after = line.words[i + 1]
      const looksNew = /^3\d{2}(?:\d{2})?$/.test(word.text) && (after ? !isAmount(after.text) : true)
      // At a line end a whole amount looks like a code; then the row must have its amount, or the dictionary the code.
      const mayBeAmount = !after && current !== undefined && current.amounts.length === 0 && current.name.length > 0
      if (looksNew && (!mayBeAmount || nameOfCode(word.text) !== '')) {
        const group = groupBySlot(word, line, groups) ?? groupOf(word.text, last, before, i === 0)
        last[group] = word.text
        begin({ ...entryAt(word.at), code: word }, group)
      } else if (isOneOf(word.text, totals)) {
        const isFirst = i === 0
        const next = isFirst ? 0 : Math.min(before + 1, groups - 1)
        begin({ ...entryAt(word.at), name: [word] }, groupBySlot(word, line, groups) ?? next)
      } else if (isAmount(word.text)) current?.amounts.push(word)
      else if (current && current.amounts.length === 0) current.name.push(word)
      else if (current) current.name.push(word)
    })
  return entries
}

export const groupName = (entry: Entry): string => nameText(entry.name)
