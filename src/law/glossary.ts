/** One English identifier per Chinese term: `law/glossary.yaml`. Labels of pages and reports come from here. */
import { compiledLaw, type LawNode } from './compiled.ts'
import { child, mapOf, need, onlyKeys, placed, type Read, text } from './read-node.ts'

export const GLOSSARY_GROUPS = [
  'terms',
  'head',
  'more',
  'fundRows',
  'fundColumns',
  'indicatorColumns',
  'severities',
  'verdicts',
  'certainties',
  'parameters',
] as const
export type GlossaryGroup = (typeof GLOSSARY_GROUPS)[number]

export interface Term {
  readonly term: string
  /** What it means, in English. */
  readonly gloss: string
}

export type Glossary = Readonly<Record<GlossaryGroup, Readonly<Record<string, Term>>>>

const readTerm: Read<Term> = (at) => {
  onlyKeys(at, ['term', 'gloss'])
  return { term: need(at, 'term', text), gloss: need(at, 'gloss', text) }
}

/** Throws AppError INVALID_LAW. */
export const readGlossary = (law: Readonly<Record<string, LawNode>>): Glossary => {
  const at = placed('glossary', law.glossary ?? '')
  onlyKeys(at, GLOSSARY_GROUPS)
  const groups = GLOSSARY_GROUPS.map((group) => [group, mapOf(readTerm)(child(at, group))] as const)
  return Object.fromEntries(groups) as unknown as Glossary
}

let known: Glossary | undefined

/** The Chinese term of an identifier, or the identifier itself when nobody bound it. */
export const termOf = (group: GlossaryGroup, identifier: string): string => {
  known ??= readGlossary(compiledLaw)
  const terms = known[group]
  return Object.hasOwn(terms, identifier) ? terms[identifier]!.term : identifier
}
