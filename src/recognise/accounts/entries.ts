/** Rows of broken text before their numbers are given to columns. */

import type { Position } from '../../domain/source-document.ts'
import { append } from '../../kernel/lists.ts'
import type { SourceLine, Word } from './line-source.ts'
import { denseKey, isAmount, isCode, isTotal, nameOfCode, parentCode } from './words.ts'

export interface Entry {
  code: Word | undefined
  name: Word[]
  amounts: Word[]
  /** Cells of the row that the entry stands in, 0 for text. */
  cells: number
  at: Position
}

export const entryAt = (at: Position, cells = 0): Entry => ({ code: undefined, name: [], amounts: [], cells, at })

export const nameText = (words: readonly Word[]): string => {
  let text = ''
  for (const { text: next } of words) text += (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next) ? ' ' : '') + next
  return text
}

interface Parts {
  readonly code: Word | undefined
  readonly name: readonly Word[]
  readonly amounts: readonly Word[]
}

/** 201 13 01: a code printed in three columns. */
const splitCode = (words: readonly Word[]): { code: Word; length: number } | undefined => {
  const [a, b, c] = words
  if (!a || !/^[12]\d{2}$/.test(a.text) || !b || !/^\d{2}$/.test(b.text)) return undefined
  const hasItem = c !== undefined && /^\d{2}$/.test(c.text)
  const after = words[hasItem ? 3 : 2]
  if (!after || isAmount(after.text)) return undefined
  return { code: { ...a, text: a.text + b.text + (hasItem ? c.text : '') }, length: hasItem ? 3 : 2 }
}

/**
 * A code begins its row: a name follows it, or it stands alone before the pieces of a long name, or behind the first
 * piece of its name (`above`).
 */
const startsWithCode = (words: readonly Word[], next: SourceLine | undefined, above: Word | undefined): boolean => {
  const [first, second] = words
  if (!first || !isCode(first.text)) return false
  const known = nameOfCode(first.text)
  if (second && !isAmount(second.text)) return true
  if (above && known !== '' && known.startsWith(denseKey(above.text))) return true
  if (second) return known !== '' && first.text.length > 3
  const follows = next?.words[0]
  return known !== '' || first.text.length > 3 || (follows !== undefined && !isAmount(follows.text))
}

const partsOf = (line: SourceLine, next: SourceLine | undefined, above: Word | undefined): Parts => {
  const split = splitCode(line.words)
  const hasCode = split !== undefined || startsWithCode(line.words, next, above)
  const rest = split ? line.words.slice(split.length) : hasCode ? line.words.slice(1) : line.words
  const firstAmount = rest.findIndex(({ text }) => isAmount(text))
  const end = firstAmount < 0 ? rest.length : firstAmount
  const amounts = rest.slice(end).filter(({ text }) => isAmount(text))
  const trailing = rest.slice(end).filter(({ text }) => !isAmount(text))
  return {
    code: split?.code ?? (hasCode ? line.words[0] : undefined),
    name: [...rest.slice(0, end), ...trailing],
    amounts,
  }
}

const keyOf = (words: readonly Word[]): string => denseKey(nameText(words))

/** How many of the pieces between two rows end the name above; the rest begins the one below. */
const piecesAbove = (above: Entry, pieces: readonly Word[], below: Parts): number => {
  const whole = above.code ? nameOfCode(above.code.text) : ''
  const next = below.code ? nameOfCode(below.code.text) : ''
  const beginsNext = (from: number): boolean => {
    const text = keyOf([...pieces.slice(from), ...below.name])
    return from === pieces.length ? below.name.length > 0 : next !== '' && next.startsWith(text)
  }
  for (let count = pieces.length; count >= 0; count--)
    if (whole !== '' && keyOf([...above.name, ...pieces.slice(0, count)]) === whole && beginsNext(count)) return count
  for (let count = pieces.length - 1; count >= 0; count--) if (beginsNext(count)) return count
  return below.code && below.name.length === 0 ? pieces.length - 1 : pieces.length
}

/** Rows of a table with one code, or one label, and its amounts per row. */
export const entriesByCode = (lines: readonly SourceLine[]): readonly Entry[] => {
  const entries: Entry[] = []
  let loose: Word[] = []
  lines.forEach((line, i) => {
    const parts = partsOf(line, lines[i + 1], loose.at(-1))
    const last = entries.at(-1)
    const isTotalLine = !parts.code && isTotal(nameText(parts.name))
    const begins = parts.code !== undefined || isTotalLine
    if (!begins && last && last.amounts.length === 0 && loose.length === 0 && !isTotal(nameText(last.name))) {
      append(last.name, parts.name)
      append(last.amounts, parts.amounts)
      return
    }
    if (!begins && parts.amounts.length === 0) {
      append(loose, parts.name)
      return
    }
    if (!begins && parts.name.length === 0 && last && loose.length === 0) {
      append(last.amounts, parts.amounts)
      return
    }
    const entry = entryAt(line.at, line.cells)
    const count = last ? (isTotalLine ? loose.length : piecesAbove(last, loose, parts)) : 0
    if (last) append(last.name, loose.slice(0, count))
    append(entry.name, loose.slice(count))
    loose = []
    entry.code = parts.code
    append(entry.name, parts.name)
    append(entry.amounts, parts.amounts)
    entries.push(entry)
  })
  const end = entries.at(-1)
  if (end) append(end.name, loose)
  return entries
}

/** Index of the row that each row is a part of: its 款 or 类, or the total above them. */
export const parentsOf = (
  entries: readonly { readonly code: string; readonly isTotal: boolean }[],
): readonly (number | undefined)[] => {
  const at = new Map<string, number>()
  let total: number | undefined
  return entries.map(({ code, isTotal: isSum }, i) => {
    if (code === '') {
      if (isSum) total = i
      return undefined
    }
    at.set(code, i)
    for (let above = parentCode(code); above !== ''; above = parentCode(above)) {
      const found = at.get(above)
      if (found !== undefined) return found
    }
    return total
  })
}
