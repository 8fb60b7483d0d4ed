/** Look-ups of fields by their printed labels. */
import { fullKey, labelKey } from './text.ts'

/** Fields that a label may stand for, best first. */
export type Lookup<Field extends string> = (text: string) => readonly Field[]

/** Longest label that is compared; what is longer is text, not a label. */
export const LONGEST_LABEL = 40

const isPattern = (label: string): boolean => label.length > 2 && label.startsWith('/') && label.endsWith('/')

const MOST_ANSWERS = 5000

/** What patterns are tried on: a few Chinese characters, as column names are. */
const MAY_BE_LABEL = /^[\u4E00-\u9FA5、/]{3,20}$/u

export const lookup = <Field extends string>(
  fields: readonly Field[],
  labelsOf: (field: Field) => readonly string[],
): Lookup<Field> => {
  const exact = new Map<string, Field[]>()
  const patterns: { readonly field: Field; readonly pattern: RegExp }[] = []
  const plain = (field: Field): readonly string[] => labelsOf(field).filter((label) => !isPattern(label))
  const add = (key: string, field: Field): void => {
    const list = exact.get(key)
    if (!list) exact.set(key, [field])
    else if (!list.includes(field)) list.push(field)
  }
  // Full labels first, so that 全年（调整）预算数 wins over its key without brackets.
  for (const field of fields) for (const label of plain(field)) add(fullKey(label), field)
  for (const field of fields) for (const label of plain(field)) add(labelKey(label), field)
  for (const field of fields)
    for (const label of labelsOf(field).filter(isPattern))
      patterns.push({ field, pattern: new RegExp(label.slice(1, -1), 'u') })
  // Column names and level names recur in every form of a document.
  const answers = new Map<string, readonly Field[]>()
  const byPattern = (key: string): readonly Field[] => {
    if (!MAY_BE_LABEL.test(key)) return []
    let answer = answers.get(key)
    if (!answer) {
      answer = patterns.filter(({ pattern }) => pattern.test(key)).map(({ field }) => field)
      if (answers.size >= MOST_ANSWERS) answers.clear()
      answers.set(key, answer)
    }
    return answer
  }
  return (text) => {
    if (text.length > LONGEST_LABEL) return []
    const known = exact.get(fullKey(text)) ?? exact.get(labelKey(text))
    return known ?? (patterns.length > 0 ? byPattern(labelKey(text)) : [])
  }
}

export const keys = (labels: readonly string[]): ReadonlySet<string> => new Set(labels.map(labelKey))
