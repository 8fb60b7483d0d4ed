/** Look-ups of fields by their printed labels. */
import { fullKey, labelKey } from './text.ts'

/** Fields that a label may stand for, best first. */
export type Lookup<Field extends string> = (text: string) => readonly Field[]

/** Longest label that is compared; what is longer is text, not a label. */
export const LONGEST_LABEL = 40

const MOST_KEPT = 20_000
/** An empty answer is shared, so that a cell without a label costs no allocation. */
const NONE: readonly never[] = []

/**
 * The same question about the same short text, asked once: labels, units and numbers recur in every form of a document.
 * A text longer than any label gets `none` at once.
 */
export const remembered = <Answer>(of: (text: string) => Answer, none: Answer): ((text: string) => Answer) => {
  const answers = new Map<string, Answer>()
  return (text) => {
    if (text.length > LONGEST_LABEL) return none
    let answer = answers.get(text)
    if (answer === undefined) {
      answer = of(text)
      if (answers.size >= MOST_KEPT) answers.clear()
      answers.set(text, answer)
    }
    return answer
  }
}

const isPattern = (label: string): boolean => label.length > 2 && label.startsWith('/') && label.endsWith('/')

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
  const byPattern = (key: string): readonly Field[] =>
    MAY_BE_LABEL.test(key) ? patterns.filter(({ pattern }) => pattern.test(key)).map(({ field }) => field) : NONE
  return remembered<readonly Field[]>((text) => {
    const known = exact.get(fullKey(text)) ?? exact.get(labelKey(text))
    return known ?? (patterns.length > 0 ? byPattern(labelKey(text)) : NONE)
  }, NONE)
}

export const keys = (labels: readonly string[]): ReadonlySet<string> => new Set(labels.map(labelKey))
