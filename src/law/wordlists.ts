/**
 * Typed access to the word lists and thresholds of the text checks (`law/checks/`). Everything is read and compiled once,
 * when the module loads; a list that is missing stops the programme at once rather than at the first odd document.
 */
import { AppError } from '../domain/failure.ts'
import { Decimal } from '../kernel/decimal.ts'
import { compiledLaw, type LawNode } from './compiled.ts'

const invalid = (where: string, what: string): AppError =>
  new AppError('INVALID_LAW', where, `${where}：${what}`, '检查 law/checks/ 下的数据文件')

const node = (file: string, name: string): LawNode => {
  const root = compiledLaw[`checks/${file}`]
  const value =
    typeof root === 'object' && !Array.isArray(root) ? (root as Readonly<Record<string, LawNode>>)[name] : undefined
  if (value === undefined) throw invalid(`law/checks/${file}.yaml#${name}`, '没有这一项')
  return value
}

const texts = (value: LawNode, where: string): readonly string[] => {
  if (!Array.isArray(value)) throw invalid(where, '应为文字列表')
  return value.map((item) => {
    if (typeof item !== 'string') throw invalid(where, '应为文字列表')
    return item
  })
}

/** Plain words, in the order of the file. */
export const wordList = (name: string): readonly string[] => texts(node('wordlists', name), `wordlists#${name}`)

export const wordSet = (name: string): ReadonlySet<string> => new Set(wordList(name))

/** Words by key (unit classes, groups). */
export const wordTable = (name: string): Readonly<Record<string, readonly string[]>> => {
  const value = node('wordlists', name)
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(`wordlists#${name}`, '应为按类列出的文字')
  return Object.fromEntries(Object.entries(value).map(([key, list]) => [key, texts(list, `wordlists#${name}.${key}`)]))
}

/** Pairs of words. */
export const wordPairs = (name: string): readonly (readonly [string, string])[] => {
  const value = node('wordlists', name)
  if (!Array.isArray(value)) throw invalid(`wordlists#${name}`, '应为成对的文字')
  return value.map((pair: LawNode) => {
    const [a, b] = texts(pair, `wordlists#${name}`)
    if (a === undefined || b === undefined) throw invalid(`wordlists#${name}`, '应为成对的文字')
    return [a, b] as const
  })
}

/** All patterns of a list as one precompiled expression. */
export const patternOf = (name: string): RegExp =>
  new RegExp(
    wordList(name)
      .map((p) => `(?:${p})`)
      .join('|'),
    'u',
  )

const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Alternation of plain words, longest first, so that a longer word wins over its own beginning. */
export const anyOf = (name: string): string =>
  [...wordList(name)]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')

/** A threshold of `law/checks/text-thresholds.yaml`. */
export const textThreshold = (name: string): Decimal => {
  const entry = node('text-thresholds', name)
  const value =
    typeof entry === 'object' && !Array.isArray(entry) ? (entry as Readonly<Record<string, LawNode>>).value : undefined
  const number = typeof value === 'string' ? Decimal.parse(value) : undefined
  if (!number) throw invalid(`law/checks/text-thresholds.yaml#${name}`, '没有数值')
  return number
}

/** A threshold that counts characters or items. */
export const textCount = (name: string): number => Number(textThreshold(name).units)
