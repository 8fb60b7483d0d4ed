/** Look-ups of fields by their printed labels. */
import { fullKey, labelKey } from './text.ts'

/** Fields that a label may stand for, best first. */
export type Lookup<Field extends string> = (text: string) => readonly Field[]

/** Longest label that is compared; what is longer is text, not a label. */
export const LONGEST_LABEL = 40

export const lookup = <Field extends string>(
  fields: readonly Field[],
  labelsOf: (field: Field) => readonly string[],
): Lookup<Field> => {
  const exact = new Map<string, Field[]>()
  const add = (key: string, field: Field): void => {
    const list = exact.get(key)
    if (!list) exact.set(key, [field])
    else if (!list.includes(field)) list.push(field)
  }
  // Full labels first, so that 全年（调整）预算数 wins over its key without brackets.
  for (const field of fields) for (const label of labelsOf(field)) add(fullKey(label), field)
  for (const field of fields) for (const label of labelsOf(field)) add(labelKey(label), field)
  return (text) => (text.length > LONGEST_LABEL ? [] : (exact.get(fullKey(text)) ?? exact.get(labelKey(text)) ?? []))
}

export const keys = (labels: readonly string[]): ReadonlySet<string> => new Set(labels.map(labelKey))
