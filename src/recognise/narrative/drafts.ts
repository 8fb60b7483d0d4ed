/** What a walk through a paragraph takes and gives, and the small questions it asks of numbers and names. */
import type { Completion, Share, Statement, Sum } from '../../domain/narrative.ts'
import { unitOf } from '../../kernel/units.ts'
import { narrativeWords } from '../../law/narrative.ts'
import { type Frame, figureOf, isJoint, isSameSubject, type OpenComparison } from './frames.ts'
import { lastClause, type Reading, subjectOf } from './lead.ts'
import { any } from './lexicon.ts'
import type { FoundNumber } from './numbers.ts'

export interface Drafts {
  readonly statements: Statement[]
  /** The number of each statement, by its index. */
  readonly found: FoundNumber[]
  readonly comparisons: OpenComparison[]
  readonly shares: (Share & { readonly container: number | undefined })[]
  readonly completions: Completion[]
  readonly sums: Sum[]
}

export const emptyDrafts = (): Drafts => ({
  statements: [],
  found: [],
  comparisons: [],
  shares: [],
  completions: [],
  sums: [],
})

export interface ParagraphInput {
  readonly index: number
  readonly key: string
  /** Offset behind enumerator and inline title. */
  readonly bodyStart: number
  readonly numbers: readonly FoundNumber[]
  /** Index of the first of them in the document. */
  readonly firstNumber: number
  /** What the paragraph speaks of when it does not say: its own title, else the heading above. */
  readonly subject: string
  readonly section: number
  readonly year: number
  /** Running number of the first sentence. */
  readonly sentence: number
  /** The last comparison of the paragraph before, for a reason in a paragraph of its own. */
  readonly before: OpenComparison | undefined
}

export interface ParagraphOutput {
  /** Statement of each number, by its place in `numbers`. */
  readonly statementOf: readonly (number | undefined)[]
  readonly why: readonly string[]
  readonly sentences: number
  readonly lastComparison: OpenComparison | undefined
  /** The subject that the paragraph is about, with its figures. */
  readonly main: Frame | undefined
  /** All subjects that have figures in it. */
  readonly frames: readonly Frame[]
}

export const YEAR = /((?:19|20)\d{2})(?:年|[-—至])/gu
export const yearIn = (text: string): number | undefined => {
  let year: number | undefined
  for (const match of text.matchAll(YEAR)) year = Number(match[1])
  return year
}

const LAST_QUALIFIER = new RegExp(`(?:${any(narrativeWords().qualifiers)})$`, 'u')
/** One after the other: 实际完成 is one qualifier and two, and a pattern of many of them would try every way to part them. */
export const withoutQualifiers = (name: string): string => {
  let rest = name
  for (let next = rest.replace(LAST_QUALIFIER, ''); next !== rest; next = rest.replace(LAST_QUALIFIER, '')) rest = next
  return rest
}
export const QUALIFIER = new RegExp(`^(?:${any(narrativeWords().qualifiers)})$`, 'u')

/** Money with money, persons with persons: only numbers of one kind add up. */
export const isSameKind = (a: FoundNumber, b: FoundNumber): boolean =>
  a.kind === b.kind && (a.kind !== 'count' || unitName(a.unit) === unitName(b.unit))
export const unitName = (unit: string): string => unitOf(unit.replace(/^[百千万亿]+/, ''))?.name ?? unit

/** 日常公用经费支出，合计 ‖ 125.86万元: without a list the name stands in the clause before. */
export const asValue = (reading: Reading): Reading => {
  const before = reading.lead.replace(/[，、:]?[^，、:]*$/u, '')
  return { ...reading, role: 'value', name: subjectOf(lastClause(before)).name }
}

export const isTotalWord = (name: string): boolean => /(?:合计|总计|总额)$/.test(name)
export const sameAs = (open: OpenComparison, { name }: Reading): boolean =>
  isSameSubject(open.subject.name, name) || isJoint(name)

/** 完成年初预算的112.50%，比年初预算 ‖ 800.00万元 ‖ 增加: the budget is said behind the completion, in one sentence. */
export const fillCompletion = ({ completions, statements }: Drafts, frame: Frame, budget: number): void => {
  const last = completions.at(-1)
  if (!last || last.budget !== undefined || last.value !== figureOf(frame)) return
  if (statements[last.rate]!.sentence === statements[budget]!.sentence)
    completions[completions.length - 1] = { ...last, budget }
}
