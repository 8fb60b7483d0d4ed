/** The 三公 section of a booklet: its amounts and counts by what they are of, whichever sentence they stand in. */
import type { Measure, Narrative } from '../../domain/narrative.ts'
import { narrativeWords, type ThreePublicKey } from '../../law/narrative.ts'
import { type Figure, figure, isExact } from './narrative.ts'

export interface ThreePublic {
  /** Amounts by what they are of and by figure (final, initial-budget …). */
  amount(key: ThreePublicKey, measure: Measure): Figure | undefined
  readonly delegations: Figure | undefined
  readonly travellers: Figure | undefined
  readonly bought: Figure | undefined
  readonly held: Figure | undefined
  readonly batches: Figure | undefined
  readonly guests: Figure | undefined
}

const AMOUNTS = ['vehicles', 'purchase', 'running', 'abroad', 'reception', 'total'] as const

const PEOPLE = /人/
const BATCH = /批/

/** Sections whose heading, or that of a section above, names 三公. */
const sectionsOf = (narrative: Narrative): ReadonlySet<number> => {
  const own = new Set<number>()
  for (const { index, title, parent } of narrative.sections)
    if (/三公/.test(title) || (parent !== undefined && own.has(parent))) own.add(index)
  return own
}

interface Found {
  readonly amounts: Map<string, Figure>
  readonly counts: Map<string, Figure>
}

const keep = <K>(map: Map<K, Figure>, key: K, one: Figure): void => {
  if (!map.has(key)) map.set(key, one)
}

const countKey = (one: Figure, about: string): string | undefined => {
  const words = narrativeWords().threePublic
  const { unit } = one.mention
  const text = one.statement.subject.name
  if (words.delegations.test(unit) || words.delegations.test(text))
    return PEOPLE.test(unit) ? 'travellers' : 'delegations'
  if (/出国|出境/.test(text + about) && PEOPLE.test(unit)) return 'travellers'
  if (words.held.test(text)) return 'held'
  if (words.bought.test(text) && /辆|台/.test(unit || '辆')) return 'bought'
  if (BATCH.test(unit)) return 'batches'
  return /接待|来访/.test(text + about) && PEOPLE.test(unit) ? 'guests' : undefined
}

const collect = (narrative: Narrative): Found | undefined => {
  const sections = sectionsOf(narrative)
  if (sections.size === 0) return undefined
  const words = narrativeWords().threePublic
  const found: Found = { amounts: new Map(), counts: new Map() }
  let about = ''
  for (const statement of narrative.statements) {
    if (!sections.has(statement.section) || (statement.role !== 'value' && statement.role !== 'base')) continue
    const one = figure(narrative, statement.index)
    const { name } = statement.subject
    if (one.mention.kind === 'amount' && isExact(one)) {
      const key = AMOUNTS.find((each) => words[each].test(name))
      if (!key || statement.year !== narrative.year) continue
      about = name
      const measure = statement.measure === '' || statement.measure === 'executed' ? 'final' : statement.measure
      keep(found.amounts, `${key} ${measure}`, one)
    } else if (statement.role === 'value' && (one.mention.kind === 'count' || one.mention.kind === 'bare')) {
      const key = countKey(one, about)
      if (key) keep(found.counts, key, one)
    }
  }
  return found
}

const memo = new WeakMap<Narrative, ThreePublic | null>()

/** `undefined` when the text has no such section. */
export const threePublicOf = (narrative: Narrative): ThreePublic | undefined => {
  const known = memo.get(narrative)
  if (known !== undefined) return known ?? undefined
  const found = collect(narrative)
  const result: ThreePublic | null = found
    ? {
        amount: (key, measure) => found.amounts.get(`${key} ${measure}`),
        delegations: found.counts.get('delegations'),
        travellers: found.counts.get('travellers'),
        bought: found.counts.get('bought'),
        held: found.counts.get('held'),
        batches: found.counts.get('batches'),
        guests: found.counts.get('guests'),
      }
    : null
  memo.set(narrative, result)
  return result ?? undefined
}
