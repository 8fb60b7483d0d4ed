/**
 * Projects by their names: the same project is called 公务接待, 公务接待项目 and 严控类项目（公务接待）. A match must be the only best
 * one; two candidates decide nothing.
 */
import type { FundColumn } from '../../domain/self-evaluation.ts'
import { type FormView, type FundField, oncePerForm } from '../form-view.ts'

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s“”"‘’《》]+/gu, '')
    .replace(/^(?:19|20)\d{2}年(?:度)?/u, '')

const withoutTail = (name: string): string => name.replace(/(?:专项)?项目$/u, '')

/** Ways to print the name: whole, without 项目 behind it, without or only with what stands in brackets. */
export const projectVariants = (printed: string): readonly string[] => {
  const name = plain(printed)
  const outside = name.replace(/\([^()]*\)/gu, '')
  const inside = /\(([^()]{2,})\)$/u.exec(name)?.[1] ?? ''
  return [...new Set([name, outside, inside].map(withoutTail))].filter((one) => one.length > 1)
}

/** Shorter names are found inside too many others. */
const SHORTEST_PART = 4
/** How much of the longer name the shorter one must be, as a fraction. */
const [PART, WHOLE] = [1, 2]

/** 2 the same name, 1 one inside the other, 0 neither. */
export const nameLikeness = (a: readonly string[], b: readonly string[]): 0 | 1 | 2 => {
  if (a.some((one) => b.includes(one))) return 2
  const [x, y] = [a[0] ?? '', b[0] ?? '']
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  const isPart = short.length >= SHORTEST_PART && long.includes(short) && short.length * WHOLE >= long.length * PART
  return isPart ? 1 : 0
}

/** The only best match. */
export const bestMatch = <T>(name: string, candidates: readonly T[], nameOf: (one: T) => string): T | undefined => {
  const variants = projectVariants(name)
  if (variants.length === 0) return undefined
  for (const wanted of [2, 1] as const) {
    const own = candidates.filter((one) => nameLikeness(variants, projectVariants(nameOf(one))) === wanted)
    if (own.length > 0) return own.length === 1 ? own[0] : undefined
  }
  return undefined
}

export const projectName = ({ record }: FormView): string => record.head.projectName?.printed ?? ''

/** Names of the form's project that a running text may use. */
export const namesInText = oncePerForm((form): readonly string[] =>
  projectVariants(projectName(form)).filter((one) => one.length >= SHORTEST_PART),
)

export const projectCell = (form: FormView, column: FundColumn): FundField | undefined =>
  form.funds.total?.columns[column]
