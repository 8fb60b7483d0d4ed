/** Which group of the framework a row belongs to, by the words of its printed level-2 and level-1 names. */
import { wordTable } from '../../law/wordlists.ts'

export type Group =
  | 'satisfaction'
  | 'cost'
  | 'quantity'
  | 'quality'
  | 'time'
  | 'benefit'
  | 'output'
  | 'process'
  | 'unknown'

const WORDS = Object.entries(wordTable('groupWords')) as readonly (readonly [Group, readonly string[]])[]

const REMEMBERED = 4096
const known = new Map<string, Group>()

/** Group of one label; labels repeat on every form, so the answers are kept (and dropped when there are too many). */
export const groupOfLabel = (label: string): Group => {
  const found = known.get(label)
  if (found !== undefined) return found
  const group = readLabel(label)
  if (known.size >= REMEMBERED) known.clear()
  known.set(label, group)
  return group
}

const readLabel = (label: string): Group =>
  WORDS.find(([, words]) => words.some((word) => label.includes(word)))?.[0] ?? 'unknown'

/** Level 2 decides; a form without level-2 names, or with unknown ones, is grouped by level 1. */
export const groupOf = (level1: string, level2: string): Group => {
  const group = groupOfLabel(level2)
  return group === 'unknown' ? groupOfLabel(level1) : group
}

/** Level-1 group: outputs hold quantity, quality and time; cost may stand on its own (2021) or among the outputs. */
export const topGroup = (level1: string, level2: string): Group => {
  const named = groupOfLabel(level1)
  if (named !== 'unknown') return named === 'quantity' || named === 'quality' || named === 'time' ? 'output' : named
  const group = groupOfLabel(level2)
  return group === 'quantity' || group === 'quality' || group === 'time' || group === 'cost' ? 'output' : group
}
